import type { BookClient, BrandServices } from '#data/services.ts'

/** What the list of products asks. */
export type ProductsServices = Pick<BrandServices, 'db' | 'today' | 'lists'> & {
  readonly book: Pick<BookClient, 'products' | 'totals' | 'subscribe'>
}
