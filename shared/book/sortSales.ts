import type { Book } from './book.ts'
import { once } from './once.ts'
import type { SalesQuestion } from './questions.ts'
import { sortedBy } from './radixSort.ts'
import { channelOf } from './words.ts'

/**
 * The matched groups in the order asked for; of equals the later day first. `figures` holds each group's figure where the
 * list is sorted by money.
 */
export function sortGroups(
  book: Book,
  matched: Uint8Array,
  figures: Float64Array,
  { by, descending }: SalesQuestion['sort'],
): Uint32Array {
  const latestFirst = only(byDay(book), matched)
  if (by === 'day') return descending ? latestFirst : latestFirst.reverse()
  return sortedBy(latestFirst, keysBy(book, by, figures), descending)
}

function only(order: Uint32Array, matched: Uint8Array): Uint32Array {
  const kept = new Uint32Array(order.length)
  let count = 0
  for (let at = 0; at < order.length; at++) {
    const group = order[at] ?? 0
    if (matched[group] === 1) kept[count++] = group
  }
  return kept.slice(0, count)
}

/** One number for each group, in the order the list is to have. */
function keysBy(
  book: Book,
  by: SalesQuestion['sort']['by'],
  figures: Float64Array,
): Float64Array | Uint8Array {
  const { groups, names } = book
  if (by === 'label') return labelNumbers(book)
  if (by === 'status') return groups.status
  if (by !== 'channel' && by !== 'buyer') return figures
  const rank =
    by === 'buyer' ? buyerRanks(book) : ranks(names.accounts.texts.map((_, id) => channelOf(names, id)))
  const place = by === 'buyer' ? groups.buyer : groups.account
  const keys = new Float64Array(groups.count)
  for (let group = 0; group < groups.count; group++) keys[group] = rank[place[group] ?? 0] ?? 0
  return keys
}

const byDay = once(({ groups }) =>
  sortedBy(
    Uint32Array.from({ length: groups.count }, (_, group) => group),
    groups.day,
    true,
  ),
)

const labelNumbers = once(({ groups }) => Float64Array.from(groups.label, numberIn))

/** The number in an order's label, for `#1018` and `3105550130` alike. */
const numberIn = (label: string): number => Number(label.replace(/\D/g, '').slice(-12))

/** The place of each text in alphabetical order; equal texts share one. */
function ranks(texts: readonly string[]): Uint32Array {
  const distinct = [...new Set(texts)].toSorted(collator.compare)
  const place = new Map(distinct.map((text, at) => [text, at]))
  return Uint32Array.from(texts, (text) => place.get(text) ?? 0)
}
const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

const buyerRanks = once(({ names }) => ranks(names.buyers.map(({ name }) => name)))
