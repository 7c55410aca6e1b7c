import type { Assignment } from '#shared/assignments/assignment.ts'
import { mergeWords, saleAssignmentId } from '#shared/assignments/saleWords.ts'
import { handChannels } from '#shared/handSale/handSale.ts'
import { ownChannel } from '#shared/document/projectDocument.ts'
import { handSaleKey } from '#shared/handSale/projectHandSale.ts'
import type { Client } from '#shared/client/client.ts'
import type { Product } from '#shared/product/product.ts'
import { bookTables } from './assigned.ts'
import type { Assigned, Places, Ruled } from './assigned.ts'
import type { Book } from './book.ts'
import { streams } from './entry.ts'
import { findGroup } from './groups.ts'
import { placesOf, withRecords, withRuled, withSame } from './places.ts'
import { applyRules, listingStreams, listingTags } from './ruled.ts'
import { keysOfSale, saleNamed } from './saleKeys.ts'

/** Ids of the records that changed, by table. */
export type ChangedIds = { readonly [T in keyof Book['records']]?: readonly string[] }

export const idsIn = (changes: readonly { readonly table: string; readonly id: string }[]): ChangedIds =>
  Object.fromEntries(
    bookTables.map((name) => [name, changes.flatMap(({ table, id }) => (table === name ? [id] : []))]),
  )

/** What the book's records say of all it knows. */
export function assignedIn(book: Book): Assigned {
  const ruled = applyRules(book)
  return {
    ...ofProducts(ruled, productPlaces(book, ruled)),
    clients: clientPlaces(book),
    ...allSales(book),
    ...extentOf(book),
  }
}

/** The same where most is known: only what the change and the book's growth concern is worked out anew. */
export function assignedAfter(book: Book, changed: ChangedIds): Assigned {
  const before = book.assigned
  const extent = extentOf(book)
  const sameListings =
    before.listings === extent.listings &&
    before.accounts === extent.accounts &&
    before.sameListing === extent.sameListing
  const products = productsAfter(book, changed, sameListings)
  const ofSales = before.importsVersion === extent.importsVersion ? salesAfter(book, changed) : allSales(book)
  return {
    ruled: products.ruled,
    products: products.products,
    streamOfListing: products.streamOfListing,
    streamOfAccount: products.streamOfAccount,
    tagsOfListing: products.tagsOfListing,
    tagsOfAccount: products.tagsOfAccount,
    clients: before.buyers === extent.buyers ? clientsAfter(book, changed) : clientPlaces(book),
    sales: ofSales.sales,
    streamOfSale: ofSales.streamOfSale,
    handSales: ofSales.handSales,
    ...extent,
  }
}

type OfProducts = Pick<
  Assigned,
  'ruled' | 'products' | 'streamOfListing' | 'streamOfAccount' | 'tagsOfListing' | 'tagsOfAccount'
>
const ofProducts = (ruled: Ruled, products: Places<Product>): OfProducts => ({
  ruled,
  products,
  streamOfListing: listingStreams(products, ruled.stream),
  streamOfAccount: ruled.streamOfAccount,
  tagsOfListing: listingTags(products, ruled.tags),
  tagsOfAccount: ruled.tagsOfAccount,
})

function productsAfter(
  book: Book,
  { products = [], rules = [] }: ChangedIds,
  sameListings: boolean,
): OfProducts {
  const { assigned: before, records } = book
  if (sameListings && products.length + rules.length === 0) return before
  const ruled = sameListings && rules.length === 0 ? before.ruled : applyRules(book)
  const said =
    ruled === before.ruled ? withRecords(before.products, products, records.products, sameListingsOf) : null
  return ofProducts(ruled, said ?? productPlaces(book, ruled))
}

function productPlaces(book: Book, ruled: Ruled): Places<Product> {
  const { records, names, sameListing } = book
  const byHand = namedByHand(names.listingIds.values(), 'product:')
  const named = placesOf(
    inOldOrder(records.products, book.assigned.products),
    names.listings.length,
    ({ listings, id }) => [
      ...listings.flatMap(({ account, key }) => listingOf(book, account, key)),
      ...(byHand.get(id) ?? []),
    ],
  )
  return withRuled(withSame(named, sameListing), ruled.product, sameListing)
}

function clientsAfter(book: Book, { clients = [] }: ChangedIds): Places<Client> {
  const { assigned: before, records } = book
  if (clients.length === 0) return before.clients
  return withRecords(before.clients, clients, records.clients, sameIdentitiesOf) ?? clientPlaces(book)
}

function clientPlaces(book: Book): Places<Client> {
  const typed = [...handChannels, ownChannel].flatMap((channel) => book.names.buyerIds.get(channel) ?? [])
  const byHand = namedByHand(typed, 'client:')
  return placesOf(
    inOldOrder(book.records.clients, book.assigned.clients),
    book.names.buyers.length,
    (client) => {
      const [named, typed] = [buyersNamedBy(book, client), byHand.get(client.id)]
      return typed === undefined ? named : [...named, ...typed]
    },
  )
}

/** What records of clients name, by the names it was looked up in. Numbers never change; what is not known yet may become so. */
const looked = new WeakMap<Book['names'], WeakMap<Client, readonly number[]>>()

function buyersNamedBy(book: Book, client: Client): readonly number[] {
  const known = looked.get(book.names) ?? new WeakMap<Client, readonly number[]>()
  looked.set(book.names, known)
  const before = known.get(client)
  if (before?.length === client.identities.length) return before
  const found = client.identities.flatMap(({ channel, key }) => buyerOf(book, channel, key))
  known.set(client, found)
  return found
}

/** Those that were sorted before stand so again: then sorting is quick. */
function inOldOrder<R extends { readonly id: string }>(
  records: ReadonlyMap<string, R>,
  before: Places<R>,
): readonly R[] {
  const all: R[] = []
  for (const { id } of before.records) {
    const record = records.get(id)
    if (record) all.push(record)
  }
  for (const [id, record] of records) if (!before.placeOfRecord.has(id)) all.push(record)
  return all
}

const sameListingsOf = (a: Product, b: Product): boolean =>
  JSON.stringify(a.listings) === JSON.stringify(b.listings)
const sameIdentitiesOf = (a: Client, b: Client): boolean =>
  JSON.stringify(a.identities) === JSON.stringify(b.identities)

const listingOf = ({ names }: Book, account: string, key: string): readonly number[] => {
  const id = names.listingIds.get(names.accounts.ids.get(account) ?? -1)?.get(key)
  return id === undefined ? [] : [id]
}
const buyerOf = ({ names }: Book, channel: string, key: string): readonly number[] => {
  const id = names.buyerIds.get(channel)?.get(key)
  return id === undefined ? [] : [id]
}

/**
 * Sales by hand name the product or client itself: a listing (buyer) with a key like this on each account (channel) they
 * use. By the id that follows the prefix.
 */
function namedByHand(
  ids: Iterable<ReadonlyMap<string, number>>,
  prefix: string,
): ReadonlyMap<string, readonly number[]> {
  const named = new Map<string, number[]>()
  for (const keys of ids) {
    for (const [key, member] of keys) {
      if (!key.startsWith(prefix)) continue
      const id = key.slice(prefix.length)
      const known = named.get(id)
      if (known) known.push(member)
      else named.set(id, [member])
    }
  }
  return named
}

type OfSales = Pick<Assigned, 'sales' | 'streamOfSale' | 'handSales'>
const salePrefix = 'sale:'

function allSales(book: Book): OfSales {
  const sales = new Map<number, Assignment>()
  for (const id of book.records.assignments.keys()) setWords(book, sales, groupNamed(book, id))
  const handSales = new Map<number, string>()
  for (const id of book.records.handSales.keys()) setHandSale(book, handSales, id)
  return { sales, streamOfSale: streamsOf(sales), handSales }
}

function salesAfter(book: Book, { assignments = [], handSales: typed = [] }: ChangedIds): OfSales {
  const { assigned: before, records, groups } = book
  const said = assignments.filter((id) => id.startsWith(salePrefix))
  const grown = records.assignments.size > 0 ? groups.count - before.groups : 0
  if (said.length + grown + typed.length === 0) return before
  const sales = new Map(before.sales)
  for (const id of said) setWords(book, sales, groupNamed(book, id))
  for (let group = groups.count - grown; group < groups.count; group++) setWords(book, sales, group)
  const handSales = new Map(before.handSales)
  for (const id of typed) setHandSale(book, handSales, id)
  return { sales, streamOfSale: streamsOf(sales), handSales }
}

const groupNamed = (book: Book, id: string): number =>
  id.startsWith(salePrefix) ? saleNamed(book, id.slice(salePrefix.length)) : -1

/** What was said of a sale, be it under several keys of it. */
function setWords(book: Book, sales: Map<number, Assignment>, group: number): void {
  if (group < 0) return
  const { assignments } = book.records
  const words = mergeWords(
    keysOfSale(book, group).flatMap((key) => assignments.get(saleAssignmentId(key)) ?? []),
  )
  if (words === null) sales.delete(group)
  else sales.set(group, words)
}

function setHandSale({ groups, records }: Book, handSales: Map<number, string>, id: string): void {
  const group = findGroup(groups, ...handSaleKey(id))
  if (group >= 0 && records.handSales.has(id)) handSales.set(group, id)
  else handSales.delete(group)
}

const streamsOf = (sales: ReadonlyMap<number, Assignment>): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  for (const [group, { stream }] of sales) if (stream) found.set(group, streams.indexOf(stream))
  return found
}

const extentOf = ({ names, groups, sameListing, importsVersion }: Book) => ({
  listings: names.listings.length,
  buyers: names.buyers.length,
  accounts: names.accounts.texts.length,
  sameListing,
  groups: groups.count,
  importsVersion,
})
