import type { Places } from './assigned.ts'
import type { Book } from './book.ts'
import { contactIds } from './contacts.ts'
import { kinds, statuses } from './entry.ts'
import { absent, several } from './groups.ts'
import { offeredIds } from './offers.ts'
import { onceForRecordsInSteps } from './once.ts'
import { inSlices } from './steps.ts'
import type { Steps } from './steps.ts'

/** What goes first among equal finds, by group or place; 0 = not to be found. */
type Weights = {
  /** The later day. */
  readonly sales: Float64Array
  /** The more sales that count, then the later last one. */
  readonly products: Float64Array
  readonly clients: Float64Array
}

const counted = statuses.indexOf('counted')
const line = kinds.indexOf('line')
const giftCard = kinds.indexOf('giftCard')

export const searchWeights = onceForRecordsInSteps(function* (book): Steps<Weights> {
  const { groups, assigned } = book
  const { products: sold, clients: buying } = assigned
  const sales = new Float64Array(groups.count)
  const [products, clients] = [createTally(sold), createTally(buying)]
  yield* inSlices(groups.count, (from, to) => weigh(book, { sales, products, clients }, from, to))
  for (const buyer of contactIds(book)) clients.know(buying.placeOf[buyer] ?? 0)
  for (const listing of offeredIds(book)) products.know(sold.placeOf[listing] ?? 0)
  sold.records.forEach(({ archived }, at) => archived && products.putLast(at + 1))
  return { sales, products: products.sums, clients: clients.sums }
})

type Tallies = {
  readonly sales: Float64Array
  readonly products: ReturnType<typeof createTally>
  readonly clients: ReturnType<typeof createTally>
}

function weigh(book: Book, { sales, products, clients }: Tallies, from: number, to: number): void {
  const { groups, columns, order, start, assigned } = book
  const { products: sold, clients: buying } = assigned
  for (let group = from; group < to; group++) {
    if (groups.isSale[group] !== 1 || groups.status[group] === absent) continue
    const day = (groups.day[group] ?? 0) + dayBefore
    sales[group] = day
    const isCounted = groups.status[group] === counted && assigned.sales.get(group)?.hidden !== true
    clients.add(buying.placeOf[groups.buyer[group] ?? 0] ?? 0, group, day, isCounted)
    const only = groups.listing[group] ?? 0
    if (only !== several) products.add(sold.placeOf[only] ?? 0, group, day, isCounted)
    const end = only === several ? (start[group + 1] ?? 0) : 0
    for (let at = start[group] ?? 0; at < end; at++) {
      const entry = order[at] ?? 0
      if (columns.kind[entry] !== line && columns.kind[entry] !== giftCard) continue
      products.add(sold.placeOf[columns.listing[entry] ?? 0] ?? 0, group, day, isCounted)
    }
  }
}

/** Makes days since 1970 positive for a century before it. */
const dayBefore = 1 << 16
/** More than any such day. */
const once = 1 << 18

/** What a weight of a product or client says of it. */
export const salesOf = (weight = 0): number => Math.floor(weight / once)

/** Records are found without a sale, too. */
function createTally<R>({ records, found }: Places<R>) {
  const sums = new Float64Array(1 + records.length + found.length)
  const lastDay = new Int32Array(sums.length)
  const lastSale = new Int32Array(sums.length).fill(-1)
  sums.fill(1, 1, 1 + records.length)
  return {
    sums,
    /** Once for each sale; those of a group come together. */
    add(place: number, group: number, day: number, isCounted: boolean): void {
      if (place === 0 || lastSale[place] === group) return
      lastSale[place] = group
      const later = Math.max(0, day - (lastDay[place] ?? 0))
      sums[place] = (sums[place] ?? 0) + (isCounted ? once : 0) + later
      if (later > 0) lastDay[place] = day
    },
    /** Is to be found without a sale. */
    know(place: number): void {
      if (place !== 0 && sums[place] === 0) sums[place] = 1
    },
    putLast(place: number): void {
      sums[place] = 1
    },
  }
}
