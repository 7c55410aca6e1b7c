import type { Book } from './book.ts'
import { converterOf } from './convert.ts'
import { isoDay } from '#shared/calendar/day.ts'
import { kinds } from './entry.ts'
import { sieveOf } from './filter.ts'
import { addFigure, figuresAt, measureCount } from './measures.ts'
import { visit } from './postings.ts'
import type { BuyerRow, Filter, ListingRow, Report } from './questions.ts'
import { accountNameOf, channelOf } from './words.ts'

const line = kinds.indexOf('line')
const giftCard = kinds.indexOf('giftCard')

type Tally = { sales: number; units: number; first: number; last: number; lastSale: number; readonly sums: Map<string, Float64Array> }

/** Every listing with money in what the filter lets through, each sale's money split over its lines. */
export function listings(book: Book, filter: Filter, report: Report): ListingRow[] {
  const { names } = book
  return [...tally(book, filter, report, true, (_sale, listing) => listing)].map(([id, { sales, units, sums }]) => {
    const { account, key, title, sku } = names.listings[id] ?? { account: 0, key: '', title: '', sku: '' }
    return { id, channel: channelOf(names, account), account: accountNameOf(names, account), key, title, sku, units, sales, sums: listed(sums) }
  })
}

/** Every buyer with money in what the filter lets through. */
export function buyers(book: Book, filter: Filter, report: Report): BuyerRow[] {
  const { names, groups } = book
  return [...tally(book, filter, report, false, (sale) => groups.buyer[sale] ?? 0)].map(([id, { sales, first, last, sums }]) => {
    const { channel, key, name } = names.buyers[id] ?? { channel: '', key: '', name: '' }
    return { id, key, name, channel, sales, first: isoDay(first), last: isoDay(last), sums: listed(sums) }
  })
}

function tally(book: Book, filter: Filter, report: Report, tied: boolean, idOf: (sale: number, listing: number) => number): Map<number, Tally> {
  const { columns, groups, names } = book
  const convert = converterOf(book, report)?.convert ?? null
  const tallies = new Map<number, Tally>()
  visit(book, sieveOf(book, filter), tied, (entry, sale, listing, _stream, amount) => {
    const id = idOf(sale, listing)
    if (id === 0) return
    let found = tallies.get(id)
    if (!found) tallies.set(id, (found = { sales: 0, units: 0, first: Infinity, last: -Infinity, lastSale: -1, sums: new Map() }))
    const converted = convert ? convert(entry, sale, amount) : null
    const currency = converted === null ? (names.currencies.texts[columns.currency[entry] ?? 0] ?? '') : (report.currency ?? '')
    const kind = columns.kind[entry] ?? 0
    addFigure(sumsOf(found, currency), 0, kind, converted ?? amount)
    if (kind !== line && kind !== giftCard) return
    found.units += columns.quantity[entry] ?? 0
    found.first = Math.min(found.first, groups.day[sale] ?? 0)
    found.last = Math.max(found.last, groups.day[sale] ?? 0)
    if (found.lastSale !== sale) found.sales++
    found.lastSale = sale
  })
  return tallies
}

function sumsOf({ sums }: Tally, currency: string): Float64Array {
  const known = sums.get(currency)
  if (known) return known
  const fresh = new Float64Array(measureCount)
  sums.set(currency, fresh)
  return fresh
}

const listed = (sums: Tally['sums']) => [...sums].map(([currency, figures]) => ({ currency, measures: figuresAt(figures, 0) }))
