import { useEffect, useMemo, useState } from 'react'
import { isNothing, selectedFilter, type Selection } from '#shared/list/selection.ts'
import type { RowSource } from '#ui/table/rowCache.ts'
import { useAnswer } from '#ui/useAnswer.ts'

/** A screenful of a list, of all that matches or of what of it is selected. */
export type ListWindow = {
  readonly from: number
  readonly count: number
  readonly keys?: readonly string[]
  readonly exceptKeys?: readonly string[]
}
/** Rows, how many match, and whatever is said of all that match: sums. */
export type ListAnswer<Row> = { readonly total: number; readonly rows: readonly Row[] }
export type WholeOf<Answer> = Omit<Answer, 'rows'>

export type ListBook<Row, Answer extends ListAnswer<Row>> = {
  readonly ask: (window: ListWindow) => Promise<Answer>
  /** Calls back with a number that grows with each change of what is listed. */
  readonly subscribe: (listener: (version: number) => void) => () => void
}

/** The rows that match by the screenful, what they come to, and the same of those that are selected. */
export function useListRows<Row, Answer extends ListAnswer<Row>>(
  { ask, subscribe }: ListBook<Row, Answer>,
  question: string,
) {
  const [version, setVersion] = useState(0)
  useEffect(() => subscribe(setVersion), [subscribe])
  const [whole, setWhole] = useState<WholeOf<Answer> | null>(null)
  const source = useMemo<RowSource<Row>>(
    () => async (from, count) => {
      const { rows, ...next } = await ask({ from, count })
      setWhole((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
      return { total: next.total, rows }
    },
    // The question stands for what is asked.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [subscribe, question, version],
  )
  const selectedRows =
    (selection: Selection): RowSource<Row> =>
    (from, count) =>
      ask({ ...selectedFilter(selection), from, count })
  return { source, whole, selectedRows }
}

/** What the selected rows come to; null while it is counted. */
export function useSelected<Row, Answer extends ListAnswer<Row>>(
  { ask, subscribe }: ListBook<Row, Answer>,
  question: string,
  selection: Selection,
  whole: WholeOf<Answer> | null,
): WholeOf<Answer> | null {
  const isWhole = selection.all && selection.except.size === 0
  const key = useMemo(
    () => (isWhole || isNothing(selection) ? '' : JSON.stringify([question, selectedFilter(selection)])),
    [isWhole, selection, question],
  )
  const count = async () => (key === '' ? null : ask({ ...selectedFilter(selection), from: 0, count: 0 }))
  const { answer } = useAnswer(subscribe, count, key)
  return isWhole ? whole : answer
}
