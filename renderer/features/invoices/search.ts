import { z } from 'zod'
import { documentSorts } from '#shared/book/documentQuestions.ts'
import type { DocumentsFilter, DocumentsQuestion } from '#shared/book/documentQuestions.ts'
import { standings } from '#shared/document/standing.ts'
import {
  dayPart,
  lenient,
  listParts,
  setParts,
  sortOf,
  textsPart,
  wordsPart,
} from '#shared/list/listSearch.ts'
import type { ListState } from '#shared/list/listState.ts'

export const tabs = ['invoices', 'quotes', 'creditNotes', 'drafts'] as const
export type Tab = (typeof tabs)[number]

const minor = z.number().int()

/** The address of the list of documents. */
export const invoicesSearch = z.object({
  /** Without one, all of them. */
  tab: lenient(z.enum(tabs)),
  from: dayPart,
  to: dayPart,
  standings: wordsPart(standings),
  /** Keys of clients' rows. */
  clients: textsPart,
  currencies: textsPart,
  /** Minor units of one currency, both bounds included. */
  amount: lenient(z.object({ currency: z.string().length(3), from: lenient(minor), to: lenient(minor) })),
  ...listParts(documentSorts),
})
export type InvoicesSearch = z.infer<typeof invoicesSearch>
export type Asked = Omit<DocumentsQuestion, 'from' | 'count'>

/** What is listed, and in which order: the latest first, until the person sorts otherwise. */
export function askedOf(search: InvoicesSearch, today: string, left: ListState['sort']): Asked {
  const { tab, amount, from, to, clients, currencies, text, standings: some } = search
  return {
    today,
    filter: {
      ...(tab === undefined ? {} : shows[tab]),
      ...setParts({ from, to, clients, currencies, text, standings: some }),
      ...(amount && {
        amount: { currency: amount.currency, ...setParts({ from: amount.from, to: amount.to }) },
      }),
    },
    sort: sortOf(search, left, sorts),
  }
}

const shows: { readonly [T in Tab]: DocumentsFilter } = {
  invoices: { kinds: ['invoice'] },
  quotes: { kinds: ['quote'] },
  creditNotes: { kinds: ['creditNote'] },
  drafts: { isDraft: true },
}
const sorts = {
  all: documentSorts,
  first: 'day',
  ascending: ['number', 'kind', 'buyer', 'subject', 'due', 'standing'],
} as const
