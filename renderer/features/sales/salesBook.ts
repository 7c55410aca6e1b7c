import type { SaleRow, SalesAnswer } from '#shared/book/questions.ts'
import { selectedFilter, type Selection } from '#shared/list/selection.ts'
import type { ListBook } from '#ui/list/useListRows.ts'
import type { RowSource } from '#ui/table/rowCache.ts'
import type { SalesServices } from './salesServices.ts'
import type { Asked } from './search.ts'

/** What all sales that match come to. */
export type SalesSums = Omit<SalesAnswer, 'rows'>

/** The sales that match, asked of the book. */
export const salesBook = (
  book: SalesServices['book'],
  { filter, sort }: Asked,
): ListBook<SaleRow, SalesAnswer> => ({
  ask: ({ from, count, ...selected }) =>
    book.sales({ filter: { ...filter, ...selected }, sort, from, count }, {}),
  subscribe: book.subscribe,
})

/** The selected of the sales that match, in the order of the list. */
export const selectedSales =
  (book: SalesServices['book'], asked: Asked) =>
  (selection: Selection): RowSource<SaleRow> =>
  (from, count) =>
    salesBook(book, asked).ask({ ...selectedFilter(selection), from, count })
