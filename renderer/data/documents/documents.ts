import type { Document, Links } from '#shared/document/document.ts'
import type { Draft } from '#shared/document/derive.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { commitIf, type Change, type Made } from '#data/commit.ts'
import type { BrandDatabase, BrandRecords } from '#data/database.ts'
import { storing, type StorageFailure } from '#data/storageFailure.ts'
import { uuidv7 } from '#data/uuid.ts'
import { creditedOf } from './issue.ts'
import { entryAfterLast } from './journalEntries.ts'

/** A draft of what is told; it has no number and nothing hangs on it. */
export const newDraft = ({ content, links }: Draft, now: string): Document => ({
  id: uuidv7(),
  content,
  links,
  issued: null,
  voided: null,
  sent: null,
  answer: null,
  reminders: [],
  recurrence: null,
  createdAt: now,
})

export type DraftError = { readonly code: 'already-issued' | 'gone' }
export type Saved<E> = Result<{ readonly change: Change; readonly value: Document }, E | StorageFailure>

/** Keeps a draft as it is now; one that got its number meanwhile stays as it was issued. */
export const saveDraft = (db: BrandDatabase, draft: Document): Promise<Saved<DraftError>> =>
  storing(() =>
    commitIf(db, 'save document', ['documents'], async () => {
      const stored = await db.documents.get(draft.id)
      if (stored && stored.issued !== null) return err({ code: 'already-issued' } as const)
      return ok({ writes: [{ table: 'documents', put: draft }], value: draft })
    }),
  )

/** Drafts alone can be deleted: what has a number stays. */
export const removeDrafts = (
  db: BrandDatabase,
  ids: readonly string[],
): Promise<Result<{ readonly change: Change; readonly value: number }, DraftError | StorageFailure>> =>
  storing(() =>
    commitIf(db, 'remove drafts', ['documents'], async () => {
      const stored = await db.documents.bulkGet([...ids])
      if (stored.some((one) => one?.issued)) return err({ code: 'already-issued' } as const)
      return ok({ writes: ids.map((id) => ({ table: 'documents', remove: id }) as const), value: ids.length })
    }),
  )

export type VoidError = {
  readonly code: 'gone' | 'not-issued' | 'already-void' | 'paid' | 'credited' | 'deducted' | 'invoiced'
}

/**
 * Withdraws an issued document: it keeps its number and asks for nothing. Forbidden once something came of it: a payment,
 * a credit note, an invoice that deducts it or carries it out.
 */
export const voidDocument = (
  db: BrandDatabase,
  id: string,
  voided: { readonly day: string; readonly reason: string },
  now: string,
): Promise<Saved<VoidError>> =>
  storing(() =>
    commitIf(
      db,
      'void document',
      ['documents', 'payments', 'journal'],
      async (): Promise<Made<BrandRecords, Document, VoidError>> => {
        const document = await db.documents.get(id)
        if (!document) return err({ code: 'gone' } as const)
        const { issued, content } = document
        if (issued === null) return err({ code: 'not-issued' } as const)
        if (document.voided !== null) return err({ code: 'already-void' } as const)
        const payments = await db.payments.where('documents').equals(id).toArray()
        if (payments.some((payment) => payment.voided === null)) return err({ code: 'paid' } as const)
        if ((await creditedOf(db, id)) > 0) return err({ code: 'credited' } as const)
        const followers = await followersOf(db, content.follows?.document ?? id)
        if (followers.some((one) => one.content.deducts.some(({ document: deposit }) => deposit === id)))
          return err({ code: 'deducted' } as const)
        if (content.kind === 'quote' && followers.length > 0) return err({ code: 'invoiced' } as const)
        const after = { ...document, voided }
        const told = {
          act: 'void',
          subject: id,
          number: issued.number,
          day: voided.day,
          currency: content.currency,
          amount: issued.totals.payable,
        } as const
        const entry = await entryAfterLast(db, told, voidedContent(after), now)
        return ok({
          writes: [
            { table: 'documents', put: after },
            { table: 'journal', put: entry },
          ],
          value: after,
        })
      },
    ),
  )

/** What the journal vouches for of a void. */
export const voidedContent = ({ id, voided }: Document): object => ({ id, voided })

/** Invoices that carry a quote out, drafts and voided ones left out. */
const followersOf = async (db: BrandDatabase, quote: string): Promise<readonly Document[]> =>
  (await db.documents.where('content.follows.document').equals(quote).toArray()).filter(
    ({ issued, voided }) => issued !== null && voided === null,
  )

/** What may still be said of an issued document: it went out, was answered, was reminded of, belongs to a client. */
export type Remark = Partial<Pick<Document, 'sent' | 'answer'>> & {
  readonly reminder?: Document['reminders'][number]
  readonly links?: Links
}

export const remarkOn = (
  db: BrandDatabase,
  ids: readonly string[],
  { reminder, ...said }: Remark,
): Promise<Result<{ readonly change: Change; readonly value: number }, DraftError | StorageFailure>> =>
  storing(() =>
    commitIf(db, 'remark on document', ['documents'], async () => {
      const stored = (await db.documents.bulkGet([...ids])).flatMap((one) => one ?? [])
      if (stored.length < ids.length) return err({ code: 'gone' } as const)
      const writes = stored.map((one) => {
        const reminders = reminder ? [...one.reminders, reminder] : one.reminders
        return { table: 'documents', put: { ...one, ...said, reminders } } as const
      })
      return ok({ writes, value: writes.length })
    }),
  )
