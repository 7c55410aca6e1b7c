import type { DocumentHead } from '#shared/document/documentHead.ts'
import { openOf, standingAs, standings } from '#shared/document/standing.ts'
import type { Standing } from '#shared/document/standing.ts'
import type { Book } from './book.ts'

/** Every document as it stands on a day, by its place in the order they were begun in. */
export type DocumentStates = {
  readonly version: number
  readonly today: string
  readonly heads: readonly DocumentHead[]
  /** Positions in `standings`. */
  readonly standing: Uint8Array
  /** Minor units; credit notes are below 0. */
  readonly payable: Float64Array
  readonly open: Float64Array
}

const kept = new WeakMap<Book, DocumentStates>()

/** Worked out once for each day, until a document or payment changes. */
export function documentStates(book: Book, today: string): DocumentStates {
  const { version } = book.documents
  const known = kept.get(book)
  if (known?.version === version && known.today === today) return known
  const states = statesOf(book, today)
  kept.set(book, states)
  return states
}

function statesOf({ records, documents }: Book, today: string): DocumentStates {
  const heads = [...records.documents.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const paid = paidOf(records.payments.values())
  const count = heads.length
  const states = {
    version: documents.version,
    today,
    heads,
    standing: new Uint8Array(count),
    payable: new Float64Array(count),
    open: new Float64Array(count),
  }
  for (const [at, head] of heads.entries()) {
    const notes = documents.notes.get(head.id) ?? none
    let [came, credited] = [paid.get(head.id) ?? 0, 0]
    for (const id of notes) {
      credited += records.documents.get(id)?.payable ?? 0
      came += paid.get(id) ?? 0
    }
    const settled = { paid: came, credited, isInvoiced: documents.followers.has(head.id) }
    states.standing[at] = standings.indexOf(standingAs(head, settled, today))
    states.payable[at] = head.kind === 'creditNote' ? 0 - head.payable : head.payable
    states.open[at] = openOf(head, settled)
  }
  return states
}

const none: readonly string[] = []

/** What came in for each document, less what went back. */
function paidOf(payments: Iterable<Book['records']['payments'] extends Map<string, infer P> ? P : never>) {
  const paid = new Map<string, number>()
  for (const { isVoid, kind, documents, shares } of payments) {
    if (isVoid) continue
    const sign = kind === 'repayment' ? -1 : 1
    for (const [at, id] of documents.entries()) paid.set(id, (paid.get(id) ?? 0) + (shares[at] ?? 0) * sign)
  }
  return paid
}

export const standingAt = ({ standing }: DocumentStates, at: number): Standing =>
  standings[standing[at] ?? 0] ?? 'draft'

/** The day the first part is due that is not settled; of a quote that waits for an answer the last it holds; ''. */
export function dueOf(head: DocumentHead, open: number, standing: Standing): string {
  if (head.kind === 'quote')
    return standing === 'open' || standing === 'expired' ? (head.validUntil ?? '') : ''
  if (open <= 0) return ''
  let left = head.payable - open
  for (const part of head.due) {
    left -= part.amount
    if (left < 0) return part.day
  }
  return head.due.at(-1)?.day ?? ''
}
