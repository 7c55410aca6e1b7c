import type { RecordChange } from '#shared/book/applyRecords.ts'
import type { EntryBatch, Key } from '#shared/book/entry.ts'
import type { PendingPreview } from '#shared/book/pending.ts'
import type { FileError, FileReport, ImportProgress, RefusedRow } from '#shared/imports/report.ts'
import type { Manifest } from '#shared/backup/manifest.ts'
import type { Refusal } from '#shared/backup/refusal.ts'
import type { BackupFailure, Input } from '#shared/ipc/contract.ts'
import type { OrderHead } from '#shared/reading/continueOrders.ts'
import type { Result } from '#shared/result.ts'
import type { SampleFile } from '#shared/sample/sampleBrand.ts'
import type { NextLines, SheetSpec } from '#shared/sheet/sheetRequest.ts'
import type { ProfileRecord } from './database.ts'
import type { OpenError } from './openDatabase.ts'
import type { BookClient } from './services.ts'
import type { StorageFailure } from './storageFailure.ts'

/** Imports whose stored book pages are missing or not what was written. */
export type BookDamage = { readonly code: 'damaged'; readonly imports: readonly string[] }

/** The questions of `BookClient`, and what only the data layer may ask of the book. */
export type BookWorker = Omit<BookClient, 'subscribe' | 'unhurried' | 'storedSummary' | 'close'> & {
  /** Reads the brand's book pages into memory, each checked against its hash. Questions wait for it. */
  readonly open: (brandId: string) => Promise<Result<null, BookDamage>>
  /**
   * As the questions of the same names, for what fills in beside the figures: the last answers are stored, and given at the
   * next start until the book is read.
   */
  readonly besideProducts: BookClient['products']
  readonly besideClients: BookClient['clients']
  readonly besideReturning: BookClient['returning']
  /** Names of the accounts the book knows on a channel. */
  readonly accountsOf: (channel: string) => Promise<readonly string[]>
  /** Begins a pending import; one that was begun before is let go. */
  readonly beginImport: (importId: string, order: number) => Promise<void>
  /** Stores a batch as a book page of the pending import. */
  readonly addBatch: (importId: string, batch: EntryBatch) => Promise<Result<null, StorageFailure>>
  /** What order exports say of the orders with these keys, in the pending import or else in the book. */
  readonly orderHeads: (importId: string, keys: readonly Key[]) => Promise<readonly (OrderHead | null)[]>
  readonly previewImport: (importId: string, coverage: readonly FileCoverage[]) => Promise<PendingImport>
  /** Lets a pending import that is now committed count. */
  readonly adoptImport: (importId: string) => Promise<void>
  /** Shows or hides what a committed import brought. */
  readonly showImport: (importId: string, visible: boolean) => Promise<Result<null, BookDamage>>
  /** Takes a pending import out of memory and storage. */
  readonly discardImport: (importId: string) => Promise<void>
  /** Takes in a change of records, of which the commit has this number. */
  readonly applyChange: (seq: number, changes: readonly RecordChange[]) => Promise<void>
  readonly close: () => Promise<void>
}
export type FileCoverage = NonNullable<FileReport['coverage']>
export type PendingImport = PendingPreview & { readonly pages: number; readonly entries: number }

/** `account` is the name the person gave; null leaves it to what the book knows of the channel. */
export type FileToRead = {
  readonly handle: string
  readonly name: string
  readonly size: number
  readonly account: string | null
}
/** Of the refused rows the report holds only the first; the others stay with the reader. */
export type ReadFile = { readonly report: FileReport; readonly refusedRows: number; readonly account: string }

/** Reads files into a pending import, one import at a time. Entries name a file by its place among those that can be read. */
export type ReaderWorker = {
  readonly read: (
    importId: string,
    order: number,
    files: readonly FileToRead[],
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<Result<readonly Result<ReadFile, FileError>[], StorageFailure>>
  /** Refused rows of a file that was read, by its place among the chosen ones. */
  readonly refused: (file: number, from: number, count: number) => Promise<readonly RefusedRow[]>
  readonly refusedCsv: (file: number) => Promise<string>
  /** Ends whatever it does at once. */
  readonly stop: () => void
}

/** Writes the sample brand's files. */
export type SampleWorker = {
  readonly sample: (today: string) => Promise<readonly SampleFile[]>
  readonly stop: () => void
}

/** Turns the lines of a list into a file's bytes. */
export type SheetWorker = {
  /** Asks for lines and hands on bytes until there are no more; `put` answers false where it is to end. */
  readonly write: (
    spec: SheetSpec,
    next: NextLines,
    put: (bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>,
  ) => Promise<void>
  readonly stop: () => void
}

/** A brand's database as a backup would find it; what it is called and was first called knows the registry. */
export type BrandAsFound = Pick<Input<'beginBackup'>, 'schema' | 'lastChange' | 'pages' | 'sales'> & {
  /** Nothing was done in it yet beside naming it. */
  readonly isEmpty: boolean
  /** How many there are of each kind of record. */
  readonly rows: Readonly<Record<string, number>>
}
/** What was sent of a brand, for `finishBackup`. */
export type SentBackup = Pick<Input<'finishBackup'>, 'tables' | 'files'>
/** How much of the work is done, in book pages or entries. */
export type BackupProgress = { readonly done: number; readonly total: number }
export type FillFailure = { readonly code: Refusal } | StorageFailure

/** Reads a brand's database into a backup, and a backup into a database. Bytes go to and from main without the window. */
export type BackupWorker = {
  readonly find: (brandId: string) => Promise<Result<BrandAsFound, OpenError>>
  readonly send: (
    brandId: string,
    handle: string,
    onProgress: (progress: BackupProgress) => void,
  ) => Promise<Result<SentBackup, { readonly code: BackupFailure }>>
  /** Fills a database that does not exist yet, checks it against the manifest, and brings it to the present schema. */
  readonly fill: (
    brandId: string,
    handle: string,
    manifest: Manifest,
    onProgress: (progress: BackupProgress) => void,
  ) => Promise<Result<ProfileRecord['value'], FillFailure>>
  readonly stop: () => void
}

/** What runs beside the window: started by the composition root, run in-process by tests. */
export type Workers = {
  readonly startBook: () => BookWorker
  readonly startReader: (book: BookWorker) => ReaderWorker
  readonly startWriter: () => SampleWorker
  readonly startSheet: () => SheetWorker
  readonly startBackup: () => BackupWorker
}
