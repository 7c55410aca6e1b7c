import type { Document, Issued } from './document.ts'

export const standings = [
  'draft',
  'open',
  'partlyPaid',
  'overdue',
  'paid',
  'credited',
  'accepted',
  'declined',
  'expired',
  'invoiced',
  'issued',
  'void',
] as const
export type Standing = (typeof standings)[number]

/** What came in for a document and what was taken back of it, in minor units of its currency, both above or equal 0. */
export type Settled = {
  /** By payments, write-offs and discounts for paying early that were not voided, less what was paid back. */
  readonly paid: number
  /** By credit notes that name it. */
  readonly credited: number
  /** Of a quote: an invoice followed it. */
  readonly isInvoiced: boolean
}

/** All of a document that says how it stands. */
export type Stands = Pick<Document, 'answer'> &
  Pick<Document['content'], 'kind' | 'validUntil'> & {
    readonly isIssued: boolean
    readonly isVoid: boolean
    /** Minor units. */
    readonly payable: number
    readonly due: Issued['due']
  }

const standsOf = ({ content, issued, voided, answer }: Document): Stands => ({
  kind: content.kind,
  validUntil: content.validUntil,
  answer,
  isIssued: issued !== null,
  isVoid: voided !== null,
  payable: issued?.totals.payable ?? 0,
  due: issued?.due ?? [],
})

/** What is still to be paid of an invoice, in minor units; below 0 what was paid too much. 0 for all else. */
export const openAmount = (document: Document, settled: Settled): number =>
  openOf(standsOf(document), settled)

export function openOf({ kind, isIssued, isVoid, payable }: Stands, { paid, credited }: Settled): number {
  if (kind !== 'invoice' || !isIssued || isVoid) return 0
  return payable - credited - paid
}

/** How a document stands on a day (`YYYY-MM-DD`). A part is overdue from the day after it was due. */
export const standingOf = (document: Document, settled: Settled, today: string): Standing =>
  standingAs(standsOf(document), settled, today)

export function standingAs(document: Stands, settled: Settled, today: string): Standing {
  const { kind, isIssued, isVoid, payable } = document
  if (isVoid) return 'void'
  if (!isIssued) return 'draft'
  if (kind === 'creditNote') return 'issued'
  if (kind === 'quote') return standingOfQuote(document, settled, today)
  if (openOf(document, settled) <= 0)
    return settled.credited > 0 && settled.paid <= 0 && payable > 0 ? 'credited' : 'paid'
  if (lateSince(document, settled, today) !== null) return 'overdue'
  return settled.paid > 0 ? 'partlyPaid' : 'open'
}

function standingOfQuote({ validUntil, answer }: Stands, { isInvoiced }: Settled, today: string): Standing {
  if (isInvoiced) return 'invoiced'
  if (answer !== null) return answer.accepted ? 'accepted' : 'declined'
  return validUntil !== null && validUntil < today ? 'expired' : 'open'
}

/** The first day whose part is not settled and is before `today`; null where nothing is late. What came in settles the earliest parts. */
export const overdueSince = (document: Document, settled: Settled, today: string): string | null =>
  lateSince(standsOf(document), settled, today)

function lateSince(document: Stands, settled: Settled, today: string): string | null {
  if (openOf(document, settled) <= 0) return null
  let left = settled.paid + settled.credited
  for (const part of document.due) {
    left -= part.amount
    if (left < 0) return part.day < today ? part.day : null
  }
  return null
}
