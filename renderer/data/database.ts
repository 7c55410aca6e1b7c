import Dexie from 'dexie'
import type { Table } from 'dexie'
import type { Assignment, AssignmentRule } from '#shared/assignments/assignment.ts'
import type { StoredBeside } from '#shared/book/beside.ts'
import type { ColumnLayout } from '#shared/list/listState.ts'
import type { Rate, Summary } from '#shared/book/questions.ts'
import type { StoredCells } from '#shared/book/storedCells.ts'
import type { BrandProfile } from '#shared/brand/brand.ts'
import type { Client } from '#shared/client/client.ts'
import type { Business } from '#shared/document/business.ts'
import type { Document } from '#shared/document/document.ts'
import type { JournalEntry } from '#shared/document/journal.ts'
import type { Payment } from '#shared/document/payment.ts'
import type { Series } from '#shared/document/series.ts'
import type { HandSale } from '#shared/handSale/handSale.ts'
import { brandDatabaseName } from '#shared/identity.ts'
import type { ImportedFile, ImportPreview } from '#shared/imports/report.ts'
import type { Product } from '#shared/product/product.ts'
import type { Change, Heard, RecordDatabase } from './commit.ts'

/** Rows of `imports`. Book pages count only while their import's record says so. */
export type ImportRecord = {
  readonly id: string
  /** Later imports have larger numbers. */
  readonly order: number
  /** ISO 8601, UTC. */
  readonly committedAt: string
  /** `undone` can be redone until it is `swept`: then its pages are gone. */
  readonly status: 'done' | 'undone' | 'swept'
  readonly undoneAt: string | null
  readonly files: readonly ImportedFile[]
  /** Book pages and entries it wrote. */
  readonly pages: number
  readonly entries: number
  /** What the preview promised and the commit kept. */
  readonly result: ImportResult
}
export type ImportResult = Pick<
  ImportPreview,
  'sales' | 'others' | 'change' | 'waiting' | 'decidedByOrder'
> & {
  /** Not there in records from before catalogues could be read. */
  readonly catalogue?: ImportPreview['catalogue']
}

/** Columns of some thousand entries of one file (Arrow), with what proves them undamaged. */
export type StoredPage = {
  readonly importId: string
  /** From 0, without gaps. */
  readonly number: number
  readonly entries: number
  readonly file: number
  readonly firstRow: number
  readonly lastRow: number
  readonly columns: Uint8Array
  readonly columnsSha256: string
  readonly detailsSha256: string
}
/** The rows a page's entries came from, compressed. Apart from the columns, because a start reads only those. */
export type StoredDetails = { readonly importId: string; readonly number: number; readonly bytes: Uint8Array }

/** `id` is `from/to/day`: one rate for a day, typed twice it is replaced. */
export type RateRecord = Rate & { readonly id: string }

/** The brand describes itself, so that its database is whole by itself; and what it puts on its documents. */
export type SettingRecord = ProfileRecord | { readonly id: 'business'; readonly value: Business }
export type ProfileRecord = {
  readonly id: 'profile'
  /** What was kept before there were logos has none. */
  readonly value: Omit<BrandProfile, 'logo'> &
    Partial<Pick<BrandProfile, 'logo'>> & { readonly createdAt: string; readonly sample: boolean }
}

/** Can be thrown away: `stamp` names the imports it was counted from, `seq` the last change that it holds. */
export type StoredSummary =
  | { readonly id: 'all'; readonly stamp: string; readonly summary: Summary }
  | { readonly id: 'cells'; readonly stamp: string; readonly cells: StoredCells }
  | { readonly id: 'seq'; readonly seq: number }
  | { readonly id: 'beside'; readonly stamp: string; readonly seq: number; readonly beside: StoredBeside }

/** A way of looking at a list that was given a name: the search parameters of its screen. */
export type View = {
  readonly id: string
  readonly list: 'sales' | 'products' | 'clients' | 'documents'
  readonly name: string
  readonly order: number
  /** The view its screen opens with; at most one of a list. */
  readonly isDefault: boolean
  readonly search: Readonly<Record<string, unknown>>
  /** Where it says which columns, too. */
  readonly columns?: ColumnLayout
}

/** A picture or paper a record shows, named by the SHA-256 (hex) of its bytes. */
export type Attachment = {
  readonly id: string
  /** `image/webp` … */
  readonly type: string
  readonly bytes: Uint8Array
}

/** What `commit` can write. */
export type BrandRecords = {
  imports: ImportRecord
  assignments: Assignment
  rates: RateRecord
  settings: SettingRecord
  products: Product
  clients: Client
  handSales: HandSale
  rules: AssignmentRule
  views: View
  attachments: Attachment
  documents: Document
  payments: Payment
  series: Series
  journal: JournalEntry
}

/** Every shipped version, in order; none is ever edited. A backup is brought back at its own and upgraded from there. */
const versions: readonly Readonly<Record<string, string>>[] = [
  {
    changes: 'seq',
    imports: 'id',
    assignments: 'id',
    rates: 'id',
    settings: 'id',
    pages: '[importId+number]',
    details: '[importId+number]',
    summaries: 'id',
  },
  {
    products: 'id',
    clients: 'id',
    handSales: 'id',
    rules: 'id',
    views: 'id',
    attachments: 'id',
  },
  {
    // By number, so that none is given twice; by what they take back or carry out; by whom they are for.
    documents: 'id, issued.number, content.credits.document, content.follows.document, links.client',
    payments: 'id, *documents, client',
    series: 'id',
    journal: 'id',
  },
]
export const schemaVersion = versions.length

/** One brand. All that a person makes goes through `commit`; book pages and summaries through the page store. */
export class BrandDatabase extends Dexie implements RecordDatabase<BrandRecords> {
  declare readonly changes: Table<Change, number>
  declare readonly imports: Table<ImportRecord, string>
  declare readonly assignments: Table<Assignment, string>
  declare readonly rates: Table<RateRecord, string>
  declare readonly settings: Table<SettingRecord, string>
  declare readonly products: Table<Product, string>
  declare readonly clients: Table<Client, string>
  declare readonly handSales: Table<HandSale, string>
  declare readonly rules: Table<AssignmentRule, string>
  declare readonly views: Table<View, string>
  declare readonly attachments: Table<Attachment, string>
  declare readonly documents: Table<Document, string>
  declare readonly payments: Table<Payment, string>
  declare readonly series: Table<Series, string>
  declare readonly journal: Table<JournalEntry, string>
  declare readonly pages: Table<StoredPage, [importId: string, number: number]>
  declare readonly details: Table<StoredDetails, [importId: string, number: number]>
  declare readonly summaries: Table<StoredSummary, string>
  declare readonly records?: BrandRecords
  readonly brandId: string
  /** Told of each commit: the witness of what must be there from now on, and the book. */
  readonly committed: (change: Change) => Promise<Heard>

  constructor(
    brandId: string,
    told: (db: BrandDatabase, change: Change) => Promise<Heard | void> = async () => {},
    version = schemaVersion,
  ) {
    super(brandDatabaseName(brandId), { chromeTransactionDurability: 'strict' })
    this.brandId = brandId
    this.committed = async (change) => (await told(this, change)) ?? { witnessed: true }
    for (const [at, stores] of versions.slice(0, version).entries()) this.version(at + 1).stores(stores)
  }
}
