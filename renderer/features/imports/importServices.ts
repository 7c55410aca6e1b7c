import type { BookClient, BrandServices } from '#data/services.ts'
import type { Api } from '#shared/ipc/contract.ts'

/** What imports act with. */
export type ImportServices = Pick<BrandServices, 'db' | 'startImport' | 'undoImport' | 'redoImport'> & {
  readonly book: Pick<BookClient, 'waiting' | 'subscribe'>
  readonly api: Pick<Api, 'chooseFiles' | 'saveText' | 'releaseFiles'>
}
