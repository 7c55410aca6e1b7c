import type { Book } from './book.ts'
import { cellsOf } from './cells.ts'
import { clientProposals } from './clientProposals.ts'
import { rankClientNames } from './clientNames.ts'
import { prepareClients } from './clients.ts'
import { prepareLargest } from './largestListings.ts'
import { blocksOf } from './ledgerBlocks.ts'
import { listingRows } from './listingRows.ts'
import { extentOf } from './plainFilter.ts'
import { prepareProducts } from './products.ts'
import { prepareOrder, prepareSales } from './sales.ts'
import { growIndex } from './searchIndex.ts'
import { searchWeights } from './searchWeights.ts'

/** As many names as are read for the search in a few milliseconds. */
const namesAtOnce = 2000

/**
 * Makes what the screens will ask for first, before they ask: each step is short enough that a question can wait for its
 * end, and what was made is at hand until the book changes.
 */
export function* prepare(book: Book): Generator<void> {
  cellsOf(book, {})
  yield
  blocksOf(book)
  yield
  extentOf(book)
  yield
  yield* prepareSales(book)
  yield* prepareProducts(book)
  listingRows(book)
  yield
  yield* prepareLargest(book)
  yield* prepareClients(book)
  while (!growIndex(book, namesAtOnce)) yield
  yield* searchWeights.prepare(book)
  yield* rankClientNames(book)
  yield
  yield* prepareOrder(book, { by: 'buyer', descending: false })
  while (clientProposals(book) === null) yield
}
