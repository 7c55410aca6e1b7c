import type { Circle } from '#shared/client/client.ts'
import type { ListingRef, Price, ProductKind } from '#shared/product/product.ts'
import type { Evidence } from '#shared/product/proposals.ts'
import type { ContactTexts, OfferTexts } from '#shared/reading/readAgain.ts'
import type { Stream } from './entry.ts'
import type { Filter, Measures, Origin } from './questions.ts'

/** What lists of products and clients show of money. Integer minor units. */
export type PartyFigures = Pick<Measures, 'gross' | 'refunds' | 'fees' | 'kept'>
export type PartySums = readonly { readonly currency: string; readonly figures: PartyFigures }[]

export type ProductSort =
  | 'name'
  | 'sku'
  | 'kind'
  | 'units'
  | 'sales'
  | 'gross'
  | 'refunds'
  | 'fees'
  | 'kept'
  | 'last'
  | 'price'
  | 'stock'
/**
 * Sold or not in the time and place that is asked for, never sold at all, or with no listing on any channel that a file
 * speaks of.
 */
export const sellings = ['sold', 'unsold', 'never', 'unlisted'] as const
export type Selling = (typeof sellings)[number]
export type ProductsQuestion = {
  /**
   * Which money counts. Rows are chosen by its `channels`, `accounts` and `streams` alone: what earned there, and what is
   * listed there.
   */
  readonly filter: Filter
  /** Name or SKU, folded. */
  readonly text?: string
  /** Records, or listings that belong to none. Default: both. */
  readonly show?: 'records' | 'found'
  readonly kinds?: readonly ProductKind[]
  readonly tags?: readonly string[]
  /** How it sells; any of these will do. */
  readonly selling?: readonly Selling[]
  /** Default: not archived. */
  readonly archived?: boolean
  /** Only these rows, or all but these. */
  readonly keys?: readonly string[]
  readonly exceptKeys?: readonly string[]
  readonly sort: { readonly by: ProductSort; readonly descending: boolean }
  readonly from: number
  readonly count: number
}
/** Where a price or stock comes from that no record says: the catalogue of a shop, and its first row about the product. */
export type Listed = {
  readonly channel: string
  readonly account: string
  /** The price is the lowest of several: variants differ. */
  readonly pricesDiffer: boolean
  readonly origin: Origin
}
export type ProductRow = {
  /** Id of the record, or `account␟key` of a listing that belongs to none. */
  readonly key: string
  readonly isRecord: boolean
  readonly name: string
  readonly sku: string
  /** '' where no record says it. */
  readonly kind: ProductKind | ''
  /** What its sales say it is. */
  readonly kindSold: ProductKind
  /** The stream in effect, '' = as each sale says. */
  readonly stream: Stream
  /** Id of an attachment, or null. */
  readonly image: string | null
  readonly tags: readonly string[]
  readonly channels: readonly string[]
  readonly listings: number
  readonly price: Price | null
  readonly stock: number | null
  /** Null where the record says them itself, or nobody does. */
  readonly priceFrom: Listed | null
  readonly stockFrom: Listed | null
  readonly archived: boolean
  readonly units: number
  readonly sales: number
  /** Last day with a sale, or ''. */
  readonly last: string
  readonly sums: PartySums
}
export type ProductsAnswer = {
  readonly total: number
  readonly rows: readonly ProductRow[]
  readonly sums: PartySums
}

/** A listing of a product, with its own figures. */
export type ProductListing = {
  /** Its number in the book, by which totals name it. */
  readonly id: number
  readonly ref: ListingRef
  readonly channel: string
  readonly accountName: string
  readonly title: string
  readonly sku: string
  /** Named by the product, the same as one that is, given by a rule, or what sales by hand call it. */
  readonly how: 'own' | 'same' | 'rule' | 'hand'
  /** What the channel's own catalogue says; null where it does not. */
  readonly price: Price | null
  /** What the catalogue says a piece costs the seller, and its row. */
  readonly cost: Price | null
  readonly costOrigin: Origin | null
  readonly stock: number | null
  readonly units: number
  readonly sales: number
  /** Last day with a sale, or ''. */
  readonly last: string
  readonly sums: PartySums
}

/** What a shop's catalogue says of a product in words. */
export type OfferRow = OfferTexts & {
  /** `accountKey` of the shop. */
  readonly account: string
  readonly origin: Origin
}

/** What a shop's list of customers says of a client. */
export type ContactRow = ContactTexts & {
  readonly channel: string
  /** The buyer's key on the channel. */
  readonly identity: string
  readonly origin: Origin
}

export type ProposalSort = 'name' | 'kind' | 'evidence' | 'units' | 'gross'
export type ProposalsQuestion = {
  /** Name or SKU, folded. */
  readonly text?: string
  /** Without listings that stand by themselves. */
  readonly joinsOnly?: boolean
  readonly keys?: readonly string[]
  readonly exceptKeys?: readonly string[]
  readonly sort: { readonly by: ProposalSort; readonly descending: boolean }
  readonly from: number
  readonly count: number
}
/** Listings without a record that should be one product: a new one, or one there is. */
export type ProposalRow = {
  /** `account␟key` of its first listing: every listing is in one proposal only. */
  readonly key: string
  /** The record that should take them up, or null. */
  readonly product: { readonly id: string; readonly name: string } | null
  readonly name: string
  readonly sku: string
  /** Guessed from the streams its sales had. */
  readonly kind: ProductKind
  /** null: one listing by itself. */
  readonly evidence: Evidence | null
  /** Titles that are only alike want to be looked at. */
  readonly isSure: boolean
  readonly listings: readonly ProposedListing[]
  readonly units: number
  readonly sums: PartySums
  /** Gross in the currency most of the money is in. */
  readonly figure: number
}
export type ProposedListing = {
  readonly ref: ListingRef
  readonly channel: string
  readonly accountName: string
  readonly title: string
  readonly sku: string
}
export type ProposalsAnswer = {
  readonly total: number
  readonly rows: readonly ProposalRow[]
  /** Keys of all that are not sure, whatever the question. */
  readonly doubtful: readonly string[]
}

export type ClientSort =
  | 'name'
  | 'channel'
  | 'sales'
  | 'gross'
  | 'refunds'
  | 'fees'
  | 'kept'
  | 'first'
  | 'last'
  | 'followUp'
/** Who bought for the first time in the time that is asked for, and who had bought before it. */
export type Acquaintance = 'fresh' | 'returning'
/** What somebody bought for in one currency, minor units, both bounds included; who bought nothing in it is left out. */
export type GrossRange = { readonly currency: string; readonly from?: number; readonly to?: number }
export type ClientsQuestion = {
  /** Which money counts; clients without any are left out, but for records where nothing is filtered. */
  readonly filter: Filter
  /** Name, mail or handle, folded. */
  readonly text?: string
  readonly show?: 'records' | 'found'
  readonly circles?: readonly Circle[]
  readonly tags?: readonly string[]
  /** Only clients to come back to on or before this day. */
  readonly followUpBy?: string
  readonly acquaintance?: Acquaintance
  /** ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[]
  readonly gross?: GrossRange
  /** Only these rows, or all but these. */
  readonly keys?: readonly string[]
  readonly exceptKeys?: readonly string[]
  readonly sort: { readonly by: ClientSort; readonly descending: boolean }
  readonly from: number
  readonly count: number
}
export type ClientRow = {
  /** Id of the record, or `channel␟key` of a buyer that belongs to none. */
  readonly key: string
  readonly isRecord: boolean
  readonly name: string
  readonly kind: 'person' | 'firm' | ''
  readonly mail: string
  /** ISO 3166-1 alpha-2, or '' where neither the record nor a list of customers says it. */
  readonly country: string
  readonly channels: readonly string[]
  readonly circles: readonly Circle[]
  readonly tags: readonly string[]
  readonly followUp: string
  readonly sales: number
  /** First and last day with a sale, or ''. */
  readonly first: string
  readonly last: string
  readonly sums: PartySums
}
export type ClientsAnswer = {
  readonly total: number
  readonly rows: readonly ClientRow[]
  readonly sums: PartySums
}
