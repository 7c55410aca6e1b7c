import { kinds, sources, statuses, streams, types } from '#shared/book/entry.ts'
import type { Entry, EntryBatch } from '#shared/book/entry.ts'
import type { FileError } from '#shared/imports/report.ts'
import type { Result } from '#shared/result.ts'
import { readFile } from './readFile.ts'
import type { ReadOptions, ReadReport } from './readFile.ts'

export type WholeFile = {
  readonly result: Result<ReadReport, FileError>
  readonly entries: readonly Entry[]
  readonly details: string
}

/** For tests: a whole file at once, in chunks of bytes as long as asked for, with its entries as plain objects. */
export async function readAll(
  content: string | Uint8Array,
  chunk = 1 << 16,
  options: Partial<ReadOptions> = {},
): Promise<WholeFile> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  async function* open() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  const batches = readFile(open, { file: 0, account: '', entriesPerBatch: 1000, ...options })
  const entries: Entry[] = []
  const details: string[] = []
  for (;;) {
    const next = await batches.next()
    if (next.done === true) return { result: next.value, entries, details: details.join('\u001e') }
    entries.push(...entriesOf(next.value))
    if (next.value.details !== '') details.push(next.value.details)
  }
}

export const entriesOf = (batch: EntryBatch): readonly Entry[] =>
  Array.from({ length: batch.count }, (_, at) => entryAt(batch, at))

const at = <T>(list: ArrayLike<T>, place: number): T => {
  const found = list[place]
  if (found === undefined) throw new Error(`nothing at ${place}`)
  return found
}

function entryAt(batch: EntryBatch, place: number): Entry {
  const { dictionaries } = batch
  return {
    sale: [at(batch.saleHigh, place), at(batch.saleLow, place)],
    key: [at(batch.keyHigh, place), at(batch.keyLow, place)],
    day: at(batch.day, place),
    kind: at(kinds, at(batch.kind, place)),
    type: at(types, at(batch.type, place)),
    status: at(statuses, at(batch.status, place)),
    source: at(sources, at(batch.source, place)),
    flags: at(batch.flags, place),
    account: at(dictionaries.account, at(batch.account, place)),
    stream: at(streams, at(batch.stream, place)),
    listing: at(dictionaries.listing, at(batch.listing, place)),
    buyer: at(dictionaries.buyer, at(batch.buyer, place)),
    label: at(dictionaries.label, at(batch.label, place)),
    currency: at(dictionaries.currency, at(batch.currency, place)),
    amount: at(batch.amount, place),
    quantity: at(batch.quantity, place),
    file: at(batch.file, place),
    row: at(batch.row, place),
  }
}
