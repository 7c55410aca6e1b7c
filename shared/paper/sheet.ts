import type { Document, Seller } from '#shared/document/document.ts'

/** Something to be printed. All that stands on it follows from this. */
export type Sheet = {
  /** A delivery note is an invoice or a quote without its prices. */
  readonly kind: 'document' | 'deliveryNote'
  readonly document: Document
  /** Of a draft: as the seller is now. */
  readonly seller: Seller
  /** The day a draft would be issued, `YYYY-MM-DD`. */
  readonly today: string
}
