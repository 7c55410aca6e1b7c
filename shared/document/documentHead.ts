import type { Document } from './document.ts'
import type { Stands } from './standing.ts'
import { totalsOf } from './totalsOf.ts'

/** What lists, searches and sums need of a document: some hundred bytes of it. */
export type DocumentHead = Stands & {
  readonly id: string
  /** '' in a draft. */
  readonly number: string
  /** `YYYY-MM-DD`: its own day; that of a draft is the one it names, else the one it was begun on. */
  readonly day: string
  readonly buyer: string
  /** Id of the client's record, or null. */
  readonly client: string | null
  readonly subject: string
  /** ISO 4217. */
  readonly currency: string
  readonly isDeposit: boolean
  /** Ids of the invoice it takes back and of the quote it carries out, or null. */
  readonly credits: string | null
  readonly follows: string | null
  /** `YYYY-MM-DD` it went to the buyer, or null. */
  readonly sent: string | null
  /** Not set for drafts and documents that are no money: its entries in the book. */
  readonly entries: { readonly first: number; readonly count: number } | null
}

/** Without a place in the book yet. Texts that many documents share are kept once. */
export function documentHead(document: Document, once: (text: string) => string): DocumentHead {
  const { id, content, issued, voided, links, answer, sent, createdAt } = document
  return {
    id,
    kind: once(content.kind) as Document['content']['kind'],
    number: issued?.number ?? '',
    day: once(issued?.day ?? content.day ?? createdAt.slice(0, 10)),
    buyer: once(content.buyer.name.trim()),
    client: links.client === null ? null : once(links.client),
    subject: content.subject,
    currency: once(content.currency),
    payable: issued?.totals.payable ?? draftPayable(document),
    due: (issued?.due ?? []).map(({ day, amount }) => ({ day: once(day), amount })),
    validUntil: content.validUntil === null ? null : once(content.validUntil),
    answer,
    isIssued: issued !== null,
    isVoid: voided !== null,
    isDeposit: content.isDeposit,
    credits: content.credits?.document ?? null,
    follows: content.follows?.document ?? null,
    sent: sent === null ? null : once(sent),
    entries: null,
  }
}

/** What a draft would come to; 0 while something on it cannot be read. */
function draftPayable({ content }: Document): number {
  const totals = totalsOf(content)
  return totals.ok ? totals.value.payable : 0
}
