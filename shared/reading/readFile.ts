import { accountKey } from '#shared/book/entry.ts'
import type { EntryBatch } from '#shared/book/entry.ts'
import { createEntryWriter } from '#shared/book/entryWriter.ts'
import { isoDay } from '#shared/calendar/day.ts'
import type { Encoding, FileError, FileReport } from '#shared/imports/report.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { Held } from './continueOrders.ts'
import { decode } from './decode.ts'
import type { Decoded } from './decode.ts'
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
  /** Called after each piece: all bytes taken and rows read so far. */
  readonly onProgress?: (progress: { readonly bytes: number; readonly rows: number }) => void
}
export type ReadReport = FileReport & { readonly account: string; readonly held: Held | null }

/** As much of the beginning as format, delimiter, decimal sign and order of dates are told by. */
const openingLength = 256 * 1024

/**
 * Reads an export into batches of entries, in the order of the file. Nothing is read ahead of what is asked for, so
 * whoever stores the batches sets the pace. That a file cannot be read may turn out at its very end: batches of a file
 * that ends with an error must not count.
 */
export async function* readFile(
  open: Open,
  options: ReadOptions,
): AsyncGenerator<EntryBatch, Result<ReadReport, FileError>> {
  const source = watch(open)
  const text = decode(source.bytes)
  const result = yield* readText(text, options, source.count)
  const code = source.hasFailed() ? 'unreadable' : text.error()
  return code === null ? result : err({ code, row: null })
}

async function* readText(
  text: Decoded,
  options: ReadOptions,
  bytes: () => number,
): AsyncGenerator<EntryBatch, Result<ReadReport, FileError>> {
  const opening = await takeOpening(text.texts)
  const shape = recognise(opening.text, opening.isWhole)
  if (!shape.ok) return shape
  const { format, headerAt, hasSepLine } = shape.value
  const account =
    typeof options.account === 'string' ? options.account : await options.account(format.channel)
  const writer = createEntryWriter(options.entriesPerBatch)
  const sheet = createSheetReader(shape.value, { file: options.file, account }, writer)
  const pages = readRecords(text.texts, opening.text, shape.value, options.charactersPerPiece)
  for (let page = await pages.next(); ; page = await pages.next()) {
    if (page.done === true) {
      if (!page.value.ok) return page.value
      break
    }
    const { records, before, broken } = page.value
    for (let at = Math.max(0, headerAt + 1 - before); at < records.length; at++) {
      sheet.push(records[at] ?? [], before + at + (hasSepLine ? 0 : 1), broken.has(at))
      if (writer.count() >= options.entriesPerBatch) yield writer.take()
    }
    options.onProgress?.({ bytes: bytes(), rows: sheet.rows() })
  }
  sheet.finish()
  if (writer.count() > 0) yield writer.take()
  return ok(report(shape.value, text.encoding(), sheet, options.file, account))
}

async function takeOpening(
  texts: AsyncGenerator<string>,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const parts: string[] = []
  for (let length = 0; length < openingLength;) {
    const next = await texts.next()
    if (next.done === true) return { text: parts.join(''), isWhole: true }
    parts.push(next.value)
    length += next.value.length
  }
  return { text: parts.join(''), isWhole: false }
}

function report(
  shape: Shape,
  encoding: Encoding,
  sheet: SheetReader,
  file: number,
  accountName: string,
): ReadReport {
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
    held:
      format.restates === 'catalogue'
        ? null
        : { shape: { ...shape, format }, account, file, rows: sheet.held },
  }
}

/** Counts the bytes; a file that cannot be read to its end (removed, no right, a broken disk) ends early and is remembered. */
function watch(open: Open) {
  let count = 0
  let hasFailed = false
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of open()) {
        count += chunk.length
        yield chunk
      }
    } catch {
      hasFailed = true
    }
  }
  return { bytes: watched(), count: () => count, hasFailed: () => hasFailed }
}
