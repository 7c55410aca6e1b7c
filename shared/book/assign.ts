import type { Assignment } from '#shared/assignments/assignment.ts'
import { matcherOf } from '#shared/assignments/matchRule.ts'
import { mergeWords } from '#shared/assignments/saleWords.ts'
import { handSaleKey } from '#shared/handSale/projectHandSale.ts'
import { nothingAssigned, streamOf } from './assigned.ts'
import type { Assigned, BookRecords, Places } from './assigned.ts'
import { touch } from './book.ts'
import type { Book } from './book.ts'
import { kinds, streams } from './entry.ts'
import { findGroup, severalStreams } from './groups.ts'
import { saleNamed } from './saleKeys.ts'

/**
 * Works out what the records say of the listings, buyers and sales the book knows by now. Sales of which they say
 * something else than before are touched; where whole listings change their stream, that is set at once, and true is
 * answered.
 */
export function assign(book: Book, recordsChanged = false): boolean {
  const before = book.assigned
  const { names, groups } = book
  const grown =
    before === nothingAssigned ||
    before.sameListing !== book.sameListing ||
    before.listings !== names.listings.length ||
    before.buyers !== names.buyers.length ||
    before.accounts !== names.accounts.texts.length ||
    (book.records.assignments.size + book.records.handSales.size > 0 &&
      (before.groups !== groups.count || before.importsVersion !== book.importsVersion))
  if (!grown && !recordsChanged) return false
  book.assigned = assignedIn(book)
  touchDifferent(book, before.sales, book.assigned.sales)
  if (!differentStreams(before, book.assigned)) return false
  if (recordsChanged) return restream(book)
  touchOtherStreams(book)
  return false
}

/** What the book's records say of all it knows. */
export function assignedIn(book: Book): Assigned {
  const { records, names, groups } = book
  const byRules = applyRules(book)
  const products = placesOf([...records.products.values()], names.listings.length, ({ listings, id }) => [
    ...listings.flatMap(({ account, key }) => listingOf(book, account, key)),
    ...handListings(book, id),
  ])
  const ruled = withRuled(withSame(products, book.sameListing), byRules.product, book.sameListing)
  const clients = placesOf([...records.clients.values()], names.buyers.length, ({ identities, id }) => [
    ...identities.flatMap(({ channel, key }) => buyerOf(book, channel, key)),
    ...handBuyers(book, id),
  ])
  const sales = salesOf(book, records)
  return {
    products: ruled,
    clients,
    streamOfListing: listingStreams(ruled, byRules.stream),
    streamOfAccount: byRules.streamOfAccount,
    tagsOfListing: listingTags(ruled, byRules.tags),
    tagsOfAccount: byRules.tagsOfAccount,
    sales,
    handSales: new Map(
      [...records.handSales.keys()].flatMap((id) => {
        const group = findGroup(groups, ...handSaleKey(id))
        return group < 0 ? [] : [[group, id] as const]
      }),
    ),
    streamOfSale: new Map(
      [...sales].flatMap(([group, { stream }]) =>
        stream ? [[group, streams.indexOf(stream)] as const] : [],
      ),
    ),
    listings: names.listings.length,
    buyers: names.buyers.length,
    sameListing: book.sameListing,
    accounts: names.accounts.texts.length,
    groups: groups.count,
    importsVersion: book.importsVersion,
  }
}

const listingOf = ({ names }: Book, account: string, key: string): readonly number[] => {
  const id = names.listingIds.get(names.accounts.ids.get(account) ?? -1)?.get(key)
  return id === undefined ? [] : [id]
}
const buyerOf = ({ names }: Book, channel: string, key: string): readonly number[] => {
  const id = names.buyerIds.get(channel)?.get(key)
  return id === undefined ? [] : [id]
}

/** Sales by hand name the product or client itself: a listing (buyer) with this key on each account (channel) they use. */
const handListings = ({ names }: Book, product: string): readonly number[] =>
  [...names.listingIds.values()].flatMap((ids) => ids.get(`product:${product}`) ?? [])
const handBuyers = ({ names }: Book, client: string): readonly number[] =>
  [...names.buyerIds.values()].flatMap((ids) => ids.get(`client:${client}`) ?? [])

function placesOf<R extends { readonly id: string }>(
  records: readonly R[],
  count: number,
  membersOf: (record: R) => readonly number[],
): Places<R> {
  const sorted = records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const members: number[][] = sorted.map(() => [])
  const placeOf = new Uint32Array(count)
  sorted.forEach((one, at) => {
    for (const member of membersOf(one)) {
      if (placeOf[member] !== 0) continue // claimed by the older record
      placeOf[member] = at + 1
      members[at]?.push(member)
    }
  })
  return {
    records: sorted,
    members,
    placeOfRecord: new Map(sorted.map(({ id }, at) => [id, at + 1])),
    ...foundIn(placeOf, sorted.length, new Map()),
  }
}

/** Gives every listing or buyer that no record claims a place of its own; those that are the same share it. */
function foundIn(placeOf: Uint32Array, recordCount: number, same: ReadonlyMap<number, number>) {
  const found = new Uint32Array(placeOf.length)
  let count = 0
  for (let member = 1; member < placeOf.length; member++) {
    const isClaimed = (placeOf[member] ?? 0) !== 0 && (placeOf[member] ?? 0) <= recordCount
    if (isClaimed || same.has(member)) continue
    found[count++] = member
    placeOf[member] = recordCount + count
  }
  for (const [member, known] of same)
    if ((placeOf[member] ?? 0) === 0 || (placeOf[member] ?? 0) > recordCount)
      placeOf[member] = placeOf[known] ?? 0
  return { placeOf, found: found.slice(0, count) }
}

/** A listing that is the same as one a product names is that product's, too; where no product does, both are found as one. */
function withSame<R>(places: Places<R>, same: ReadonlyMap<number, number>): Places<R> {
  if (same.size === 0) return places
  const placeOf = places.placeOf.slice()
  const members = places.members.map((own) => [...own])
  const isClaimed = (listing: number) => (placeOf[listing] ?? 0) <= places.records.length
  const claim = (listing: number, like: number) => {
    const place = placeOf[like] ?? 0
    placeOf[listing] = place
    members[place - 1]?.push(listing)
  }
  for (const [offered, known] of same) {
    if (isClaimed(offered) && !isClaimed(known)) claim(known, offered)
    else if (isClaimed(known) && !isClaimed(offered)) claim(offered, known)
  }
  return { ...places, members, ...foundIn(placeOf, places.records.length, same) }
}

/** Listings that no product names itself, but a rule gives to one. */
function withRuled<R>(
  places: Places<R>,
  ruled: ReadonlyMap<number, string>,
  same: ReadonlyMap<number, number>,
): Places<R> {
  if (ruled.size === 0) return places
  const placeOf = places.placeOf.slice()
  const members = places.members.map((own) => [...own])
  for (const [listing, product] of ruled) {
    const place = places.placeOfRecord.get(product)
    if (place === undefined || (placeOf[listing] ?? 0) <= places.records.length) continue
    placeOf[listing] = place
    members[place - 1]?.push(listing)
  }
  return { ...places, members, ...foundIn(placeOf, places.records.length, same) }
}

/** What the enabled rules say, the first of them first. */
function applyRules({ records, names }: Book) {
  const product = new Map<number, string>()
  const stream = new Map<number, number>()
  const tags = new Map<number, readonly string[]>()
  const tagsOfAccount = new Map<number, readonly string[]>()
  const streamOfAccount = new Uint8Array(names.accounts.texts.length)
  const rules = [...records.rules.values()]
    .filter(({ enabled }) => enabled)
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  for (const { when, gives } of rules) {
    const matches = matcherOf(when)
    const code = gives.stream ? streams.indexOf(gives.stream) : 0
    names.listings.forEach(({ account, title, sku, key }, listing) => {
      const text = names.accounts.texts[account] ?? ''
      if (listing === 0 || key.startsWith('product:') || !matches({ account: text, title, sku })) return
      if (gives.product && !product.has(listing)) product.set(listing, gives.product)
      if (code > 0 && !stream.has(listing)) stream.set(listing, code)
      if (gives.tags) tags.set(listing, [...(tags.get(listing) ?? []), ...gives.tags])
    })
    if (when.sku || when.title) continue
    names.accounts.texts.forEach((text, account) => {
      if (account === 0 || !matches({ account: text, title: '', sku: '' })) return
      if (code > 0 && streamOfAccount[account] === 0) streamOfAccount[account] = code
      if (gives.tags) tagsOfAccount.set(account, [...(tagsOfAccount.get(account) ?? []), ...gives.tags])
    })
  }
  return { product, stream, tags, tagsOfAccount, streamOfAccount }
}

function listingStreams(
  { records, placeOf }: Assigned['products'],
  ruled: ReadonlyMap<number, number>,
): Uint8Array {
  return Uint8Array.from(placeOf, (place, listing) => {
    const product = records[place - 1]
    if (product) return streams.indexOf(product.stream || product.kind)
    return ruled.get(listing) ?? 0
  })
}

function listingTags(
  { records, members }: Assigned['products'],
  ruled: ReadonlyMap<number, readonly string[]>,
): ReadonlyMap<number, readonly string[]> {
  const tags = new Map(ruled)
  records.forEach((product, at) => {
    if (product.tags.length === 0) return
    for (const listing of members[at] ?? [])
      tags.set(listing, [...(tags.get(listing) ?? []), ...product.tags])
  })
  return tags
}

const salePrefix = 'sale:'

/** What was said of sales, be it under several keys of one; what was taken back says nothing. */
function salesOf(book: Book, { assignments }: BookRecords): ReadonlyMap<number, Assignment> {
  const sales = new Map<number, Assignment>()
  const several = new Map<number, Assignment[]>()
  for (const assignment of assignments.values()) {
    if (!assignment.id.startsWith(salePrefix)) continue
    const group = saleNamed(book, assignment.id.slice(salePrefix.length))
    const known = sales.get(group)
    if (group < 0) continue
    if (known === undefined) sales.set(group, assignment)
    else several.set(group, [...(several.get(group) ?? [known]), assignment])
  }
  for (const [group, told] of several) sales.set(group, mergeWords(told) ?? { id: '' })
  return sales
}

function touchDifferent(book: Book, before: Assigned['sales'], after: Assigned['sales']): void {
  const says = (one: Assignment | undefined) => `${one?.hidden === true} ${one?.stream ?? ''}`
  for (const [group, one] of after) if (says(before.get(group)) !== says(one)) touch(book, group)
  for (const [group, one] of before)
    if (!after.has(group) && says(undefined) !== says(one)) touch(book, group)
}

/** What is new has no stream to differ from: it is settled anyway. */
const differ = (before: Uint8Array, after: Uint8Array) => before.some((one, at) => one !== after[at])
const differentStreams = (a: Assigned, b: Assigned): boolean =>
  differ(a.streamOfListing, b.streamOfListing) || differ(a.streamOfAccount, b.streamOfAccount)

const line = kinds.indexOf('line')

const groupOfEntry = ({ columns, groups }: Book, entry: number): number => {
  const own = columns.group[entry] ?? 0
  const into = groups.into[own] ?? 0
  return into === 0 ? own : into - 1
}

/** A listing whose title came with a later file may fit a rule only now. */
function touchOtherStreams(book: Book): void {
  for (let entry = 0; entry < book.columns.size; entry++) {
    const group = groupOfEntry(book, entry)
    if (book.columns.stream[entry] !== streamOf(book, entry, group)) touch(book, group)
  }
}

/** Sets the streams in effect without settling: nothing else of a sale depends on them. */
function restream(book: Book): boolean {
  const { columns, groups } = book
  const changed = new Uint8Array(groups.count)
  let any = false
  for (let entry = 0; entry < columns.size; entry++) {
    const group = groupOfEntry(book, entry)
    const stream = streamOf(book, entry, group)
    if (columns.stream[entry] === stream) continue
    columns.stream[entry] = stream
    changed[group] = 1
    any = true
  }
  for (let group = 0; any && group < groups.count; group++)
    if (changed[group] === 1) describeStream(book, group)
  return any
}

function describeStream({ columns, groups, order, start }: Book, group: number): void {
  let stream = -1
  const end = start[group + 1] ?? 0
  for (let at = start[group] ?? 0; at < end; at++) {
    const entry = order[at] ?? 0
    if (columns.kind[entry] !== line) continue
    const own = columns.stream[entry] ?? 0
    stream = stream < 0 || stream === own ? own : severalStreams
  }
  groups.stream[group] = Math.max(0, stream)
}
