import type { BookClient, BrandServices } from '#data/services.ts'
import type { Api } from '#shared/ipc/contract.ts'

/** What the sales screen acts with. */
export type SalesServices = Pick<BrandServices, 'db' | 'today' | 'lists' | 'views'> & {
  readonly book: Pick<
    BookClient,
    'sales' | 'sale' | 'totals' | 'listings' | 'buyers' | 'search' | 'sourceRow' | 'subscribe'
  >
  readonly api: Pick<Api, 'saveText'>
}
