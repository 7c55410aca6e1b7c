import type { Price } from '#shared/product/product.ts'
import type { Book } from './book.ts'
import { countryOfNumber } from './country.ts'
import { kinds } from './entry.ts'
import { priceOf } from './offers.ts'
import { once } from './once.ts'
import { originOf, turnOf } from './origin.ts'
import type { Origin } from './questions.ts'

/** What a platform's list of customers says of a buyer. */
export type Contact = {
  /** ISO 3166-1 alpha-2, or '' where unknown. */
  readonly country: string
  /** The platform's own figure of all they ever spent, for checks. */
  readonly spent: Price | null
  readonly origin: Origin
}

const contact = kinds.indexOf('contact')

/** By buyer id the entry of the latest statement, one larger; 0 is none. */
const contactsOf = once((book): Uint32Array => {
  const { columns, names } = book
  const latest = new Uint32Array(names.buyers.length)
  for (let entry = 0; entry < columns.size; entry++) {
    if (columns.kind[entry] !== contact || columns.live[entry] === 0) continue
    const buyer = columns.buyer[entry] ?? 0
    const before = (latest[buyer] ?? 0) - 1
    if (before < 0 || turnOf(book, entry) > turnOf(book, before)) latest[buyer] = entry + 1
  }
  return latest
})

/** Everybody the lists of customers speak of. */
export const contactIds = once((book): readonly number[] => {
  const latest = contactsOf(book)
  return [...latest.keys()].filter((buyer) => latest[buyer] !== 0)
})

/** What the latest list of customers calls a buyer, else what they were first seen as. */
export function buyerName(book: Book, buyer: number): string {
  const entry = (contactsOf(book)[buyer] ?? 0) - 1
  return book.contactedAs.get(entry) ?? book.names.buyers[buyer]?.name ?? ''
}

export function contactOf(book: Book, buyer: number): Contact | null {
  const { columns } = book
  const entry = (contactsOf(book)[buyer] ?? 0) - 1
  if (entry < 0) return null
  return {
    country: countryOfNumber(columns.quantity[entry] ?? 0),
    spent: priceOf(book, entry),
    origin: originOf(book, entry),
  }
}
