import { addText, createHaystack } from '#shared/search/haystack.ts'
import type { Haystack } from '#shared/search/haystack.ts'
import { addWordText, createWordTexts } from '#shared/search/wordTexts.ts'
import type { WordTexts } from '#shared/search/wordTexts.ts'
import type { Book } from './book.ts'
import { buyerName, contactIds } from './contacts.ts'
import { calledNow } from './offers.ts'
import { once, onceForRecords } from './once.ts'
import type { Names } from './words.ts'

/**
 * The texts of a book, made ready to be searched. Names and order numbers only come to it, so what was made stays right
 * whatever happens to the figures; only a text that was empty can be filled in later, and then its kind is made anew.
 */
export type SearchIndex = {
  /** Order numbers by group; not those a person can edit. */
  labels: Haystack
  /** Groups without a number when they were read. */
  unlabelled: number[]
  /** By buyer: names, and what a channel knows them by. */
  readonly buyerNames: WordTexts
  readonly buyerKeys: Haystack
  /** By listing: title and SKU. */
  listings: WordTexts
  untitled: number[]
  /** The book's version these were last compared with. */
  version: number
}

const createIndex = (): SearchIndex => ({
  labels: createHaystack(),
  unlabelled: [],
  buyerNames: createWordTexts(),
  buyerKeys: createHaystack(),
  listings: createWordTexts(),
  untitled: [],
  version: -1,
})

const indexes = new WeakMap<Names, { readonly groups: Book['groups']; readonly index: SearchIndex }>()

/** The index as far as it is made. */
function indexOf({ names, groups }: Book): SearchIndex {
  const known = indexes.get(names)
  if (known?.groups === groups) return known.index
  // a book that began as a pending import has the names of the one before it
  const index = known ? { ...known.index, labels: createHaystack(), unlabelled: [] } : createIndex()
  indexes.set(names, { groups, index })
  return index
}

/** Reads at most so many more texts, and at last what catalogues say; true once all of the book are read. */
export function growIndex(book: Book, most: number): boolean {
  const { names, groups } = book
  const index = indexOf(book)
  if (index.version !== book.version) forgetFilled(book, index)
  index.version = book.version
  let left = most
  for (; left > 0 && index.listings.count < names.listings.length; left--) addListing(names, index)
  for (; left > 0 && index.buyerKeys.count < names.buyers.length; left--) addBuyer(names, index)
  for (; left > 0 && index.labels.count < groups.count; left--) addLabel(book, index)
  if (left > 0) renamedIndex(book)
  return left > 0
}

/** All of it, now. */
export function wholeIndex(book: Book): SearchIndex {
  growIndex(book, Number.POSITIVE_INFINITY)
  return indexOf(book)
}

function addListing({ listings }: Names, index: SearchIndex): void {
  const { title, sku } = listings[index.listings.count] ?? { title: '', sku: '' }
  if (title === '') index.untitled.push(index.listings.count)
  addWordText(index.listings, [title, sku])
}

function addBuyer({ buyers }: Names, index: SearchIndex): void {
  const { name, key } = buyers[index.buyerKeys.count] ?? { name: '', key: '' }
  addWordText(index.buyerNames, [name])
  addText(index.buyerKeys, knownBy(key))
}

/** What a person may know of a buyer's key: the user name, the mail; of a guest postcode and country, the name stands apart. */
export function knownBy(key: string): string {
  const end = key.indexOf(':')
  switch (key.slice(0, end)) {
    case 'user':
    case 'mail':
      return key.slice(end + 1)
    case 'guest':
      return key.includes('|') ? key.slice(key.indexOf('|') + 1) : ''
    default:
      return ''
  }
}

function addLabel({ groups, assigned }: Book, index: SearchIndex): void {
  const group = index.labels.count
  const isTyped = assigned.handSales.size > 0 && assigned.handSales.has(group)
  const text = isTyped ? '' : (groups.label[group] ?? '')
  if (text === '' && !isTyped) index.unlabelled.push(group)
  addText(index.labels, unsigned(text))
}

/** `#1018` is found by 1018, and 1018 by `#1018`. */
export const unsigned = (label: string): string => label.replace(/^#(?=.)/, '')

function forgetFilled({ names, groups }: Book, index: SearchIndex): void {
  if (index.unlabelled.some((group) => groups.label[group] !== ''))
    Object.assign(index, { labels: createHaystack(), unlabelled: [] })
  if (index.untitled.some((id) => names.listings[id]?.title !== ''))
    Object.assign(index, { listings: createWordTexts(), untitled: [] })
}

/** What catalogues and lists of customers call listings and buyers by now, where sales call them otherwise. */
export type RenamedIndex = { readonly [P in 'buyers' | 'listings']: Renamed }
export type Renamed = { readonly texts: WordTexts; readonly ids: readonly number[] }

export const renamedIndex = once((book): RenamedIndex => {
  const buyers = { texts: createWordTexts(), ids: [] as number[] }
  const listings = { texts: createWordTexts(), ids: [] as number[] }
  for (const id of contactIds(book)) {
    const name = buyerName(book, id)
    if (name === book.names.buyers[id]?.name) continue
    addWordText(buyers.texts, [name])
    buyers.ids.push(id)
  }
  for (let id = 1; book.offeredAs.size > 0 && id < book.names.listings.length; id++) {
    const { title, sku } = calledNow(book, id)
    const seen = book.names.listings[id]
    if (title === seen?.title && sku === seen.sku) continue
    addWordText(listings.texts, [title, sku])
    listings.ids.push(id)
  }
  return { buyers, listings }
})

/** What people wrote themselves: little, and it changes, so it is made anew each time. */
export type RecordIndex = {
  /** In the order of the records' places. */
  readonly products: WordTexts
  readonly clients: WordTexts
  /** Mails and telephone numbers of clients. */
  readonly clientKeys: Haystack
  /** Numbers of the sales by hand. */
  readonly labels: Haystack
  readonly labelGroups: readonly number[]
}

export const recordIndex = onceForRecords(({ assigned, groups }): RecordIndex => {
  const [products, clients] = [createWordTexts(), createWordTexts()]
  const [clientKeys, labels] = [createHaystack(), createHaystack()]
  for (const { name, sku, tags } of assigned.products.records) addWordText(products, [name, sku, ...tags])
  for (const { name, tags, mails, phone } of assigned.clients.records) {
    addWordText(clients, [name, ...tags])
    addText(clientKeys, [...mails, phone, phone.replace(/\D/g, '')].join('\n'))
  }
  const labelGroups = [...assigned.handSales.keys()]
  for (const group of labelGroups) addText(labels, unsigned(groups.label[group] ?? ''))
  return { products, clients, clientKeys, labels, labelGroups }
})
