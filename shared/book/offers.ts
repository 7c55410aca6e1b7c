import type { Price } from '#shared/product/product.ts'
import { exponentOf } from '#shared/money/currencies.ts'
import type { Book } from './book.ts'
import { flag, kinds, sources, streams, types } from './entry.ts'
import type { Stream } from './entry.ts'
import { once } from './once.ts'
import { originOf, turnOf } from './origin.ts'
import type { Origin } from './questions.ts'

/** What a platform's catalogue says of a listing. */
export type Offer = {
  /** The listing's id, as sales know it if they do. */
  readonly listing: number
  readonly price: Price | null
  /** What one piece costs the seller. */
  readonly cost: Price | null
  readonly costOrigin: Origin | null
  /** Pieces; null = not counted. */
  readonly stock: number | null
  readonly stage: 'active' | 'draft' | 'archived'
  /** `digital`, or '' where the catalogue does not say. */
  readonly stream: Stream
  readonly title: string
  readonly sku: string
  /** The product the listing is a variant of: the same number for all of its variants, and its title. */
  readonly product: number
  readonly productTitle: string
  readonly origin: Origin
}

/** The offers in effect, by listing. Positions are listing ids; entries are kept one larger, 0 is none. */
type Offers = {
  readonly price: Uint32Array
  readonly cost: Uint32Array
  /** Pieces; NaN = not counted. Variants that share their SKU are one listing, as in orders: their pieces add up. */
  readonly stock: Float64Array
  /** Listings offered, none of them twice. */
  readonly ids: readonly number[]
}

const offer = kinds.indexOf('offer')
const cost = types.indexOf('cost')

const offersOf = once((book): Offers => {
  const { columns, names } = book
  const entries = liveOffers(book)
  const price = new Uint32Array(names.listings.length)
  const costs = new Uint32Array(names.listings.length)
  const stock = new Float64Array(names.listings.length)
  const ids: number[] = []
  for (const entry of entries) {
    const id = sameListing(book, columns.listing[entry] ?? 0)
    const place = columns.type[entry] === cost ? costs : price
    const before = (place[id] ?? 0) - 1
    const later = before < 0 ? 1 : turnOf(book, entry) - turnOf(book, before)
    if (later > 0) place[id] = entry + 1
    if (place === costs) continue
    if (before < 0) ids.push(id)
    if (later >= 0) stock[id] = piecesOf(book, entry) + (later > 0 ? 0 : (stock[id] ?? 0))
  }
  return { price, cost: costs, stock, ids }
})

const piecesOf = ({ columns }: Book, entry: number): number =>
  ((columns.flags[entry] ?? 0) & flag.uncounted) === 0 ? (columns.quantity[entry] ?? 0) : Number.NaN

/** In the order of the book, so that of two rows of one file the first is met first. */
function liveOffers({ columns }: Book): readonly number[] {
  const entries: number[] = []
  for (let entry = 0; entry < columns.size; entry++)
    if (columns.kind[entry] === offer && columns.live[entry] !== 0) entries.push(entry)
  return entries
}

/** The listing this one is surely the same as: itself, or the one that sales know under another key. */
const sameListing = ({ sameListing: same }: Book, listing: number): number => same.get(listing) ?? listing

/** All listings on offer, each under the id sales know it by, if they do. */
export const offeredIds = (book: Book): readonly number[] => offersOf(book).ids

/** The group (the product with all its variants) of the offer of a listing, or -1. */
export function offeredProduct(book: Book, listing: number): number {
  const entry = (offersOf(book).price[sameListing(book, listing)] ?? 0) - 1
  return entry < 0 ? -1 : (book.columns.group[entry] ?? 0)
}

/**
 * What the latest catalogue says of a listing. A catalogue that names no currency is in the shop's: that of its orders,
 * else the brand's own.
 */
export function offerOf(book: Book, listing: number): Offer | null {
  const { columns } = book
  const { price, cost: costs, stock } = offersOf(book)
  const id = sameListing(book, listing)
  const entry = (price[id] ?? 0) - 1
  if (entry < 0) return null
  const costEntry = (costs[id] ?? 0) - 1
  const called = book.offeredAs.get(entry)
  const type = types[columns.type[entry] ?? 0]
  return {
    listing: id,
    price: priceOf(book, entry),
    cost: costEntry < 0 ? null : priceOf(book, costEntry),
    costOrigin: costEntry < 0 ? null : originOf(book, costEntry),
    stock: Number.isNaN(stock[id]) ? null : (stock[id] ?? 0),
    stage: type === 'draft' || type === 'archived' ? type : 'active',
    stream: streams[columns.said[entry] ?? 0] ?? '',
    title: called?.title ?? '',
    sku: called?.sku ?? '',
    product: columns.group[entry] ?? 0,
    productTitle: called?.product ?? '',
    origin: originOf(book, entry),
  }
}

/** What the latest catalogue calls a listing, else what it was first seen as. */
export function calledNow(book: Book, listing: number): { readonly title: string; readonly sku: string } {
  const entry = (offersOf(book).price[sameListing(book, listing)] ?? 0) - 1
  return book.offeredAs.get(entry) ?? book.names.listings[listing] ?? { title: '', sku: '' }
}

/** An amount as the book has it, or one of the shop's own currency brought to that currency's digits. */
export function priceOf(book: Book, entry: number): Price | null {
  const { columns, names } = book
  const amount = columns.amount[entry] ?? 0
  const stated = names.currencies.texts[columns.currency[entry] ?? 0] ?? ''
  if (stated !== '') return { currency: stated, amount }
  const currency = shopCurrencies(book).get(columns.account[entry] ?? 0) ?? book.home
  if (currency === '') return null
  const parts = 10 ** (exponentOf('') - exponentOf(currency))
  return amount % parts === 0 ? { currency, amount: amount / parts } : null
}

const orders = sources.indexOf('orders')

/** The currency most entries of an account's orders are in. */
const shopCurrencies = once(({ columns, names }): ReadonlyMap<number, string> => {
  const width = names.currencies.texts.length
  const counts = new Uint32Array(names.accounts.texts.length * width)
  for (let entry = 0; entry < columns.size; entry++) {
    if (columns.source[entry] !== orders || columns.live[entry] === 0) continue
    const place = (columns.account[entry] ?? 0) * width + (columns.currency[entry] ?? 0)
    counts[place] = (counts[place] ?? 0) + 1
  }
  return new Map(
    names.accounts.texts.flatMap((_, account) => {
      const own = counts.subarray(account * width, (account + 1) * width)
      const most = own.reduce((a, b) => Math.max(a, b), 1)
      const [currency] = names.currencies.texts.filter((__, id) => own[id] === most).toSorted()
      return currency === undefined ? [] : [[account, currency] as const]
    }),
  )
})
