import type { Book } from './book.ts'
import { cellsOf } from './cells.ts'
import { clientProposals } from './clientProposals.ts'
import { rankClientNames } from './clientNames.ts'
import { clients } from './clients.ts'
import { products } from './products.ts'
import type { SalesQuestion } from './questions.ts'
import { sales } from './sales.ts'
import { growIndex } from './searchIndex.ts'
import { searchWeights } from './searchWeights.ts'

/** As the columns of the list are sorted by a first click. */
const orders: readonly SalesQuestion['sort'][] = [
  { by: 'day', descending: true },
  { by: 'label', descending: false },
  { by: 'kept', descending: true },
  { by: 'gross', descending: true },
  { by: 'fees', descending: true },
  { by: 'refunds', descending: true },
  { by: 'channel', descending: false },
]

/** As many names as are read for the search in a few milliseconds. */
const namesAtOnce = 2000

/**
 * Makes what the screens will ask for first, before they ask: each step is short enough that a question can wait for its
 * end, and what was made is at hand until the book changes.
 */
export function* prepare(book: Book): Generator<void> {
  const first = { filter: {}, from: 0, count: 1 } as const
  cellsOf(book, {})
  yield
  for (const sort of orders) {
    sales(book, { ...first, sort }, {})
    yield
  }
  products(book, { ...first, sort: { by: 'kept', descending: true } }, {})
  yield
  clients(book, { ...first, sort: { by: 'kept', descending: true } }, {})
  yield
  while (!growIndex(book, namesAtOnce)) yield
  searchWeights(book)
  yield
  yield* rankClientNames(book)
  yield
  sales(book, { ...first, sort: { by: 'buyer', descending: false } }, {})
  yield
  while (clientProposals(book) === null) yield
}
