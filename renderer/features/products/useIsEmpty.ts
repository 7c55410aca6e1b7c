import { useAnswer } from '#ui/useAnswer.ts'
import type { ProductsServices } from './productsServices.ts'

const none = { filter: {}, sort: { by: 'name', descending: false }, from: 0, count: 0 } as const

/** Whether there is no product and no listing at all; null until the book has answered. */
export const useIsEmpty = (book: ProductsServices['book']): boolean | null =>
  useAnswer(
    book.subscribe,
    async () => {
      const [present, archived] = await Promise.all([
        book.products(none, {}),
        book.products({ ...none, archived: true }, {}),
      ])
      return present.total + archived.total === 0
    },
    '',
  ).answer
