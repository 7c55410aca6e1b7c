import { nextEntry, type JournalEntry } from '#shared/document/journal.ts'
import type { Payment } from '#shared/document/payment.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { commitIf, type Change, type Made } from '#data/commit.ts'
import type { BrandDatabase, BrandRecords } from '#data/database.ts'
import { storing, type StorageFailure } from '#data/storageFailure.ts'
import { uuidv7 } from '#data/uuid.ts'
import { entryAfterLast, lastEntry } from './journalEntries.ts'

export type PaymentError =
  | { readonly code: 'amount' | 'fee' | 'too-much-shared' }
  /** Of one of its documents, by its place in the payment. */
  | { readonly code: 'gone' | 'not-open' | 'other-currency' | 'share'; readonly at: number }

type Recorded = Result<
  { readonly change: Change; readonly value: readonly Payment[] },
  PaymentError | StorageFailure
>

/**
 * Writes down money that came in, went back, or is given up: what belongs together, all of it or nothing. Its documents are
 * issued, not void, and in its currency.
 */
export const recordPayments = (
  db: BrandDatabase,
  told: readonly Omit<Payment, 'id' | 'voided' | 'createdAt'>[],
  now: string,
): Promise<Recorded> =>
  storing(() =>
    commitIf(
      db,
      'record payment',
      ['documents', 'payments', 'journal'],
      async (): Promise<Made<BrandRecords, readonly Payment[], PaymentError>> => {
        const payments: Payment[] = []
        const entries: JournalEntry[] = []
        for (const one of told) {
          const error = findError(one) ?? (await findDocumentError(db, one))
          if (error !== null) return err(error)
          const payment: Payment = { ...one, id: uuidv7(), voided: null, createdAt: now }
          const last = entries.at(-1) ?? (await lastEntry(db))
          payments.push(payment)
          entries.push(nextEntry(last, toldOf(payment, 'payment', payment.day), paidContent(payment), now))
        }
        return ok({
          writes: [
            ...payments.map((payment) => ({ table: 'payments', put: payment }) as const),
            ...entries.map((entry) => ({ table: 'journal', put: entry }) as const),
          ],
          value: payments,
        })
      },
    ),
  )

export type VoidPaymentError = { readonly code: 'gone' | 'already-void' }

/** Takes a payment out of all sums; it stays to be seen, with the reason. */
export const voidPayment = (
  db: BrandDatabase,
  id: string,
  voided: { readonly day: string; readonly reason: string },
  now: string,
): Promise<Result<{ readonly change: Change; readonly value: Payment }, VoidPaymentError | StorageFailure>> =>
  storing(() =>
    commitIf(
      db,
      'void payment',
      ['payments', 'journal'],
      async (): Promise<Made<BrandRecords, Payment, VoidPaymentError>> => {
        const payment = await db.payments.get(id)
        if (!payment) return err({ code: 'gone' } as const)
        if (payment.voided !== null) return err({ code: 'already-void' } as const)
        const after = { ...payment, voided }
        const entry = await entryAfterLast(db, toldOf(after, 'voidPayment', voided.day), { id, voided }, now)
        return ok({
          writes: [
            { table: 'payments', put: after },
            { table: 'journal', put: entry },
          ],
          value: after,
        })
      },
    ),
  )

/** What the journal vouches for of a payment: all of it but whom it belongs to, which a merge of clients changes. */
export const paidContent = ({ client: _client, voided: _voided, ...payment }: Payment): object => payment

const toldOf = ({ id, currency, amount }: Payment, act: 'payment' | 'voidPayment', day: string) =>
  ({ act, subject: id, number: '', day, currency, amount }) as const

function findError({ amount, fee, shares, documents }: Omit<Payment, 'id' | 'voided' | 'createdAt'>) {
  if (!Number.isSafeInteger(amount) || amount <= 0) return { code: 'amount' } as const
  if (!Number.isSafeInteger(fee) || fee < 0 || fee > amount) return { code: 'fee' } as const
  const bad = documents.findIndex((_, at) => !((shares[at] ?? 0) > 0 && Number.isSafeInteger(shares[at])))
  if (bad >= 0 || shares.length !== documents.length) return { code: 'share', at: Math.max(0, bad) } as const
  return shares.reduce((sum, share) => sum + share, 0) > amount
    ? ({ code: 'too-much-shared' } as const)
    : null
}

async function findDocumentError(
  db: BrandDatabase,
  { documents, currency }: Pick<Payment, 'documents' | 'currency'>,
): Promise<PaymentError | null> {
  const stored = await db.documents.bulkGet([...documents])
  for (const [at, document] of stored.entries()) {
    if (!document) return { code: 'gone', at }
    if (document.issued === null || document.voided !== null) return { code: 'not-open', at }
    if (document.content.currency !== currency) return { code: 'other-currency', at }
  }
  return null
}
