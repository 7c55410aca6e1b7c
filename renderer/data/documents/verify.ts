import { verifyJournal, type JournalEntry, type JournalFault } from '#shared/document/journal.ts'
import type { BrandDatabase } from '#data/database.ts'
import { voidedContent } from './documents.ts'
import { issuedContent } from './issue.ts'
import { paidContent } from './payments.ts'

export type Verified = {
  readonly entries: number
  /** SHA-256 (hex) of the last entry, which vouches for all before it; '' of an empty journal. */
  readonly head: string
  readonly faults: readonly JournalFault[]
}

/** Checks the whole journal, and that every document and payment is stored as the journal tells of it. */
export async function verifyDocuments(db: BrandDatabase): Promise<Verified> {
  const [entries, documents, payments] = await db.transaction(
    'r',
    ['journal', 'documents', 'payments'],
    async () => [
      await db.journal.orderBy('id').toArray(),
      new Map((await db.documents.toArray()).map((one) => [one.id, one])),
      new Map((await db.payments.toArray()).map((one) => [one.id, one])),
    ],
  )
  const contentOf = ({ act, subject }: JournalEntry): object | null => {
    if (act === 'issue' || act === 'void') {
      const document = documents.get(subject)
      return document ? (act === 'issue' ? issuedContent(document) : voidedContent(document)) : null
    }
    const payment = payments.get(subject)
    if (!payment) return null
    return act === 'payment' ? paidContent(payment) : { id: payment.id, voided: payment.voided }
  }
  return {
    entries: entries.length,
    head: entries.at(-1)?.hash ?? '',
    faults: verifyJournal(entries, contentOf),
  }
}
