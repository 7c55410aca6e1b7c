import type { Book } from './book.ts'
import { converterOf } from './convert.ts'
import { kinds } from './entry.ts'
import type { Sieve } from './filter.ts'
import { visit } from './postings.ts'
import type { Report } from './questions.ts'

/**
 * The book's money added up by day, account, stream (and listing, or type), currency, standing and kind: a fraction of
 * the entries, in the order of days, so that charts over any period are one short scan.
 */
export type Cells = {
  readonly count: number
  readonly day: Int32Array
  readonly account: Uint16Array
  readonly stream: Uint8Array
  readonly listing: Uint32Array
  /** 0 = the reporting currency, else the currency's id + 1. */
  readonly currency: Uint8Array
  readonly live: Uint8Array
  readonly kind: Uint8Array
  readonly type: Uint8Array
  readonly amount: Float64Array
  readonly quantity: Int32Array
  /** Sales with a line in the cell; and those of them whose first line is in it. */
  readonly sales: Uint32Array
  readonly firsts: Uint32Array
}
/** Without listings but by type; and by listing but without types. */
export type CellTables = { readonly plain: Cells; readonly listed: Cells }

const everything: Sieve = {
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  standing: Uint8Array.of(0, 1, 1, 1, 1),
  accounts: null,
  currencies: null,
  streams: null,
  listings: null,
  group: null,
}

type Kept = { readonly version: number; readonly report: string; readonly tables: CellTables }
const kept = new WeakMap<Book, readonly Kept[]>()
/** Two ways of reporting are at hand: each currency by itself, and all in one. */
const reportsKept = 2

/** The cells of a settled book, added up once for each way of reporting. */
export function cellsOf(book: Book, report: Report): CellTables {
  const key = JSON.stringify(report)
  const known = (kept.get(book) ?? []).filter(({ version }) => version === book.version)
  const same = known.find((one) => one.report === key)
  if (same) return same.tables
  const tables = addUp(book, report)
  kept.set(book, [{ version: book.version, report: key, tables }, ...known].slice(0, reportsKept))
  return tables
}

const line = kinds.indexOf('line')
const giftCard = kinds.indexOf('giftCard')

function addUp(book: Book, report: Report): CellTables {
  const { columns } = book
  const conversion = converterOf(book, report)
  const [plain, listed] = [createTable(), createTable()]
  let lastSale = -1
  visit(book, everything, true, (entry, sale, listing, stream, amount) => {
    const converted = conversion ? conversion.convert(entry, sale, amount) : null
    const currency = converted === null ? (columns.currency[entry] ?? 0) + 1 : 0
    const kind = columns.kind[entry] ?? 0
    const sold = kind === line || kind === giftCard
    const first = sold && sale !== lastSale
    if (first) lastSale = sale
    for (const table of [plain, listed]) {
      const own = table === listed
      const cell = table.cell(
        columns.day[entry] ?? 0,
        columns.account[entry] ?? 0,
        stream,
        own ? listing : 0,
        currency,
        columns.live[entry] ?? 0,
        kind,
        own ? 0 : (columns.type[entry] ?? 0),
      )
      table.add(cell, converted ?? amount)
      if (sold) table.countSale(cell, sale, columns.quantity[entry] ?? 0, first)
    }
  })
  return { plain: plain.inOrder(), listed: listed.inOrder() }
}

type Numbers = { -readonly [K in Exclude<keyof Cells, 'count'>]: Cells[K] } & {
  hash: Uint32Array
  lastSale: Int32Array
}

const allocate = (size: number): Numbers => ({
  day: new Int32Array(size),
  account: new Uint16Array(size),
  stream: new Uint8Array(size),
  listing: new Uint32Array(size),
  currency: new Uint8Array(size),
  live: new Uint8Array(size),
  kind: new Uint8Array(size),
  type: new Uint8Array(size),
  amount: new Float64Array(size),
  quantity: new Int32Array(size),
  sales: new Uint32Array(size),
  firsts: new Uint32Array(size),
  hash: new Uint32Array(size),
  lastSale: new Int32Array(size),
})

/** Adds up by place: an open hash table over growing columns. */
function createTable() {
  let cells = allocate(1024)
  let slots = new Uint32Array(4096)
  let count = 0

  const grow = () => {
    const wider = allocate(cells.day.length * 2)
    for (const name of Object.keys(wider) as readonly (keyof Numbers)[]) wider[name].set(cells[name])
    cells = wider
    slots = new Uint32Array(cells.day.length * 4)
    for (let at = 0; at < count; at++) {
      let slot = (cells.hash[at] ?? 0) & (slots.length - 1)
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = at + 1
    }
  }

  const cell = (
    day: number,
    account: number,
    stream: number,
    listing: number,
    currency: number,
    live: number,
    kind: number,
    type: number,
  ): number => {
    const small = ((((kind * 32 + type) * 16 + stream) * 64 + account) * 8 + live) * 16 + currency
    const mixed = Math.imul(Math.imul(day, 0x01000193) ^ listing, 0x9e3779b1) ^ Math.imul(small, 0x85ebca6b)
    const hash = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 0
    let slot = hash & (slots.length - 1)
    for (let at = (slots[slot] ?? 0) - 1; at >= 0; at = (slots[slot] ?? 0) - 1) {
      const same =
        cells.day[at] === day &&
        cells.listing[at] === listing &&
        cells.kind[at] === kind &&
        cells.type[at] === type &&
        cells.stream[at] === stream &&
        cells.account[at] === account &&
        cells.currency[at] === currency &&
        cells.live[at] === live
      if (same) return at
      slot = (slot + 1) & (slots.length - 1)
    }
    if (count === cells.day.length) {
      grow()
      return cell(day, account, stream, listing, currency, live, kind, type)
    }
    slots[slot] = count + 1
    cells.day[count] = day
    cells.account[count] = account
    cells.stream[count] = stream
    cells.listing[count] = listing
    cells.currency[count] = currency
    cells.live[count] = live
    cells.kind[count] = kind
    cells.type[count] = type
    cells.hash[count] = hash
    cells.lastSale[count] = -1
    return count++
  }

  return {
    cell,
    add(at: number, amount: number) {
      cells.amount[at] = (cells.amount[at] ?? 0) + amount
    },
    countSale(at: number, sale: number, quantity: number, first: boolean) {
      cells.quantity[at] = (cells.quantity[at] ?? 0) + quantity
      if (first) cells.firsts[at] = (cells.firsts[at] ?? 0) + 1
      if (cells.lastSale[at] === sale) return
      cells.lastSale[at] = sale
      cells.sales[at] = (cells.sales[at] ?? 0) + 1
    },
    /** The cells by day, in arrays of their own size. */
    inOrder(): Cells {
      const order = byDay(cells.day, count)
      const { hash: _hash, lastSale: _lastSale, ...sorted } = allocate(count)
      for (const name of Object.keys(sorted) as readonly (keyof typeof sorted)[]) {
        const [from, to] = [cells[name], sorted[name]]
        for (let at = 0; at < count; at++) to[at] = from[order[at] ?? 0] ?? 0
      }
      return { count, ...sorted }
    },
  }
}

/** Positions in the order of their days, counted rather than compared. */
function byDay(day: Int32Array, count: number): Uint32Array {
  const order = new Uint32Array(count)
  if (count === 0) return order
  const days = day.subarray(0, count)
  const first = days.reduce((least, one) => Math.min(least, one), Infinity)
  const last = days.reduce((most, one) => Math.max(most, one), -Infinity)
  const starts = new Uint32Array(last - first + 2)
  for (const one of days) starts[one - first + 1] = (starts[one - first + 1] ?? 0) + 1
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  for (let at = 0; at < count; at++) {
    const slot = (day[at] ?? 0) - first
    order[starts[slot] ?? 0] = at
    starts[slot] = (starts[slot] ?? 0) + 1
  }
  return order
}

/** Position of the first cell of this day or later. */
export function firstCell({ day, count }: Cells, from: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((day[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}
