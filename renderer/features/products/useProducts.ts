import { useEffect, useMemo, useState } from 'react'
import type { PartySums, ProductRow, ProductsAnswer } from '#shared/book/partyQuestions.ts'
import type { Report } from '#shared/book/questions.ts'
import { isNothing, selectedFilter, type Selection } from '#shared/list/selection.ts'
import type { RowSource } from '#ui/table/rowCache.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import type { ProductsServices } from './productsServices.ts'
import type { Asked } from './search.ts'

type Book = ProductsServices['book']
export type ProductsSums = Pick<ProductsAnswer, 'total' | 'sums'>

/** Grows with each change of the book, so that what is on the screen is asked for again. */
function useBookVersion(book: Pick<Book, 'subscribe'>): number {
  const [version, setVersion] = useState(0)
  useEffect(() => book.subscribe(setVersion), [book])
  return version
}

/** The products that match, by the screenful, and their sums. */
export function useProducts(book: Book, asked: Asked, report: Report) {
  const version = useBookVersion(book)
  const question = JSON.stringify([asked, report])
  const [sums, setSums] = useState<ProductsSums | null>(null)
  const source = useMemo<RowSource<ProductRow>>(
    () => async (from, count) => {
      const answer = await book.products({ ...asked, from, count }, report)
      const next = { total: answer.total, sums: answer.sums }
      setSums((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
      return answer
    },
    // The question stands for what it was made of.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [book, question, version],
  )
  return { source, question, sums }
}

/** The selected of the products that match, in the order of the list. */
export const selectedProducts =
  (book: Book, asked: Asked, report: Report) =>
  (selection: Selection): RowSource<ProductRow> =>
  (from, count) =>
    book.products({ ...asked, ...selectedFilter(selection), from, count }, report)

/** What the selected products come to; null while the book counts. */
export function useSelectionSums(
  book: Book,
  asked: Asked,
  report: Report,
  selection: Selection,
  whole: ProductsSums | null,
): PartySums | null {
  const isWhole = selection.all && selection.except.size === 0
  const question = JSON.stringify([asked, report])
  const key = useMemo(
    () => (isWhole || isNothing(selection) ? '' : JSON.stringify([question, selectedFilter(selection)])),
    [isWhole, selection, question],
  )
  const ask = async () =>
    key === '' ? null : book.products({ ...asked, ...selectedFilter(selection), from: 0, count: 0 }, report)
  const { answer } = useAnswer(book.subscribe, ask, key)
  return isWhole ? (whole?.sums ?? null) : (answer?.sums ?? null)
}
