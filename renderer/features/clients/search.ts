import { z } from 'zod'
import { streams } from '#shared/book/entry.ts'
import type { ClientsQuestion, ClientSort } from '#shared/book/partyQuestions.ts'
import type { Circle } from '#shared/client/client.ts'
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

const minor = z.number().int()

/** The address of the list of clients: what is filtered and how it is sorted. */
export const clientsSearch = z.object({
  from: dayPart,
  to: dayPart,
  channels: textsPart,
  products: textsPart,
  streams: wordsPart(streams),
  countries: textsPart,
  /** What somebody bought for, in minor units of one currency, both bounds included. */
  amount: lenient(z.object({ currency: z.string().length(3), from: lenient(minor), to: lenient(minor) })),
  circles: wordsPart(circles),
  tags: textsPart,
  show: lenient(z.enum(['records', 'found'])),
  /** Those to come back to by now. */
  due: lenient(z.boolean()),
  /** Whether they had bought before the period; without one, whether they bought more than once. */
  returning: lenient(z.boolean()),
  ...listParts(clientSorts),
  /** A new client is being written down. */
  isNew: lenient(z.boolean()),
})
export type ClientsSearch = z.infer<typeof clientsSearch>
export type Asked = Omit<ClientsQuestion, 'from' | 'count'>

/** Who is listed, and which money of theirs. Who brought most comes first, until the person sorts otherwise. */
export function askedOf(search: ClientsSearch, today: string, left: ListState['sort']): Asked {
  const { from, to, channels, products, streams: some, text, show, amount } = search
  const { circles: wanted, countries, tags, due, returning } = search
  return {
    filter: setParts({ from, to, channels, products, streams: some }),
    ...setParts({
      text,
      show,
      circles: wanted,
      countries,
      tags,
      gross: amount && { currency: amount.currency, ...setParts({ from: amount.from, to: amount.to }) },
      followUpBy: due === true ? today : undefined,
      acquaintance: returning === undefined ? undefined : acquaintances[Number(returning)],
    }),
    sort: sortOf(search, left, sorts),
  }
}

const acquaintances = ['fresh', 'returning'] as const
const sorts = { all: clientSorts, first: 'kept', ascending: ['name', 'channel', 'followUp'] } as const
