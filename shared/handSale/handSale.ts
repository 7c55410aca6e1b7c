import type { EntryType, Stream } from '#shared/book/entry.ts'

/** Where a sale that no platform's export tells of was made. */
export const handChannels = [
  'market',
  'direct',
  'services',
  'courses',
  'sponsorship',
  'affiliate',
  'tips',
] as const
export type HandChannel = (typeof handChannels)[number]

/** All amounts are integer minor units of the sale's currency, none below zero. */
export type HandLine = {
  /** Stays the same while the sale is edited. */
  readonly id: string
  readonly title: string
  /** Id of the product sold, or null. */
  readonly product: string | null
  /** '' = as the product says, else physical. */
  readonly stream: Stream
  readonly quantity: number
  /** Of one piece. */
  readonly unitPrice: number
  /** Off the whole line. */
  readonly discount: number
}

/** A sale a person typed: a market stall, cash, a sponsor's fee. Projected to entries of the book, never copied into it. */
export type HandSale = {
  /** UUIDv7. */
  readonly id: string
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly channel: HandChannel
  /** The stall, sponsor or programme; may be ''. */
  readonly account: string
  /** What the person calls it (`Receipt 12`); may be ''. */
  readonly label: string
  /** Id of the client, or null; a name alone where there is no record. */
  readonly client: string | null
  readonly buyerName: string
  /** ISO 4217. */
  readonly currency: string
  readonly lines: readonly HandLine[]
  readonly shipping: number
  readonly tip: number
  readonly tax: {
    readonly amount: number
    /** Inside the prices, or on top of them. */ readonly included: boolean
  }
  readonly fees: readonly { readonly type: EntryType; readonly amount: number }[]
  /** Money given back, on its own day. */
  readonly refunds: readonly { readonly day: string; readonly amount: number }[]
  readonly note: string
  readonly tags: readonly string[]
  /** ISO 8601, UTC. */
  readonly createdAt: string
}
