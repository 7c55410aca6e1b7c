import { encoded } from '#shared/search/folded.ts'
import { markTexts } from '#shared/search/haystack.ts'
import type { Haystack } from '#shared/search/haystack.ts'
import { likelyWords, slipsIn } from '#shared/search/likely.ts'
import { rank } from '#shared/search/rank.ts'
import { wordsIn } from '#shared/search/vocabulary.ts'
import { markRows, markWordTexts } from '#shared/search/wordTexts.ts'
import type { WordTexts } from '#shared/search/wordTexts.ts'
import type { Places } from './assigned.ts'
import type { Book } from './book.ts'
import { several } from './groups.ts'
import { onceForRecords } from './once.ts'
import { goneOfHand } from './productFilter.ts'
import { recordIndex, renamedIndex, unsigned, wholeIndex } from './searchIndex.ts'
import type { Renamed } from './searchIndex.ts'

/** How well one typed word was found (`rank`): by group, and by place of products and clients. */
export type WordFound = {
  /** In a sale's order number, in its client or in what it sold. */
  readonly sales: Uint8Array
  readonly products: Uint8Array
  readonly clients: Uint8Array
}

/** Better than any word: it is the sale's whole order number. */
const isNumber = rank.whole + 1
/** Shorter beginnings stand in every third user name, which nobody looks for by so little. */
const leastOfKey = 3
/** The words of what is being typed: all but the last are asked for again with the next letter. */
const mostKept = 8

const lastFound = onceForRecords(() => new Map<string, WordFound>())

/** Looks for a folded word as it stands. */
export const exactly = (book: Book, word: string): WordFound =>
  keptOr(lastFound(book), word, () => {
    const index = wholeIndex(book)
    const own = recordIndex(book)
    const names = (texts: WordTexts) => rowsWith(texts, (marks) => markWordTexts(texts, word, marks))
    const renamed = renamedIndex(book)
    const buyers = withKeys(withNew(names, index.buyerNames, renamed.buyers), index.buyerKeys, word)
    const recorded = withKeys(names(own.clients), own.clientKeys, word)
    const clients = byPlace(book.assigned.clients, buyers, recorded)
    const products = byPlace(
      book.assigned.products,
      withoutGone(book, withNew(names, index.listings, renamed.listings)),
      names(own.products),
    )
    return { clients, products, sales: withParties(book, numbered(book, word), clients, products) }
  })

/** And for the words that a slip or two make of it, in names and titles. */
export const nearly = (book: Book, word: string): WordFound =>
  keptOr(lastFound(book), `${word}?`, () => {
    const exact = exactly(book, word)
    const pieces = wordsIn(word).filter((piece) => slipsIn(piece) > 0)
    if (pieces.length === 0) return exact
    const index = wholeIndex(book)
    const own = recordIndex(book)
    const near = (texts: WordTexts) =>
      rowsWith(texts, (marks) => {
        for (const piece of pieces) markRows(texts, [likelyWords(texts.vocabulary, piece)], marks)
      })
    const renamed = renamedIndex(book)
    const buyers = withNew(near, index.buyerNames, renamed.buyers)
    const listings = withoutGone(book, withNew(near, index.listings, renamed.listings))
    const clients = byPlace(book.assigned.clients, buyers, near(own.clients))
    const products = byPlace(book.assigned.products, listings, near(own.products))
    return {
      clients: raised(clients, exact.clients),
      products: raised(products, exact.products),
      sales: withParties(book, exact.sales.slice(), clients, products),
    }
  })

const rowsWith = ({ count }: WordTexts, mark: (marks: Uint8Array) => void): Uint8Array => {
  const marks = new Uint8Array(count)
  mark(marks)
  return marks
}

function withoutGone(book: Book, marks: Uint8Array): Uint8Array {
  for (const listing of goneOfHand(book)) marks[listing] = 0
  return marks
}

/** By the first names and by those of today. */
function withNew(
  ranksOf: (texts: WordTexts) => Uint8Array,
  texts: WordTexts,
  { texts: newTexts, ids }: Renamed,
): Uint8Array {
  const marks = ranksOf(texts)
  const found = ranksOf(newTexts)
  ids.forEach((id, at) => (marks[id] = Math.max(marks[id] ?? 0, found[at] ?? 0)))
  return marks
}

/** The better of two ranks, in the first. */
function raised(marks: Uint8Array, others: Uint8Array): Uint8Array {
  for (let at = 0; at < marks.length; at++) {
    const other = others[at] ?? 0
    if (other > (marks[at] ?? 0)) marks[at] = other
  }
  return marks
}

/** A user name, a mail or a postcode is never as good a find as a name. */
function withKeys(marks: Uint8Array, keys: Haystack, word: string): Uint8Array {
  if (word.length < leastOfKey) return marks
  const found = new Uint8Array(keys.count)
  markTexts(keys, encoded(word), found)
  for (let at = 0; at < found.length; at++) if ((found[at] ?? 0) > rank.wordStart) found[at] = rank.wordStart
  return raised(marks, found)
}

/** A record is found by its own words and by those of its listings or buyers. */
function byPlace<R>({ records, members, found }: Places<R>, seen: Uint8Array, own: Uint8Array): Uint8Array {
  const marks = new Uint8Array(1 + records.length + found.length)
  for (let at = 0; at < records.length; at++) {
    let best = own[at] ?? 0
    for (const member of members[at] ?? []) best = Math.max(best, seen[member] ?? 0)
    marks[at + 1] = best
  }
  for (let at = 0; at < found.length; at++) marks[records.length + 1 + at] = seen[found[at] ?? 0] ?? 0
  return marks
}

/** Sales by their number. */
function numbered(book: Book, word: string): Uint8Array {
  const { labels } = wholeIndex(book)
  const number = encoded(unsigned(word))
  const marks = new Uint8Array(labels.count)
  markTexts(labels, number, marks)
  const typed = recordIndex(book)
  const own = new Uint8Array(typed.labels.count)
  markTexts(typed.labels, number, own)
  typed.labelGroups.forEach((group, at) => (marks[group] = own[at] ?? 0))
  for (let group = 0; group < marks.length; group++) if (marks[group] === rank.whole) marks[group] = isNumber
  return marks
}

/** Raises the ranks of sales to those of their clients and of what they sold. */
function withParties(book: Book, sales: Uint8Array, clients: Uint8Array, products: Uint8Array): Uint8Array {
  const { buyer, listing, count } = book.groups
  const { clients: buying, products: sold } = book.assigned
  const isBuyer = clients.some((found) => found > 0)
  const isSold = products.some((found) => found > 0)
  if (!isBuyer && !isSold) return sales
  for (let group = 0; group < count; group++) {
    const byClient = isBuyer ? (clients[buying.placeOf[buyer[group] ?? 0] ?? 0] ?? 0) : 0
    if (byClient > (sales[group] ?? 0)) sales[group] = byClient
    if (!isSold) continue
    const only = listing[group] ?? 0
    const byTitle =
      only === several ? bestLine(book, group, products) : (products[sold.placeOf[only] ?? 0] ?? 0)
    if (byTitle > (sales[group] ?? 0)) sales[group] = byTitle
  }
  return sales
}

function bestLine({ order, start, columns, assigned }: Book, group: number, products: Uint8Array): number {
  const { placeOf } = assigned.products
  let best = 0
  const end = start[group + 1] ?? 0
  for (let at = start[group] ?? 0; at < end; at++) {
    const found = products[placeOf[columns.listing[order[at] ?? 0] ?? 0] ?? 0] ?? 0
    if (found > best) best = found
  }
  return best
}

function keptOr<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const value = kept.get(key) ?? make()
  kept.delete(key) // the last one asked for goes to the end
  kept.set(key, value)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return value
}
