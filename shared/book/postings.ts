import type { Book } from './book.ts'
import { flag, kinds } from './entry.ts'
import type { Sieve } from './filter.ts'
import { several, severalStreams } from './groups.ts'
import { split } from './share.ts'

/** One amount of an entry, tied to the listing and stream it belongs to (0 = not tied to one). */
export type Posting = (entry: number, group: number, listing: number, stream: number, amount: number) => void

const code = (kind: (typeof kinds)[number]) => kinds.indexOf(kind)
const line = code('line')
const giftCard = code('giftCard')
const tip = code('tip')
const discount = code('discount')
const shipping = code('shipping')
/** Only says at which rate a sale was exchanged; no money of its own. */
const exchanged = code('exchanged')

/** Lets through whatever is in effect. */
export const everything: Sieve = {
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  standing: Uint8Array.of(0, 1, 1, 1, 1),
  accounts: null,
  currencies: null,
  streams: null,
  listings: null,
  groups: null,
}

/**
 * Calls `post` for every entry in effect that the sieve lets through. With `tied`, the money of a sale of several lines
 * is split over them, so that it can be told by listing or stream: discount by line amount (but for that of one line),
 * shipping over the lines that are shipped, everything else by line net; parts add up to the whole.
 */
export function visit(book: Book, sieve: Sieve, tied: boolean, post: Posting): void {
  visitGroups(book, sieve, tied, 0, book.groups.count, post)
}

/** The same for the groups from one to (not including) another. */
export function visitGroups(
  book: Book,
  sieve: Sieve,
  tied: boolean,
  first: number,
  last: number,
  post: Posting,
): void {
  const { order, start } = book
  const { day, live, kind, account, currency, amount } = book.columns
  const { from, to, standing, accounts, currencies, groups } = sieve
  const needsTie = tied || sieve.streams !== null || sieve.listings !== null
  let at = start[first] ?? 0
  for (let group = first; group < last; group++) {
    const end = start[group + 1] ?? 0
    if (at === end) continue
    if (groups !== null && groups[group] !== 1) {
      at = end
      continue
    }
    let weighed = false
    for (; at < end; at++) {
      const entry = order[at] ?? 0
      const on = day[entry] ?? 0
      if (on < from || on > to || standing[live[entry] ?? 0] !== 1 || kind[entry] === exchanged) continue
      if (accounts !== null && accounts[account[entry] ?? 0] !== 1) continue
      if (currencies !== null && currencies[currency[entry] ?? 0] !== 1) continue
      if (needsTie) weighed = tie(book, group, entry, weighed, sieve, post)
      else post(entry, group, 0, 0, amount[entry] ?? 0)
    }
  }
}

/** Posts one entry to what it is tied to. Answers whether the group's weights have been worked out by now. */
export function tie(
  book: Book,
  group: number,
  entry: number,
  weighed: boolean,
  sieve: Sieve,
  post: Posting,
): boolean {
  const { columns, groups } = book
  const kind = columns.kind[entry] ?? 0
  const own = columns.listing[entry] ?? 0
  const amount = columns.amount[entry] ?? 0
  if (kind === line || kind === giftCard || kind === tip || own !== 0 || groups.isSale[group] !== 1) {
    const stream = groups.isSale[group] === 1 ? (columns.stream[entry] ?? 0) : 0
    pass(sieve, entry, group, own, stream, amount, post)
    return weighed
  }
  const listing = groups.listing[group] ?? 0
  const stream = groups.stream[group] ?? 0
  if (listing !== several && stream !== severalStreams) {
    pass(sieve, entry, group, listing, stream, amount, post)
    return weighed
  }
  if (!weighed) weigh(book, group)
  if (weights.count === 0) pass(sieve, entry, group, 0, 0, amount, post)
  else
    spread(
      book,
      group,
      entry,
      amount,
      kind === discount ? weights.gross : kind === shipping ? weights.shipped : weights.net,
      sieve,
      post,
    )
  return true
}

function pass(
  sieve: Sieve,
  entry: number,
  group: number,
  listing: number,
  stream: number,
  amount: number,
  post: Posting,
): void {
  if (sieve.streams !== null && sieve.streams[stream] !== 1) return
  if (sieve.listings !== null && sieve.listings[listing] !== 1) return
  post(entry, group, listing, stream, amount)
}

function spread(
  book: Book,
  group: number,
  entry: number,
  amount: number,
  by: Float64Array,
  sieve: Sieve,
  post: Posting,
): void {
  split(amount, by, weights.count, parts)
  for (let at = 0; at < weights.count; at++) {
    const part = parts[at] ?? 0
    if (part === 0) continue
    const tiedTo = weights.entries[at] ?? 0
    pass(sieve, entry, group, book.columns.listing[tiedTo] ?? 0, book.columns.stream[tiedTo] ?? 0, part, post)
  }
}

/** The lines of the sale last weighed, and what each weighs: before and after discount, and for shipping. */
const weights = {
  count: 0,
  entries: new Uint32Array(16),
  gross: new Float64Array(16),
  net: new Float64Array(16),
  shipped: new Float64Array(16),
}
let parts = new Float64Array(16)

function weigh(book: Book, group: number): void {
  const { columns, order, start } = book
  weights.count = 0
  let discounts = 0
  const end = start[group + 1] ?? 0
  for (let at = start[group] ?? 0; at < end; at++) {
    const entry = order[at] ?? 0
    if (columns.kind[entry] === discount && columns.listing[entry] === 0)
      discounts += columns.amount[entry] ?? 0
    if (columns.kind[entry] === line) addLine(entry)
  }
  const { count, entries, gross, net, shipped } = weights
  for (let at = 0; at < count; at++) gross[at] = Math.max(0, columns.amount[entries[at] ?? 0] ?? 0)
  if (isZero(gross))
    for (let at = 0; at < count; at++) gross[at] = Math.max(0, columns.quantity[entries[at] ?? 0] ?? 0)
  if (isZero(gross)) gross.fill(1, 0, count)
  if (count === 0) return
  split(discounts, gross, count, parts)
  for (let at = 0; at < count; at++) net[at] = (gross[at] ?? 0) + (parts[at] ?? 0)
  for (let at = start[group] ?? 0; at < end; at++) discountOwnLine(book, order[at] ?? 0)
  for (let at = 0; at < count; at++) net[at] = Math.max(0, net[at] ?? 0)
  if (isZero(net)) for (let at = 0; at < count; at++) net[at] = gross[at] ?? 0
  for (let at = 0; at < count; at++) {
    const digital = ((columns.flags[entries[at] ?? 0] ?? 0) & flag.notShipped) !== 0
    shipped[at] = digital ? 0 : (net[at] ?? 0)
  }
  if (isZero(shipped)) for (let at = 0; at < count; at++) shipped[at] = net[at] ?? 0
}

/** A discount that names what was sold is off the line in its own row. */
function discountOwnLine({ columns }: Book, entry: number): void {
  const listing = columns.listing[entry] ?? 0
  if (columns.kind[entry] !== discount || listing === 0) return
  for (let at = 0; at < weights.count; at++) {
    const line = weights.entries[at] ?? 0
    if (columns.row[line] !== columns.row[entry] || columns.listing[line] !== listing) continue
    weights.net[at] = (weights.net[at] ?? 0) + (columns.amount[entry] ?? 0)
    return
  }
}

function addLine(entry: number): void {
  if (weights.count === weights.entries.length) {
    const size = weights.count * 2
    const entries = new Uint32Array(size)
    entries.set(weights.entries)
    Object.assign(weights, {
      entries,
      gross: new Float64Array(size),
      net: new Float64Array(size),
      shipped: new Float64Array(size),
    })
    parts = new Float64Array(size)
  }
  weights.entries[weights.count++] = entry
}

function isZero(values: Float64Array): boolean {
  for (let at = 0; at < weights.count; at++) if ((values[at] ?? 0) !== 0) return false
  return true
}
