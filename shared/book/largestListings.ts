import type { Book } from './book.ts'
import { kinds } from './entry.ts'
import { sieveOf } from './filter.ts'
import { incomeOf } from './income.ts'
import type { IncomeName } from './income.ts'
import { lastAsked } from './lastAsked.ts'
import { kindIn, ledgerOf } from './ledger.ts'
import { addFigure, figuresAt, measureCount } from './measures.ts'
import { moneyOf, passing } from './passing.ts'
import type { Filter, LargestListings, LargestQuestion, Report } from './questions.ts'

/** The listings with money in one currency, the largest first: of thousands a screen shows a handful. */
export function largestListings(
  book: Book,
  { filter, by, currency, count }: LargestQuestion,
  report: Report,
): LargestListings {
  const sums = incomeOfListings(book, filter, report)[placeOf(book, currency, report)]
  if (!sums) return { total: 0, ids: [] }
  const ids = [...sums.there.keys()].filter((id) => id !== 0 && sums.there[id] === 1)
  const value = (id: number) => sums[by][id] ?? 0
  return { total: ids.length, ids: ids.sort((a, b) => value(b) - value(a) || a - b).slice(0, count) }
}

/** Where the ledger's money has this currency: 0 is the reporting one, -1 none. */
function placeOf({ names }: Book, currency: string, report: Report): number {
  if (report.currency !== undefined) return report.currency === currency ? 0 : -1
  return (names.currencies.ids.get(currency) ?? -2) + 1
}

type Incomes = { readonly [N in IncomeName]: Float64Array } & { readonly there: Uint8Array }

/** A few numbers for each listing. */
const periodsKept = 6

/** By place of the currency, then by listing. */
const incomeOfListings = lastAsked((book, filter: Filter, report): readonly (Incomes | null)[] => {
  const size = book.names.listings.length
  const sieve = sieveOf(book, filter)
  const { listing, what } = ledgerOf(book)
  const { amount, currency } = moneyOf(book, report, sieve, true)
  const sums = Array.from({ length: book.names.currencies.texts.length + 1 }, (): Incomes | null => null)
  const rows = passing(book, sieve, true)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const own = (sums[currency[row] ?? 0] ??= createIncomes(size))
    const id = listing[row] ?? 0
    const kind = kindIn(what[row] ?? 0)
    const money = amount[row] ?? 0
    own.there[id] = 1
    own.cameIn[id] = (own.cameIn[id] ?? 0) + money * (factors.cameIn[kind] ?? 0)
    own.kept[id] = (own.kept[id] ?? 0) + money * (factors.kept[kind] ?? 0)
  }
  return sums
}, periodsKept)

const createIncomes = (size: number): Incomes => ({
  cameIn: new Float64Array(size),
  kept: new Float64Array(size),
  there: new Uint8Array(size),
})

/** By kind: how much of an amount is income. */
const factorsOf = (name: IncomeName): Int8Array =>
  Int8Array.from(kinds, (_, kind) => {
    const figures = new Float64Array(measureCount)
    addFigure(figures, 0, kind, 1)
    return incomeOf(figuresAt(figures, 0), name)
  })
const factors = { cameIn: factorsOf('cameIn'), kept: factorsOf('kept') }
