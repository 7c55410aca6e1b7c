import type { Book } from './book.ts'
import { buyerName } from './contacts.ts'
import { converterOf } from './convert.ts'
import type { Converter } from './convert.ts'
import { isoDay } from '#shared/calendar/day.ts'
import { kinds, statuses } from './entry.ts'
import { sieveOf } from './filter.ts'
import { clientKey, tagsOfSale } from './keys.ts'
import type { Sieve } from './filter.ts'
import { keyText } from './groups.ts'
import { lastAsked } from './lastAsked.ts'
import { kindIn, ledgerOf } from './ledger.ts'
import {
  addFigure,
  figureOf,
  figuresAt,
  keptFigure,
  keptOf,
  measureCount,
  noMeasures,
  signOf,
} from './measures.ts'
import { moneyOf, passing } from './passing.ts'
import type { Money } from './passing.ts'
import { visitGroups } from './postings.ts'
import type { Filter, Measures, Report, SaleRow, SalesAnswer, SalesQuestion, SaleSort } from './questions.ts'
import { measureNames } from './questions.ts'
import { prepareOrders, sortGroups } from './sortSales.ts'
import { atOnce, inSlices } from './steps.ts'
import type { Steps } from './steps.ts'
import { accountNameOf, channelOf } from './words.ts'

type Sums = readonly { readonly currency: string; readonly measures: Measures }[]
/** What a filter lets through. What follows from it is worked out when it is first asked for. */
type Matched = {
  readonly sieve: Sieve
  readonly rows: Uint32Array
  /** By group; and how many. */
  readonly sales: Uint8Array
  readonly total: number
  readonly sums: Sums
  readonly untied: Sums
  /** Sales in the orders asked for so far, by sort. */
  readonly orders: Map<string, Uint32Array>
}

/**
 * A window of the sales that have money in what the filter lets through. The figures of a row are those the filter lets
 * through, so that rows, sums and the chart a person came from agree.
 */
export function sales(book: Book, { filter, sort, from, count }: SalesQuestion, report: Report): SalesAnswer {
  // Where only the sums are asked for, the list that is being scrolled is not forgotten.
  if (count === 0) return answerOf(atOnce(match(book, filter, report)), [])
  const matched = matchedBy(book, filter, report)
  const convert = converterOf(book, report)?.convert ?? null
  const ids = inOrder(book, matched, sort, report)
  const rows = Array.from(ids.subarray(from, from + count), (group) =>
    saleRow(book, matched.sieve, group, convert, report),
  )
  return answerOf(matched, rows)
}

const answerOf = ({ total, sums, untied }: Matched, rows: readonly SaleRow[]): SalesAnswer => ({
  total,
  rows,
  sums,
  untied,
})

function* match(book: Book, filter: Filter, report: Report): Steps<Matched> {
  const sieve = sieveOf(book, filter)
  const rows = passing(book, sieve, false)
  yield
  const money = moneyOf(book, report, sieve, false)
  const found = {
    ...{ sales: new Uint8Array(book.groups.count), total: 0 },
    ...{ tied: createSums(book, report), untied: createSums(book, report) },
  }
  yield* inSlices(rows.length, (from, to) => addRows(book, found, money, rows.subarray(from, to)))
  const { sales, total, tied, untied } = found
  return { sieve, rows, sales, total, sums: tied.list(), untied: untied.list(), orders: new Map() }
}

type Found = {
  readonly sales: Uint8Array
  total: number
  readonly tied: ReturnType<typeof createSums>
  readonly untied: ReturnType<typeof createSums>
}

function addRows(book: Book, found: Found, { amount, currency }: Money, rows: Uint32Array): void {
  const { groups } = book
  const { group, what } = ledgerOf(book)
  const { sales, tied, untied } = found
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const own = group[row] ?? 0
    const isSale = groups.isSale[own] ?? 0
    if (isSale === 1 && sales[own] === 0) found.total += sales[own] = 1
    const sums = isSale === 1 ? tied : untied
    const place = (currency[row] ?? 0) * kindCount + kindIn(what[row] ?? 0)
    sums.byKind[place] = (sums.byKind[place] ?? 0) + (amount[row] ?? 0)
    sums.used[currency[row] ?? 0] = 1
  }
}

/** Scrolling asks for its next window only, and sorting by another column does not look for the sales again. */
const matchedBy = lastAsked(match)

/** As the columns of the list are sorted by a first click; by buyer once their names are in order. */
const firstOrders: readonly SalesQuestion['sort'][] = [
  { by: 'day', descending: true },
  { by: 'label', descending: false },
  { by: 'kept', descending: true },
  { by: 'gross', descending: true },
  { by: 'fees', descending: true },
  { by: 'refunds', descending: true },
  { by: 'channel', descending: false },
]

/** Makes the whole list ready in one order. */
export function* prepareOrder(book: Book, sort: SalesQuestion['sort']): Steps<void> {
  const matched = matchedBy(book, {}, {})
  if (!matched.orders.has(JSON.stringify(sort))) yield* putInOrder(book, matched, sort, {})
  yield
}

/** Makes the whole list ready in all of these orders before anybody asks. */
export function* prepareSales(book: Book): Steps<void> {
  yield* matchedBy.prepare(book, {}, {})
  yield* prepareOrders(book)
  for (const sort of firstOrders) yield* prepareOrder(book, sort)
}

/** A list is looked at in a few orders; each takes four bytes a sale. */
const ordersKept = 10

const inOrder = (book: Book, matched: Matched, sort: SalesQuestion['sort'], report: Report): Uint32Array =>
  matched.orders.get(JSON.stringify(sort)) ?? atOnce(putInOrder(book, matched, sort, report))

/** The order is at hand from then on. */
function* putInOrder(
  book: Book,
  { sieve, rows, sales, orders }: Matched,
  sort: SalesQuestion['sort'],
  report: Report,
): Steps<Uint32Array> {
  const figures = () => figuresOf(book, sieve, rows, sort.by, report)
  const order = yield* sortGroups(book, sales, figures, sort)
  if (orders.size >= ordersKept) orders.clear()
  orders.set(JSON.stringify(sort), order)
  return order
}

/** The figure of each sale that the list is sorted by. */
function* figuresOf(
  book: Book,
  sieve: Sieve,
  rows: Uint32Array,
  by: SaleSort,
  report: Report,
): Steps<Float64Array> {
  const { group, what } = ledgerOf(book)
  const { amount } = moneyOf(book, report, sieve, false)
  const factors = factorsOf((measureNames as readonly string[]).indexOf(by))
  const figures = new Float64Array(book.groups.count)
  yield* inSlices(rows.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? 0
      const factor = factors[kindIn(what[row] ?? 0)] ?? 0
      if (factor === 0) continue
      const own = group[row] ?? 0
      figures[own] = (figures[own] ?? 0) + (amount[row] ?? 0) * factor
    }
  })
  return figures
}

/** By kind: with which sign an amount adds to the figure, 0 where it does not. */
const factorsOf = (figure: number): Int8Array =>
  Int8Array.from(kinds, (_, kind) => {
    if (figure === keptFigure) return keptOf[kind] ?? 0
    return figureOf[kind] === figure ? (signOf[kind] ?? 1) : 0
  })

const kindCount = kinds.length

/** Sums by currency and kind; currency 0 is the reporting one, else the book's id + 1. */
function createSums(book: Book, report: Report) {
  const { texts } = book.names.currencies
  const byKind = new Float64Array((texts.length + 1) * kindCount)
  const used = new Uint8Array(texts.length + 1)
  return {
    byKind,
    used,
    list: (): Sums =>
      [...used.keys()]
        .filter((place) => used[place] === 1)
        .map((place) => {
          const figures = new Float64Array(measureCount)
          for (let kind = 0; kind < kindCount; kind++)
            addFigure(figures, 0, kind, byKind[place * kindCount + kind] ?? 0)
          return {
            currency: place === 0 ? (report.currency ?? '') : (texts[place - 1] ?? ''),
            measures: figuresAt(figures, 0),
          }
        }),
  }
}

const line = kinds.indexOf('line')

/** As the person calls the client, else as the channel does. */
function buyerOf(book: Book, group: number): string {
  const { clients } = book.assigned
  const buyer = book.groups.buyer[group] ?? 0
  return clients.records[(clients.placeOf[buyer] ?? 0) - 1]?.name ?? buyerName(book, buyer)
}

/** One row of the list, with the figures that the sieve lets through. */
export function saleRow(
  book: Book,
  sieve: Sieve,
  group: number,
  convert: Converter | null,
  report: Report,
): SaleRow {
  const { groups, names, columns, assigned, records } = book
  const sums = createSums(book, report)
  let [first, titled] = [-1, -1]
  visitGroups(
    book,
    { ...sieve, groups: null },
    false,
    group,
    group + 1,
    (entry, _group, _listing, _stream, amount) => {
      const converted = convert ? convert(entry, group, amount) : amount
      const currency = convert !== null && converted !== null ? 0 : (columns.currency[entry] ?? 0) + 1
      const place = currency * kindCount + (columns.kind[entry] ?? 0)
      sums.byKind[place] = (sums.byKind[place] ?? 0) + (converted ?? amount)
      sums.used[currency] = 1
      if (first < 0 || (columns.kind[entry] === line && columns.kind[first] !== line)) first = entry
      if (
        columns.listing[entry] !== 0 &&
        (titled < 0 || (columns.row[entry] ?? 0) < (columns.row[titled] ?? 0))
      )
        titled = entry
    },
  )
  const own = names.currencies.texts[columns.currency[first] ?? 0] ?? ''
  const listed = sums.list()
  const main = listed.find(({ currency }) => currency === own) ?? listed[0]
  const account = groups.account[group] ?? 0
  const said = assigned.sales.get(group)
  const typed = records.handSales.get(assigned.handSales.get(group) ?? '')
  return {
    key: keyText(groups.keyHigh[group] ?? 0, groups.keyLow[group] ?? 0),
    day: isoDay(groups.day[group] ?? 0),
    label: groups.label[group] ?? '',
    channel: channelOf(names, account),
    account: accountNameOf(names, account),
    buyer: buyerOf(book, group),
    title: names.listings[columns.listing[titled] ?? 0]?.title ?? '',
    lines: groups.lines[group] ?? 0,
    units: groups.units[group] ?? 0,
    status: statuses[groups.status[group] ?? 0] ?? 'counted',
    currency: main?.currency ?? own,
    measures: main?.measures ?? noMeasures,
    others: listed.filter((one) => one !== main),
    hidden: said?.hidden === true,
    noted: (said?.note ?? '') !== '' || (typed?.note ?? '') !== '',
    tags: tagsOfSale(book, group),
    handSale: typed?.id ?? '',
    client: clientKey(book, assigned.clients.placeOf[groups.buyer[group] ?? 0] ?? 0),
  }
}
