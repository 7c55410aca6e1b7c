import type { BookClient, BrandServices } from '#data/services.ts'

/** What the screens of one document act with. */
export type DocumentServices = Pick<BrandServices, 'db' | 'api' | 'today' | 'history'> & {
  readonly book: Pick<BookClient, 'clients' | 'contactsOf' | 'products' | 'subscribe'>
}
