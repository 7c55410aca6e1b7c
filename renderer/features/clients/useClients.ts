import { useEffect, useMemo, useState } from 'react'
import type { ClientRow, ClientsQuestion, PartySums } from '#shared/book/partyQuestions.ts'
import { isNothing, selectedFilter, type Selection } from '#shared/list/selection.ts'
import type { RowSource } from '#ui/table/rowCache.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import type { ClientsServices } from './clientsServices.ts'

type Book = ClientsServices['book']
type Asked = Omit<ClientsQuestion, 'from' | 'count'>
export type ClientsSums = { readonly total: number; readonly sums: PartySums }

/** The clients that match, by the screenful, and what they come to. */
export function useClients(book: Book, asked: Asked) {
  const question = JSON.stringify(asked)
  const [version, setVersion] = useState(0)
  const [sums, setSums] = useState<ClientsSums | null>(null)
  useEffect(() => book.subscribe(setVersion), [book])
  const source = useMemo<RowSource<ClientRow>>(
    () => async (from, count) => {
      const answer = await book.clients({ ...asked, from, count }, {})
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

/** The selected of the clients that match, in the order of the list. */
export const selectedClients =
  (book: Book, asked: Asked) =>
  (selection: Selection): RowSource<ClientRow> =>
  (from, count) =>
    book.clients({ ...asked, ...selectedFilter(selection), from, count }, {})

/** More than this many cannot be changed by one click. */
export const mostAtOnce = 20_000

/** The rows of a selection, all of them. */
export async function rowsOf(book: Book, asked: Asked, selection: Selection): Promise<readonly ClientRow[]> {
  const { rows } = await selectedClients(book, asked)(selection)(0, mostAtOnce)
  return rows
}

/** What the selected come to; null while the book counts. */
export function useSelectionSums(book: Book, asked: Asked, selection: Selection): ClientsSums['sums'] | null {
  const key = isNothing(selection) ? '' : JSON.stringify([asked, selectedFilter(selection)])
  const ask = async () => (key === '' ? null : selectedClients(book, asked)(selection)(0, 0))
  const { answer } = useAnswer(book.subscribe, ask, key)
  return (answer as ClientsSums | null)?.sums ?? null
}
