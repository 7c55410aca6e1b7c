import type { Book } from './book.ts'
import { buyerName } from './contacts.ts'
import { converterOf } from './convert.ts'
import { isoDay } from '#shared/calendar/day.ts'
import { kinds } from './entry.ts'
import { sieveOf } from './filter.ts'
import { addFigure, figuresAt, measureCount } from './measures.ts'
import { visit } from './postings.ts'
import type { BuyerRow, Filter, ListingRow, Measures, Report } from './questions.ts'
import { totals } from './totals.ts'
import { accountNameOf, channelOf } from './words.ts'

/** Every listing with money in what the filter lets through, each sale's money split over its lines. */
export function listings(book: Book, filter: Filter, report: Report): ListingRow[] {
  const { names } = book
  const rows = new Map<
    number,
    {
      units: number
      sales: number
      readonly sums: { readonly currency: string; readonly measures: Measures }[]
    }
  >()
  for (const { key, currency, measures, units, sales } of totals(
    book,
    filter,
    { by: 'listing', bucket: 'none' },
    report,
  )) {
    if (key === '') continue
    const row = rows.get(Number(key)) ?? { units: 0, sales: 0, sums: [] }
    row.units += units
    row.sales += sales
    row.sums.push({ currency, measures })
    rows.set(Number(key), row)
  }
  return [...rows].map(([id, row]) => {
    const { account, key, title, sku } = names.listings[id] ?? { account: 0, key: '', title: '', sku: '' }
    return {
      id,
      channel: channelOf(names, account),
      account: accountNameOf(names, account),
      key,
      title,
      sku,
      ...row,
    }
  })
}

const line = kinds.indexOf('line')
const giftCard = kinds.indexOf('giftCard')

type Tally = {
  sales: number
  first: number
  last: number
  lastSale: number
  readonly sums: Map<string, Float64Array>
}

/** Every buyer with money in what the filter lets through. */
export function buyers(book: Book, filter: Filter, report: Report): BuyerRow[] {
  const { names } = book
  return [...tallies(book, filter, report)].map(([id, { sales, first, last, sums }]) => {
    const { channel, key } = names.buyers[id] ?? { channel: '', key: '' }
    const name = buyerName(book, id)
    const figures = [...sums].map(([currency, found]) => ({ currency, measures: figuresAt(found, 0) }))
    return { id, key, name, channel, sales, first: isoDay(first), last: isoDay(last), sums: figures }
  })
}

function tallies(book: Book, filter: Filter, report: Report): Map<number, Tally> {
  const { columns, groups, names } = book
  const convert = converterOf(book, report)?.convert ?? null
  const found = new Map<number, Tally>()
  visit(book, sieveOf(book, filter), false, (entry, sale, _listing, _stream, amount) => {
    const id = groups.buyer[sale] ?? 0
    if (id === 0) return
    const day = groups.day[sale] ?? 0
    let tally = found.get(id)
    if (!tally) found.set(id, (tally = { sales: 0, first: day, last: day, lastSale: -1, sums: new Map() }))
    const converted = convert ? convert(entry, sale, amount) : null
    const currency =
      converted === null
        ? (names.currencies.texts[columns.currency[entry] ?? 0] ?? '')
        : (report.currency ?? '')
    const kind = columns.kind[entry] ?? 0
    addFigure(sumsOf(tally, currency), 0, kind, converted ?? amount)
    tally.first = Math.min(tally.first, day)
    tally.last = Math.max(tally.last, day)
    if ((kind === line || kind === giftCard) && tally.lastSale !== sale) tally.sales++
    if (kind === line || kind === giftCard) tally.lastSale = sale
  })
  return found
}

function sumsOf({ sums }: Tally, currency: string): Float64Array {
  const known = sums.get(currency)
  if (known) return known
  const fresh = new Float64Array(measureCount)
  sums.set(currency, fresh)
  return fresh
}
