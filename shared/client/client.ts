/** How the book knows a buyer: the channel and the identity's key there (`user:ana_q`, `mail:a@b.c`, `guest:name|zip|country`). */
export type Identity = { readonly channel: string; readonly key: string }

export type Circle = 'community' | 'supporters' | 'wholesale' | 'press'

export type Address = {
  readonly street: string
  readonly city: string
  readonly region: string
  readonly postcode: string
  /** ISO 3166-1 alpha-2, or '' where unknown. */
  readonly country: string
}

/** A person or firm that buys, as somebody describes them. One client may have identities on several channels. */
export type Client = {
  /** UUIDv7. */
  readonly id: string
  readonly kind: 'person' | 'firm'
  readonly name: string
  readonly identities: readonly Identity[]
  readonly mails: readonly string[]
  readonly phone: string
  readonly addresses: readonly Address[]
  readonly note: string
  readonly tags: readonly string[]
  readonly circles: readonly Circle[]
  /** A day to come back to them (`YYYY-MM-DD`), and why. */
  readonly followUp: { readonly day: string; readonly text: string } | null
  /** ISO 8601, UTC. */
  readonly createdAt: string
}
