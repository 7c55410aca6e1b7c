import { useAnswer } from '#ui/useAnswer.ts'
import { salesBook } from './salesBook.ts'
import type { SalesServices } from './salesServices.ts'
import type { Asked } from './search.ts'

/** How many of the matching sales are hidden; 0 where they are shown. */
export function useHidden(book: SalesServices['book'], { filter, sort }: Asked, areShown: boolean): number {
  const hidden: Asked = { filter: { ...filter, standing: ['hidden'] }, sort }
  const { answer } = useAnswer(
    book.subscribe,
    async () => (areShown ? 0 : (await salesBook(book, hidden).ask({ from: 0, count: 0 })).total),
    JSON.stringify([filter, areShown]),
  )
  return answer ?? 0
}
