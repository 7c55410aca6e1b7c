import { streams, type Stream } from '#shared/book/entry.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import type { SalesServices } from './salesServices.ts'

type Book = Pick<SalesServices['book'], 'totals' | 'tags' | 'subscribe'>

/** What there is to choose from: only what the book holds. */
export type Facets = {
  readonly accounts: readonly string[]
  readonly currencies: readonly string[]
  readonly streams: readonly Stream[]
  readonly tags: readonly string[]
}

/** null until the book has answered. */
export function useFacets(book: Book): Facets | null {
  const { answer } = useAnswer(book.subscribe, () => facetsOf(book), '')
  return answer
}

async function facetsOf(book: Book): Promise<Facets> {
  const all = { standing: ['counted', 'uncounted', 'waiting'] as const }
  const [byAccount, byStream, tags] = await Promise.all([
    book.totals(all, { by: 'account', bucket: 'none' }, {}),
    book.totals(all, { by: 'stream', bucket: 'none' }, {}),
    book.tags(),
  ])
  const distinct = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '').sort()
  const there = new Set(byStream.map(({ key }) => key))
  return {
    accounts: distinct(byAccount.map(({ key }) => key)),
    currencies: distinct(byAccount.map(({ currency }) => currency)),
    streams: streams.filter((stream) => stream !== '' && there.has(stream)),
    tags,
  }
}
