import type { BookClient, BrandServices } from '#data/services.ts'

/** What the sales screen acts with. */
export type SalesServices = Pick<BrandServices, 'db' | 'today' | 'lists' | 'views' | 'saveSheet'> & {
  readonly book: Pick<
    BookClient,
    | 'sales'
    | 'sale'
    | 'client'
    | 'totals'
    | 'product'
    | 'listings'
    | 'buyers'
    | 'find'
    | 'sourceRow'
    | 'subscribe'
  >
}
