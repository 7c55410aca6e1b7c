import type { ClientRow, ClientsAnswer } from '#shared/book/partyQuestions.ts'
import { selectedFilter, type Selection } from '#shared/list/selection.ts'
import type { ListBook } from '#ui/list/useListRows.ts'
import type { ClientsServices } from './clientsServices.ts'
import type { Asked } from './search.ts'

type Book = ClientsServices['book']

/** What all clients that match come to. */
export type ClientsSums = Omit<ClientsAnswer, 'rows'>

/** The clients that match, asked of the book. */
export const clientsBook = (book: Book, asked: Asked): ListBook<ClientRow, ClientsAnswer> => ({
  ask: (window) => book.clients({ ...asked, ...window }, {}),
  subscribe: book.subscribe,
})

/** More than this many cannot be changed by one click. */
export const mostAtOnce = 20_000

/** The rows of a selection, all of them. */
export async function rowsOf(book: Book, asked: Asked, selection: Selection): Promise<readonly ClientRow[]> {
  const window = { ...selectedFilter(selection), from: 0, count: mostAtOnce }
  return (await clientsBook(book, asked).ask(window)).rows
}
