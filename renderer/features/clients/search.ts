import { z } from 'zod'
import type { ClientsQuestion, ClientSort } from '#shared/book/partyQuestions.ts'
import type { Circle } from '#shared/client/client.ts'
import { dayPart, lenient, listParts, setParts, someOf, sortOf, textsPart } from '#shared/list/listSearch.ts'
import type { ListState } from '#shared/list/listState.ts'

const clientSorts = [
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

/** The address of the list of clients: what is filtered and how it is sorted. */
export const clientsSearch = z.object({
  from: dayPart,
  to: dayPart,
  channels: textsPart,
  products: textsPart,
  circles: someOf(circles),
  tags: textsPart,
  show: lenient(z.enum(['records', 'found'])),
  /** Those to come back to by now. */
  due: lenient(z.boolean()),
  /** Those who bought more than once. */
  returning: lenient(z.boolean()),
  ...listParts(clientSorts),
  /** A new client is being written down. */
  isNew: lenient(z.boolean()),
})
export type ClientsSearch = z.infer<typeof clientsSearch>
export type Asked = Omit<ClientsQuestion, 'from' | 'count'>

/** Who is listed, and which money of theirs. Who brought most comes first, until the person sorts otherwise. */
export function askedOf(search: ClientsSearch, today: string, left: ListState['sort']): Asked {
  const { from, to, channels, products, circles: wanted, tags, show, due, returning, text } = search
  return {
    filter: setParts({ from, to, channels, products }),
    ...setParts({
      circles: wanted,
      tags,
      show,
      followUpBy: due === true ? today : undefined,
      atLeast: returning === true ? 2 : undefined,
      text,
    }),
    sort: sortOf(search, left, sorts),
  }
}

const sorts = { all: clientSorts, first: 'kept', ascending: ['name', 'channel', 'followUp'] } as const
