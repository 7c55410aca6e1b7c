import type { EntryBatch } from '#shared/book/entry.ts'
import type { ImportPreview, ImportProgress, FileError, FileReport } from '#shared/imports/report.ts'
import type { Result } from '#shared/result.ts'
import type { BookClient } from './services.ts'

/** Imports whose stored book pages are missing or not what was written. */
export type BookDamage = { readonly code: 'damaged'; readonly imports: readonly string[] }

/** The questions of `BookClient`, and what only the data layer may ask of the book. */
export type BookWorker = Omit<BookClient, 'subscribe' | 'storedSummary' | 'close'> & {
  /** Reads the brand's book pages into memory, each checked against its hash. Questions wait for it. */
  readonly open: (brandId: string) => Promise<Result<null, BookDamage>>
  readonly beginImport: (importId: string, order: number) => Promise<void>
  /** Stores a batch as a book page of a pending import. */
  readonly addBatch: (importId: string, batch: EntryBatch) => Promise<void>
  /** Whether the book, or the pending import, has an order export that speaks of the sale with this key. */
  readonly knowsOrder: (high: number, low: number) => Promise<boolean>
  readonly accountsOf: (channel: string) => Promise<readonly string[]>
  readonly previewImport: (importId: string, coverage: readonly Coverage[]) => Promise<PendingImport>
  /** Shows or hides what an import brought, and stores the new summary. */
  readonly showImport: (importId: string, visible: boolean) => Promise<Result<null, BookDamage>>
  /** Takes a pending import out of memory and storage. */
  readonly discardImport: (importId: string) => Promise<void>
  /** Removes stored pages that belong to no import. */
  readonly sweep: () => Promise<void>
  readonly close: () => Promise<void>
}
export type Coverage = NonNullable<FileReport['coverage']>
export type PendingImport = Omit<ImportPreview, 'importId' | 'files'> & { readonly pages: number; readonly entries: number }

export type FileToRead = { readonly handle: string; readonly name: string; readonly size: number; readonly account: string | null }

/** Reads files into the book, one import at a time. */
export type ReaderWorker = {
  readonly read: (
    importId: string,
    files: readonly FileToRead[],
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<readonly Result<FileReport & { readonly account: string }, FileError>[]>
  /** Ends the reading at once. */
  readonly stop: () => void
}

/** What runs beside the window: started by the composition root, run in-process by tests. */
export type Workers = {
  readonly startBook: () => BookWorker
  readonly startReader: (book: BookWorker) => ReaderWorker
}
