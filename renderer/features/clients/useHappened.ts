import { useLiveQuery } from 'dexie-react-hooks'
import { importDays } from '#data/importHistory.ts'
import type { ContactRow } from '#shared/book/partyQuestions.ts'
import type { SaleDetail, SalesAnswer } from '#shared/book/questions.ts'
import type { Client } from '#shared/client/client.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import type { ClientsServices } from './clientsServices.ts'
import { happenings, type Happened } from './happened.ts'

const everything = { standing: ['counted', 'uncounted', 'waiting'] } as const
/** More sales than these are a list of their own. */
export const shownSales = 50

type Parts = {
  readonly services: Pick<ClientsServices, 'book' | 'db'>
  readonly clientKey: string
  readonly record: Client | null
  readonly stated: readonly ContactRow[]
}

/** null until the book has answered. */
export function useHappened({ services: { book, db }, clientKey, record, stated }: Parts): {
  readonly all: readonly Happened[]
  readonly details: ReadonlyMap<string, SaleDetail>
  readonly sales: SalesAnswer
} | null {
  const { answer } = useAnswer(book.subscribe, () => ask(book, clientKey), clientKey)
  const origins = stated.map(({ origin }) => origin)
  const imports = useLiveQuery(() => importDays(db, origins), [db, JSON.stringify(origins)])
  if (answer === null) return null
  const all = happenings({
    sales: answer.sales.rows,
    details: answer.details,
    imports: imports ?? [],
    record,
  })
  return { all, ...answer }
}

async function ask(book: ClientsServices['book'], client: string) {
  const question = {
    filter: { ...everything, clients: [client] },
    sort: { by: 'day', descending: true },
    from: 0,
    count: shownSales,
  } as const
  const sales = await book.sales(question, {})
  const wanted = sales.rows.filter(({ measures, noted }) => measures.refunds !== 0 || noted)
  const found = await Promise.all(wanted.map(({ key }) => book.sale(key)))
  const details = new Map(found.flatMap((detail) => (detail ? [[detail.key, detail] as const] : [])))
  return { sales, details }
}
