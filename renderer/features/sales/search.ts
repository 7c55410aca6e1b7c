import { z } from 'zod'
import { statuses, streams } from '#shared/book/entry.ts'
import type { TableSort } from '#ui/table/HeadRow.tsx'
import type { Filter, SaleSort, SalesQuestion, Standing } from '#shared/book/questions.ts'

export const saleSorts = [
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

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const minor = z.number().int()
const texts = z.array(z.string().max(400)).min(1).max(500)
const ids = z.array(z.number().int().nonnegative()).min(1).max(5000)
/** A part of a link that is wrong is left out, the rest still works. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** The address of the sales screen: what is filtered, how it is sorted, which sale is open. */
export const salesSearch = z.object({
  from: lenient(day),
  to: lenient(day),
  channels: lenient(texts),
  accounts: lenient(texts),
  streams: lenient(z.array(z.enum(streams)).min(1)),
  listings: lenient(ids),
  buyers: lenient(ids),
  /** Products by the key of their row. */
  products: lenient(texts),
  clients: lenient(texts),
  tags: lenient(texts),
  /** Gross of a sale in minor units of its own currency, both bounds included. */
  amount: lenient(z.object({ from: lenient(minor), to: lenient(minor) })),
  currencies: lenient(texts),
  standing: lenient(z.array(z.enum(standings)).min(1)),
  statuses: lenient(z.array(z.enum(statuses)).min(1)),
  hasRefund: lenient(z.boolean()),
  importId: lenient(z.string().max(100)),
  text: lenient(z.string().max(200)),
  sort: lenient(z.enum(saleSorts)),
  descending: lenient(z.boolean()),
  /** Id of the named view the list was opened with. */
  view: lenient(z.string().max(60)),
  /** Key of the sale that is open beside the list. */
  sale: lenient(z.string().max(40)),
})
export type SalesSearch = z.infer<typeof salesSearch>

/** Only what is set: the book takes a missing part for "any". */
export function filterOf(search: SalesSearch): Filter {
  const { sort: _sort, descending: _descending, sale: _sale, view: _view, ...filter } = search
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))
}

/** What of an address a named view keeps. */
export function lookOf({ sale: _sale, view: _view, ...search }: SalesSearch): SalesSearch {
  return search
}

/** Newest first, until the person sorts otherwise; that stays until they sort anew. */
export function sortOf(search: SalesSearch, kept?: TableSort): SalesQuestion['sort'] {
  const keptBy = saleSorts.find((sort) => sort === kept?.by)
  if (search.sort === undefined && kept !== undefined && keptBy !== undefined)
    return { by: keptBy, descending: kept.descending }
  const by = search.sort ?? 'day'
  return { by, descending: search.descending ?? by === 'day' }
}
