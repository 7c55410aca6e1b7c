import {
  checkEntry,
  type JournalAct,
  type JournalEntry,
  type JournalFault,
} from '#shared/document/journal.ts'
import type { BrandDatabase } from '#data/database.ts'
import { toldPages, type Told } from './toldPages.ts'

/** What is wrong, and with which document; `not-told`: it has a number, is void or was paid, and no entry says so. */
export type DocumentFault = {
  readonly code: JournalFault['code'] | 'not-told'
  /** Of the entry; 0 where there is none. */
  readonly seq: number
  readonly act: JournalAct
  /** Of the document, or of the first one paid; '' where that is not known. */
  readonly number: string
  /** Its id, or null where there is no such document any more. */
  readonly document: string | null
}

export type Verified = {
  readonly entries: number
  /** SHA-256 (hex) of the last entry, which vouches for all before it; '' of an empty journal. */
  readonly head: string
  readonly faults: readonly DocumentFault[]
}

type Act = Pick<JournalEntry, 'act' | 'subject' | 'number'>
type Found = Pick<DocumentFault, 'code' | 'seq'> & { readonly about: Act }

/** Checks the whole journal, that all it tells of is stored so, and that it tells of all that is stored. */
export async function verifyDocuments(db: BrandDatabase): Promise<Verified> {
  const done = new Map((await actsDone(db)).map((act) => [keyOf(act), act]))
  const told = new Set<string>()
  const found: Found[] = []
  let before: JournalEntry | null = null
  let entries = 0
  for await (const page of toldPages(db))
    for (const one of page) {
      const { entry, content } = one
      for (const code of checkEntry(before, entry, content))
        found.push({ code, seq: entry.seq, about: entry })
      for (const act of voidOf(one)) done.set(keyOf(act), act)
      told.add(keyOf(entry))
      before = entry
      entries++
    }
  for (const [key, about] of done) if (!told.has(key)) found.push({ code: 'not-told', seq: 0, about })
  const faults = await Promise.all(
    found.map(async ({ about, ...fault }) => ({ ...fault, act: about.act, ...(await nameOf(db, about)) })),
  )
  return { entries, head: before?.hash ?? '', faults }
}

const keyOf = ({ act, subject }: Act): string => `${act} ${subject}`

/** What must have an entry, by keys alone: no document is read for it. */
async function actsDone(db: BrandDatabase): Promise<readonly Act[]> {
  const [issued, payments] = [
    await db.documents.where('issued.number').above('').primaryKeys(),
    await db.payments.toCollection().primaryKeys(),
  ]
  return [
    ...issued.map((subject) => ({ act: 'issue', subject, number: '' }) as const),
    ...payments.map((subject) => ({ act: 'payment', subject, number: '' }) as const),
  ]
}

/** What is void now must have an entry that says so, too. */
function voidOf({ entry, subject }: Told): readonly Act[] {
  if (subject === null || subject.voided === null) return []
  return [{ ...entry, act: entry.act === 'issue' || entry.act === 'void' ? 'void' : 'voidPayment' }]
}

/** The document it is about: a payment is named by what it paid first. */
async function nameOf(
  db: BrandDatabase,
  { act, subject, number }: Act,
): Promise<Pick<DocumentFault, 'number' | 'document'>> {
  const isPayment = act === 'payment' || act === 'voidPayment'
  const id = isPayment ? (await db.payments.get(subject))?.documents[0] : subject
  const document = id === undefined ? undefined : await db.documents.get(id)
  return { number: document?.issued?.number ?? number, document: document?.id ?? null }
}
