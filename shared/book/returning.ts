import type { Bucket } from './days.ts'
import { bucketOf } from './days.ts'
import type { Book } from './book.ts'
import { kinds } from './entry.ts'
import { sieveOf } from './filter.ts'
import { lastAsked } from './lastAsked.ts'
import { kindIn, ledgerOf } from './ledger.ts'
import { figuresAt } from './measures.ts'
import { onceForRecords } from './once.ts'
import { moneyOf, passing } from './passing.ts'
import type { Money } from './passing.ts'
import type { Filter, Report, ReturningAnswer } from './questions.ts'
import { createRows } from './rows.ts'
import type { Rows } from './rows.ts'
import { inSlices } from './steps.ts'
import type { Steps } from './steps.ts'

/** How a sale's buyer stands to the bucket it lies in; `unknown`: no file says who bought. */
const acquaintances = ['unknown', 'fresh', 'returning'] as const
const [unknown, fresh, returned] = [0, 1, 2]

const sold = kinds.indexOf('line')
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

/** Works it out in steps before it is asked for. */
export const readyReturning = (book: Book, filter: Filter, bucket: Bucket, report: Report): Steps<void> =>
  by(bucket).prepare(book, filter, report)

/** A few numbers for each bucket. */
const periodsKept = 12

type Answer = ReturnType<typeof lastAsked<ReturningAnswer>>
const byBucket = new Map<Bucket, Answer>()
function by(bucket: Bucket): Answer {
  const known = byBucket.get(bucket)
  if (known) return known
  const answer = lastAsked((book, filter, report) => tell(book, filter, bucket, report), periodsKept)
  byBucket.set(bucket, answer)
  return answer
}

function* tell(book: Book, filter: Filter, bucket: Bucket, report: Report): Steps<ReturningAnswer> {
  const { names } = book
  const sieve = sieveOf(book, filter)
  const passed = passing(book, sieve, false)
  yield
  const firsts = firstDays(book)
  yield
  const spans = spansOf(book, bucket)
  const currencies = names.currencies.texts.length + 1
  const told: Told = {
    ...{ spans, firsts, currencies, from: sieve.from },
    money: moneyOf(book, report, sieve, false),
    rows: createRows(spans.names.length, acquaintances.length * currencies),
    lastSale: [],
    seen: new Uint8Array(firsts.length),
  }
  yield* inSlices(passed.length, (from, to) => addRows(book, told, passed.subarray(from, to)))
  const { rows, seen } = told
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

type Told = {
  readonly spans: ReturnType<typeof spansOf>
  readonly firsts: Int32Array
  readonly currencies: number
  readonly from: number
  readonly money: Money
  readonly rows: Rows
  /** By row of the answer, and by place of the client how they stand to the whole time. */
  readonly lastSale: number[]
  readonly seen: Uint8Array
}

/** Rows of a sale stand together: how its buyer stands to it is looked up once. */
function addRows(
  book: Book,
  { spans, firsts, currencies, from, money, rows, lastSale, seen }: Told,
  passed: Uint32Array,
): void {
  const { groups, columns } = book
  const ledger = ledgerOf(book)
  let [sale, place, first, how] = [-1, 0, 0, unknown]
  for (let at = 0; at < passed.length; at++) {
    const row = passed[at] ?? 0
    const own = ledger.group[row] ?? 0
    if (groups.isSale[own] !== 1) continue
    if (own !== sale) {
      sale = own
      place = placeOf(book, sale)
      const day = groups.day[sale] ?? 0
      first = Math.min(firsts[place] ?? never, day)
      how = place === 0 ? unknown : spans.of(first) === spans.of(day) ? fresh : returned
    }
    const line = rows.at(spans.of(ledger.day[row] ?? 0), how * currencies + (money.currency[row] ?? 0))
    const kind = kindIn(ledger.what[row] ?? 0)
    rows.add(line, kind, money.amount[row] ?? 0)
    if (kind !== sold && kind !== giftCard) continue
    rows.count(line, lastSale[line] === sale ? 0 : 1, columns.quantity[ledger.entry[row] ?? 0] ?? 0)
    lastSale[line] = sale
    if (place !== 0) seen[place] = first >= from ? fresh : returned
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
