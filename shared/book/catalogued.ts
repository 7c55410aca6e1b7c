import type { Book } from './book.ts'
import { contactOf } from './contacts.ts'
import { membersAt } from './keys.ts'
import { offerOf } from './offers.ts'
import { originOf } from './origin.ts'
import type { Origin } from './questions.ts'

/** Nobody reads more of them, and each is a row of a file to be opened. */
const most = 12

export type OfferPlace = { readonly account: string; readonly origin: Origin }
export type ContactPlace = { readonly channel: string; readonly identity: string; readonly origin: Origin }

/** Where catalogues speak of a product: of each shop's product the first row, which says what holds for all variants. */
export function offerPlaces(book: Book, place: number): readonly OfferPlace[] {
  const { names, assigned } = book
  const found = new Map<string, OfferPlace>()
  for (const listing of place === 0 ? [] : membersAt(assigned.products, place)) {
    const offer = offerOf(book, listing)
    if (!offer || found.size === most) continue
    const account = names.accounts.texts[names.listings[offer.listing]?.account ?? 0] ?? ''
    found.set(`${account} ${offer.product}`, { account, origin: firstRow(book, offer.product, offer.origin) })
  }
  return [...found.values()]
}

/** The rows of one product stand together; its first says what the others leave out. */
function firstRow(book: Book, group: number, origin: Origin): Origin {
  const { columns, groups } = book
  let first = origin
  for (let at = groups.head[group] ?? 0; at !== 0; at = columns.next[at - 1] ?? 0) {
    const own = originOf(book, at - 1)
    if (own.importId === origin.importId && own.file === origin.file && own.row < first.row) first = own
  }
  return first
}

/** Where lists of customers speak of a client. */
export function contactPlaces(book: Book, place: number): readonly ContactPlace[] {
  const { names, assigned } = book
  const found: ContactPlace[] = []
  for (const buyer of place === 0 ? [] : membersAt(assigned.clients, place)) {
    const origin = contactOf(book, buyer)?.origin
    const { channel = '', key = '' } = names.buyers[buyer] ?? {}
    if (origin && found.length < most) found.push({ channel, identity: key, origin })
  }
  return found
}
