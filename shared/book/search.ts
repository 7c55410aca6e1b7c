import { createBest } from '#shared/search/best.ts'
import { slipsIn } from '#shared/search/likely.ts'
import { typedWords } from '#shared/search/typedWords.ts'
import { wordsIn } from '#shared/search/vocabulary.ts'
import type { Book } from './book.ts'
import { searchWeights } from './searchWeights.ts'
import { exactly, nearly } from './wordFound.ts'
import type { WordFound } from './wordFound.ts'

type Sort = keyof WordFound

/** By group, or by the place of a product or client: whether all words of the text are found in it. */
export function matcher(book: Book, sort: Sort, text: string): (id: number) => boolean {
  const found = typedWords(text).map((word) => exactly(book, word)[sort])
  const [only, ...others] = found
  if (!only) return () => true
  if (others.length === 0) return (id) => (only[id] ?? 0) > 0
  return (id) => found.every((ranks) => (ranks[id] ?? 0) > 0)
}

/** With fewer clients and products than this, slips are thought of. */
const enough = 3

export type Best = {
  readonly ids: readonly number[]
  /** Of the best, on average of the words (`rank`). */
  readonly rank: number
  readonly total: number
}
export type Ranked = { readonly [S in Sort]: Best }

/** What has all of the words, at most so many of a sort: better finds first, then larger and later ones. */
export function ranked(book: Book, words: readonly string[], most: number): Ranked {
  const found = bestOfAll(
    book,
    words.map((word) => exactly(book, word)),
    most,
  )
  const canSlip = words.some((word) => wordsIn(word).some((piece) => slipsIn(piece) > 0))
  if (!canSlip || found.clients.total + found.products.total >= enough) return found
  return bestOfAll(
    book,
    words.map((word) => nearly(book, word)),
    most,
  )
}

function bestOfAll(book: Book, words: readonly WordFound[], most: number): Ranked {
  const weights = searchWeights(book)
  const of = (sort: Sort) =>
    bestOf(
      words.map((found) => found[sort]),
      weights[sort],
      most,
    )
  return { sales: of('sales'), products: of('products'), clients: of('clients') }
}

/** More than any weight: a better find goes before a larger one. */
const span = 2 ** 40

function bestOf(words: readonly Uint8Array[], weights: Float64Array, most: number): Best {
  const best = createBest(most)
  const [first, ...others] = words
  let total = 0
  for (let id = 0; first && id < first.length; id++) {
    let sum = first[id] ?? 0
    const weight = weights[id] ?? 0
    if (sum === 0 || weight === 0) continue
    for (const ranks of others) {
      const own = ranks[id] ?? 0
      sum = own === 0 ? Number.NaN : sum + own
    }
    if (!(sum > 0)) continue
    total++
    best.offer(id, sum * span + weight)
  }
  const list = best.list()
  const rank = Math.floor((list[0]?.score ?? 0) / span) / Math.max(1, words.length)
  return { ids: list.map(({ id }) => id), rank, total }
}
