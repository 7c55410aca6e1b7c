import type { Stream } from '#shared/book/entry.ts'
import type { Adjustment, Line, Tax, Totals } from './calculation.ts'
import type { Party } from './party.ts'
import type { PaymentMethod } from '#shared/payment/method.ts'
import type { EarlyPayment, Terms } from './terms.ts'

export const documentKinds = ['quote', 'invoice', 'creditNote'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Languages a document can be written in (BCP 47), whatever language the app speaks. */
export const paperLanguages = ['en', 'de', 'fr', 'es', 'pt-BR'] as const
export type PaperLanguage = (typeof paperLanguages)[number]

export const designs = ['plain', 'modern', 'letter', 'compact'] as const
export type Design = (typeof designs)[number]
export const papers = ['A4', 'Letter'] as const
export type Paper = (typeof papers)[number]

/** A tax as paper names it, and why it is not charged, if it is not (BT-120, BT-121; '' where nothing has to be said). */
export type DocumentTax = Tax & {
  readonly name: string
  readonly exemption: { readonly code: string; readonly text: string } | null
}

/** Something that is charged for. Prices and quantities are decimal text, in the document's currency. */
export type ItemLine = Line & {
  readonly kind: 'item'
  /** Stays the same while the document is edited, and names the line in `links`. */
  readonly id: string
  /** BT-153 and BT-154. */
  readonly title: string
  readonly details: string
  /** BT-155: the seller's own number of it, or ''. */
  readonly sku: string
  /** BT-130, UN/ECE Recommendation 20 (`C62`: piece, `HUR`: hour). */
  readonly unit: string
}
/** Words between the lines, and sums of the lines above up to the subtotal before. */
export type WordLine = {
  readonly kind: 'text' | 'subtotal'
  readonly id: string
  readonly title: string
}
export type DocumentLine = ItemLine | WordLine

/** Another document of the same brand, as paper names it. */
export type DocumentRef = { readonly document: string; readonly number: string; readonly day: string }

/** What a deposit invoice had asked for and a final invoice takes off, in minor units, tax included, and the tax in it. */
export type Deduction = DocumentRef & { readonly amount: number; readonly tax: number }

/** All that stands on a document and is a person's to decide. It never changes once a number is given. */
export type Content = {
  readonly kind: DocumentKind
  /** `YYYY-MM-DD`; null in a draft: the day it is issued (BT-2). */
  readonly day: string | null
  /** When what it charges for was delivered (BT-72 to BT-74), or null: on the document's day. */
  readonly delivered: { readonly from: string; readonly to: string } | null
  readonly buyer: Party
  /** Where it was delivered to, if not to the buyer. */
  readonly deliverTo: Party | null
  readonly language: PaperLanguage
  /** ISO 4217. */
  readonly currency: string
  readonly pricesIncludeTax: boolean
  /** Id of the tax treatment it was made with; what counts are the taxes. */
  readonly treatment: string
  readonly taxes: readonly DocumentTax[]
  readonly lines: readonly DocumentLine[]
  /** Of the whole document; `reason` is BT-97 or BT-104. */
  readonly adjustments: readonly (Adjustment & {
    readonly taxes: readonly string[] | null
    readonly reason: string
  })[]
  /** What is paid is a multiple of so many minor units; 1: as it is. */
  readonly roundPayableTo: number
  /** When an invoice is to be paid. */
  readonly terms: Terms
  /** How much less is to be paid by who pays early. */
  readonly earlyPayment: EarlyPayment
  /** Last day a quote holds, or null. */
  readonly validUntil: string | null
  /** The buyer's own reference (BT-10) and order number (BT-13), as they gave them; ''. */
  readonly buyerReference: string
  readonly orderNumber: string
  readonly subject: string
  /** Above the lines and below the totals; blank lines part paragraphs. */
  readonly opening: string
  readonly closing: string
  /** The quote it carries out. */
  readonly follows: DocumentRef | null
  /** The invoice a credit note takes back (BT-25). */
  readonly credits: DocumentRef | null
  /** It asks for a part before anything is delivered; what follows takes it off. */
  readonly isDeposit: boolean
  readonly deducts: readonly Deduction[]
  /** Files sent with it: ids of attachments, by the names they go out under. */
  readonly files: readonly { readonly attachment: string; readonly name: string }[]
  readonly design: Design
  readonly paper: Paper
}

/** What a document belongs to. Not on the paper: it may be put right after a number was given. */
export type Links = {
  /** Id of the client, or null. */
  readonly client: string | null
  /** By line id; a line without a product and with stream '' is left out. */
  readonly lines: Readonly<Record<string, { readonly product: string | null; readonly stream: Stream }>>
}

/** What was added when the number was given. It never changes. */
export type Issued = {
  readonly number: string
  /** Id of the series. */
  readonly series: string
  readonly day: string
  /** Parts to be paid, in minor units, by day; one, but for instalments; none for a quote. */
  readonly due: readonly { readonly day: string; readonly amount: number }[]
  /** Who issued it, as it was then. */
  readonly seller: Seller
  readonly totals: Totals
  /** What one unit of its currency is worth in the brand's, as decimal text; null: the same, or not known then. */
  readonly rate: { readonly to: string; readonly rate: string; readonly day: string } | null
}

/** What stands on paper of who issues it. */
export type Seller = Party & {
  /** BT-32, the number a tax office knows the seller by at home, where it is another than the VAT number. */
  readonly taxNumber: string
  /** BT-30 and where it is registered (`HRB 1234, Amtsgericht Kiel`). */
  readonly registration: string
  readonly web: string
  /** Words at the foot of each page. */
  readonly footer: string
  /** A picture as a data URL, or null. */
  readonly logo: string | null
  /** `#rrggbb` */
  readonly accent: string
  /** How the seller wants to be paid, the first best. */
  readonly payments: readonly PaymentMethod[]
}

export type Document = {
  /** UUIDv7. */
  readonly id: string
  readonly content: Content
  readonly links: Links
  /** null: a draft. */
  readonly issued: Issued | null
  /** It was withdrawn before anything came of it: it keeps its number, and asks for nothing. */
  readonly voided: { readonly day: string; readonly reason: string } | null
  /** When it went to the buyer. */
  readonly sent: string | null
  /** What the buyer said to a quote. */
  readonly answer: { readonly day: string; readonly accepted: boolean } | null
  /** Letters that reminded of it, in order. */
  readonly reminders: readonly { readonly day: string; readonly level: number }[]
  /** The recurrence that made it, or null. */
  readonly recurrence: string | null
  /** ISO 8601, UTC. */
  readonly createdAt: string
}

/** The number and the day by which others name it. */
export const refOf = ({ id, issued }: Document & { readonly issued: Issued }): DocumentRef => ({
  document: id,
  number: issued.number,
  day: issued.day,
})
