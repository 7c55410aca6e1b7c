import type { DocumentKind } from '#shared/document/document.ts'
import type { Standing } from '#shared/document/standing.ts'

/** All that has to be true of a document; what is missing is any. */
export type DocumentsFilter = {
  readonly kinds?: readonly DocumentKind[]
  readonly isDraft?: boolean
  readonly standings?: readonly Standing[]
  /** First and last of its own day, `YYYY-MM-DD`, both included. */
  readonly from?: string
  readonly to?: string
  /** Keys of clients' rows. */
  readonly clients?: readonly string[]
  readonly currencies?: readonly string[]
  /** What it comes to, in minor units of one currency, both bounds included. */
  readonly amount?: { readonly currency: string; readonly from?: number; readonly to?: number }
  /** Words of the number, the buyer or the subject; folded. */
  readonly text?: string
}

export const documentSorts = [
  'day',
  'number',
  'kind',
  'buyer',
  'subject',
  'due',
  'standing',
  'payable',
  'open',
] as const
export type DocumentSort = (typeof documentSorts)[number]

export type DocumentsQuestion = {
  /** What is overdue, and which quotes have expired, is told as of this day. */
  readonly today: string
  readonly filter: DocumentsFilter
  readonly sort: { readonly by: DocumentSort; readonly descending: boolean }
  readonly from: number
  readonly count: number
  /** Only these, or all but these, by `DocumentRow.key`. */
  readonly keys?: readonly string[]
  readonly exceptKeys?: readonly string[]
}

export type DocumentRow = {
  /** Its id. */
  readonly key: string
  readonly kind: DocumentKind
  readonly standing: Standing
  /** '' in a draft. */
  readonly number: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** When the first part is due that is not paid yet, of a quote the last day it holds; ''. */
  readonly due: string
  readonly buyer: string
  /** Key of the client's row, or ''. */
  readonly client: string
  readonly subject: string
  readonly currency: string
  /** Minor units; a credit note is below 0. */
  readonly payable: number
  /** Still to be paid; below 0 what was paid too much. */
  readonly open: number
  readonly isDeposit: boolean
  /** `YYYY-MM-DD` it went out, or ''. */
  readonly sent: string
}

/** What documents come to in one currency, in minor units. */
export type DocumentSums = {
  readonly currency: string
  /**
   * Invoices less credit notes. Quotes and drafts are no money yet: they count where nothing else was asked for. What was
   * voided never counts.
   */
  readonly total: number
  readonly open: number
  /** The open amount of invoices that are overdue. */
  readonly overdue: number
}

export type DocumentsAnswer = {
  readonly total: number
  readonly rows: readonly DocumentRow[]
  readonly sums: readonly DocumentSums[]
  /** How many of those that match are not paid, overdue, and not issued yet. */
  readonly unpaid: number
  readonly overdue: number
  readonly drafts: number
}
