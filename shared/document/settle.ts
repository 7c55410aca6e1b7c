import type { IssuedDocument } from './derive.ts'
import type { Document } from './document.ts'
import type { Payment } from './payment.ts'
import type { Settled } from './standing.ts'

/** The documents and payments that hang on one document. */
export type Related = {
  /** Of all kinds, voided ones too. */
  readonly payments: readonly Payment[]
  /** Credit notes that name it, issued and not void. */
  readonly credits: readonly IssuedDocument[]
  /** Invoices that carry it out, issued and not void. */
  readonly followers: readonly IssuedDocument[]
}

/** What came in for a document and was taken back of it. */
export const settledOf = (id: string, { payments, credits, followers }: Related): Settled => ({
  paid: payments.reduce((sum, payment) => sum + paidOf(id, payment), 0),
  credited: credits.reduce((sum, { issued }) => sum + issued.totals.payable, 0),
  isInvoiced: followers.some(({ content }) => !content.isDeposit),
})

/** What a payment is to one of its documents, in minor units: below 0 what was paid back, 0 once it is void. */
export function paidOf(id: string, { documents, shares, kind, voided }: Payment): number {
  if (voided !== null) return 0
  const share = shares[documents.indexOf(id)] ?? 0
  return kind === 'repayment' ? 0 - share : share
}

export const isIssued = (document: Document): document is IssuedDocument => document.issued !== null

/** Parts of an amount (minor units) for what is open, in that order; what is left over belongs to nobody yet. */
export function allocated(
  amount: number,
  open: readonly { readonly id: string; readonly open: number }[],
): readonly { readonly id: string; readonly share: number }[] {
  let left = amount
  return open.map((one) => {
    const share = Math.max(0, Math.min(left, one.open))
    left -= share
    return { id: one.id, share }
  })
}
