import type { BrandServices } from '#data/services.ts'
import type { IssuedDocument } from '#shared/document/derive.ts'
import type { Around } from '#data/documents/related.ts'
import type { Settled, Standing } from '#shared/document/standing.ts'

/** What the page of an issued document acts with. */
export type IssuedServices = Pick<BrandServices, 'db' | 'today' | 'history'> & {
  readonly api: Pick<BrandServices['api'], 'printPaper' | 'savePaper'>
}

/** Where the page leads to. */
export type IssuedPlaces = {
  readonly onDocument: (id: string) => void
  readonly onClient: (id: string) => void
}

/** An issued document with all that came of it. */
export type Opened = {
  readonly document: IssuedDocument
  readonly around: Around
  readonly settled: Settled
  readonly standing: Standing
  /** Minor units still to be paid; below 0 what was paid too much. */
  readonly open: number
}
