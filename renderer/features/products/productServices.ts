import type { BookClient, BrandServices } from '#data/services.ts'
import type { Api } from '#shared/ipc/contract.ts'

/** What a product's page asks and does. */
export type ProductServices = Pick<BrandServices, 'db' | 'today' | 'history'> & {
  readonly book: Pick<
    BookClient,
    | 'product'
    | 'productListings'
    | 'offersOf'
    | 'products'
    | 'totals'
    | 'clients'
    | 'sales'
    | 'tags'
    | 'subscribe'
  >
  readonly api: Pick<Api, 'saveText' | 'savePicture'>
}
