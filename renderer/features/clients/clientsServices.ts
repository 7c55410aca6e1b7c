import type { BookClient, BrandServices } from '#data/services.ts'

/** What the screens of clients act with. */
export type ClientsServices = Pick<
  BrandServices,
  'db' | 'api' | 'today' | 'history' | 'lists' | 'views' | 'saveSheet'
> & {
  readonly book: Pick<
    BookClient,
    | 'clients'
    | 'client'
    | 'clientProposals'
    | 'contactsOf'
    | 'product'
    | 'sales'
    | 'sale'
    | 'totals'
    | 'tags'
    | 'countries'
    | 'find'
    | 'recalled'
    | 'subscribe'
    | 'unhurried'
  >
}
