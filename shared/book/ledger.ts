import { kinds } from './entry.ts'
import { several } from './groups.ts'
import { once } from './once.ts'
import { everything, tie } from './postings.ts'

/**
 * The money in effect as questions meet it: each amount tied to the listing and stream it belongs to, in flat columns,
 * sale after sale. What `visit` says entry by entry, worked out once for all questions about a settled book, so that
 * each of them is a short loop over neighbouring numbers.
 */
export type Ledger = {
  readonly count: number
  readonly group: Uint32Array
  readonly entry: Uint32Array
  readonly day: Int32Array
  /** `several`, and `untied` as its stream, where nothing of the entry falls on any line. */
  readonly listing: Uint32Array
  readonly stream: Uint8Array
  /** Kind and standing of the entry as one number: see `whatOf`. */
  readonly what: Uint8Array
  /** The currency's id + 1. */
  readonly currency: Uint8Array
  readonly amount: Float64Array
}

/** Stream of an amount of 0 that was to be split: it is there, but at no line. */
export const untied = 255

const standingShift = 5
const kindMask = (1 << standingShift) - 1
const whatOf = (kind: number, live: number): number => (live << standingShift) | kind
export const kindIn = (what: number): number => what & kindMask
export const standingIn = (what: number): number => what >>> standingShift

const exchanged = kinds.indexOf('exchanged')

export const ledgerOf = once((book): Ledger => {
  const { columns, groups, order, start } = book
  let rows = allocate(Math.ceil((start[groups.count] ?? 0) * 1.1) + 16)
  let count = 0
  const post = (entry: number, group: number, listing: number, stream: number, amount: number) => {
    if (count === rows.group.length) rows = widened(rows)
    rows.group[count] = group
    rows.entry[count] = entry
    rows.day[count] = columns.day[entry] ?? 0
    rows.listing[count] = listing
    rows.stream[count] = stream
    rows.what[count] = whatOf(columns.kind[entry] ?? 0, columns.live[entry] ?? 0)
    rows.currency[count] = (columns.currency[entry] ?? 0) + 1
    rows.amount[count] = amount
    count++
  }
  let at = start[0] ?? 0
  for (let group = 0; group < groups.count; group++) {
    const end = start[group + 1] ?? 0
    for (let weighed = false; at < end; at++) {
      const entry = order[at] ?? 0
      if (columns.kind[entry] === exchanged) continue
      const before = count
      weighed = tie(book, group, entry, weighed, everything, post)
      if (count === before) post(entry, group, several, untied, 0)
    }
  }
  return { count, ...rows }
})

type Rows = { -readonly [K in Exclude<keyof Ledger, 'count'>]: Ledger[K] }

const allocate = (size: number): Rows => ({
  group: new Uint32Array(size),
  entry: new Uint32Array(size),
  day: new Int32Array(size),
  listing: new Uint32Array(size),
  stream: new Uint8Array(size),
  what: new Uint8Array(size),
  currency: new Uint8Array(size),
  amount: new Float64Array(size),
})

function widened(rows: Rows): Rows {
  const wider = allocate(Math.ceil(rows.group.length * 1.5))
  for (const name of Object.keys(wider) as readonly (keyof Rows)[]) wider[name].set(rows[name])
  return wider
}
