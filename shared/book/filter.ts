import type { Book } from './book.ts'
import { importIndexOf } from './book.ts'
import { dayOfIso } from './days.ts'
import { kinds, statuses, streams } from './entry.ts'
import { findGroup, keyOfText } from './groups.ts'
import type { Filter, Standing } from './questions.ts'
import { live } from './live.ts'
import { buyersOfClients, listingsOfProducts, tagsOfSale } from './keys.ts'
import { textMatcher } from './search.ts'
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
  readonly group: ((group: number) => boolean) | null
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
    group: groupTest(book, filter),
  }
}

function standingTable(standing: readonly Standing[]): Uint8Array {
  const table = new Uint8Array(5)
  for (const one of standing) table[live[one]] = 1
  return table
}

function accountTable(book: Book, { accounts, channels }: Filter): Uint8Array | null {
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
function groupTest(book: Book, filter: Filter): ((group: number) => boolean) | null {
  const tests: ((group: number) => boolean)[] = []
  const { groups, columns } = book
  const { buyers, clients, tags, amount } = filter
  const count = book.names.buyers.length
  const chosen = [
    ...(buyers ? [idTable(count, buyers)] : []),
    ...(clients ? [idTable(count, buyersOfClients(book, clients))] : []),
  ]
  for (const wanted of chosen) tests.push((group) => wanted[groups.buyer[group] ?? 0] === 1)
  if (filter.statuses) {
    const wanted = tableOf(statuses, (status) => filter.statuses?.includes(status) === true)
    tests.push((group) => wanted[groups.status[group] ?? 0] === 1)
  }
  if (tags) tests.push((group) => tagsOfSale(book, group).some((tag) => tags.includes(tag)))
  if (amount) tests.push((group) => isWithin(grossOf(book, group), amount))
  if (filter.keys) {
    const wanted = keyTable(book, filter.keys)
    tests.push((group) => wanted[group] === 1)
  }
  if (filter.exceptKeys && filter.exceptKeys.length > 0) {
    const left = keyTable(book, filter.exceptKeys)
    tests.push((group) => left[group] !== 1)
  }
  if (filter.hasRefund !== undefined) {
    const refund = kinds.indexOf('refund')
    tests.push(
      (group) => hasEntry(book, group, (entry) => columns.kind[entry] === refund) === filter.hasRefund,
    )
  }
  if (filter.importId !== undefined) {
    const touched = touchedBy(book, importIndexOf(book, filter.importId))
    tests.push((group) => touched[group] === 1)
  }
  if (filter.text !== undefined && filter.text.trim() !== '') tests.push(textMatcher(book, filter.text))
  if (tests.length === 0) return null
  return (group) => tests.every((test) => test(group))
}

const line = kinds.indexOf('line')

/** Of a sale of two currencies, the one its first line is in. Integer minor units. */
function grossOf({ columns, order, start }: Book, group: number): number {
  let sum = 0
  let currency = -1
  const end = start[group + 1] ?? 0
  for (let at = start[group] ?? 0; at < end; at++) {
    const entry = order[at] ?? 0
    if (columns.kind[entry] !== line) continue
    if (currency < 0) currency = columns.currency[entry] ?? 0
    if (columns.currency[entry] === currency) sum += columns.amount[entry] ?? 0
  }
  return sum
}

const isWithin = (value: number, { from, to }: NonNullable<Filter['amount']>): boolean =>
  (from === undefined || value >= from) && (to === undefined || value <= to)

function hasEntry(book: Book, group: number, passes: (entry: number) => boolean): boolean {
  const end = book.start[group + 1] ?? 0
  for (let at = book.start[group] ?? 0; at < end; at++) if (passes(book.order[at] ?? 0)) return true
  return false
}

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
