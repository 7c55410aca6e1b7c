import type { Standings } from '#shared/book/questions.ts'
import type { SaleRow } from '#shared/book/questions.ts'

export const refusalCodes = [
  'unreadable-amount',
  'unreadable-date',
  'unreadable-quantity',
  'missing-order-id',
  'missing-name',
  'missing-amount',
  'missing-date',
  'damaged-id',
  'unknown-currency',
  'missing-currency',
  'unknown-status',
  'order-head-missing',
  'too-many-cells',
  'cell-too-long',
  'amount-too-large',
  'broken-quotes',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** A row the file's format cannot read. The whole order is refused with it, so that the corrected rows can be imported by themselves. */
export type RefusedRow = {
  readonly row: number
  readonly code: RefusalCode
  /** The column's own name in the file, and the text that could not be read (cut to 200 characters). */
  readonly column: string
  readonly text: string
  readonly cells: readonly string[]
}

export const fileErrorCodes = [
  'empty-file',
  'not-text',
  'unknown-format',
  'too-many-columns',
  'unterminated-quote',
  'cell-too-long',
  'unreadable',
  'ambiguous-numbers',
] as const
export type FileErrorCode = (typeof fileErrorCodes)[number]
/** Why a whole file cannot be read; `row` where one is to blame. */
export type FileError = { readonly code: FileErrorCode; readonly row: number | null }

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What reading one file found, beside its entries. */
export type FileReport = {
  readonly format: string
  readonly channel: string
  /** The role of the file's source among the sources of a sale; a catalogue speaks of no sale. */
  readonly source: 'orders' | 'items' | 'payments' | 'statement' | 'catalogue'
  readonly encoding: Encoding
  readonly delimiter: ',' | ';' | '\t' | '|'
  readonly header: readonly string[]
  /** Data rows read, blank ones left out. */
  readonly rows: number
  /** First and last day of its rows, `YYYY-MM-DD`; '' where it has none. */
  readonly from: string
  readonly to: string
  /** Order exports: first and last sale day, which this account's orders are known for. */
  readonly coverage: { readonly account: string; readonly from: string; readonly to: string } | null
  readonly refused: readonly RefusedRow[]
}

/** A file as the import record keeps it. */
export type ImportedFile = Omit<FileReport, 'refused'> & {
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly account: string
  readonly refusedRows: number
}

/** A brand that holds a file of the same content. */
export type AlreadyIn = {
  readonly brand: string
  readonly brandId: string
  readonly importId: string
  readonly sameBrand: boolean
}

export type FileResult = { readonly name: string } & (
  | {
      readonly ok: true
      /** Holds only the first of its refused rows. */ readonly report: FileReport
      readonly refusedRows: number
      readonly sha256: string
      readonly account: string
      readonly alreadyIn: readonly AlreadyIn[]
    }
  | { readonly ok: false; readonly error: FileError }
)

/** How many products with all their variants, and customers, a catalogue states: new, said otherwise, already so. */
export type CatalogueChange = {
  readonly listings: { readonly added: number; readonly changed: number; readonly same: number }
  readonly customers: { readonly added: number; readonly changed: number; readonly same: number }
}

/** What a commit of the pending import would do; nothing of it counts yet. */
export type ImportPreview = {
  readonly importId: string
  readonly files: readonly FileResult[]
  readonly sales: { readonly added: number; readonly changed: number; readonly same: number }
  /** Events without a sale (listing fees, advertising, payouts): new and already there. */
  readonly others: { readonly added: number; readonly same: number }
  readonly catalogue: CatalogueChange
  /** What the import adds to the book's figures, by standing and currency. */
  readonly change: Standings
  readonly waiting: number
  /** Sales whose two versions differ and were decided only by the later import. */
  readonly decidedByOrder: number
  /** The first sales as they will be stored. */
  readonly first: readonly SaleRow[]
}

export type ImportProgress = {
  readonly phase: 'reading' | 'comparing' | 'backing-up' | 'saving'
  readonly file: number
  readonly files: number
  readonly rows: number
  readonly bytes: number
  readonly totalBytes: number
  readonly secondsLeft: number | null
}
