import type { RecordChange } from '#shared/book/applyRecords.ts'
import { bookTables } from '#shared/book/assigned.ts'
import { addBatch, addImport, ownImport, setVisible } from '#shared/book/book.ts'
import type { Book, Coverage } from '#shared/book/book.ts'
import { reserve } from '#shared/book/columns.ts'
import { dayOfIso } from '#shared/book/days.ts'
import type { BrandDatabase, ImportRecord, StoredPage } from '#data/database.ts'
import { openPage, readPages } from '#data/pageStore.ts'
import type { Damaged } from '#data/pageStore.ts'
import { storing } from '#data/storageFailure.ts'
import type { FileCoverage } from '#data/workers.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { nextTask } from './nextTask.ts'

/** Which rows of which file a page holds: leads from a figure to its line without opening every page. */
export type PagePlace = Pick<StoredPage, 'number' | 'file' | 'firstRow' | 'lastRow'>

export const coverageOf = (files: readonly FileCoverage[]): readonly Coverage[] =>
  files.map(({ account, from, to }) => ({ account, from: dayOfIso(from), to: dayOfIso(to) }))

/** Adds a committed import's pages to the book, or says that they are not what was written. */
export async function loadImport(
  db: BrandDatabase,
  book: Book,
  record: ImportRecord,
): Promise<Result<readonly PagePlace[], Damaged>> {
  const coverage = coverageOf(record.files.flatMap((file) => file.coverage ?? []))
  const index = addImport(book, { id: record.id, order: record.order, visible: true, coverage })
  const loaded = await storing(() => addPages(db, book, index, record))
  if (loaded.ok) return loaded
  setVisible(book, index, false)
  return err({ code: 'damaged' }) // bytes the engine cannot give back are as lost as changed ones
}

async function addPages(
  db: BrandDatabase,
  book: Book,
  index: number,
  { id, pages: count, entries: expected }: ImportRecord,
): Promise<Result<readonly PagePlace[], Damaged>> {
  const places: PagePlace[] = []
  let entries = 0
  reserve(book.columns, expected)
  for await (const pages of readPages(db, id)) {
    const opened = await Promise.all(pages.map(openPage))
    for (const [at, { number, file, firstRow, lastRow }] of pages.entries()) {
      const batch = opened[at]
      if (!batch?.ok || number !== places.length) return err({ code: 'damaged' })
      addBatch(book, index, batch.value)
      entries += batch.value.count
      places.push({ number, file, firstRow, lastRow })
      await nextTask() // questions that need no pages are answered meanwhile
    }
  }
  return places.length === count && entries === expected ? ok(places) : err({ code: 'damaged' })
}

/** As `stampOf` the records of these imports: those that show. */
export const stampOfBook = ({ imports }: Book): string =>
  imports
    .slice(Object.keys(ownImport).length)
    .filter(({ visible }) => visible)
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id)
    .join(' ')

/**
 * All records the book heeds, as of the change with this number. Documents are handed on some at a time: all of them at
 * once would not fit.
 */
export const readRecords = (
  db: BrandDatabase,
  take: (documents: readonly RecordChange[]) => void,
): Promise<{ readonly records: readonly RecordChange[]; readonly seq: number }> =>
  db.transaction('r', [...bookTables, 'settings', 'changes'], async () => {
    const records: RecordChange[] = []
    for (const table of [...bookTables, 'settings'] as const) {
      if (table === 'documents') await readDocuments(db, take)
      else for (const record of await db[table].toArray()) records.push({ table, id: record.id, record })
    }
    const last = await db.changes.orderBy('seq').last()
    return { records, seq: last?.seq ?? 0 }
  })

const documentsAtOnce = 2000

async function readDocuments(
  db: BrandDatabase,
  take: (documents: readonly RecordChange[]) => void,
): Promise<void> {
  for (let after = ''; ;) {
    const some = await db.documents.where('id').above(after).limit(documentsAtOnce).toArray()
    take(some.map((record) => ({ table: 'documents', id: record.id, record })))
    const last = some.at(-1)
    if (!last || some.length < documentsAtOnce) return
    after = last.id
  }
}
