import type { BookClient, BrandServices } from '#data/services.ts'

/** What the sales screen acts with. */
export type SalesServices = Pick<
  BrandServices,
  'db' | 'today' | 'lists' | 'views' | 'saveSheet' | 'history'
> & {
  readonly book: Pick<
    BookClient,
    | 'sales'
    | 'sale'
    | 'saleKeys'
    | 'client'
    | 'preview'
    | 'totals'
    | 'product'
    | 'listings'
    | 'buyers'
    | 'find'
    | 'recalled'
    | 'tags'
    | 'sourceRow'
    | 'subscribe'
  >
}

/** Where a sale leads to. */
export type SalesPlaces = {
  readonly onClient: (key: string) => void
  readonly onProduct: (key: string) => void
  readonly onNewSale: () => void
  /** A sale a person typed, by the id of its record. */
  readonly onEditSale: (id: string) => void
  readonly onMakeRule: (about: { readonly title?: string; readonly sku?: string }) => void
}
