import type { ProductListing, ProductRow } from '#shared/book/partyQuestions.ts'
import type { Filter, Report, TotalsRow } from '#shared/book/questions.ts'
import { bucketsIn } from '#shared/calendar/buckets.ts'
import type { Days } from '#shared/calendar/period.ts'
import type { ListingSoldOn } from '#shared/product/costOfSales.ts'
import { bucketOfSpan, spanOf } from '#ui/chart/income.ts'
import type { ProductServices } from './productServices.ts'

type Book = ProductServices['book']

export type Asked = {
  readonly key: string
  /** The period, of sales that count. */
  readonly filter: Filter
  readonly report: Report
  /** The only currency, or the one all are shown in. */
  readonly currency: string
}

/** Everything the page of a product shows of money. */
export type ProductAnswer = {
  readonly row: ProductRow
  readonly listings: readonly ProductListing[]
  /** Of the currency that is shown. */
  readonly whole: readonly TotalsRow[]
  /** In other currencies, or without a rate to it. */
  readonly beside: readonly TotalsRow[]
  readonly channels: readonly TotalsRow[]
  readonly buckets: readonly string[]
  readonly span: Days | null
  readonly sold: readonly ListingSoldOn[]
}

/** null where the book knows no such product. */
export async function askProduct(
  book: Book,
  { key, filter, report, currency }: Asked,
): Promise<ProductAnswer | null> {
  const own = { ...filter, products: [key] }
  const [row, listings, all, months] = await Promise.all([
    book.product(key, filter, report),
    book.productListings(key, filter, report),
    book.totals(own, { by: 'none', bucket: 'none' }, report),
    book.totals(own, { by: 'channel', bucket: 'month' }, report),
  ])
  if (row === null) return null
  const isShown = (one: TotalsRow) => one.currency === currency && !one.unconverted
  const span = spanOf(months.filter(isShown), filter)
  const bucket = span && bucketOfSpan(span, filter.from !== undefined || filter.to !== undefined)
  const [channels, days] = await Promise.all([
    bucket === null || bucket === 'month' ? months : book.totals(own, { by: 'channel', bucket }, report),
    book.totals(own, { by: 'listing', bucket: 'day' }, report),
  ])
  return {
    row,
    listings,
    whole: all.filter(isShown),
    beside: all.filter((one) => !isShown(one)),
    channels: channels.filter(isShown),
    buckets: span === null || bucket === null ? [] : bucketsIn(span, bucket),
    span,
    sold: days.filter(isShown).map(({ key, bucket: day, units }) => ({ listing: Number(key), day, units })),
  }
}

/** Currencies a product earned in, the largest amount first. */
export async function currenciesOfProduct(book: Book, key: string): Promise<readonly string[]> {
  const rows = await book.totals({ products: [key] }, { by: 'none', bucket: 'none' }, {})
  return rows
    .filter(({ measures }) => Object.values(measures).some((minor) => minor !== 0))
    .toSorted((a, b) => b.measures.gross - a.measures.gross || (a.currency < b.currency ? -1 : 1))
    .map(({ currency }) => currency)
}
