import type { Book } from './book.ts'
import { clientNameRanks } from './clientNames.ts'
import { onceInSteps } from './once.ts'
import type { SaleSort, SalesQuestion } from './questions.ts'
import { textRanks } from './ranks.ts'
import { sorting } from './radixSort.ts'
import { inSlices } from './steps.ts'
import type { Steps } from './steps.ts'
import { channelOf } from './words.ts'

/**
 * The matched groups in the order asked for; of equals the later day first. `figuresOf` gives each group's figure where
 * the list is sorted by money.
 */
export function* sortGroups(
  book: Book,
  matched: Uint8Array,
  figuresOf: () => Steps<Float64Array>,
  { by, descending }: SalesQuestion['sort'],
): Steps<Uint32Array> {
  const latestFirst = only(byDay(book), matched)
  yield
  if (by === 'day') return descending ? latestFirst : latestFirst.reverse()
  const keys = isByMoney(by) ? yield* figuresOf() : keysBy(book, by)
  yield
  return yield* sorting(latestFirst, keys, descending)
}

/** Makes ready what takes longest to sort by. */
export function* prepareOrders(book: Book): Steps<void> {
  yield* byDay.prepare(book)
  yield* labelNumbers.prepare(book)
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

const words = ['day', 'label', 'buyer', 'channel', 'status'] as const
type Word = (typeof words)[number]
const isByMoney = (by: SaleSort): by is Exclude<SaleSort, Word> =>
  !(words as readonly SaleSort[]).includes(by)

/** One number for each group, in the order the list is to have. */
function keysBy(book: Book, by: Exclude<Word, 'day'>): Float64Array | Uint32Array | Uint8Array {
  const { groups, names } = book
  if (by === 'label') return labelNumbers(book)
  if (by === 'status') return groups.status
  const keys = new Uint32Array(groups.count)
  if (by === 'buyer') {
    const ranks = clientNameRanks(book)
    const { placeOf } = book.assigned.clients
    for (let group = 0; group < groups.count; group++)
      keys[group] = ranks[placeOf[groups.buyer[group] ?? 0] ?? 0] ?? 0
    return keys
  }
  const accounts = names.accounts.texts.map((_, id) => id)
  const ranks = Uint32Array.from(
    accounts,
    textRanks(names, accounts, (id) => channelOf(names, id)),
  )
  for (let group = 0; group < groups.count; group++) keys[group] = ranks[groups.account[group] ?? 0] ?? 0
  return keys
}

const byDay = onceInSteps(function* ({ groups }): Steps<Uint32Array> {
  const all = new Uint32Array(groups.count)
  for (let group = 0; group < all.length; group++) all[group] = group
  return yield* sorting(all, groups.day, true)
})

const labelNumbers = onceInSteps(function* ({ groups }): Steps<Float64Array> {
  const numbers = new Float64Array(groups.count)
  yield* inSlices(groups.count, (from, to) => {
    for (let group = from; group < to; group++) numbers[group] = numberIn(groups.label[group] ?? '')
  })
  return numbers
})

/** The number in an order's label (its last twelve digits), for `#1018` and `3105550130` alike. */
function numberIn(label: string): number {
  let [number, unit] = [0, 1]
  for (let at = label.length - 1; at >= 0 && unit < 1e12; at--) {
    const digit = label.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) continue
    number += digit * unit
    unit *= 10
  }
  return number
}
