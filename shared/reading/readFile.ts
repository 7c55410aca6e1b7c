import { accountKey } from '#shared/book/entry.ts'
import type { EntryBatch } from '#shared/book/entry.ts'
import { createEntryWriter } from '#shared/book/entryWriter.ts'
import { isoDay } from '#shared/calendar/day.ts'
import type { Encoding, FileError, FileReport } from '#shared/imports/report.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { Held } from './continueOrders.ts'
import { decode } from './decode.ts'
import { findEncoding } from './encoding.ts'
import type { Open } from './encoding.ts'
import { readRecords } from './records.ts'
import { recognise } from './recognise.ts'
import type { Shape } from './recognise.ts'
import { createSheetReader } from './sheetReader.ts'
import type { SheetReader } from './sheetReader.ts'

export type ReadOptions = {
  /** Position of the file in its import. */
  readonly file: number
  /** The shop's name, as the person calls it, or who knows it once the channel is known; may be empty. */
  readonly account: string | ((channel: string) => string | Promise<string>)
  readonly entriesPerBatch: number
  /** Characters split into records at a time; only tests have a reason to change it. */
  readonly charactersPerPiece?: number
  /** Called as often as the file gives bytes: all bytes decoded and rows read so far. */
  readonly onProgress?: (progress: { readonly bytes: number; readonly rows: number }) => void
}
export type ReadReport = FileReport & { readonly account: string; readonly held: Held }

/** As much of the beginning as format, delimiter, decimal sign and order of dates are told by. */
const openingLength = 256 * 1024

/**
 * Reads an export into batches of entries, in the order of the file. Nothing is read ahead of what is asked for, so
 * whoever stores the batches sets the pace; the file is opened three times, each time from its beginning.
 */
export async function* readFile(open: Open, options: ReadOptions): AsyncGenerator<EntryBatch, Result<ReadReport, FileError>> {
  const source = guarded(open)
  const result = yield* readGuarded(source.open, options)
  return source.hasFailed() ? err({ code: 'unreadable', row: null }) : result
}

async function* readGuarded(open: Open, options: ReadOptions): AsyncGenerator<EntryBatch, Result<ReadReport, FileError>> {
  const encoding = await findEncoding(open)
  if (!encoding.ok) return err({ code: encoding.error, row: null })
  let bytes = 0
  let sheet: SheetReader | null = null
  const texts = decode(open, encoding.value, (count) => {
    bytes += count
    options.onProgress?.({ bytes, rows: sheet?.rows() ?? 0 })
  })
  const opening = await takeOpening(texts)
  const shape = recognise(opening.text, opening.isWhole)
  if (!shape.ok) return shape
  const account = typeof options.account === 'string' ? options.account : await options.account(shape.value.format.channel)
  const writer = createEntryWriter(options.entriesPerBatch)
  sheet = createSheetReader(shape.value, { file: options.file, account }, writer)
  const pages = readRecords(texts, opening.text, shape.value, options.charactersPerPiece)
  for (let page = await pages.next(); ; page = await pages.next()) {
    if (page.done === true) {
      if (!page.value.ok) return page.value
      break
    }
    for (const [at, record] of page.value.records.entries()) {
      const index = page.value.before + at
      if (index <= shape.value.headerAt) continue
      sheet.push(record, index + (shape.value.hasSepLine ? 0 : 1), page.value.broken.has(at))
      if (writer.count() >= options.entriesPerBatch) yield writer.take()
    }
  }
  sheet.finish()
  if (writer.count() > 0) yield writer.take()
  return ok(report(shape.value, encoding.value, sheet, options.file, account))
}

async function takeOpening(texts: AsyncGenerator<string>): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const parts: string[] = []
  for (let length = 0; length < openingLength; ) {
    const next = await texts.next()
    if (next.done === true) return { text: parts.join(''), isWhole: true }
    parts.push(next.value)
    length += next.value.length
  }
  return { text: parts.join(''), isWhole: false }
}

function report(shape: Shape, encoding: Encoding, sheet: SheetReader, file: number, accountName: string): ReadReport {
  const { format } = shape
  const { first, last } = sheet.days()
  const account = accountKey(format.channel, accountName)
  const [from, to] = first <= last ? [isoDay(first), isoDay(last)] : ['', '']
  const knowsOrders = (format.source === 'orders' || format.source === 'items') && from !== ''
  return {
    format: format.name,
    channel: format.channel,
    source: format.source,
    encoding,
    delimiter: shape.delimiter,
    header: shape.header,
    rows: sheet.rows(),
    from,
    to,
    coverage: knowsOrders ? { account, from, to } : null,
    refused: sheet.refused,
    account: accountName,
    held: { shape, account, file, rows: sheet.held },
  }
}

/** A file that cannot be read to its end (removed, no right, a broken disk) ends early and is remembered as failed. */
function guarded(open: Open): { readonly open: Open; readonly hasFailed: () => boolean } {
  let hasFailed = false
  return {
    hasFailed: () => hasFailed,
    open: async function* () {
      try {
        yield* open()
      } catch {
        hasFailed = true
      }
    },
  }
}
