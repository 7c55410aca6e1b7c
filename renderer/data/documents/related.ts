import type { IssuedDocument } from '#shared/document/derive.ts'
import type { Document } from '#shared/document/document.ts'
import { isIssued, settledOf, type Related } from '#shared/document/settle.ts'
import { openAmount } from '#shared/document/standing.ts'
import type { BrandDatabase } from '#data/database.ts'

/** What hangs on a document, and the drafts that are being made from it. */
export type Around = Related & { readonly drafts: readonly Document[] }

const live = (document: Document): document is IssuedDocument =>
  isIssued(document) && document.voided === null

export async function relatedTo(db: BrandDatabase, id: string): Promise<Around> {
  const [payments, credits, followers] = await Promise.all([
    db.payments.where('documents').equals(id).toArray(),
    db.documents.where('content.credits.document').equals(id).toArray(),
    db.documents.where('content.follows.document').equals(id).toArray(),
  ])
  return {
    payments: payments.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)),
    credits: credits.filter(live),
    followers: followers.filter(live),
    drafts: [...credits, ...followers].filter(({ issued }) => issued === null),
  }
}

export type OpenInvoice = { readonly document: IssuedDocument; readonly open: number }

/** Invoices of a client in a currency of which something is still to be paid, in order of when that is. */
export async function openInvoices(
  db: BrandDatabase,
  client: string,
  currency: string,
): Promise<readonly OpenInvoice[]> {
  const all = await db.documents.where('links.client').equals(client).toArray()
  const invoices = all
    .filter(live)
    .filter(({ content }) => content.kind === 'invoice' && content.currency === currency)
  const open = await Promise.all(
    invoices.map(async (document) => ({
      document,
      open: openAmount(document, settledOf(document.id, await relatedTo(db, document.id))),
    })),
  )
  const dueOf = ({ issued }: IssuedDocument) => issued.due[0]?.day ?? issued.day
  return open
    .filter((one) => one.open > 0)
    .toSorted((a, b) => (dueOf(a.document) < dueOf(b.document) ? -1 : 1))
}
