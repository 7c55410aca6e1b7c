import type { BrandDatabase } from '#data/database.ts'
import { recordPayments } from '#data/documents/payments.ts'
import type { Payment } from '#shared/document/payment.ts'

type Told = Pick<
  Payment,
  'day' | 'currency' | 'amount' | 'fee' | 'client' | 'method' | 'reference' | 'note'
> & {
  readonly kind: Exclude<Payment['kind'], 'discount'>
  /** What it is to each document, in minor units; the first is the one the money came in for. */
  readonly parts: readonly { readonly id: string; readonly share: number }[]
  /** Given up because it was paid early, in minor units. */
  readonly discount: number
}

/** Writes down what came in, and with it what is given up for paying early: both or neither. */
export function savePayment(db: BrandDatabase, { parts, discount, ...told }: Told, now: string) {
  const paid = parts.filter(({ share }) => share > 0)
  const came = { ...told, documents: paid.map(({ id }) => id), shares: paid.map(({ share }) => share) }
  const [first] = parts
  if (discount <= 0 || first === undefined) return recordPayments(db, [came], now)
  const given = { kind: 'discount', amount: discount, fee: 0, method: '', reference: '', note: '' } as const
  return recordPayments(db, [came, { ...told, ...given, documents: [first.id], shares: [discount] }], now)
}
