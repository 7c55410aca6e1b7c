import type { Book } from './book.ts'
import { kinds } from './entry.ts'
import { kindIn, ledgerOf, standingIn, untied } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import { moneyOf } from './passing.ts'
import type { Money } from './passing.ts'
import { everything } from './postings.ts'
import type { Report } from './questions.ts'

/**
 * The book's money added up by day, account, stream, currency, standing, kind and type: a fraction of the entries, in the
 * order of days, so that charts over any period are one short scan.
 */
export type Cells = {
  readonly count: number
  readonly day: Int32Array
  /** Which of the `sorts` it is. */
  readonly sort: Uint16Array
  readonly sorts: readonly CellSort[]
  readonly amount: Float64Array
  readonly quantity: Int32Array
  /** Sales with a line in the cell; and those of them whose first line is in it. */
  readonly sales: Uint32Array
  readonly firsts: Uint32Array
}
/** What all amounts of a cell have in common but the day. */
export type CellSort = {
  readonly account: number
  readonly stream: number
  /** 0 = the reporting currency, else the currency's id + 1. */
  readonly currency: number
  readonly live: number
  readonly kind: number
  readonly type: number
}

type Kept = { readonly version: number; readonly report: string; readonly cells: Cells }
const kept = new WeakMap<Book, readonly Kept[]>()
/** Two ways of reporting are at hand: each currency by itself, and all in one. */
const reportsKept = 2

/** The cells of a settled book, added up once for each way of reporting. */
export function cellsOf(book: Book, report: Report): Cells {
  const key = JSON.stringify(report)
  const same = current(book).find((one) => one.report === key)
  if (same) return same.cells
  const cells = addUp(book, ledgerOf(book), moneyOf(book, report, everything, true))
  keepCells(book, report, cells)
  return cells
}

/** Has these cells at hand for as long as the book does not change. */
export const keepCells = (book: Book, report: Report, cells: Cells): void =>
  void kept.set(
    book,
    [{ version: book.version, report: JSON.stringify(report), cells }, ...current(book)].slice(
      0,
      reportsKept,
    ),
  )

const current = (book: Book): readonly Kept[] =>
  (kept.get(book) ?? []).filter(({ version }) => version === book.version)

const line = kinds.indexOf('line')
const giftCard = kinds.indexOf('giftCard')

function addUp(book: Book, ledger: Ledger, money: Money): Cells {
  const { columns } = book
  const { sorts, sortOf } = sortRows(book, ledger, money)
  const { cellOf, count, day, sort } = placesOf(book, ledger, sortOf, sorts.length)
  const [amount, quantity] = [new Float64Array(count), new Int32Array(count)]
  const [sales, firsts] = [new Uint32Array(count), new Uint32Array(count)]
  const isSold = Uint8Array.from(sorts, ({ kind }) => (kind === line || kind === giftCard ? 1 : 0))
  const lastOf = new Int32Array(count).fill(-1)
  let last = -1
  for (let row = 0; row < ledger.count; row++) {
    if (ledger.stream[row] === untied) continue
    const cell = cellOf[row] ?? 0
    amount[cell] = (amount[cell] ?? 0) + (money.amount[row] ?? 0)
    if (isSold[sortOf[row] ?? 0] !== 1) continue
    const sale = ledger.group[row] ?? 0
    quantity[cell] = (quantity[cell] ?? 0) + (columns.quantity[ledger.entry[row] ?? 0] ?? 0)
    if (sale !== last) firsts[cell] = (firsts[cell] ?? 0) + 1
    last = sale
    if (lastOf[cell] === sale) continue
    lastOf[cell] = sale
    sales[cell] = (sales[cell] ?? 0) + 1
  }
  return { count, day, sort, sorts, amount, quantity, sales, firsts }
}

/** Numbers what the rows have in common. Neighbours are mostly of the few sorts that were just looked up. */
function sortRows({ columns }: Book, { count, entry, stream, what }: Ledger, { currency }: Money) {
  const sorts: CellSort[] = []
  const known = new Map<number, number>()
  const sortOf = new Uint16Array(count)
  const [latelyKey, latelySort] = [new Float64Array(256).fill(-1), new Uint16Array(256)]
  for (let row = 0; row < count; row++) {
    const own = entry[row] ?? 0
    const account = columns.account[own] ?? 0
    const type = columns.type[own] ?? 0
    const code = what[row] ?? 0
    const key =
      (((account * 256 + (stream[row] ?? 0)) * 256 + (currency[row] ?? 0)) * 256 + code) * 256 + type
    const slot = (code ^ (type << 3)) & 255
    if (latelyKey[slot] !== key) {
      let sort = known.get(key)
      if (sort === undefined) {
        sort = sorts.length
        known.set(key, sort)
        sorts.push({
          account,
          stream: stream[row] ?? 0,
          currency: currency[row] ?? 0,
          live: standingIn(code),
          kind: kindIn(code),
          type,
        })
      }
      latelyKey[slot] = key
      latelySort[slot] = sort
    }
    sortOf[row] = latelySort[slot] ?? 0
  }
  return { sorts, sortOf }
}

/** A cell for each day and sort that there is, numbered by day. */
function placesOf(
  { firstDay, lastDay }: Book,
  { count, day, stream }: Ledger,
  sortOf: Uint16Array,
  sorts: number,
) {
  const places = new Uint32Array(Math.max(0, lastDay - firstDay + 1) * sorts)
  const placeOf = (row: number) => ((day[row] ?? 0) - firstDay) * sorts + (sortOf[row] ?? 0)
  for (let row = 0; row < count; row++) if (stream[row] !== untied) places[placeOf(row)] = 1
  const used = places.reduce((sum, one) => sum + one, 0)
  const [days, sort] = [new Int32Array(used), new Uint16Array(used)]
  let cells = 0
  for (let place = 0; place < places.length; place++) {
    if (places[place] === 0) continue
    days[cells] = firstDay + Math.floor(place / sorts)
    sort[cells] = place % sorts
    places[place] = cells++
  }
  const cellOf = new Uint32Array(count)
  for (let row = 0; row < count; row++) cellOf[row] = places[placeOf(row)] ?? 0
  return { cellOf, count: used, day: days, sort }
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
