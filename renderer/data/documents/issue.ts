import { byNewestRate } from '#shared/document/rateOn.ts'
import type { Business } from '#shared/document/business.ts'
import { checkDocument, type DocumentError } from '#shared/document/check.ts'
import type { IssuedDocument } from '#shared/document/derive.ts'
import type { Document, DocumentKind, Issued, Seller } from '#shared/document/document.ts'
import { nextNumber, type NextNumber, type Series } from '#shared/document/series.ts'
import { dueOf } from '#shared/document/terms.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { commitIf, type Change, type Made } from '#data/commit.ts'
import type { BrandDatabase, BrandRecords, ProfileRecord } from '#data/database.ts'
import { storing, type StorageFailure } from '#data/storageFailure.ts'
import { entryAfterLast } from './journalEntries.ts'
import { seriesOf } from './series.ts'

export type IssueError =
  | DocumentError
  | { readonly code: 'gone' | 'already-issued' | 'credits-void' | 'follows-void' | 'deducts-void' }
  /** A credit note of more than is left of its invoice, in minor units. */
  | { readonly code: 'credits-too-much'; readonly left: number }

type Fault = readonly IssueError[] | StorageFailure
export type IssuedNow = Result<{ readonly change: Change; readonly value: IssuedDocument }, Fault>

const tables = ['documents', 'payments', 'series', 'journal', 'settings', 'rates'] as const

/**
 * Gives a draft its number and closes it for ever. The number is taken, the document kept and the journal written in one
 * transaction, so that there is no number without a document and no document without its entry. `today` counts where the
 * draft names no day.
 */
export async function issueDocument(
  db: BrandDatabase,
  id: string,
  today: string,
  now: string,
  seriesId: string | null = null,
): Promise<IssuedNow> {
  return storing(() =>
    commitIf(
      db,
      'issue document',
      tables,
      async (): Promise<Made<BrandRecords, IssuedDocument, readonly IssueError[]>> => {
        const draft = await db.documents.get(id)
        if (!draft) return err([{ code: 'gone' }])
        if (draft.issued !== null) return err([{ code: 'already-issued' }])
        const day = draft.content.day ?? today
        const { business, profile } = await sellerRecords(db)
        const totals = checkDocument(draft.content, business, day)
        if (!totals.ok) return totals
        if (business === null || profile === null) return err([{ code: 'seller-missing' }])
        const refused = await findForbidden(db, draft, totals.value.payable)
        if (refused !== null) return err([refused])
        const series = await seriesFor(db, draft, seriesId)
        const next = await freeNumber(db, series, day)
        const { content } = draft
        const issued: Issued = {
          number: next.number,
          series: series.id,
          day,
          due: content.kind === 'invoice' ? dueOf(content.terms, day, totals.value.payable) : [],
          seller: sellerOf(business, profile),
          totals: totals.value,
          rate: byNewestRate(await db.rates.toArray(), content.currency, profile.currency, day),
        }
        const document = { ...draft, issued }
        const told = {
          act: 'issue',
          subject: id,
          number: next.number,
          day,
          currency: content.currency,
          amount: totals.value.payable,
        } as const
        const entry = await entryAfterLast(db, told, issuedContent(document), now)
        return ok({
          writes: [
            { table: 'documents', put: document },
            { table: 'series', put: next.series },
            { table: 'journal', put: entry },
          ],
          value: document,
        })
      },
    ),
  )
}

/** What the journal vouches for of an issued document: all that stands on it. */
export const issuedContent = ({ id, content, issued }: Document): object => ({ id, content, issued })

/** The seller as the document keeps it. */
const sellerOf = (
  { defaults: _defaults, income: _income, ...seller }: Business,
  profile: ProfileRecord['value'],
): Seller => ({
  ...seller,
  logo: profile.logo ?? null,
  accent: profile.accent,
})

async function sellerRecords(
  db: BrandDatabase,
): Promise<{ readonly business: Business | null; readonly profile: ProfileRecord['value'] | null }> {
  const [business, profile] = await db.settings.bulkGet(['business', 'profile'])
  return {
    business: business?.id === 'business' ? business.value : null,
    profile: profile?.id === 'profile' ? profile.value : null,
  }
}

async function seriesFor(db: BrandDatabase, { content }: Document, id: string | null): Promise<Series> {
  const fitting = await seriesOf(db, content.kind)
  return fitting.find((series) => series.id === id) ?? fitting[0]
}

/** The number a document of this kind and day would get now; another one may take it before. */
export async function numberFor(
  db: BrandDatabase,
  kind: DocumentKind,
  day: string,
  seriesId: string | null,
): Promise<{ readonly number: string; readonly series: readonly Series[] }> {
  const series = await seriesOf(db, kind)
  const chosen = series.find(({ id }) => id === seriesId) ?? series[0]
  return { number: (await freeNumber(db, chosen, day)).number, series }
}

/** The next number of the series; those that documents of another series bear are passed over. */
async function freeNumber(db: BrandDatabase, series: Series, day: string): Promise<NextNumber> {
  const taken = new Set<string>()
  for (;;) {
    const next = nextNumber(series, day, (number) => taken.has(number))
    if ((await db.documents.where('issued.number').equals(next.number).count()) === 0) return next
    taken.add(next.number)
  }
}

/** What other documents forbid: they may have changed while the draft lay. */
async function findForbidden(
  db: BrandDatabase,
  { content }: Document,
  payable: number,
): Promise<IssueError | null> {
  const { credits, follows, deducts } = content
  if (follows !== null && (await isVoid(db, follows.document))) return { code: 'follows-void' }
  for (const { document } of deducts) if (await isVoid(db, document)) return { code: 'deducts-void' }
  if (content.kind !== 'creditNote' || credits === null) return null
  const invoice = await db.documents.get(credits.document)
  if (!invoice?.issued || invoice.voided !== null) return { code: 'credits-void' }
  const left = invoice.issued.totals.payable - (await creditedOf(db, invoice.id))
  return payable > left ? { code: 'credits-too-much', left } : null
}

const isVoid = async (db: BrandDatabase, id: string): Promise<boolean> =>
  ((await db.documents.get(id))?.voided ?? null) !== null

/** What credit notes took back of an invoice, in minor units. */
export async function creditedOf(db: BrandDatabase, invoice: string): Promise<number> {
  const notes = await db.documents.where('content.credits.document').equals(invoice).toArray()
  return notes.reduce(
    (sum, { issued, voided }) => sum + (voided === null ? (issued?.totals.payable ?? 0) : 0),
    0,
  )
}
