import type { Places } from './assigned.ts'
import type { Book } from './book.ts'
import { contactIds } from './contacts.ts'
import { absent, several } from './groups.ts'
import { offeredIds } from './offers.ts'
import { onceForRecords } from './once.ts'

/** What goes first among equal finds, by group or place; 0 = not to be found. */
type Weights = {
  /** The later day. */
  readonly sales: Float64Array
  /** The more sales, then the later last one. */
  readonly products: Float64Array
  readonly clients: Float64Array
}

export const searchWeights = onceForRecords((book: Book): Weights => {
  const { groups, columns, order, start, assigned } = book
  const { products: sold, clients: buying } = assigned
  const sales = new Float64Array(groups.count)
  const [products, clients] = [createTally(sold), createTally(buying)]
  for (let group = 0; group < groups.count; group++) {
    if (groups.isSale[group] !== 1 || groups.status[group] === absent) continue
    const day = (groups.day[group] ?? 0) + dayBefore
    sales[group] = day
    clients.count(buying.placeOf[groups.buyer[group] ?? 0] ?? 0, day)
    const only = groups.listing[group] ?? 0
    if (only !== several) products.count(sold.placeOf[only] ?? 0, day)
    const end = only === several ? (start[group + 1] ?? 0) : 0
    for (let at = start[group] ?? 0; at < end; at++) {
      const listing = columns.listing[order[at] ?? 0] ?? 0
      if (listing !== 0) products.count(sold.placeOf[listing] ?? 0, day)
    }
  }
  for (const buyer of contactIds(book)) clients.know(buying.placeOf[buyer] ?? 0)
  for (const listing of offeredIds(book)) products.know(sold.placeOf[listing] ?? 0)
  sold.records.forEach(({ archived }, at) => archived && products.putLast(at + 1))
  return { sales, products: products.sums, clients: clients.sums }
})

/** Makes days since 1970 positive for a century before it. */
const dayBefore = 1 << 16
/** More than any such day. */
const once = 1 << 18

/** Records are found without a sale, too. */
function createTally<R>({ records, found }: Places<R>) {
  const sums = new Float64Array(1 + records.length + found.length)
  const last = new Int32Array(sums.length)
  sums.fill(1, 1, 1 + records.length)
  return {
    sums,
    count(place: number, day: number): void {
      if (place === 0) return
      const later = Math.max(0, day - (last[place] ?? 0))
      sums[place] = (sums[place] ?? 0) + once + later
      if (later > 0) last[place] = day
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
