import type { Marked } from '#shared/search/marked.ts'
import type { IncomeName } from '#shared/book/income.ts'
import type { EntryType, Kind, Source, Status, Stream } from '#shared/book/entry.ts'

/** Every figure the app speaks of (DESIGN: the inspect promise). All are integer minor units. */
export const measureNames = [
  'gross',
  'discounts',
  'shipping',
  'tips',
  'other',
  'giftCards',
  'tax',
  'taxIncluded',
  'marketplaceTax',
  'refunds',
  'refundedTax',
  'fees',
  'payouts',
  'transfers',
  'kept',
] as const
export type MeasureName = (typeof measureNames)[number]
export type Measures = { readonly [M in MeasureName]: number }

/** `uncounted` = pending, authorised, voided and cancelled together; `hidden` = put away by the person, whatever else. */
export type Standing = 'counted' | 'uncounted' | 'waiting' | 'hidden'

export type Filter = {
  /** First and last calendar day, `YYYY-MM-DD`, both included. */
  readonly from?: string
  readonly to?: string
  readonly channels?: readonly string[]
  /** `accountKey`s. */
  readonly accounts?: readonly string[]
  readonly streams?: readonly Stream[]
  /** Listing ids as `listings()` gives them. */
  readonly listings?: readonly number[]
  /** Buyer ids as `buyers()` gives them. */
  readonly buyers?: readonly number[]
  /** Products and clients by the key of their row: a record's id, or the key of what no record speaks of. */
  readonly products?: readonly string[]
  readonly clients?: readonly string[]
  /** Sales that carry one of these: by themselves, by a product or by a rule. */
  readonly tags?: readonly string[]
  readonly statuses?: readonly Status[]
  /** Gross of the whole sale in minor units of its own currency, both bounds included. */
  readonly amount?: { readonly from?: number; readonly to?: number }
  readonly currencies?: readonly string[]
  /** Only these sales, or all but these, by `SaleRow.key`: what a person has selected. */
  readonly keys?: readonly string[]
  readonly exceptKeys?: readonly string[]
  /** Only sales touched by this import. */
  readonly importId?: string
  /** Default: counted only. */
  readonly standing?: readonly Standing[]
  readonly hasRefund?: boolean
  /** Free text: order number, buyer's name, product title; folded, accents ignored. */
  readonly text?: string
}

/** How amounts are reported: each currency by itself, or all in one through rates (decimal strings, see `Rate`). */
export type Report = { readonly currency?: string; readonly rates?: readonly Rate[] }
/** One unit of `from` costs `rate` units of `to` on `day` (decimal string, e.g. "1.0847"). */
export type Rate = { readonly from: string; readonly to: string; readonly day: string; readonly rate: string }

export type Group = {
  readonly by: 'none' | 'stream' | 'channel' | 'account' | 'listing' | 'product' | 'client' | 'feeType'
  readonly bucket: 'none' | 'day' | 'week' | 'month' | 'quarter' | 'year'
}

export type TotalsRow = {
  /** "" | `2024-03-28` | the Monday of a week | `2024-03` | `2024-Q1` | `2024` */
  readonly bucket: string
  /** Stream, channel, account key, listing id, key of a product or client, or fee type; '' = not tied to one. */
  readonly key: string
  readonly currency: string
  /** True where `currency` had no rate to the reporting currency. */
  readonly unconverted: boolean
  readonly measures: Measures
  /** Distinct sales with a line in this row. */
  readonly sales: number
  readonly units: number
}

/** By bucket and how the buyer stands to it: `fresh` bought for the first time in it, `returning` before. */
export type ReturningAnswer = {
  /** As totals are, with `unknown`, `fresh` or `returning` as the key. */
  readonly rows: readonly TotalsRow[]
  /** Clients with a sale in the time asked for: those who never bought before it, and those who did. */
  readonly buyers: { readonly fresh: number; readonly returning: number }
}

export type SaleSort =
  | 'day'
  | 'label'
  | 'buyer'
  | 'channel'
  | 'gross'
  | 'fees'
  | 'refunds'
  | 'kept'
  | 'status'
export type SalesQuestion = {
  readonly filter: Filter
  readonly sort: { readonly by: SaleSort; readonly descending: boolean }
  readonly from: number
  readonly count: number
}
export type SaleRow = {
  /** Hex of the sale's key: stable across imports. */
  readonly key: string
  readonly day: string
  readonly label: string
  readonly channel: string
  readonly account: string
  readonly buyer: string
  readonly title: string
  readonly lines: number
  readonly units: number
  readonly status: Status
  readonly currency: string
  readonly measures: Measures
  /** Amounts of the same sale in other currencies (a EUR order with a USD fee). */
  readonly others: readonly { readonly currency: string; readonly measures: Measures }[]
  readonly hidden: boolean
  readonly noted: boolean
  /** The person's own on this sale, then those of its products and of rules. */
  readonly tags: readonly string[]
  /** Id of the record, where the person typed the sale; else ''. */
  readonly handSale: string
  /** Key of the client's row, or ''. */
  readonly client: string
}
export type SalesAnswer = {
  readonly total: number
  readonly rows: readonly SaleRow[]
  /** Sums over all sales that match, per currency. */
  readonly sums: readonly { readonly currency: string; readonly measures: Measures }[]
  /** What passes the filter but belongs to no sale: listing fees, advertising, subscriptions, payouts. */
  readonly untied: readonly { readonly currency: string; readonly measures: Measures }[]
}

/** Where a figure comes from. */
export type Origin = {
  readonly importId: string
  readonly file: number
  readonly row: number
  readonly source: Source
}
export type SalePart = {
  readonly kind: Kind
  readonly type: EntryType
  readonly day: string
  readonly stream: Stream
  /** Title of the listing, for lines. */
  readonly title: string
  readonly sku: string
  /** Key of the product's row, or ''. */
  readonly product: string
  readonly quantity: number
  readonly currency: string
  /** Signed by the effect on the seller. */
  readonly amount: number
  readonly estimate: boolean
  readonly undated: boolean
  readonly origin: Origin | null
}
export type SaleDetail = SaleRow & {
  readonly parts: readonly SalePart[]
  /** Entries another source overruled: shown greyed, never counted. */
  readonly overruled: readonly SalePart[]
  readonly buyerKey: string
  readonly incomplete: boolean
  /** The person's own words on it. */
  readonly note: string
  readonly ownTags: readonly string[]
  readonly ownStream: Stream
  /** Imports that speak of it, in their order, and whether anything each said is in effect. */
  readonly history: readonly { readonly importId: string; readonly inEffect: boolean }[]
}

export type ListingRow = {
  readonly id: number
  readonly channel: string
  readonly account: string
  /** `id:1410000001`, `sku:MUG-L`, `name:…` */
  readonly key: string
  readonly title: string
  readonly sku: string
  readonly units: number
  readonly sales: number
  readonly sums: readonly { readonly currency: string; readonly measures: Measures }[]
}
/** Which listings earned most in one currency: the reporting one, or where each is told by itself any. */
export type LargestQuestion = {
  readonly filter: Filter
  readonly by: IncomeName
  readonly currency: string
  readonly count: number
}
/** Ids of the largest, the first of all first, of so many with money in this currency. */
export type LargestListings = { readonly total: number; readonly ids: readonly number[] }
export type BuyerRow = {
  readonly id: number
  readonly key: string
  readonly name: string
  readonly channel: string
  readonly sales: number
  readonly first: string
  readonly last: string
  readonly sums: readonly { readonly currency: string; readonly measures: Measures }[]
}

/** A product of a catalogue is one listing with all its variants; what is sold beside it counts by itself. */
export type Counts = {
  readonly sales: number
  readonly lines: number
  readonly units: number
  readonly buyers: number
  readonly listings: number
}
/** By currency. What is hidden is in none of them. */
export type Standings = { readonly [S in Exclude<Standing, 'hidden'>]: Readonly<Record<string, Measures>> }
/** All that the book holds, by standing and currency; what Home paints from at a quick start. */
export type Summary = Counts &
  Standings & { readonly from: string; readonly to: string; readonly daily?: Daily }
/**
 * What counts, day by day from the first on: for each currency the figures of one day after the other, in the order of
 * `measureNames`. Not there where the days lie too far apart to be worth it.
 */
export type Daily = { readonly from: string; readonly sums: Readonly<Record<string, Float64Array>> }

/** A row that waits for its order, for the plain list on *Imports*. */
export type WaitingRow = {
  readonly label: string
  readonly day: string
  readonly kind: Kind
  readonly type: EntryType
  readonly channel: string
  readonly account: string
  readonly currency: string
  readonly amount: number
  readonly origin: Origin
}
/** Something that was looked for, with where in its texts the words stand. */
export type Hit = {
  readonly sort: 'sale' | 'client' | 'product'
  /** The key of the sale, client or product. */
  readonly id: string
  /** An order number, a name, a title; '' where there is none. */
  readonly name: Marked
  /** What else tells it from others: who bought what, a mail, a SKU. */
  readonly about: readonly Marked[]
  /** '' where it belongs to several or none. */
  readonly channel: string
  readonly account: string
  /** Of a sale, else ''. */
  readonly day: string
  /** How many sales a client made or a product is in; null for a sale. */
  readonly sales: number | null
}
export type HitKey = Pick<Hit, 'sort' | 'id'>
/** Of each sort the best hits, how well the best was found (`rank`) and how many there are. */
export type Findings = readonly {
  readonly sort: Hit['sort']
  readonly rank: number
  readonly total: number
  readonly hits: readonly Hit[]
}[]
