import { addBatch, addImport, setVisible } from '#shared/book/book.ts'
import type { Book, Coverage } from '#shared/book/book.ts'
import { dayOfIso } from '#shared/book/days.ts'
import type { BrandDatabase, ImportRecord, StoredPage } from '#data/database.ts'
import { openPage, readPages } from '#data/pageStore.ts'
import type { FileCoverage } from '#data/workers.ts'

/** Which rows of which file a page holds: leads from a figure to its line without opening every page. */
export type PagePlace = Pick<StoredPage, 'number' | 'file' | 'firstRow' | 'lastRow'>

export const coverageOf = (files: readonly FileCoverage[]): readonly Coverage[] =>
  files.map(({ account, from, to }) => ({ account, from: dayOfIso(from), to: dayOfIso(to) }))

/** Adds a committed import's pages to the book, or says that they are not what was written. */
export async function loadImport(
  db: BrandDatabase,
  book: Book,
  record: ImportRecord,
): Promise<readonly PagePlace[] | 'damaged'> {
  const coverage = coverageOf(record.files.flatMap((file) => file.coverage ?? []))
  const index = addImport(book, { id: record.id, order: record.order, visible: true, coverage })
  const places: PagePlace[] = []
  for await (const pages of readPages(db, record.id)) {
    const opened = await Promise.all(pages.map(openPage))
    for (const [at, page] of pages.entries()) {
      const batch = opened[at]
      if (!batch?.ok || page.number !== places.length) return hide(book, index)
      addBatch(book, index, batch.value)
      places.push({ number: page.number, file: page.file, firstRow: page.firstRow, lastRow: page.lastRow })
    }
  }
  return places.length === record.pages ? places : hide(book, index)
}

function hide(book: Book, index: number): 'damaged' {
  setVisible(book, index, false)
  return 'damaged'
}
