import { byTypedRates } from '#shared/book/convert.ts'
import type { Rate } from '#shared/book/questions.ts'
import { catalogueCosts, costOfListings, type CostOfSales } from '#shared/product/costOfSales.ts'
import type { Cost } from '#shared/product/product.ts'
import type { ProductAnswer } from './askProduct.ts'

/** What the sold pieces cost, and who says so. */
export type CostKnown = CostOfSales & { readonly by: 'person' | 'catalogue' }

/** By the person's own costs; without any by those of catalogues; null where nobody says anything. */
export function costOfProduct(
  { sold, listings }: Pick<ProductAnswer, 'sold' | 'listings'>,
  own: readonly Cost[],
  currency: string,
  rates: readonly Rate[],
): CostKnown | null {
  const stated = own.length > 0 ? () => own : catalogueCosts(listings)
  if (stated === null) return null
  const cost = costOfListings(sold, stated, (one, day) =>
    byTypedRates(one.currency, currency, rates)(one.amount, day),
  )
  return { ...cost, by: own.length > 0 ? 'person' : 'catalogue' }
}
