import type { Book } from './book.ts'
import { isoDay } from '#shared/calendar/day.ts'
import { buyerName } from './contacts.ts'
import { absent, keyText } from './groups.ts'
import { folded, haystackOf, positionsOf } from './haystack.ts'
import { once } from './once.ts'
import type { SearchHit } from './questions.ts'
import { channelOf } from './words.ts'

const buyerTexts = once((book) =>
  haystackOf(book.names.buyers.map(({ name, key }, id) => `${nowCalled(book, id, name)}${name} ${key}`)),
)
/** A buyer is found by the name a list of customers has for them, and by the one of their orders. */
const nowCalled = (book: Book, buyer: number, name: string): string => {
  const now = buyerName(book, buyer)
  return now === name ? '' : `${now} `
}
const listingTexts = once(({ names }) =>
  haystackOf(names.listings.map(({ title, sku }) => `${title} ${sku}`)),
)
const labelTexts = once(({ groups }) => haystackOf(groups.label.slice(0, groups.count)))

/** All words of the text must be found in the order's number, its buyer's name or the titles of its lines. */
export function textMatcher(book: Book, text: string): (group: number) => boolean {
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  const tests = words.map((word) => wordMatcher(book, word))
  return (group) => tests.every((test) => test(group))
}

function wordMatcher(book: Book, word: string): (group: number) => boolean {
  const { groups, columns, names } = book
  const listings = marked(positionsOf(listingTexts(book), word), names.listings.length)
  const buyers = marked(positionsOf(buyerTexts(book), word), names.buyers.length)
  const labels = marked(positionsOf(labelTexts(book), word), groups.count)
  return (group) => {
    if (buyers[groups.buyer[group] ?? 0] === 1 || labels[group] === 1) return true
    const end = book.start[group + 1] ?? 0
    for (let at = book.start[group] ?? 0; at < end; at++) {
      if (listings[columns.listing[book.order[at] ?? 0] ?? 0] === 1) return true
    }
    return false
  }
}

function marked(positions: readonly number[], count: number): Uint8Array {
  const marks = new Uint8Array(count)
  for (const position of positions) marks[position] = 1
  return marks
}

/** The first hits for what was typed: sales by number, buyers by name or mail, listings by title or SKU. */
export function search(book: Book, text: string, limit: number): SearchHit[] {
  const word = folded(text.trim())
  if (word === '') return []
  const { groups, names } = book
  const isThere = (group: number) => groups.isSale[group] === 1 && groups.status[group] !== absent
  const sold = positionsOf(labelTexts(book), word, limit, isThere).map((group) => saleHit(book, group))
  const buying = positionsOf(buyerTexts(book), word, limit, (id) => id > 0).map((id): SearchHit => {
    const channel = names.buyers[id]?.channel ?? ''
    return { sort: 'buyer', id: String(id), text: buyerName(book, id), sub: channel }
  })
  const listed = positionsOf(listingTexts(book), word, limit, (id) => id > 0).map((id) =>
    listingHit(book, id),
  )
  return [...sold, ...buying, ...listed].slice(0, limit)
}

function saleHit({ groups }: Book, group: number): SearchHit {
  const id = keyText(groups.keyHigh[group] ?? 0, groups.keyLow[group] ?? 0)
  return { sort: 'sale', id, text: groups.label[group] ?? '', sub: isoDay(groups.day[group] ?? 0) }
}

function listingHit({ names }: Book, id: number): SearchHit {
  const { title, sku, account } = names.listings[id] ?? { title: '', sku: '', account: 0 }
  return { sort: 'listing', id: String(id), text: title, sub: sku === '' ? channelOf(names, account) : sku }
}
