import type { Places } from './assigned.ts'
import type { Book } from './book.ts'
import { unit } from './entry.ts'

/** How addresses and answers name a product: its record's id, or `account␟key` of a listing that no record claims. */
export function productKey({ names, assigned: { products } }: Book, place: number): string {
  if (place === 0) return ''
  const record = products.records[place - 1]
  if (record) return record.id
  const listing = names.listings[foundAt(products, place)]
  return listing ? (names.accounts.texts[listing.account] ?? '') + unit + listing.key : ''
}

/** And a client: its record's id, or `channel␟key` of a buyer that no record claims. */
export function clientKey({ names, assigned: { clients } }: Book, place: number): string {
  if (place === 0) return ''
  const record = clients.records[place - 1]
  if (record) return record.id
  const buyer = names.buyers[foundAt(clients, place)]
  return buyer ? buyer.channel + unit + buyer.key : ''
}

/** The listing or buyer that stands at a place without a record. */
export const foundAt = <R>({ found, records }: Places<R>, place: number): number =>
  found[place - records.length - 1] ?? 0

/** The listings or buyers that count at a place. */
export const membersAt = <R>(places: Places<R>, place: number): readonly number[] =>
  place <= places.records.length ? (places.members[place - 1] ?? []) : [foundAt(places, place)]

/** 0 where the book knows no such product. */
export function productPlace({ names, assigned: { products } }: Book, key: string): number {
  const record = products.placeOfRecord.get(key)
  if (record !== undefined) return record
  const end = key.lastIndexOf(unit)
  const account = names.accounts.ids.get(key.slice(0, Math.max(0, end)))
  const listing = names.listingIds.get(account ?? -1)?.get(key.slice(end + 1))
  return listing === undefined ? 0 : (products.placeOf[listing] ?? 0)
}

/** 0 where the book knows no such client. */
export function clientPlace({ names, assigned: { clients } }: Book, key: string): number {
  const record = clients.placeOfRecord.get(key)
  if (record !== undefined) return record
  const end = key.indexOf(unit)
  const buyer = names.buyerIds.get(key.slice(0, Math.max(0, end)))?.get(key.slice(end + 1))
  return buyer === undefined ? 0 : (clients.placeOf[buyer] ?? 0)
}

export const listingsOfProducts = (book: Book, keys: readonly string[]): readonly number[] =>
  keys.flatMap((key) => {
    const place = productPlace(book, key)
    return place === 0 ? [] : membersAt(book.assigned.products, place)
  })
export const buyersOfClients = (book: Book, keys: readonly string[]): readonly number[] =>
  keys.flatMap((key) => {
    const place = clientPlace(book, key)
    return place === 0 ? [] : membersAt(book.assigned.clients, place)
  })

/** The person's own tags on the sale, then those of its products and of rules; each once. */
export function tagsOfSale(book: Book, group: number): readonly string[] {
  const { columns, groups, order, start, assigned, records } = book
  const own = assigned.sales.get(group)?.tags ?? []
  const typed = records.handSales.get(assigned.handSales.get(group) ?? '')?.tags ?? []
  const { tagsOfListing, tagsOfAccount } = assigned
  if (tagsOfListing.size === 0 && tagsOfAccount.size === 0)
    return typed.length === 0 ? own : [...new Set([...own, ...typed])]
  const tags = new Set([...own, ...typed, ...(tagsOfAccount.get(groups.account[group] ?? 0) ?? [])])
  const end = start[group + 1] ?? 0
  for (let at = start[group] ?? 0; at < end; at++) {
    const listing = columns.listing[order[at] ?? 0] ?? 0
    for (const tag of tagsOfListing.get(listing) ?? []) tags.add(tag)
  }
  return [...tags]
}
