/**
 * The vocabulary of the book. The position of a word in its list is the code stored in book pages,
 * so these lists only ever grow at their end.
 */
export const kinds = [
  'line',
  'giftCard',
  'discount',
  'shipping',
  'tip',
  'tax',
  'taxIncluded',
  'marketplaceTax',
  'refund',
  'refundedTax',
  'fee',
  'payout',
  'transfer',
  'adjustment',
  'other',
  'exchanged',
  'alias',
  'offer',
  'contact',
] as const
export type Kind = (typeof kinds)[number]

/**
 * What sort of fee, refund or line an entry is. `item` is a real line; `total` stands for all that was paid where an
 * export has no lines (its quantity is the export's own number of units). `incomplete` is the difference between the
 * lines a file shows and the subtotal it states; `giftWrap` and `unknown` say why money is `other` or an adjustment. An offer
 * is for sale, or a `draft`, or `archived`, or says what a piece of the listing costs the seller.
 */
export const types = [
  '',
  'item',
  'total',
  'processing',
  'transaction',
  'listing',
  'regulatory',
  'ads',
  'offsiteAds',
  'subscription',
  'postage',
  'taxOnFees',
  'chargeback',
  'giftCard',
  'included',
  'incomplete',
  'giftWrap',
  'unknown',
  'duties',
  'adjustment',
  'draft',
  'archived',
  'cost',
] as const
export type EntryType = (typeof types)[number]

/** `waiting` is never stored: the book finds it. */
export const statuses = ['counted', 'pending', 'authorised', 'voided', 'cancelled', 'waiting'] as const
export type Status = (typeof statuses)[number]

/**
 * Which kind of export said so. `derived` entries are the book's own (refunded tax) and are never stored; nor are those
 * of sales a person typed (`hand`) and of invoices (`documents`).
 */
export const sources = [
  'derived',
  'orders',
  'items',
  'payments',
  'statement',
  'hand',
  'catalogue',
  'documents',
] as const
export type Source = (typeof sources)[number]

export const streams = [
  '',
  'physical',
  'digital',
  'printOnDemand',
  'course',
  'service',
  'advertising',
  'sponsorship',
  'affiliate',
  'tip',
  'licensing',
  'membership',
] as const
export type Stream = (typeof streams)[number]

/** Bits of an entry's `flags`. */
export const flag = {
  /** The snapshot this entry belongs to says that the sale was shipped. */
  shipped: 1,
  /** The figure is an estimate (the tax inside a partial refund). */
  estimate: 2,
  /** The file gives no date for this refund; it stands on the sale's day. */
  undated: 4,
  /** A row whose order began in another file (a split export). */
  continued: 8,
  /** This entry is a row of its own (a statement, a payment transaction), not part of a snapshot of a sale. */
  event: 16,
  /** A line that needs no shipping. */
  notShipped: 32,
  /** An offer whose pieces are not counted: its quantity says nothing. */
  uncounted: 64,
} as const

/** A 64-bit hash as two unsigned 32-bit numbers. `[0, 0]` is none. */
export type Key = readonly [high: number, low: number]

/**
 * One fact about money. Amounts are integer minor units of `currency`, signed by their effect on the seller.
 *
 * Two kinds are facts without money, from a platform's catalogue; they are in no figure and on no day. An `offer` is a
 * listing as the platform offers it: `amount` is its price, `quantity` its stock, `sale` the product with all its
 * variants, `label` that product's title. A `contact` is a customer as the platform knows them: `buyer` is who, `amount`
 * what the platform says they spent, `quantity` their country (see `shared/book/country.ts`). The `key` of both is a hash
 * of what they say. Without a currency the amount is in the shop's own, with four digits.
 */
export type Entry = {
  /** The sale it belongs to: hash of channel, account and the platform's own id; none for fees of a period, payouts … */
  readonly sale: Key
  /**
   * Events: hash of the row's cells (equal rows have equal keys). Lines of a snapshot: hash of the line's own id or
   * position. Aliases: the second key of the same sale. Else none.
   */
  readonly key: Key
  /** Days since 1970-01-01, in the brand's (or shop's) own calendar. */
  readonly day: number
  readonly kind: Kind
  readonly type: EntryType
  readonly status: Status
  readonly source: Source
  readonly flags: number
  /** `accountKey(channel, account)`. */
  readonly account: string
  readonly stream: Stream
  /** `listingText(...)` or ''. */
  readonly listing: string
  /** `buyerText(...)` or ''. */
  readonly buyer: string
  /** The order's own number as a person reads it (`#1018`, `3105550130`) or ''. */
  readonly label: string
  /** ISO 4217. */
  readonly currency: string
  readonly amount: number
  readonly quantity: number
  /** Position of the file in its import. */
  readonly file: number
  /** Record number in the file; the header is 1. */
  readonly row: number
}

/** Separates the parts of a dictionary text. */
export const unit = '\u001f'
/** Separates the rows of a details text. */
export const record = '\u001e'

/** One shop or store on a channel: `etsy␟My shop`; the account's name may be empty. */
export const accountKey = (channel: string, account: string): string => channel + unit + account
/** A listing: its key within the account (`id:1410000001`, `sku:MUG-L`, `name:Lavender Soap`), title and SKU. */
export const listingText = (key: string, title: string, sku: string): string =>
  key + unit + title + unit + sku
/** A buyer: the identity's key (`user:ana_q`, `mail:a@b.c`, `guest:name|zip|country`) and the name to show. */
export const buyerText = (key: string, name: string): string => key + unit + name

/** Columns of some thousand entries as plain typed arrays, ready to be transferred, encoded or added to the book. */
export type EntryBatch = {
  readonly count: number
  readonly saleHigh: Uint32Array
  readonly saleLow: Uint32Array
  readonly keyHigh: Uint32Array
  readonly keyLow: Uint32Array
  readonly day: Int32Array
  readonly kind: Uint8Array
  readonly type: Uint8Array
  readonly status: Uint8Array
  readonly source: Uint8Array
  readonly flags: Uint8Array
  readonly stream: Uint8Array
  /** Indexes into `dictionaries`. */
  readonly account: Uint16Array
  readonly currency: Uint8Array
  readonly listing: Uint32Array
  readonly buyer: Uint32Array
  readonly label: Uint32Array
  readonly amount: Float64Array
  readonly quantity: Int32Array
  readonly file: Uint16Array
  readonly row: Uint32Array
  readonly dictionaries: Dictionaries
  /**
   * The rows as they stood in the file: records joined by `record`, in each `file`, `row` and then the cells joined by
   * `unit` (both characters are taken out of the cells first).
   */
  readonly details: string
}
/** Distinct texts; position 0 of each is ''. */
export type Dictionaries = {
  readonly account: readonly string[]
  readonly currency: readonly string[]
  readonly listing: readonly string[]
  readonly buyer: readonly string[]
  readonly label: readonly string[]
}
