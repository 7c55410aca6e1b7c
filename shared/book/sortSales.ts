import type { Book } from './book.ts'
import type { SalesQuestion } from './questions.ts'
import { channelOf } from './words.ts'

/**
 * The matched groups in the order asked for; of equals the later day first. `figures` holds each group's figure where the
 * list is sorted by money.
 */
export function sortGroups(book: Book, matched: Uint8Array, figures: Float64Array, { by, descending }: SalesQuestion['sort']): Uint32Array {
  const { groups, names } = book
  const ids: number[] = []
  for (let group = 0; group < matched.length; group++) if (matched[group] === 1) ids.push(group)
  const keys = new Float64Array(groups.count)
  if (by === 'day') for (const group of ids) keys[group] = groups.day[group] ?? 0
  else if (by === 'label') for (const group of ids) keys[group] = numberIn(groups.label[group] ?? '')
  else if (by === 'status') for (const group of ids) keys[group] = groups.status[group] ?? 0
  else if (by === 'channel') {
    const rank = ranks(names.accounts.texts.map((_, id) => channelOf(names, id)))
    for (const group of ids) keys[group] = rank[groups.account[group] ?? 0] ?? 0
  } else if (by === 'buyer') {
    const rank = buyerRanks(book)
    for (const group of ids) keys[group] = rank[groups.buyer[group] ?? 0] ?? 0
  } else keys.set(figures)
  return sorted(book, ids, keys, descending)
}

/** Sorts plain numbers (key and place in one) where they fit, which is several times as fast as comparing. */
function sorted(book: Book, ids: readonly number[], keys: Float64Array, descending: boolean): Uint32Array {
  const { day, count } = book.groups
  const sign = descending ? -1 : 1
  const byDay = Uint32Array.from(ids).sort((a, b) => (day[b] ?? 0) - (day[a] ?? 0) || a - b)
  const largest = ids.reduce((most, group) => Math.max(most, Math.abs(keys[group] ?? 0)), 0)
  if ((largest + 1) * (count + 1) > Number.MAX_SAFE_INTEGER) {
    return byDay.sort((a, b) => ((keys[a] ?? 0) - (keys[b] ?? 0)) * sign)
  }
  const size = byDay.length
  const packed = Float64Array.from(byDay, (group, place) => (keys[group] ?? 0) * sign * size + place).sort()
  return Uint32Array.from(packed, (value) => byDay[((value % size) + size) % size] ?? 0)
}

/** The number in an order's label, for `#1018` and `3105550130` alike. */
const numberIn = (label: string): number => Number(label.replace(/\D/g, '').slice(-12))

/** The place of each text in alphabetical order; equal texts share one. */
function ranks(texts: readonly string[]): Uint32Array {
  const distinct = [...new Set(texts)].toSorted(collator.compare)
  const place = new Map(distinct.map((text, at) => [text, at]))
  return Uint32Array.from(texts, (text) => place.get(text) ?? 0)
}
const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

const buyerOrder = new WeakMap<Book, { readonly size: number; readonly rank: Uint32Array }>()

/** Kept while no buyer is added: naming hundreds of thousands in order takes longer than a click may. */
function buyerRanks(book: Book): Uint32Array {
  const { buyers } = book.names
  const known = buyerOrder.get(book)
  if (known?.size === buyers.length) return known.rank
  const rank = ranks(buyers.map(({ name }) => name))
  buyerOrder.set(book, { size: buyers.length, rank })
  return rank
}
