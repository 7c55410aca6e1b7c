import { useEffect, useMemo, useState } from 'react'
import type { SaleRow, SalesAnswer, SalesQuestion } from '#shared/book/questions.ts'
import type { RowSource } from '#ui/table/rowCache.ts'
import { isNothing, selectedFilter, type Selection } from '#shared/list/selection.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import type { SalesServices } from './salesServices.ts'

/** Grows with each change of the book, so that what is on the screen is asked for again. */
export function useBookVersion(book: SalesServices['book']): number {
  const [version, setVersion] = useState(0)
  useEffect(() => book.subscribe(setVersion), [book])
  return version
}

export type SalesSums = Pick<SalesAnswer, 'total' | 'sums' | 'untied'>

type Asked = Pick<SalesQuestion, 'filter' | 'sort'>

/** The sales that match, by the screenful, and their sums. */
export function useSales(book: SalesServices['book'], asked: Asked, version: number) {
  const question = JSON.stringify(asked)
  const [sums, setSums] = useState<SalesSums | null>(null)
  const source = useMemo<RowSource<SaleRow>>(
    () => async (from, count) => {
      const answer = await book.sales({ ...asked, from, count }, {})
      const { total, sums: perCurrency, untied } = answer
      const next = { total, sums: perCurrency, untied }
      setSums((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
      return answer
    },
    // The question stands for what it was made of.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [book, question, version],
  )
  return { source, question, sums }
}

/** The selected of the sales that match, in the order of the list. */
export const selectedSales =
  (book: SalesServices['book'], { filter, sort }: Asked) =>
  (selection: Selection): RowSource<SaleRow> =>
  (from, count) =>
    book.sales({ filter: { ...filter, ...selectedFilter(selection) }, sort, from, count }, {})

const countOnly = ({ filter, sort }: Asked, selection: Selection): SalesQuestion => ({
  filter: { ...filter, ...selectedFilter(selection) },
  sort,
  from: 0,
  count: 0,
})

/** What the selected sales come to; null while the book counts. */
export function useSelectionSums(
  book: SalesServices['book'],
  asked: Asked,
  selection: Selection,
  whole: SalesSums | null,
): SalesSums['sums'] | null {
  const isWhole = selection.all && selection.except.size === 0
  const question = JSON.stringify(asked.filter)
  const key = useMemo(
    () => (isWhole || isNothing(selection) ? '' : JSON.stringify([question, selectedFilter(selection)])),
    [isWhole, selection, question],
  )
  const ask = async () => (key === '' ? null : book.sales(countOnly(asked, selection), {}))
  const { answer } = useAnswer(book.subscribe, ask, key)
  if (isWhole) return whole?.sums ?? null
  return answer?.sums ?? null
}

/** How many of the matching sales are hidden; 0 where they are shown. */
export function useHidden(book: SalesServices['book'], { filter, sort }: Asked, areShown: boolean): number {
  const { answer } = useAnswer(
    book.subscribe,
    async () =>
      areShown
        ? 0
        : (await book.sales({ filter: { ...filter, standing: ['hidden'] }, sort, from: 0, count: 0 }, {}))
            .total,
    JSON.stringify([filter, areShown]),
  )
  return answer ?? 0
}
