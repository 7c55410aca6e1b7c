import type { Book } from './book.ts'
import { ledgerOf, untied } from './ledger.ts'
import { once } from './once.ts'

/** The rows of the ledger by the listing they fall on: those of one are `rows[start[listing]] … rows[start[listing + 1] - 1]`. */
type ListingRows = { readonly rows: Uint32Array; readonly start: Uint32Array }

export const listingRows = once((book): ListingRows => {
  const { count, listing, stream } = ledgerOf(book)
  const size = book.names.listings.length
  const start = new Uint32Array(size + 1)
  for (let row = 0; row < count; row++) {
    const after = (listing[row] ?? 0) + 1
    if (stream[row] !== untied) start[after] = (start[after] ?? 0) + 1
  }
  for (let at = 0; at < size; at++) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0)
  const rows = new Uint32Array(start[size] ?? 0)
  const next = start.slice()
  for (let row = 0; row < count; row++) {
    if (stream[row] === untied) continue
    const own = listing[row] ?? 0
    const place = next[own] ?? 0
    rows[place] = row
    next[own] = place + 1
  }
  return { rows, start }
})

/** Where more than one row in so many is concerned, reading all of them is as fast. */
const leastShare = 4

/** The rows that fall on one of these listings (1 by its id), in their order; `null` where they are a large part of all. */
export function rowsOfListings(book: Book, listings: Uint8Array): Uint32Array | null {
  const { rows, start } = listingRows(book)
  const spans: (readonly [from: number, to: number])[] = []
  let count = 0
  for (let id = 0; id < start.length - 1; id++) {
    if (listings[id] !== 1 || start[id] === start[id + 1]) continue
    spans.push([start[id] ?? 0, start[id + 1] ?? 0])
    count += (start[id + 1] ?? 0) - (start[id] ?? 0)
  }
  if (count * leastShare > rows.length) return null
  const [only] = spans
  if (spans.length <= 1) return only ? rows.subarray(...only) : rows.subarray(0, 0)
  return merged(rows, spans, count, ledgerOf(book).count)
}

/** Puts rows in order by a mark for each row there is: that many numbers are not sorted in the time. */
function merged(
  rows: Uint32Array,
  spans: readonly (readonly [from: number, to: number])[],
  count: number,
  of: number,
): Uint32Array {
  const marks = new Uint32Array((of >>> 5) + 1)
  for (const [from, to] of spans) {
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? 0
      marks[row >>> 5] = (marks[row >>> 5] ?? 0) | (1 << (row & 31))
    }
  }
  const found = new Uint32Array(count)
  let kept = 0
  for (let word = 0; word < marks.length; word++) {
    for (let left = marks[word] ?? 0; left !== 0; left &= left - 1)
      found[kept++] = (word << 5) | (31 - Math.clz32(left & -left))
  }
  return found
}
