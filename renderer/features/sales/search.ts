import { z } from 'zod'
import { statuses, streams } from '#shared/book/entry.ts'
import type { Filter, SaleSort, SalesQuestion, Standing } from '#shared/book/questions.ts'
import {
  dayPart,
  lenient,
  listParts,
  setParts,
  wordsPart,
  sortOf,
  textsPart,
} from '#shared/list/listSearch.ts'
import type { ListState } from '#shared/list/listState.ts'

const saleSorts = [
  'day',
  'label',
  'buyer',
  'channel',
  'gross',
  'fees',
  'refunds',
  'kept',
  'status',
] as const satisfies readonly SaleSort[]
export const standings = ['counted', 'uncounted', 'waiting', 'hidden'] as const satisfies readonly Standing[]

const minor = z.number().int()
const ids = z.array(z.number().int().nonnegative()).min(1).max(5000)

/** The address of the sales screen: what is filtered, how it is sorted, which sale is open. */
export const salesSearch = z.object({
  from: dayPart,
  to: dayPart,
  channels: textsPart,
  accounts: textsPart,
  streams: wordsPart(streams),
  listings: lenient(ids),
  buyers: lenient(ids),
  /** Products by the key of their row. */
  products: textsPart,
  clients: textsPart,
  tags: textsPart,
  /** Gross of a sale in minor units of its own currency, both bounds included. */
  amount: lenient(z.object({ from: lenient(minor), to: lenient(minor) })),
  currencies: textsPart,
  standing: wordsPart(standings),
  statuses: wordsPart(statuses),
  hasRefund: lenient(z.boolean()),
  importId: lenient(z.string().max(100)),
  ...listParts(saleSorts),
  /** Key of the sale that is open beside the list. */
  sale: lenient(z.string().max(40)),
})
export type SalesSearch = z.infer<typeof salesSearch>
export type Asked = Pick<SalesQuestion, 'filter' | 'sort'>

/** Newest first, until the person sorts otherwise; that stays until they sort anew. */
export function askedOf(search: SalesSearch, left: ListState['sort']): Asked {
  const { sort: _sort, descending: _descending, sale: _sale, view: _view, ...filter } = search
  return { filter: setParts(filter) as Filter, sort: sortOf(search, left, sorts) }
}

const sorts = {
  all: saleSorts,
  first: 'day',
  ascending: ['label', 'buyer', 'channel', 'status'],
} as const
