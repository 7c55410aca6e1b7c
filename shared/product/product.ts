import type { Stream } from '#shared/book/entry.ts'

export const productKinds = [
  'physical',
  'digital',
  'printOnDemand',
  'course',
  'service',
  'membership',
] as const
export type ProductKind = (typeof productKinds)[number]

/** A listing on one account of a channel, as the book names it (`accountKey` and `id:1410000001`, `sku:MUG-L`, `name:…`). */
export type ListingRef = { readonly account: string; readonly key: string }

/** Integer minor units of an ISO 4217 currency. */
export type Price = { readonly currency: string; readonly amount: number }
/** What one piece costs its maker from a calendar day on (`YYYY-MM-DD`; '' = always). */
export type Cost = Price & { readonly from: string }

/** What a brand sells, as a person describes it. One product may have many listings; a listing belongs to one product. */
export type Product = {
  /** UUIDv7. */
  readonly id: string
  readonly kind: ProductKind
  readonly name: string
  readonly sku: string
  /** Id of an attachment, or null. */
  readonly image: string | null
  readonly listings: readonly ListingRef[]
  readonly price: Price | null
  /** In the order of `from`. */
  readonly costs: readonly Cost[]
  /** Pieces; null = not counted. */
  readonly stock: number | null
  readonly tags: readonly string[]
  /** '' = as its kind and its listings say. */
  readonly stream: Stream
  readonly note: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** No longer sold: kept with its history, out of the usual list. */
  readonly archived: boolean
}
