/**
 * Money that came in for documents, went back to a client, or is given up. It is never edited: a wrong one is voided.
 */
export type Payment = {
  /** UUIDv7. */
  readonly id: string
  readonly kind: 'payment' | 'repayment' | 'writeOff' | 'discount'
  /** `YYYY-MM-DD` */
  readonly day: string
  /** ISO 4217: that of its documents. */
  readonly currency: string
  /** Minor units, above 0; more than its shares come to is the client's to use or to get back. */
  readonly amount: number
  /** What the bank or processor kept of it, in minor units. */
  readonly fee: number
  /** Ids of the documents it pays, and of each the minor units, above 0. */
  readonly documents: readonly string[]
  readonly shares: readonly number[]
  readonly client: string | null
  /** `bank`, `card`, `cash` …, or the person's own word; ''. */
  readonly method: string
  readonly reference: string
  readonly note: string
  readonly voided: { readonly day: string; readonly reason: string } | null
  /** ISO 8601, UTC. */
  readonly createdAt: string
}
