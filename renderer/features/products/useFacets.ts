import { streams, type Stream } from '#shared/book/entry.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import type { ProductsServices } from './productsServices.ts'

type Book = ProductsServices['book']

/** What there is to choose from: only what the book holds. */
export type Facets = {
  readonly accounts: readonly string[]
  readonly streams: readonly Stream[]
  readonly tags: readonly string[]
  /** Whether there is any product or listing at all. */
  readonly isEmpty: boolean
}

/** null until the book has answered. */
export const useFacets = (book: Book): Facets | null =>
  useAnswer(book.subscribe, () => facetsOf(book), '').answer

const one = { filter: {}, sort: { by: 'name', descending: false }, from: 0, count: 0 } as const

async function facetsOf(book: Book): Promise<Facets> {
  const all = { standing: ['counted', 'uncounted', 'waiting'] as const }
  const [byAccount, byStream, tags, present, archived] = await Promise.all([
    book.totals(all, { by: 'account', bucket: 'none' }, {}),
    book.totals(all, { by: 'stream', bucket: 'none' }, {}),
    book.tags(),
    book.products(one, {}),
    book.products({ ...one, archived: true }, {}),
  ])
  const there = new Set(byStream.map(({ key }) => key))
  return {
    accounts: [...new Set(byAccount.map(({ key }) => key))].filter((key) => key !== '').sort(),
    streams: streams.filter((stream) => stream !== '' && there.has(stream)),
    tags,
    isEmpty: present.total + archived.total === 0,
  }
}
