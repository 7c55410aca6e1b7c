import type { Book } from './book.ts'
import { cellsOf, firstCell } from './cells.ts'
import type { Cells } from './cells.ts'
import { bucketOf } from './days.ts'
import { kinds, streams, types } from './entry.ts'
import { sieveOf } from './filter.ts'
import { clientKey, productKey } from './keys.ts'
import { figuresAt } from './measures.ts'
import { kindIn, ledgerOf } from './ledger.ts'
import { moneyOf, passing } from './passing.ts'
import type { Filter, Group, Report, TotalsRow } from './questions.ts'
import { createRows } from './rows.ts'
import type { Rows } from './rows.ts'
import { channelOf } from './words.ts'

const line = kinds.indexOf('line')
const giftCard = kinds.indexOf('giftCard')
const fee = kinds.indexOf('fee')

/** Figures by span, group and currency: those that the filter lets through, split over lines where the group asks for it. */
export function totals(book: Book, filter: Filter, group: Group, report: Report): TotalsRow[] {
  const { names } = book
  // Position 0 of the currencies stands for the reporting currency.
  const currencies = names.currencies.texts.length + 1
  const spans = spanTable(book, group.bucket)
  const rows = createRows(spans.names.length, keyCount(book, group.by) * currencies)
  if (isInCells(filter, group)) addCells(book, cellsOf(book, report), filter, group, spans, rows, currencies)
  else addAmounts(book, filter, group, report, spans, rows, currencies)
  return rows.list(({ span, key, sums, base, sales, units }) => {
    const reported = key % currencies
    return {
      bucket: spans.names[span] ?? '',
      key: keyName(book, group.by, (key - reported) / currencies),
      currency: reported === 0 ? (report.currency ?? '') : (names.currencies.texts[reported - 1] ?? ''),
      unconverted: report.currency !== undefined && reported !== 0,
      measures: figuresAt(sums, base),
      sales,
      units,
    }
  })
}

/** Whether the cells answer exactly: what is asked of products, buyers and whole sales needs their amounts. */
export function isInCells(filter: Filter, { by }: Group): boolean {
  const { listings, products, streams: some, importId, hasRefund, text } = filter
  const { buyers, clients, tags, statuses, amount, keys, exceptKeys } = filter
  if (by === 'client' || by === 'listing' || by === 'product') return false
  if (listings || products || buyers || clients || tags || statuses || amount) return false
  if (keys || exceptKeys) return false
  if (importId !== undefined || hasRefund !== undefined || (text ?? '') !== '') return false
  // A sale with lines in two of the chosen streams would be counted in both.
  return !(some && some.length > 1 && by !== 'stream')
}

function addCells(
  book: Book,
  cells: Cells,
  filter: Filter,
  { by }: Group,
  spans: Spans,
  rows: Rows,
  currencies: number,
): void {
  const sieve = sieveOf(book, filter)
  const channels = channelNumbers(book)
  const bySale = by !== 'stream' && !filter.streams
  const keys = cells.sorts.map(({ account, stream, currency, live, kind, type }) => {
    if (sieve.standing[live] !== 1 || (by === 'feeType' && kind !== fee)) return -1
    if (sieve.accounts !== null && sieve.accounts[account] !== 1) return -1
    if (sieve.currencies !== null && currency > 0 && sieve.currencies[currency - 1] !== 1) return -1
    if (sieve.streams !== null && sieve.streams[stream] !== 1) return -1
    return keyOf(book, 0, by, account, channels, 0, stream, type) * currencies + currency
  })
  const kindOf = cells.sorts.map(({ kind }) => kind)
  const end = sieve.to === Number.POSITIVE_INFINITY ? cells.count : firstCell(cells, sieve.to + 1)
  for (let at = firstCell(cells, sieve.from); at < end; at++) {
    const sort = cells.sort[at] ?? 0
    const key = keys[sort] ?? -1
    if (key < 0) continue
    const row = rows.at(spans.ofDay[(cells.day[at] ?? 0) - spans.first] ?? 0, key)
    rows.add(row, kindOf[sort] ?? 0, cells.amount[at] ?? 0)
    rows.count(row, (bySale ? cells.firsts[at] : cells.sales[at]) ?? 0, cells.quantity[at] ?? 0)
  }
}

function addAmounts(
  book: Book,
  filter: Filter,
  { by }: Group,
  report: Report,
  spans: Spans,
  rows: Rows,
  currencies: number,
): void {
  const { columns } = book
  const ledger = ledgerOf(book)
  const channels = channelNumbers(book)
  const sieve = sieveOf(book, filter)
  const tied = by === 'stream' || by === 'listing' || by === 'product'
  const money = moneyOf(book, report, sieve, tied)
  const lastSale: number[] = []
  for (const at of passing(book, sieve, tied)) {
    const entry = ledger.entry[at] ?? 0
    const sale = ledger.group[at] ?? 0
    const kind = kindIn(ledger.what[at] ?? 0)
    if (by === 'feeType' && kind !== fee) continue
    const [listing, stream] = [ledger.listing[at] ?? 0, ledger.stream[at] ?? 0]
    const account = columns.account[entry] ?? 0
    const key = keyOf(book, sale, by, account, channels, listing, stream, columns.type[entry] ?? 0)
    const span = spans.ofDay[(ledger.day[at] ?? 0) - spans.first] ?? 0
    const row = rows.at(span, key * currencies + (money.currency[at] ?? 0))
    rows.add(row, kind, money.amount[at] ?? 0)
    if (kind !== line && kind !== giftCard) continue
    rows.count(row, lastSale[row] === sale ? 0 : 1, columns.quantity[entry] ?? 0)
    lastSale[row] = sale
  }
}

type Spans = ReturnType<typeof spanTable>

/** The spans of the book's days, numbered, and the number of each day's span. */
function spanTable({ firstDay, lastDay }: Book, bucket: Group['bucket']) {
  if (bucket === 'none' || lastDay < firstDay)
    return { names: [''], ofDay: new Uint32Array(0), first: firstDay }
  const names: string[] = []
  const ofDay = new Uint32Array(lastDay - firstDay + 1)
  for (let day = firstDay; day <= lastDay; day++) {
    const name = bucketOf(day, bucket)
    if (names.at(-1) !== name) names.push(name)
    ofDay[day - firstDay] = names.length - 1
  }
  return { names, ofDay, first: firstDay }
}

function keyCount({ names, assigned }: Book, by: Group['by']): number {
  if (by === 'stream') return streams.length
  if (by === 'listing') return names.listings.length
  if (by === 'product') return assigned.products.records.length + names.listings.length
  if (by === 'client') return assigned.clients.records.length + names.buyers.length
  if (by === 'feeType') return types.length
  return by === 'none' ? 1 : names.accounts.texts.length
}

function keyOf(
  book: Book,
  sale: number,
  by: Group['by'],
  account: number,
  channels: Uint16Array,
  listing: number,
  stream: number,
  type: number,
): number {
  if (by === 'stream') return stream
  if (by === 'listing') return listing
  if (by === 'product') return book.assigned.products.placeOf[listing] ?? 0
  if (by === 'client') return book.assigned.clients.placeOf[book.groups.buyer[sale] ?? 0] ?? 0
  if (by === 'feeType') return type
  if (by === 'channel') return channels[account] ?? 0
  return by === 'account' ? account : 0
}

/** Of each account the first account of the same channel. */
function channelNumbers({ names }: Book): Uint16Array {
  const channels = names.accounts.texts.map((_, id) => channelOf(names, id))
  return Uint16Array.from(channels, (channel) => channels.indexOf(channel))
}

function keyName(book: Book, by: Group['by'], key: number): string {
  if (by === 'stream') return streams[key] ?? ''
  if (by === 'listing') return key === 0 ? '' : String(key)
  if (by === 'product') return productKey(book, key)
  if (by === 'client') return clientKey(book, key)
  if (by === 'feeType') return types[key] ?? ''
  if (by === 'channel') return channelOf(book.names, key)
  return by === 'account' ? (book.names.accounts.texts[key] ?? '') : ''
}
