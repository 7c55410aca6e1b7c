import type { ProductRow, ProductsAnswer } from '#shared/book/partyQuestions.ts'
import type { ListBook } from '#ui/list/useListRows.ts'
import type { ProductsServices } from './productsServices.ts'
import type { Asked } from './search.ts'

/** What all products that match come to. */
export type ProductsSums = Omit<ProductsAnswer, 'rows'>

/** The products that match, asked of the book. */
export const productsBook = (
  book: ProductsServices['book'],
  asked: Asked,
): ListBook<ProductRow, ProductsAnswer> => ({
  ask: (window) => book.products({ ...asked, ...window }, {}),
  subscribe: book.subscribe,
})
