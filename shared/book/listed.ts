import type { Book } from './book.ts'
import type { PartySums } from './partyQuestions.ts'
import type { Filter, Report } from './questions.ts'
import { sortedBy } from './radixSort.ts'
import { recently } from './recently.ts'

type Asked = {
  readonly filter: Filter
  readonly sort: { readonly by: string; readonly descending: boolean }
  readonly from: number
  readonly count: number
}
/** The places a list shows, in the order of their numbers, and what they come to. */
type Shown = { readonly places: Uint32Array; readonly sums: PartySums }
type Listed = { readonly sorted: Uint32Array; readonly sums: PartySums }

/** Two lists are at hand, and the whole one; each in so many orders of four bytes a row. */
const listsKept = 2
const ordersKept = 10
const whole = JSON.stringify([{ filter: {} }, {}])

/**
 * The places of a list in its order. Scrolling asks for its next window only, and sorting by another column does not look
 * for the rows again. `keysOf` says by which number of each place the list is sorted.
 */
export function listed<Q extends Asked>(
  show: (book: Book, question: Q, report: Report) => Shown,
  keysOf: (book: Book, question: Q, report: Report, places: Uint32Array) => ArrayLike<number>,
): (book: Book, question: Q, report: Report) => Listed {
  const kept = recently<Shown & { readonly orders: Map<string, Uint32Array> }>(listsKept, whole)
  return (book, question, report) => {
    const { sort, from: _from, count: _count, ...asked } = question
    const { places, sums, orders } = kept(book, JSON.stringify([asked, report]), () => ({
      ...show(book, question, report),
      orders: new Map(),
    }))
    const key = JSON.stringify(sort)
    const known = orders.get(key)
    if (known) return { sorted: known, sums }
    const sorted = sortedBy(places, keysOf(book, question, report, places), sort.descending)
    if (orders.size >= ordersKept) orders.clear()
    orders.set(key, sorted)
    return { sorted, sums }
  }
}
