import type { Document } from '#shared/document/document.ts'
import type { Opened } from './issuedServices.ts'

/** One thing that happened; `day` is '' of a draft, which has not happened yet. Amounts in minor units. */
export type Happened = {
  readonly day: string
  readonly what:
    | 'issued'
    | 'sent'
    | 'accepted'
    | 'declined'
    | 'reminded'
    | 'payment'
    | 'repayment'
    | 'writeOff'
    | 'discount'
    | 'credit'
    | 'deposit'
    | 'invoice'
    | 'creditDraft'
    | 'invoiceDraft'
    | 'follows'
    | 'credits'
    | 'deducts'
    | 'voided'
  readonly amount?: number
  readonly number?: string
  readonly level?: number
  /** Id of the document it leads to. */
  readonly document?: string
}

/** All that is known to have happened with a document, the newest first; what lies before it at the end. */
export function historyOf({ document, around }: Opened): readonly Happened[] {
  const { content, issued, sent, answer, reminders, voided } = document
  const at = (day: string, what: Happened['what'], more: Partial<Happened> = {}): Happened => ({
    day,
    what,
    ...more,
  })
  const to = (other: Document) => ({
    document: other.id,
    number: other.issued?.number ?? '',
    ...(other.issued === null ? {} : { amount: other.issued.totals.payable }),
  })
  const happened: readonly Happened[] = [
    at(issued.day, 'issued', { amount: issued.totals.payable }),
    ...(sent === null ? [] : [at(sent, 'sent')]),
    ...(answer === null ? [] : [at(answer.day, answer.accepted ? 'accepted' : 'declined')]),
    ...reminders.map(({ day, level }) => at(day, 'reminded', { level })),
    ...around.payments
      .filter((payment) => payment.voided === null)
      .map(({ day, kind, documents, shares }) =>
        at(day, kind, { amount: shares[documents.indexOf(document.id)] ?? 0 }),
      ),
    ...around.credits.map((note) => at(note.issued.day, 'credit', to(note))),
    ...around.followers.map((invoice) =>
      at(invoice.issued.day, invoice.content.isDeposit ? 'deposit' : 'invoice', to(invoice)),
    ),
    ...(voided === null ? [] : [at(voided.day, 'voided')]),
  ]
  const drafts = around.drafts.map((draft) =>
    at('', draft.content.kind === 'creditNote' ? 'creditDraft' : 'invoiceDraft', { document: draft.id }),
  )
  const before: readonly Happened[] = [
    ...content.deducts.map(({ document: id, number, day }) => at(day, 'deducts', { document: id, number })),
    ...(content.credits === null
      ? []
      : [
          at(content.credits.day, 'credits', {
            document: content.credits.document,
            number: content.credits.number,
          }),
        ]),
    ...(content.follows === null
      ? []
      : [
          at(content.follows.day, 'follows', {
            document: content.follows.document,
            number: content.follows.number,
          }),
        ]),
  ]
  // of one day, what was written down later happened later
  const newestFirst = happened.toReversed().toSorted((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0))
  return [...drafts, ...newestFirst, ...before]
}
