import { kinds, record, sources, statuses, streams, types, unit } from './entry.ts'
import type { Entry, EntryBatch } from './entry.ts'

/** Collects entries into columns, and the rows they came from into details. */
export type EntryWriter = {
  /** Entries added since the last `take()`. */
  readonly count: () => number
  readonly add: (entry: Entry) => void
  /** The row as it stood in the file; cells hold no control characters. Once per row, before or after its entries. */
  readonly detail: (file: number, row: number, cells: readonly string[]) => void
  /** All that was added since the last call, as a batch whose arrays belong to the caller. */
  readonly take: () => EntryBatch
}

const codes = <T extends string>(words: readonly T[]) =>
  new Map<T, number>(words.map((word, code) => [word, code]))
const kindCode = codes(kinds)
const typeCode = codes(types)
const statusCode = codes(statuses)
const sourceCode = codes(sources)
const streamCode = codes(streams)

/** `capacity` is the number of entries a batch is expected to hold; more are taken all the same. */
export function createEntryWriter(capacity: number): EntryWriter {
  let columns = allocate(Math.max(16, capacity))
  let words = freshDictionaries()
  let details: string[] = []
  let count = 0

  const add = (entry: Entry) => {
    if (count === columns.day.length) columns = widen(columns, count * 2)
    const at = count++
    columns.saleHigh[at] = entry.sale[0]
    columns.saleLow[at] = entry.sale[1]
    columns.keyHigh[at] = entry.key[0]
    columns.keyLow[at] = entry.key[1]
    columns.day[at] = entry.day
    columns.kind[at] = kindCode.get(entry.kind) ?? 0
    columns.type[at] = typeCode.get(entry.type) ?? 0
    columns.status[at] = statusCode.get(entry.status) ?? 0
    columns.source[at] = sourceCode.get(entry.source) ?? 0
    columns.stream[at] = streamCode.get(entry.stream) ?? 0
    columns.flags[at] = entry.flags
    columns.account[at] = codeOf(words.account, entry.account)
    columns.currency[at] = codeOf(words.currency, entry.currency)
    columns.listing[at] = codeOf(words.listing, entry.listing)
    columns.buyer[at] = codeOf(words.buyer, entry.buyer)
    columns.label[at] = codeOf(words.label, entry.label)
    columns.amount[at] = entry.amount
    columns.quantity[at] = entry.quantity
    columns.file[at] = entry.file
    columns.row[at] = entry.row
  }

  const detail = (file: number, row: number, cells: readonly string[]) => {
    details.push(file + unit + row + unit + cells.join(unit))
  }

  const take = (): EntryBatch => {
    const batch = {
      count,
      ...cut(columns, count),
      dictionaries: listed(words),
      details: details.join(record),
    }
    columns = allocate(Math.max(16, capacity))
    words = freshDictionaries()
    details = []
    count = 0
    return batch
  }

  return { count: () => count, add, detail, take }
}

type Columns = Omit<EntryBatch, 'count' | 'dictionaries' | 'details'>

const allocate = (size: number): Columns => ({
  saleHigh: new Uint32Array(size),
  saleLow: new Uint32Array(size),
  keyHigh: new Uint32Array(size),
  keyLow: new Uint32Array(size),
  day: new Int32Array(size),
  kind: new Uint8Array(size),
  type: new Uint8Array(size),
  status: new Uint8Array(size),
  source: new Uint8Array(size),
  flags: new Uint8Array(size),
  stream: new Uint8Array(size),
  account: new Uint16Array(size),
  currency: new Uint8Array(size),
  listing: new Uint32Array(size),
  buyer: new Uint32Array(size),
  label: new Uint32Array(size),
  amount: new Float64Array(size),
  quantity: new Int32Array(size),
  file: new Uint16Array(size),
  row: new Uint32Array(size),
})

const columnNames = Object.keys(allocate(0)) as readonly (keyof Columns)[]

function widen(columns: Columns, size: number): Columns {
  const wider = allocate(size)
  for (const name of columnNames) wider[name].set(columns[name])
  return wider
}

function cut(columns: Columns, count: number): Columns {
  const exact = allocate(count)
  for (const name of columnNames) exact[name].set(columns[name].subarray(0, count))
  return exact
}

const freshDictionaries = () => ({
  account: new Map([['', 0]]),
  currency: new Map([['', 0]]),
  listing: new Map([['', 0]]),
  buyer: new Map([['', 0]]),
  label: new Map([['', 0]]),
})

function codeOf(words: Map<string, number>, word: string): number {
  const known = words.get(word)
  if (known !== undefined) return known
  words.set(word, words.size)
  return words.size - 1
}

const listed = (words: ReturnType<typeof freshDictionaries>) => ({
  account: [...words.account.keys()],
  currency: [...words.currency.keys()],
  listing: [...words.listing.keys()],
  buyer: [...words.buyer.keys()],
  label: [...words.label.keys()],
})
