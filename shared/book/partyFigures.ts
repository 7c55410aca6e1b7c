import type { Book } from './book.ts'
import { kinds } from './entry.ts'
import { sieveOf } from './filter.ts'
import { kindIn, ledgerOf } from './ledger.ts'
import { figureOf, keptOf, signOf } from './measures.ts'
import { moneyOf, passing } from './passing.ts'
import type { Money } from './passing.ts'
import { measureNames } from './questions.ts'
import type { PartyFigures, PartySums } from './partyQuestions.ts'
import type { Filter, Report } from './questions.ts'
import { inSlices } from './steps.ts'
import type { Steps } from './steps.ts'

const figureNames = ['gross', 'refunds', 'fees', 'kept'] as const satisfies readonly (keyof PartyFigures)[]
export type PartyFigureName = (typeof figureNames)[number]
const width = figureNames.length
const kept = figureNames.indexOf('kept')
/** By kind: the place of its figure here, or -1. */
const placeOfKind = Int8Array.from(kinds, (_, kind) =>
  figureNames.findIndex((name) => name === measureNames[figureOf[kind] ?? -1]),
)
const line = kinds.indexOf('line')
const giftCard = kinds.indexOf('giftCard')

/** What a filter lets through, added up by product or client. Place 0 is what belongs to none. */
export type PartyTally = {
  readonly sales: Uint32Array
  readonly units: Int32Array
  /** Day numbers; the first is `Infinity`-like (2^31 - 1) and the last its negative where there is none. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** Whether any money fell here. */
  readonly there: Uint8Array
  readonly sums: (place: number) => PartySums
  /** The same for several places together. */
  readonly total: (places: Uint32Array) => PartySums
  /** One figure of each place in the currency most of the money is in. */
  readonly figures: (name: PartyFigureName) => Float64Array
  /** One figure of a place in this currency. */
  readonly figureIn: (name: PartyFigureName, currency: string) => (place: number) => number
}

/** By which number of an amount its place is looked up: what was sold, or who bought. */
export type PartyBy = 'listing' | 'buyer'

/** By product each sale's money is split over its lines; by client it is whole. `placeOf` is by listing or buyer. */
export function* tallyParties(
  book: Book,
  filter: Filter,
  report: Report,
  places: number,
  by: PartyBy,
  placeOf: Uint32Array,
): Steps<PartyTally> {
  const tied = by === 'listing'
  const sieve = sieveOf(book, filter)
  const rows = passing(book, sieve, tied)
  yield
  const figures = createFigures(book, places)
  const money = moneyOf(book, report, sieve, tied)
  yield* inSlices(rows.length, (from, to) =>
    addRows(book, figures, money, rows.subarray(from, to), tied, placeOf),
  )
  return tallyOf(book, report, places, figures)
}

type Sums = Float64Array | null
type Figures = Pick<PartyTally, 'sales' | 'units' | 'first' | 'last' | 'there'> & {
  /** By currency, 0 being the reporting one. */
  readonly sums: Sums[]
  readonly lastSale: Int32Array
}

const createFigures = ({ names }: Book, places: number): Figures => ({
  sums: Array.from({ length: names.currencies.texts.length + 1 }, (): Sums => null),
  sales: new Uint32Array(places),
  units: new Int32Array(places),
  there: new Uint8Array(places),
  first: new Int32Array(places).fill(noDay),
  last: new Int32Array(places).fill(-noDay),
  lastSale: new Int32Array(places).fill(-1),
})

function addRows(
  book: Book,
  { sums, sales, units, there, first, last, lastSale }: Figures,
  { amount, currency }: Money,
  rows: Uint32Array,
  tied: boolean,
  placeOf: Uint32Array,
): void {
  const { columns, groups } = book
  const { group, entry, listing, what } = ledgerOf(book)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const sale = group[row] ?? 0
    const place = placeOf[(tied ? listing[row] : groups.buyer[sale]) ?? 0] ?? 0
    const kind = kindIn(what[row] ?? 0)
    const own = (sums[currency[row] ?? 0] ??= new Float64Array(there.length * width))
    const money = amount[row] ?? 0
    const figure = placeOfKind[kind] ?? -1
    if (figure >= 0)
      own[place * width + figure] = (own[place * width + figure] ?? 0) + money * (signOf[kind] ?? 1)
    if (keptOf[kind] === 1) own[place * width + kept] = (own[place * width + kept] ?? 0) + money
    there[place] = 1
    if (kind !== line && kind !== giftCard) continue
    units[place] = (units[place] ?? 0) + (columns.quantity[entry[row] ?? 0] ?? 0)
    if (lastSale[place] === sale) continue
    lastSale[place] = sale
    sales[place] = (sales[place] ?? 0) + 1
    const day = groups.day[sale] ?? 0
    if (day < (first[place] ?? 0)) first[place] = day
    if (day > (last[place] ?? 0)) last[place] = day
  }
}

function tallyOf(
  { names }: Book,
  report: Report,
  places: number,
  { sums, sales, units, first, last, there }: Figures,
): PartyTally {
  // where all is reported in one currency, what no rate converts decides no order
  const main = report.currency !== undefined && sums[0] ? 0 : mainOf(sums)
  const currencyName = (at: number) =>
    at === 0 ? (report.currency ?? '') : (names.currencies.texts[at - 1] ?? '')
  const named = (figuresIn: (own: Float64Array) => PartyFigures | null): PartySums =>
    sums.flatMap((own, at) => {
      const figures = own ? figuresIn(own) : null
      return figures ? [{ currency: currencyName(at), figures }] : []
    })
  return {
    sales,
    units,
    first,
    last,
    there,
    sums: (place) => named((own) => figuresAt(own, place)),
    total: (shown) => named((own) => totalOf(own, shown)),
    figureIn: (name, currency) => {
      const own = sums.find((one, at) => one !== null && currencyName(at) === currency)
      const figure = figureNames.indexOf(name)
      return (place) => own?.[place * width + figure] ?? 0
    },
    figures: (name) => {
      const figures = new Float64Array(places)
      const own = sums[main]
      for (let at = 0, from = figureNames.indexOf(name); own && at < places; at++, from += width)
        figures[at] = own[from] ?? 0
      return figures
    },
  }
}

/** No day at all: later than any. */
export const noDay = 0x7fffffff

function figuresAt(sums: Float64Array, place: number): PartyFigures | null {
  const base = place * width
  if (figureNames.every((_, at) => sums[base + at] === 0)) return null
  return {
    gross: (sums[base] ?? 0) + 0,
    refunds: (sums[base + 1] ?? 0) + 0,
    fees: (sums[base + 2] ?? 0) + 0,
    kept: (sums[base + 3] ?? 0) + 0,
  }
}

/** The currency with the largest turnover: lists are sorted by it. */
function mainOf(sums: readonly (Float64Array | null)[]): number {
  const turnover = sums.map((own) => {
    let sum = own ? 0 : -1
    for (let at = 0; own && at < own.length; at += width) sum += Math.abs(own[at] ?? 0)
    return sum
  })
  return turnover.indexOf(Math.max(...turnover))
}

function totalOf(sums: Float64Array, places: Uint32Array): PartyFigures | null {
  const total = new Float64Array(width)
  let isAny = false
  for (let at = 0; at < places.length; at++) {
    const base = (places[at] ?? 0) * width
    for (let figure = 0; figure < width; figure++) {
      const value = sums[base + figure] ?? 0
      if (value === 0) continue
      total[figure] = (total[figure] ?? 0) + value
      isAny = true
    }
  }
  if (!isAny) return null
  const [gross = 0, refunds = 0, fees = 0, keptOfAll = 0] = total
  return { gross: gross + 0, refunds: refunds + 0, fees: fees + 0, kept: keptOfAll + 0 }
}
