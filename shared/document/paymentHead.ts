import type { Payment } from './payment.ts'

/** What sums and lists need of a payment. */
export type PaymentHead = Pick<
  Payment,
  'id' | 'kind' | 'day' | 'currency' | 'amount' | 'fee' | 'documents' | 'shares'
> & { readonly isVoid: boolean }

export const paymentHead = (payment: Payment): PaymentHead => {
  const { id, kind, day, currency, amount, fee, documents, shares, voided } = payment
  return { id, kind, day, currency, amount, fee, documents, shares, isVoid: voided !== null }
}
