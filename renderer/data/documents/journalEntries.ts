import { nextEntry, type JournalEntry } from '#shared/document/journal.ts'
import type { BrandDatabase } from '#data/database.ts'

/** The newest entry; null of an empty journal. */
export const lastEntry = async (db: BrandDatabase): Promise<JournalEntry | null> =>
  (await db.journal.orderBy('id').last()) ?? null

/** Within a transaction that writes the journal: the entry that comes next. */
export async function entryAfterLast(
  db: BrandDatabase,
  told: Parameters<typeof nextEntry>[1],
  content: object,
  now: string,
): Promise<JournalEntry> {
  return nextEntry(await lastEntry(db), told, content, now)
}
