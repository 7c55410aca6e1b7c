import type { Book } from './book.ts'
import { converterOf } from './convert.ts'
import { kinds } from './entry.ts'
import { sieveOf } from './filter.ts'
import { figureOf, keptOf, signOf } from './measures.ts'
import { visit } from './postings.ts'
import { measureNames } from './questions.ts'
import type { PartyFigures, PartySums } from './partyQuestions.ts'
import type { Filter, Report } from './questions.ts'

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
  /** One figure of a place in the currency most of the money is in. */
  readonly figure: (place: number, name: PartyFigureName) => number
}

type PlaceOf = (group: number, listing: number) => number

/** `tied`: by product, each sale's money split over its lines; else by client, whole. */
export function tallyParties(
  book: Book,
  filter: Filter,
  report: Report,
  places: number,
  tied: boolean,
  placeOf: PlaceOf,
): PartyTally {
  const { columns, groups, names } = book
  const conversion = converterOf(book, report)
  const currencies = names.currencies.texts.length + 1
  const sums: (Float64Array | null)[] = Array.from({ length: currencies }, () => null)
  const [sales, units, there] = [new Uint32Array(places), new Int32Array(places), new Uint8Array(places)]
  const first = new Int32Array(places).fill(noDay)
  const last = new Int32Array(places).fill(-noDay)
  const lastSale = new Int32Array(places).fill(-1)
  visit(book, sieveOf(book, filter), tied, (entry, group, listing, _stream, amount) => {
    const place = placeOf(group, listing)
    const kind = columns.kind[entry] ?? 0
    const converted = conversion ? conversion.convert(entry, group, amount) : null
    const own = (sums[converted === null ? (columns.currency[entry] ?? 0) + 1 : 0] ??= new Float64Array(
      places * width,
    ))
    const money = converted ?? amount
    const figure = placeOfKind[kind] ?? -1
    if (figure >= 0)
      own[place * width + figure] = (own[place * width + figure] ?? 0) + money * (signOf[kind] ?? 1)
    if (keptOf[kind] === 1) own[place * width + kept] = (own[place * width + kept] ?? 0) + money
    there[place] = 1
    if (kind !== line && kind !== giftCard) return
    units[place] = (units[place] ?? 0) + (columns.quantity[entry] ?? 0)
    if (lastSale[place] === group) return
    lastSale[place] = group
    sales[place] = (sales[place] ?? 0) + 1
    const day = groups.day[group] ?? 0
    if (day < (first[place] ?? 0)) first[place] = day
    if (day > (last[place] ?? 0)) last[place] = day
  })
  const main = mainOf(sums)
  const currencyName = (at: number) =>
    at === 0 ? (report.currency ?? '') : (names.currencies.texts[at - 1] ?? '')
  return {
    sales,
    units,
    first,
    last,
    there,
    sums: (place) =>
      sums.flatMap((own, at) => {
        const figures = own ? figuresAt(own, place) : null
        return figures ? [{ currency: currencyName(at), figures }] : []
      }),
    figure: (place, name) => sums[main]?.[place * width + figureNames.indexOf(name)] ?? 0,
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

/** The sums of the places of a list, by currency. */
export function addSums(lists: Iterable<PartySums>): PartySums {
  const total = new Map<string, { gross: number; refunds: number; fees: number; kept: number }>()
  for (const sums of lists) {
    for (const { currency, figures } of sums) {
      const own = total.get(currency) ?? { gross: 0, refunds: 0, fees: 0, kept: 0 }
      for (const name of figureNames) own[name] += figures[name]
      total.set(currency, own)
    }
  }
  return [...total].map(([currency, figures]) => ({ currency, figures }))
}
