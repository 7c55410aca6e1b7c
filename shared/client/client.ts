import type { PaperLanguage } from '#shared/document/document.ts'
import type { Party } from '#shared/document/party.ts'
import type { Terms } from '#shared/document/terms.ts'

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

/** What happened with a client on a calendar day (`YYYY-MM-DD`), in a person's words. */
export type ClientNote = {
  readonly day: string
  readonly text: string
  /** What they were come back to for, and were. */
  readonly followUp?: true
}

export type Contact = { readonly name: string; readonly mail: string; readonly phone: string }

/** What documents for a client need; '' and null: as the business usually does, or not known. */
export type Billing = {
  /** Where it is another than the name people know. */
  readonly legalName: string
  readonly taxId: string
  /** Where it is registered, and by which number. */
  readonly registration: string
  readonly language: PaperLanguage | ''
  /** ISO 4217, or ''. */
  readonly currency: string
  readonly terms: Terms | null
  /** Id of a tax treatment, or ''. */
  readonly treatment: string
  /** What they want to read on every document (BT-10). */
  readonly buyerReference: string
  /** The first is whom documents are for the attention of. */
  readonly contacts: readonly Contact[]
  readonly endpoint: Party['endpoint']
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
  /** In the order they were written; records from before there were such notes have none. */
  readonly notes?: readonly ClientNote[]
  readonly tags: readonly string[]
  readonly circles: readonly Circle[]
  /** A day to come back to them (`YYYY-MM-DD`), and why. */
  readonly followUp: { readonly day: string; readonly text: string } | null
  /** Records from before there were documents have none. */
  readonly billing?: Billing
  /** ISO 8601, UTC. */
  readonly createdAt: string
}
