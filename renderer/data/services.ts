import type { ClientProposal } from '#shared/client/proposals.ts'
import type { SaleKeys } from '#shared/book/saleKeys.ts'
import type { DocumentsAnswer, DocumentsQuestion } from '#shared/book/documentQuestions.ts'
import type { RecordChange } from '#shared/book/applyRecords.ts'
import type { Tagged } from '#shared/book/tags.ts'
import type { RecordsEffect } from '#shared/book/previewRecords.ts'
import type { BrandDatabase, View } from '#data/database.ts'
import type { History } from './history.ts'
import type { RecentlyOpened } from '#data/recent.ts'
import type { Registry } from '#data/registry.ts'
import type {
  ClientRow,
  ContactRow,
  OfferRow,
  ClientsAnswer,
  ClientsQuestion,
  ProductListing,
  ProductRow,
  ProductsAnswer,
  ProductsQuestion,
  ProposalsAnswer,
  ProposalsQuestion,
} from '#shared/book/partyQuestions.ts'
import type {
  BuyerRow,
  Filter,
  Group,
  LargestListings,
  LargestQuestion,
  ListingRow,
  Report,
  ReturningAnswer,
  SaleDetail,
  SalesAnswer,
  SalesQuestion,
  Findings,
  Hit,
  HitKey,
  Summary,
  TotalsRow,
  WaitingRow,
  Origin,
} from '#shared/book/questions.ts'
import type { FileResult, ImportPreview, ImportProgress, RefusedRow } from '#shared/imports/report.ts'
import type { Api, ChosenFile } from '#shared/ipc/contract.ts'
import type { ListStates } from '#shared/list/listStates.ts'
import type { SaveSheet } from '#shared/sheet/sheetRequest.ts'
import type { ViewStore } from '#shared/list/views.ts'
import type { Result } from '#shared/result.ts'

/** A row as it stood in its file. */
export type SourceRow = {
  readonly fileName: string
  readonly row: number
  readonly header: readonly string[]
  readonly cells: readonly string[]
}

/** The book of the open brand: every question about money, answered in its worker. Answers are a screenful, never whole tables. */
export type BookClient = {
  readonly totals: (filter: Filter, group: Group, report: Report) => Promise<readonly TotalsRow[]>
  /** New against returning buyers. */
  readonly returning: (filter: Filter, bucket: Group['bucket'], report: Report) => Promise<ReturningAnswer>
  readonly sales: (question: SalesQuestion, report: Report) => Promise<SalesAnswer>
  readonly sale: (key: string) => Promise<SaleDetail | null>
  /** Under which keys the book knows these sales. */
  readonly saleKeys: (named: readonly string[]) => Promise<readonly SaleKeys[]>
  /** null where they are still being worked out: asking again goes on with it, step by step. */
  readonly clientProposals: () => Promise<readonly ClientProposal[] | null>
  /** What a change of records would change; nothing is changed. */
  readonly preview: (changes: readonly RecordChange[]) => Promise<RecordsEffect>
  readonly products: (question: ProductsQuestion, report: Report) => Promise<ProductsAnswer>
  /** The listings of a product, by the key of its row. */
  readonly productListings: (
    key: string,
    filter: Filter,
    report: Report,
  ) => Promise<readonly ProductListing[]>
  /** Listings that could become products, or belong to them. */
  readonly proposals: (question: ProposalsQuestion) => Promise<ProposalsAnswer>
  /** Every tag in use, or those that these carry, in the order of the alphabet. */
  readonly tags: (on?: Tagged) => Promise<readonly string[]>
  /** Quotes, invoices and credit notes; the book knows what is paid of each. */
  readonly documents: (question: DocumentsQuestion) => Promise<DocumentsAnswer>
  /** The countries clients are from, ISO 3166-1 alpha-2. */
  readonly countries: () => Promise<readonly string[]>
  readonly clients: (question: ClientsQuestion, report: Report) => Promise<ClientsAnswer>
  /** By the key of its row; null where the book knows none. */
  readonly product: (key: string, filter: Filter, report: Report) => Promise<ProductRow | null>
  readonly client: (key: string, filter: Filter, report: Report) => Promise<ClientRow | null>
  /** What the shops' lists of customers say of a client, read from their files again. */
  readonly contactsOf: (key: string) => Promise<readonly ContactRow[]>
  /** What the shops' catalogues say of a product in words, read from their files again. */
  readonly offersOf: (key: string) => Promise<readonly OfferRow[]>
  readonly listings: (filter: Filter, report: Report) => Promise<readonly ListingRow[]>
  readonly largestListings: (question: LargestQuestion, report: Report) => Promise<LargestListings>
  readonly buyers: (filter: Filter, report: Report) => Promise<readonly BuyerRow[]>
  /** Sales, clients and products with all of the typed words, at most so many of each sort. */
  readonly find: (text: string, most: number) => Promise<Findings>
  /** What these are called now; null where the book knows none (any more). */
  readonly recalled: (asked: readonly HitKey[]) => Promise<readonly (Hit | null)[]>
  readonly waiting: (
    from: number,
    count: number,
  ) => Promise<{ readonly total: number; readonly rows: readonly WaitingRow[] }>
  readonly summary: () => Promise<Summary>
  readonly sourceRow: (origin: Origin) => Promise<SourceRow | null>
  /** Called after each change of the book, with its new version. Returns the function that stops listening. */
  readonly subscribe: (listener: (version: number) => void) => () => void
  /** The summary stored at the last change; there before the columns are loaded. */
  readonly storedSummary: () => Promise<Summary | null>
  /** Asks once nobody waits for another answer, and only what is still wanted then: for what fills in beside. */
  readonly unhurried: <T>(isWanted: () => boolean, ask: (book: UnhurriedBook) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** What can be asked unhurried. */
type UnhurriedBook = Pick<BookClient, 'totals' | 'returning' | 'products' | 'clients' | 'clientProposals'>

export type ImportFailure =
  | { readonly code: 'cancelled' | 'disk-full' | 'unreadable' | 'storage-failed' }
  /** None of the files can be read; each says why. */
  | { readonly code: 'no-readable-file'; readonly files: readonly FileResult[] }
  /**
   * Something nobody foresaw, to be logged: before anything was stored, after all of it was (the next start shows it), or
   * with a database that does not say which.
   */
  | { readonly code: 'broken' | 'stored-not-shown' | 'outcome-unknown'; readonly cause: unknown }
export type Imported = {
  readonly importId: string
  /** It is stored and counts, but the witness beside the database could not be told; the next change tells it. */
  readonly unwitnessed?: true
}
/** One import on its way: previewed, then committed or cancelled. One at a time. */
export type ImportSession = {
  readonly preview: ImportPreview
  /** All refused rows of one file, at most `count` from `from`. */
  readonly refused: (file: number, from: number, count: number) => Promise<readonly RefusedRow[]>
  /** The refused rows as CSV text with the file's own header, to be corrected and imported. */
  readonly refusedCsv: (file: number) => Promise<string>
  /** All of what the preview promised, or nothing. */
  readonly commit: (
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<Result<Imported, ImportFailure>>
  /** Lets go of what was read. The chosen files stay open, to be read again for another account, until they are released. */
  readonly cancel: () => Promise<void>
}
export type ImportRequest = {
  readonly files: readonly ChosenFile[]
  /** Account name by handle; without one, the only account of that channel, else ''. */
  readonly accounts: Readonly<Record<string, string>>
  readonly onProgress: (progress: ImportProgress) => void
  readonly signal: AbortSignal
}

/** What screens act with; passed down from the composition root, so that tests need no mocks. */
export type Services = {
  readonly api: Api
  readonly registry: Registry
  /** Today as a calendar day in the brand's time zone, `YYYY-MM-DD`. */
  readonly today: () => string
}
/** The open brand. */
export type BrandServices = Services & {
  readonly db: BrandDatabase
  readonly book: BookClient
  readonly history: History
  /** How each list looks and was left. */
  readonly lists: ListStates
  readonly saveSheet: SaveSheet
  readonly recent: RecentlyOpened
  /** The named views of a list. */
  readonly views: (list: View['list']) => ViewStore
  readonly startImport: (request: ImportRequest) => Promise<Result<ImportSession, ImportFailure>>
  /** Hides all an import brought; its pages stay for 30 days, so that this can itself be undone. */
  readonly undoImport: (importId: string) => Promise<Result<null, { readonly code: 'storage-failed' }>>
  readonly redoImport: (
    importId: string,
  ) => Promise<Result<null, { readonly code: 'storage-failed' | 'swept' }>>
}
