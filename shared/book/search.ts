import type { Book } from './book.ts'
import { isoDay } from '#shared/calendar/day.ts'
import { absent, keyText } from './groups.ts'
import type { SearchHit } from './questions.ts'
import { channelOf } from './words.ts'

/** Lower case without accents: what a person types and what a file holds meet here. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

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
  const listings = Uint8Array.from(names.listings, ({ title, sku }) =>
    folded(`${title} ${sku}`).includes(word) ? 1 : 0,
  )
  const buyers = Uint8Array.from(names.buyers, ({ name, key }) =>
    folded(`${name} ${key}`).includes(word) ? 1 : 0,
  )
  return (group) => {
    if (buyers[groups.buyer[group] ?? 0] === 1) return true
    if ((groups.label[group] ?? '').toLowerCase().includes(word)) return true
    const end = book.start[group + 1] ?? 0
    for (let at = book.start[group] ?? 0; at < end; at++) {
      if (listings[columns.listing[book.order[at] ?? 0] ?? 0] === 1) return true
    }
    return false
  }
}

/** The first hits for what was typed: sales by number, buyers by name or mail, listings by title or SKU. */
export function search(book: Book, text: string, limit: number): SearchHit[] {
  const word = folded(text.trim())
  if (word === '') return []
  const { groups, names } = book
  const hits: SearchHit[] = []
  for (let group = 0; group < groups.count && hits.length < limit; group++) {
    if (groups.isSale[group] !== 1 || groups.status[group] === absent) continue
    if (!(groups.label[group] ?? '').toLowerCase().includes(word)) continue
    const id = keyText(groups.keyHigh[group] ?? 0, groups.keyLow[group] ?? 0)
    hits.push({ sort: 'sale', id, text: groups.label[group] ?? '', sub: isoDay(groups.day[group] ?? 0) })
  }
  names.buyers.forEach(({ name, key, channel }, id) => {
    if (id > 0 && hits.length < limit && folded(`${name} ${key}`).includes(word))
      hits.push({ sort: 'buyer', id: String(id), text: name, sub: channel })
  })
  names.listings.forEach(({ title, sku, account }, id) => {
    if (id === 0 || hits.length >= limit || !folded(`${title} ${sku}`).includes(word)) return
    hits.push({
      sort: 'listing',
      id: String(id),
      text: title,
      sub: sku === '' ? channelOf(names, account) : sku,
    })
  })
  return hits
}
