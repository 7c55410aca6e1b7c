import { useEffect, useMemo, useState } from 'react'
import type { SaleRow, SalesAnswer } from '#shared/book/questions.ts'
import type { RowSource } from '#ui/table/rowCache.ts'
import { filterOf, sortOf, type SalesSearch } from './search.ts'
import type { SalesServices } from './salesServices.ts'

/** Grows with each change of the book, so that what is on the screen is asked for again. */
export function useBookVersion(book: SalesServices['book']): number {
  const [version, setVersion] = useState(0)
  useEffect(() => book.subscribe(setVersion), [book])
  return version
}

export type SalesSums = Pick<SalesAnswer, 'total' | 'sums' | 'untied'>

/** The sales that match, by the screenful, and their sums. */
export function useSales(book: SalesServices['book'], search: SalesSearch, version: number) {
  const question = JSON.stringify([filterOf(search), sortOf(search)])
  const [sums, setSums] = useState<SalesSums | null>(null)
  const source = useMemo<RowSource<SaleRow>>(() => {
    const asked = { filter: filterOf(search), sort: sortOf(search) }
    return async (from, count) => {
      const answer = await book.sales({ ...asked, from, count }, {})
      const { total, sums: perCurrency, untied } = answer
      const next = { total, sums: perCurrency, untied }
      setSums((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
      return answer
    }
    // The question stands for what it was made of.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [book, question, version])
  return { source, question, sums }
}
