import type { Bucket } from './days.ts'
import { bucketOf } from './days.ts'
import type { Book } from './book.ts'
import { kinds } from './entry.ts'
import { sieveOf } from './filter.ts'
import { lastAsked } from './lastAsked.ts'
import { kindIn, ledgerOf } from './ledger.ts'
import { figuresAt } from './measures.ts'
import { moneyOf, passing } from './passing.ts'
import type { Filter, Report, ReturningAnswer } from './questions.ts'
import { onceForRecords } from './once.ts'
import { createRows } from './rows.ts'

/** How a sale's buyer stands to the bucket it lies in; `unknown`: no file says who bought. */
const acquaintances = ['unknown', 'fresh', 'returning'] as const
const [unknown, fresh, returned] = [0, 1, 2]

const line = kinds.indexOf('line')
const giftCard = kinds.indexOf('giftCard')
/** Of `statuses`. */
const counted = 0
const never = 0x7fffffff

/**
 * The money of sales by whether their buyer bought for the first time in the bucket of the sale, or before it. Buyers
 * are clients: identities that were merged are one. What belongs to no sale is left out.
 */
export function returning(book: Book, filter: Filter, bucket: Bucket, report: Report): ReturningAnswer {
  return by(bucket)(book, filter, report)
}

/** A few numbers for each bucket. */
const periodsKept = 12

type Answer = (book: Book, filter: Filter, report: Report) => ReturningAnswer
const byBucket = new Map<Bucket, Answer>()
function by(bucket: Bucket): Answer {
  const known = byBucket.get(bucket)
  if (known) return known
  const answer = lastAsked((book, filter, report) => tell(book, filter, bucket, report), periodsKept)
  byBucket.set(bucket, answer)
  return answer
}

function tell(book: Book, filter: Filter, bucket: Bucket, report: Report): ReturningAnswer {
  const { groups, columns, names } = book
  const ledger = ledgerOf(book)
  const sieve = sieveOf(book, filter)
  const { amount, currency } = moneyOf(book, report, sieve, false)
  const spans = spansOf(book, bucket)
  const firsts = firstDays(book)
  const currencies = names.currencies.texts.length + 1
  const rows = createRows(spans.names.length, acquaintances.length * currencies)
  const lastSale: number[] = []
  const seen = new Uint8Array(firsts.length)
  for (const at of passing(book, sieve, false)) {
    const sale = ledger.group[at] ?? 0
    if (groups.isSale[sale] !== 1) continue
    const place = placeOf(book, sale)
    const day = groups.day[sale] ?? 0
    const first = Math.min(firsts[place] ?? never, day)
    const isFresh = spans.of(first) === spans.of(day)
    const how = place === 0 ? unknown : isFresh ? fresh : returned
    const row = rows.at(spans.of(ledger.day[at] ?? 0), how * currencies + (currency[at] ?? 0))
    const kind = kindIn(ledger.what[at] ?? 0)
    rows.add(row, kind, amount[at] ?? 0)
    if (kind !== line && kind !== giftCard) continue
    rows.count(row, lastSale[row] === sale ? 0 : 1, columns.quantity[ledger.entry[at] ?? 0] ?? 0)
    lastSale[row] = sale
    if (place !== 0) seen[place] = first >= sieve.from ? fresh : returned
  }
  const tally = (how: number) => seen.reduce((sum, one) => sum + (one === how ? 1 : 0), 0)
  return {
    buyers: { fresh: tally(fresh), returning: tally(returned) },
    rows: rows.list(({ span, key, sums, base, sales, units }) => {
      const reported = key % currencies
      return {
        bucket: spans.names[span] ?? '',
        key: acquaintances[(key - reported) / currencies] ?? 'unknown',
        currency: reported === 0 ? (report.currency ?? '') : (names.currencies.texts[reported - 1] ?? ''),
        unconverted: report.currency !== undefined && reported !== 0,
        measures: figuresAt(sums, base),
        sales,
        units,
      }
    }),
  }
}

/** By place of the client: the day of the first sale that counts. */
export const firstDays = onceForRecords((book): Int32Array => {
  const { groups, assigned } = book
  const { records, found } = assigned.clients
  const days = new Int32Array(1 + records.length + found.length).fill(never)
  for (let group = 0; group < groups.count; group++) {
    if (groups.isSale[group] !== 1 || groups.into[group] !== 0 || groups.status[group] !== counted) continue
    if (assigned.sales.get(group)?.hidden === true) continue
    const place = placeOf(book, group)
    const day = groups.day[group] ?? 0
    if (day < (days[place] ?? 0)) days[place] = day
  }
  return days
})

const placeOf = ({ groups, assigned }: Book, group: number): number =>
  assigned.clients.placeOf[groups.buyer[group] ?? 0] ?? 0

/** The spans of the book's days, and the number of each day's; a day outside of them is in the nearest. */
function spansOf({ firstDay, lastDay }: Book, bucket: Bucket) {
  const names: string[] = []
  const numbers = new Uint32Array(Math.max(1, lastDay - firstDay + 1))
  for (let day = firstDay; day <= lastDay; day++) {
    const name = bucketOf(day, bucket)
    if (names.at(-1) !== name) names.push(name)
    numbers[day - firstDay] = names.length - 1
  }
  if (names.length === 0) names.push('')
  const of = (day: number): number => numbers[Math.min(Math.max(day - firstDay, 0), numbers.length - 1)] ?? 0
  return { names, of }
}
