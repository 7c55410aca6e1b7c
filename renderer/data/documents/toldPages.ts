import type { JournalEntry } from '#shared/document/journal.ts'
import type { Document } from '#shared/document/document.ts'
import type { Payment } from '#shared/document/payment.ts'
import type { BrandDatabase } from '#data/database.ts'
import { voidedContent } from './documents.ts'
import { issuedContent } from './issue.ts'
import { paidContent } from './payments.ts'

/** An entry with what it tells of as that is stored now; both null where it is gone. */
export type Told = {
  readonly entry: JournalEntry
  readonly content: object | null
  readonly subject: Document | Payment | null
}

/** So few that the window draws between two pages, although documents can hold pictures. */
const pageSize = 20

/** The journal in its order, up to the last entry there is when it is read. */
export async function* toldPages(db: BrandDatabase): AsyncGenerator<readonly Told[]> {
  for (let last = ''; ;) {
    const told = await readPage(db, last)
    if (told.length === 0) return
    yield told
    last = told.at(-1)?.entry.id ?? last
  }
}

/** One transaction, so that a void is never seen without its entry. */
const readPage = (db: BrandDatabase, after: string): Promise<readonly Told[]> =>
  db.transaction('r', ['journal', 'documents', 'payments'], async () => {
    const entries = await db.journal.where('id').above(after).limit(pageSize).toArray()
    const ids = [...new Set(entries.map(({ subject }) => subject))]
    const [documents, payments] = [await db.documents.bulkGet(ids), await db.payments.bulkGet(ids)]
    const documentOf = new Map(documents.flatMap((one) => (one ? [[one.id, one] as const] : [])))
    const paymentOf = new Map(payments.flatMap((one) => (one ? [[one.id, one] as const] : [])))
    return entries.map((entry) => {
      const isDocument = entry.act === 'issue' || entry.act === 'void'
      const subject = (isDocument ? documentOf : paymentOf).get(entry.subject) ?? null
      return { entry, subject, content: subject === null ? null : contentOf(entry, subject) }
    })
  })

function contentOf({ act }: JournalEntry, subject: Document | Payment): object {
  if ('content' in subject) return act === 'issue' ? issuedContent(subject) : voidedContent(subject)
  return act === 'payment' ? paidContent(subject) : { id: subject.id, voided: subject.voided }
}
