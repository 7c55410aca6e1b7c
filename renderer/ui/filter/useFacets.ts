import { unit, streams, type Stream } from '#shared/book/entry.ts'
import type { Filter, Group, Report, TotalsRow } from '#shared/book/questions.ts'
import type { Tagged } from '#shared/book/tags.ts'
import { useAnswer } from '#ui/useAnswer.ts'

type Book = {
  readonly totals: (filter: Filter, group: Group, report: Report) => Promise<readonly TotalsRow[]>
  readonly tags: (on?: Tagged) => Promise<readonly string[]>
  readonly subscribe: (listener: (version: number) => void) => () => void
}

/** What there is to choose from: only what the book holds. */
export type Facets = {
  readonly channels: readonly string[]
  /** `accountKey`s. */
  readonly accounts: readonly string[]
  readonly currencies: readonly string[]
  readonly streams: readonly Stream[]
  /** Those the rows of the list carry. */
  readonly tags: readonly string[]
}
export const noFacets: Facets = { channels: [], accounts: [], currencies: [], streams: [], tags: [] }

/** null until the book has answered. */
export const useFacets = (book: Book, on: Tagged): Facets | null =>
  useAnswer(book.subscribe, () => facetsOf(book, on), on).answer

const everything = { standing: ['counted', 'uncounted', 'waiting'] as const }
const distinct = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '').sort()

async function facetsOf(book: Book, on: Tagged): Promise<Facets> {
  const [byAccount, byStream, tags] = await Promise.all([
    book.totals(everything, { by: 'account', bucket: 'none' }, {}),
    book.totals(everything, { by: 'stream', bucket: 'none' }, {}),
    book.tags(on),
  ])
  const accounts = distinct(byAccount.map(({ key }) => key))
  const there = new Set(byStream.map(({ key }) => key))
  return {
    channels: distinct(accounts.map((account) => account.split(unit)[0] ?? '')),
    accounts,
    currencies: distinct(byAccount.map(({ currency }) => currency)),
    streams: streams.filter((stream) => stream !== '' && there.has(stream)),
    tags,
  }
}
