import { isoDay } from '#shared/calendar/day.ts'
import { marked, plain } from '#shared/search/marked.ts'
import type { Marked } from '#shared/search/marked.ts'
import { typedWords } from '#shared/search/typedWords.ts'
import type { Book } from './book.ts'
import { clientName } from './clientNames.ts'
import { buyerName } from './contacts.ts'
import { absent, keyText } from './groups.ts'
import { clientKey, clientPlace, membersAt, productKey, productPlace } from './keys.ts'
import { calledNow } from './offers.ts'
import { productName, productSku } from './products.ts'
import type { Findings, Hit, HitKey } from './questions.ts'
import { saleNamed } from './saleKeys.ts'
import { ranked } from './search.ts'
import { knownBy } from './searchIndex.ts'
import { salesOf, searchWeights } from './searchWeights.ts'
import { accountNameOf, channelOf } from './words.ts'

/** Sales, clients and products in which all of what was typed is found, the best of each sort first. */
export function find(book: Book, text: string, most: number): Findings {
  const words = typedWords(text)
  const { sales, clients, products } = ranked(book, words, most)
  const sort = (name: Hit['sort'], { ids, rank, total }: typeof sales, hitOf: typeof saleHit) => ({
    sort: name,
    rank,
    total,
    hits: ids.map((id) => hitOf(book, id, words)),
  })
  return [
    sort('sale', sales, saleHit),
    sort('client', clients, clientHit),
    sort('product', products, productHit),
  ]
}

/** What these are called now, by their keys; null where the book knows none (any more). */
export function recalled(book: Book, asked: readonly HitKey[]): readonly (Hit | null)[] {
  return asked.map(({ sort, id }) => {
    if (sort === 'sale') {
      const group = saleNamed(book, id)
      return group < 0 || book.groups.status[group] === absent ? null : saleHit(book, group, [])
    }
    const place = sort === 'client' ? clientPlace(book, id) : productPlace(book, id)
    return place === 0 ? null : (sort === 'client' ? clientHit : productHit)(book, place, [])
  })
}

function saleHit(book: Book, group: number, words: readonly string[]): Hit {
  const { groups, names, assigned } = book
  const account = groups.account[group] ?? 0
  const buyer = clientName(book, assigned.clients.placeOf[groups.buyer[group] ?? 0] ?? 0)
  return {
    sort: 'sale',
    id: keyText(groups.keyHigh[group] ?? 0, groups.keyLow[group] ?? 0),
    name: marked(groups.label[group] ?? '', words),
    about: [buyer === '' ? [] : marked(buyer, words), mostMarked(titlesOf(book, group), words)].flat(),
    channel: channelOf(names, account),
    account: accountNameOf(names, account),
    day: isoDay(groups.day[group] ?? 0),
    sales: null,
  }
}

function titlesOf({ order, start, columns, names }: Book, group: number): readonly string[] {
  const lines = order.subarray(start[group] ?? 0, start[group + 1] ?? 0)
  return [...new Set(Array.from(lines, (entry) => names.listings[columns.listing[entry] ?? 0]?.title ?? ''))]
}

function clientHit(book: Book, place: number, words: readonly string[]): Hit {
  const { names, assigned } = book
  const record = assigned.clients.records[place - 1]
  const members = membersAt(assigned.clients, place)
  const buyers = members.flatMap((id) => names.buyers[id] ?? [])
  const known = [
    ...(record?.mails ?? []),
    ...buyers.map(({ key }) => knownBy(key)),
    ...members.map((id) => buyerName(book, id)),
    ...buyers.map(({ name }) => name),
    ...(record?.tags ?? []),
  ]
  const name = clientName(book, place)
  return {
    ...noShop,
    sort: 'client',
    id: clientKey(book, place),
    name: marked(name, words),
    about: mostMarked(
      known.filter((text) => text !== name),
      words,
    ),
    channel: sameOf(buyers.map(({ channel }) => channel)),
    sales: salesOf(searchWeights(book).clients[place]),
  }
}

function productHit(book: Book, place: number, words: readonly string[]): Hit {
  const { names, assigned } = book
  const members = membersAt(assigned.products, place)
  const listings = members.flatMap((id) => names.listings[id] ?? [])
  const name = productName(book, place)
  const known = [
    productSku(book, place),
    ...members.map((id) => calledNow(book, id)).flatMap(({ sku, title }) => [sku, title]),
    ...listings.flatMap(({ sku, title }) => [sku, title]),
    ...(assigned.products.records[place - 1]?.tags ?? []),
  ]
  const accounts = listings.map(({ account }) => account)
  const account = accounts.every((one) => one === accounts[0]) ? (accounts[0] ?? 0) : 0
  return {
    ...noShop,
    sort: 'product',
    id: productKey(book, place),
    name: marked(name, words),
    about: mostMarked(
      known.filter((text) => text !== name),
      words,
    ),
    channel: sameOf(accounts.map((one) => channelOf(names, one))),
    account: accountNameOf(names, account),
    sales: salesOf(searchWeights(book).products[place]),
  }
}

const noShop = { channel: '', account: '', day: '' }
const sameOf = ([first = '', ...others]: readonly string[]): string =>
  others.every((one) => one === first) ? first : ''

/** Of several texts the one in which most was found, else the first; none of none. */
function mostMarked(texts: readonly string[], words: readonly string[]): readonly Marked[] {
  const seen = texts.filter((text) => text !== '').slice(0, mostLookedAt)
  const [first] = seen
  if (first === undefined) return []
  const all = seen.map((text) => marked(text, words))
  const lengthOf = ({ marks }: Marked) => marks.reduce((sum, [from, to]) => sum + to - from, 0)
  return [all.reduce((best, one) => (lengthOf(one) > lengthOf(best) ? one : best), plain(first))]
}

/** A client of hundreds of identities is told by one of the first. */
const mostLookedAt = 40
