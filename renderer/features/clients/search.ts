import { z } from 'zod'
import type { ClientsQuestion, ClientSort } from '#shared/book/partyQuestions.ts'
import type { Circle } from '#shared/client/client.ts'

export const clientSorts = [
  'name',
  'channel',
  'sales',
  'gross',
  'refunds',
  'fees',
  'kept',
  'first',
  'last',
  'followUp',
] as const satisfies readonly ClientSort[]
export const circles = ['community', 'supporters', 'wholesale', 'press'] as const satisfies readonly Circle[]

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const texts = z.array(z.string().max(400)).min(1).max(500)
/** A part of a link that is wrong is left out, the rest still works. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** The address of the list of clients: what is filtered and how it is sorted. */
export const clientsSearch = z.object({
  from: lenient(day),
  to: lenient(day),
  channels: lenient(texts),
  products: lenient(texts),
  circles: lenient(z.array(z.enum(circles)).min(1)),
  tags: lenient(texts),
  show: lenient(z.enum(['records', 'found'])),
  /** Those to come back to by now. */
  due: lenient(z.boolean()),
  /** Those who bought more than once. */
  returning: lenient(z.boolean()),
  text: lenient(z.string().max(200)),
  sort: lenient(z.enum(clientSorts)),
  descending: lenient(z.boolean()),
  /** Id of the view that was opened. */
  view: lenient(z.string().max(100)),
  /** A new client is being written down. */
  isNew: lenient(z.boolean()),
})
export type ClientsSearch = z.infer<typeof clientsSearch>

/** What a view keeps. */
export const lookOf = ({ view: _view, isNew: _isNew, ...search }: ClientsSearch): ClientsSearch => search

type Asked = Omit<ClientsQuestion, 'from' | 'count'>

/** Only what is set: the book takes a missing part for "any". */
export function questionOf(search: ClientsSearch, today: string, kept?: Asked['sort']): Asked {
  const { from, to, channels, products, circles: wanted, tags, show, due, returning, text } = search
  const sort = search.sort === undefined ? kept : undefined
  const by = search.sort ?? 'kept'
  return {
    filter: defined({ from, to, channels, products }),
    sort: sort ?? { by, descending: search.descending ?? by !== 'name' },
    ...defined({
      circles: wanted,
      tags,
      show,
      followUpBy: due === true ? today : undefined,
      atLeast: returning === true ? 2 : undefined,
      text: text === undefined || text.trim() === '' ? undefined : text,
    }),
  }
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }
const defined = <T extends object>(parts: T): Defined<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Defined<T>

/** Every part of the filter taken away; the sort stays. */
export const noFilter = {
  from: undefined,
  to: undefined,
  channels: undefined,
  products: undefined,
  circles: undefined,
  tags: undefined,
  show: undefined,
  due: undefined,
  returning: undefined,
  text: undefined,
} as const satisfies Partial<ClientsSearch>
