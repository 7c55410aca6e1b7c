import type { Book } from './book.ts'
import { once } from './once.ts'
import type { SalesQuestion } from './questions.ts'
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
  const latestFirst = byDay(book).filter((group) => matched[group] === 1)
  if (by === 'day') return descending ? latestFirst : latestFirst.reverse()
  return sorted(latestFirst, keysBy(book, by, figures), descending)
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

/** Sorts plain numbers (key and place in one), which is several times as fast as comparing; compares where they do not fit. */
function sorted(groups: Uint32Array, keys: Float64Array | Uint8Array, descending: boolean): Uint32Array {
  const sign = descending ? -1 : 1
  const size = groups.length
  let largest = 0
  for (const group of groups) largest = Math.max(largest, Math.abs(keys[group] ?? 0))
  if ((largest + 1) * size > Number.MAX_SAFE_INTEGER)
    return groups.toSorted((a, b) => ((keys[a] ?? 0) - (keys[b] ?? 0)) * sign)
  const packed = Float64Array.from(groups, (group, place) => (keys[group] ?? 0) * sign * size + place).sort()
  return Uint32Array.from(packed, (value) => groups[((value % size) + size) % size] ?? 0)
}

const byDay = once(({ groups }) => {
  const days = Float64Array.from(groups.day.subarray(0, groups.count))
  return sorted(Uint32Array.from(days.keys()), days, true)
})

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
