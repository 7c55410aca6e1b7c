import type { BookClient, BrandServices } from '#data/services.ts'

/** What the list of products asks and does. */
export type ProductsServices = Pick<
  BrandServices,
  'db' | 'today' | 'lists' | 'views' | 'history' | 'saveSheet'
> & {
  readonly book: Pick<BookClient, 'products' | 'proposals' | 'totals' | 'tags' | 'subscribe'>
}
