import type { Book } from './book.ts'
import { kinds } from './entry.ts'
import { sieveOf } from './filter.ts'
import { incomeOf } from './income.ts'
import type { IncomeName } from './income.ts'
import { lastAsked } from './lastAsked.ts'
import { kindIn, ledgerOf } from './ledger.ts'
import { addFigure, figuresAt, measureCount } from './measures.ts'
import { moneyOf, passing } from './passing.ts'
import type { Money } from './passing.ts'
import type { LargestListings, LargestQuestion, Report } from './questions.ts'
import { inSlices } from './steps.ts'
import type { Steps } from './steps.ts'

/** The listings with money in one currency, the largest first: of thousands a screen shows a handful. */
export function largestListings(
  book: Book,
  { filter, by, currency, count }: LargestQuestion,
  report: Report,
): LargestListings {
  const own = incomeOfListings(book, filter, report)[placeOf(book, currency, report)]
  if (!own) return { total: 0, ids: [] }
  const ids = [...own.there.keys()].filter((id) => id !== 0 && own.there[id] === 1)
  const value = (id: number) => own[by][id] ?? 0
  return { total: ids.length, ids: ids.sort((a, b) => value(b) - value(a) || a - b).slice(0, count) }
}

/** Where the ledger's money has this currency: 0 is the reporting one, -1 none. */
function placeOf({ names }: Book, currency: string, report: Report): number {
  if (report.currency !== undefined) return report.currency === currency ? 0 : -1
  return (names.currencies.ids.get(currency) ?? -2) + 1
}

type Income = { readonly [N in IncomeName]: Float64Array } & { readonly there: Uint8Array }

/** A few numbers for each listing. */
const periodsKept = 6

/** By place of the currency, then by listing. */
type Incomes = (Income | null)[]

const incomeOfListings = lastAsked(function* (book, filter, report): Steps<Incomes> {
  const sieve = sieveOf(book, filter)
  const rows = passing(book, sieve, true)
  yield
  const money = moneyOf(book, report, sieve, true)
  const incomes = Array.from({ length: book.names.currencies.texts.length + 1 }, (): Income | null => null)
  yield* inSlices(rows.length, (from, to) => addRows(book, incomes, money, rows.subarray(from, to)))
  return incomes
}, periodsKept)

function addRows(book: Book, incomes: Incomes, { amount, currency }: Money, rows: Uint32Array): void {
  const { listing, what } = ledgerOf(book)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const own = (incomes[currency[row] ?? 0] ??= createIncome(book.names.listings.length))
    const id = listing[row] ?? 0
    const kind = kindIn(what[row] ?? 0)
    const money = amount[row] ?? 0
    own.there[id] = 1
    own.cameIn[id] = (own.cameIn[id] ?? 0) + money * (factors.cameIn[kind] ?? 0)
    own.kept[id] = (own.kept[id] ?? 0) + money * (factors.kept[kind] ?? 0)
  }
}

/** So that the first look at all time finds them. */
export const prepareLargest = (book: Book): Steps<void> => incomeOfListings.prepare(book, {}, {})

const createIncome = (size: number): Income => ({
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
