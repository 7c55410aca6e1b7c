import type { Book } from './book.ts'
import { importIndexOf } from './book.ts'
import { dayOfIso } from './days.ts'
import { kinds, statuses, streams } from './entry.ts'
import { findGroup, keyOfText } from './groups.ts'
import { once } from './once.ts'
import type { Filter, Standing } from './questions.ts'
import { live } from './live.ts'
import { buyersOfClients, listingsOfProducts, tagsOfSale } from './keys.ts'
import { matcher } from './search.ts'
import { channelOf } from './words.ts'

/** A filter as tables: one look for each entry or group. `null` = everything passes. */
export type Sieve = {
  readonly from: number
  readonly to: number
  /** By `live` code. */
  readonly standing: Uint8Array
  readonly accounts: Uint8Array | null
  readonly currencies: Uint8Array | null
  readonly streams: Uint8Array | null
  readonly listings: Uint8Array | null
  /** By group: what can only be said of a whole sale. */
  readonly groups: Uint8Array | null
}

export function sieveOf(book: Book, filter: Filter): Sieve {
  return {
    from: filter.from === undefined ? Number.NEGATIVE_INFINITY : dayOfIso(filter.from),
    to: filter.to === undefined ? Number.POSITIVE_INFINITY : dayOfIso(filter.to),
    standing: standingTable(filter.standing ?? ['counted']),
    accounts: accountTable(book, filter),
    currencies: filter.currencies
      ? tableOf(book.names.currencies.texts, (text) => filter.currencies?.includes(text) === true)
      : null,
    streams: filter.streams ? tableOf(streams, (stream) => filter.streams?.includes(stream) === true) : null,
    listings: listingTable(book, filter),
    groups: groupMarks(book, filter),
  }
}

function standingTable(standing: readonly Standing[]): Uint8Array {
  const table = new Uint8Array(5)
  for (const one of standing) table[live[one]] = 1
  return table
}

/** By id: 1 where an account is of those asked for. */
export function accountTable(
  book: Book,
  { accounts, channels }: Pick<Filter, 'accounts' | 'channels'>,
): Uint8Array | null {
  if (!accounts && !channels) return null
  return tableOf(book.names.accounts.texts, (text, id) => {
    if (accounts && !accounts.includes(text)) return false
    return !channels || channels.includes(channelOf(book.names, id))
  })
}

const tableOf = <T>(texts: readonly T[], passes: (text: T, id: number) => boolean) =>
  Uint8Array.from(texts.map((text, id) => (passes(text, id) ? 1 : 0)))

/** What both the listings and the products of a filter let through; listing 0 is what belongs to none. */
function listingTable(book: Book, { listings, products }: Filter): Uint8Array | null {
  const size = book.names.listings.length
  const own = listings ? idTable(size, listings) : null
  const ofProducts = products ? idTable(size, listingsOfProducts(book, products)) : null
  return own && ofProducts ? own.map((one, id) => one & (ofProducts[id] ?? 0)) : (own ?? ofProducts)
}

function idTable(size: number, ids: readonly number[]): Uint8Array {
  const table = new Uint8Array(size)
  for (const id of ids) table[id] = 1
  return table
}

/** 1 for each sale with one of these keys; what is no key of the book is passed over. */
function keyTable({ groups }: Book, keys: readonly string[]): Uint8Array {
  const table = new Uint8Array(groups.count)
  for (const text of keys) {
    const key = keyOfText(text)
    const group = key === null ? -1 : findGroup(groups, ...key)
    if (group >= 0) table[group] = 1
  }
  return table
}

/** What can only be said of a whole sale: its buyer, a refund, the import that touched it, its words. */
function groupMarks(book: Book, filter: Filter): Uint8Array | null {
  const { groups } = book
  const { buyers, clients, tags, amount } = filter
  const count = book.names.buyers.length
  const all: Uint8Array[] = []
  if (buyers) all.push(marksBy(groups, groups.buyer, idTable(count, buyers)))
  if (clients) all.push(marksBy(groups, groups.buyer, idTable(count, buyersOfClients(book, clients))))
  if (filter.statuses) {
    const wanted = tableOf(statuses, (status) => filter.statuses?.includes(status) === true)
    all.push(marksBy(groups, groups.status, wanted))
  }
  if (tags) all.push(marksWhere(groups, (group) => tagsOfSale(book, group).some((tag) => tags.includes(tag))))
  if (amount) {
    const gross = grossOfGroups(book)
    all.push(marksWhere(groups, (group) => isWithin(gross[group] ?? 0, amount)))
  }
  if (filter.keys) all.push(keyTable(book, filter.keys))
  if (filter.exceptKeys && filter.exceptKeys.length > 0)
    all.push(keyTable(book, filter.exceptKeys).map((one) => 1 - one))
  if (filter.hasRefund !== undefined) {
    const refunded = groupsRefunded(book)
    all.push(filter.hasRefund ? refunded : refunded.map((one) => 1 - one))
  }
  if (filter.importId !== undefined) all.push(touchedBy(book, importIndexOf(book, filter.importId)))
  if (filter.text !== undefined && filter.text.trim() !== '')
    all.push(marksWhere(groups, matcher(book, 'sales', filter.text)))
  return all.length === 0 ? null : all.reduce(both)
}

type Groups = Book['groups']

/** The groups whose number in `column` is marked in the table. */
function marksBy({ count }: Groups, column: Uint8Array | Uint32Array, table: Uint8Array): Uint8Array {
  const marks = new Uint8Array(count)
  for (let group = 0; group < count; group++) marks[group] = table[column[group] ?? 0] ?? 0
  return marks
}

function marksWhere({ count }: Groups, passes: (group: number) => boolean): Uint8Array {
  const marks = new Uint8Array(count)
  for (let group = 0; group < count; group++) if (passes(group)) marks[group] = 1
  return marks
}

const both = (one: Uint8Array, other: Uint8Array): Uint8Array =>
  one.map((mark, group) => mark & (other[group] ?? 0))

const line = kinds.indexOf('line')
const refund = kinds.indexOf('refund')

/** Integer minor units; of a sale of two currencies, in the one its first line is in. */
const grossOfGroups = once((book): Float64Array => {
  const { columns, groups, order, start } = book
  const sums = new Float64Array(groups.count)
  const currencies = new Int16Array(groups.count).fill(-1)
  for (let group = 0, at = start[0] ?? 0; group < groups.count; group++) {
    for (const end = start[group + 1] ?? 0; at < end; at++) {
      const entry = order[at] ?? 0
      if (columns.kind[entry] !== line) continue
      const currency = columns.currency[entry] ?? 0
      if ((currencies[group] ?? 0) < 0) currencies[group] = currency
      if (currencies[group] === currency) sums[group] = (sums[group] ?? 0) + (columns.amount[entry] ?? 0)
    }
  }
  return sums
})

const isWithin = (value: number, { from, to }: NonNullable<Filter['amount']>): boolean =>
  (from === undefined || value >= from) && (to === undefined || value <= to)

const groupsRefunded = once(({ columns, groups, order, start }): Uint8Array => {
  const marks = new Uint8Array(groups.count)
  for (let group = 0, at = start[0] ?? 0; group < groups.count; group++) {
    for (const end = start[group + 1] ?? 0; at < end; at++)
      if (columns.kind[order[at] ?? 0] === refund) marks[group] = 1
  }
  return marks
})

function touchedBy(book: Book, importIndex: number): Uint8Array {
  const { columns, groups } = book
  const touched = new Uint8Array(groups.count)
  for (let entry = 0; entry < columns.size; entry++) {
    if (columns.importIndex[entry] !== importIndex) continue
    const group = columns.group[entry] ?? 0
    const into = groups.into[group] ?? 0
    touched[into === 0 ? group : into - 1] = 1
  }
  return touched
}
