import type { Document } from './document.ts'

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

/** What is still to be paid of an invoice, in minor units; below 0 what was paid too much. 0 for all else. */
export function openAmount({ content, issued, voided }: Document, { paid, credited }: Settled): number {
  if (content.kind !== 'invoice' || issued === null || voided !== null) return 0
  return issued.totals.payable - credited - paid
}

/** How a document stands on a day (`YYYY-MM-DD`). A part is overdue from the day after it was due. */
export function standingOf(document: Document, settled: Settled, today: string): Standing {
  const { content, issued, voided } = document
  if (voided !== null) return 'void'
  if (issued === null) return 'draft'
  if (content.kind === 'creditNote') return 'issued'
  if (content.kind === 'quote') return standingOfQuote(document, settled, today)
  if (openAmount(document, settled) <= 0)
    return settled.credited > 0 && settled.paid <= 0 && issued.totals.payable > 0 ? 'credited' : 'paid'
  if (overdueSince(document, settled, today) !== null) return 'overdue'
  return settled.paid > 0 ? 'partlyPaid' : 'open'
}

function standingOfQuote({ content, answer }: Document, { isInvoiced }: Settled, today: string): Standing {
  if (isInvoiced) return 'invoiced'
  if (answer !== null) return answer.accepted ? 'accepted' : 'declined'
  return content.validUntil !== null && content.validUntil < today ? 'expired' : 'open'
}

/** The first day whose part is not settled and is before `today`; null where nothing is late. What came in settles the earliest parts. */
export function overdueSince(document: Document, settled: Settled, today: string): string | null {
  if (openAmount(document, settled) <= 0) return null
  let left = settled.paid + settled.credited
  for (const part of document.issued?.due ?? []) {
    left -= part.amount
    if (left < 0) return part.day < today ? part.day : null
  }
  return null
}
