import type { BookClient } from '#data/services.ts'
import { streams } from '#shared/book/entry.ts'
import type { IncomeName } from '#shared/book/income.ts'
import type { Filter, ListingRow, Report, TotalsRow } from '#shared/book/questions.ts'
import type { Bucket } from '#shared/calendar/buckets.ts'
import type { Days } from '#shared/calendar/period.ts'
import { shown } from './currency.ts'
import { restOf, type MixPart, type MixRest } from './mix.ts'
import type { Period } from './period.ts'
import type { MixKey } from './search.ts'

/** The figures of a period, one row per currency. */
export type Figures = {
  readonly whole: readonly TotalsRow[]
  readonly before: readonly TotalsRow[]
  readonly fees: readonly TotalsRow[]
  readonly uncounted: readonly TotalsRow[]
  readonly waiting: number
  /** Where the period holds nothing: the months that do. */
  readonly months: readonly string[]
}

const sums = { by: 'none', bucket: 'none' } as const

export async function askFigures(
  book: BookClient,
  { days, before }: Period,
  report: Report,
): Promise<Figures> {
  const [whole, earlier, fees, uncounted, waiting] = await Promise.all([
    book.totals(days, sums, report),
    before === null ? [] : book.totals(before, sums, report),
    book.totals(days, { by: 'feeType', bucket: 'none' }, report),
    book.totals({ ...days, standing: ['uncounted'] }, sums, report),
    book.waiting(0, 0),
  ])
  const months = whole.length > 0 ? [] : await book.totals({}, { by: 'none', bucket: 'month' }, {})
  return {
    whole,
    before: earlier,
    fees,
    uncounted,
    waiting: waiting.total,
    months: months.map(({ bucket }) => bucket),
  }
}

/** What a product is called; the shop only where two shops sell one of the same name. */
export type ProductName = { readonly title: string; readonly channel: string | null }
/** Rows of the currency that is shown. */
export type MixAnswer = {
  readonly rows: readonly TotalsRow[]
  readonly rest: MixRest | null
  /** What is sold, by id. */
  readonly titles: ReadonlyMap<string, ProductName>
}
export type MixQuestion = {
  readonly days: Days
  readonly by: MixKey
  readonly bucket: Bucket
  readonly report: Report
  readonly currency: string
  readonly figure: IncomeName
}

/** So many products have a colour and a name of their own. */
const namedProducts = 7

/** The parts over time; of products only the largest, however many there are: the answers stay a screenful. */
export async function askMix(book: BookClient, question: MixQuestion): Promise<MixAnswer> {
  const { days, by, bucket, report, currency, figure } = question
  if (by !== 'listing') {
    const rows = await book.totals(days, { by, bucket }, report)
    return { rows: shown(rows, currency), rest: null, titles: new Map() }
  }
  const sold = { filter: days, by: figure, currency, count: namedProducts + 1 }
  const { total, ids } = await book.largestListings(sold, report)
  const named = total > namedProducts + 1 ? ids.slice(0, namedProducts) : ids
  const largest = { ...days, listings: named }
  const [rows, all, listings] = await Promise.all([
    book.totals({ ...largest, listings: [0, ...named] }, { by, bucket }, report),
    book.totals(days, { by: 'none', bucket }, report),
    book.listings(largest, report),
  ])
  const keys = total - named.length
  const own = shown(rows, currency)
  const rest = keys === 0 ? null : { keys, rows: restOf(shown(all, currency), own) }
  return { rows: own, rest, titles: namesOf(listings) }
}

function namesOf(listings: readonly ListingRow[]): ReadonlyMap<string, ProductName> {
  const named = listings.map(({ id, title, sku, key, channel }) => ({
    id,
    channel,
    title: title || sku || key,
  }))
  const isTwice = (title: string) => named.filter((other) => other.title === title).length > 1
  return new Map(
    named.map(({ id, channel, title }) => [String(id), { title, channel: isTwice(title) ? channel : null }]),
  )
}

/** What the sales of a part have in common; the rest of the products has nothing. */
export function partFilter({ sort, key }: MixPart, by: MixKey): Filter {
  if (sort === 'rest') return {}
  if (by === 'listing') return { listings: [sort === 'untied' ? 0 : Number(key)] }
  if (by === 'channel') return { channels: [key] }
  return { streams: streams.filter((stream) => stream === key) }
}
