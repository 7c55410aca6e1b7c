import type { BookClient } from '#data/services.ts'
import { streams } from '#shared/book/entry.ts'
import type { Filter, ListingRow, Report, TotalsRow } from '#shared/book/questions.ts'
import type { Days } from '#shared/calendar/period.ts'
import { cameIn } from './figures.ts'
import type { MixPart } from './mix.ts'
import type { Bucket, Period } from './period.ts'
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
export type MixAnswer = {
  readonly rows: readonly TotalsRow[]
  /** What is sold, by id. */
  readonly titles: ReadonlyMap<string, ProductName>
}

/** So many products have a colour and a name of their own. */
export const namedProducts = 7

export async function askMix(
  book: BookClient,
  days: Days,
  by: MixKey,
  bucket: Bucket,
  report: Report,
): Promise<MixAnswer> {
  const rows = await book.totals(days, { by, bucket }, report)
  if (by !== 'listing') return { rows, titles: new Map() }
  const listings = await book.listings({ ...days, listings: largestOf(rows) }, report)
  return { rows, titles: namesOf(listings) }
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

/** Ids of the products worth a name, whichever figure or currency is shown. */
function largestOf(rows: readonly TotalsRow[]): number[] {
  const byKey = new Map<string, number>()
  const largest = new Set<string>()
  for (const currency of new Set(rows.map((row) => row.currency))) {
    for (const figure of [cameIn, ({ kept }: TotalsRow['measures']) => kept]) {
      byKey.clear()
      for (const row of rows)
        if (row.key !== '' && row.currency === currency)
          byKey.set(row.key, (byKey.get(row.key) ?? 0) + figure(row.measures))
      for (const [key] of [...byKey].toSorted((one, other) => other[1] - one[1]).slice(0, namedProducts + 1))
        largest.add(key)
    }
  }
  return [...largest].map(Number)
}

/** What the sales of a part have in common; the rest of the products has nothing. */
export function partFilter({ sort, key }: MixPart, by: MixKey): Filter {
  if (sort === 'rest') return {}
  if (by === 'listing') return { listings: [sort === 'untied' ? 0 : Number(key)] }
  if (by === 'channel') return { channels: [key] }
  return { streams: streams.filter((stream) => stream === key) }
}
