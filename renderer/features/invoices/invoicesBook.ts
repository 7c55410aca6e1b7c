import type { DocumentRow, DocumentsAnswer } from '#shared/book/documentQuestions.ts'
import { selectedFilter, type Selection } from '#shared/list/selection.ts'
import type { ListBook } from '#ui/list/useListRows.ts'
import type { InvoicesServices } from './invoicesServices.ts'
import type { Asked } from './search.ts'

type Book = InvoicesServices['book']

/** The documents that match, asked of the book. */
export const invoicesBook = (book: Book, asked: Asked): ListBook<DocumentRow, DocumentsAnswer> => ({
  ask: (window) => book.documents({ ...asked, ...window }),
  subscribe: book.subscribe,
})

/** More than this many cannot be changed by one click. */
export const mostAtOnce = 5000

/** The rows of a selection, all of them. */
export async function rowsOf(
  book: Book,
  asked: Asked,
  selection: Selection,
): Promise<readonly DocumentRow[]> {
  const window = { ...selectedFilter(selection), from: 0, count: mostAtOnce }
  return (await book.documents({ ...asked, ...window })).rows
}
