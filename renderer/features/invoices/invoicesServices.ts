import type { BookClient, BrandServices } from '#data/services.ts'

/** What the list of documents acts with. */
export type InvoicesServices = Pick<
  BrandServices,
  'db' | 'today' | 'history' | 'lists' | 'views' | 'saveSheet'
> & {
  readonly book: Pick<BookClient, 'documents' | 'find' | 'recalled' | 'subscribe'>
}
