import type { Book } from './book.ts'
import { cellsOf, firstCell } from './cells.ts'
import type { Cells } from './cells.ts'
import { converterOf } from './convert.ts'
import { bucketOf } from './days.ts'
import { kinds, streams, types } from './entry.ts'
import { sieveOf } from './filter.ts'
import { clientKey, productKey } from './keys.ts'
import { figuresAt } from './measures.ts'
import { visit } from './postings.ts'
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
  const cells = tableFor(book, filter, group, report)
  if (cells) addCells(book, cells, filter, group, spans, rows, currencies)
  else addEntries(book, filter, group, report, spans, rows, currencies)
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

/** Added-up cells that can answer the question exactly, or null: what is asked of whole sales needs their entries. */
function tableFor(book: Book, filter: Filter, { by }: Group, report: Report): Cells | null {
  const { listings, products, streams: some, importId, hasRefund, text } = filter
  const { buyers, clients, tags, statuses, amount } = filter
  if (by === 'client' || buyers || clients || tags || statuses || amount) return null
  if (importId !== undefined || hasRefund !== undefined || (text ?? '') !== '') return null
  // Several listings may be one product, and their sales the same ones.
  if (products || (by === 'product' && book.assigned.products.members.some(({ length }) => length > 1)))
    return null
  // A sale with lines in two of the chosen streams or products would be counted in both.
  if ((some && some.length > 1 && by !== 'stream') || (listings && listings.length > 1 && by !== 'listing'))
    return null
  if (!listings && by !== 'listing' && by !== 'product') return cellsOf(book, report).plain
  return by === 'feeType' || some ? null : cellsOf(book, report).listed
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
  const bySale =
    by !== 'stream' && by !== 'listing' && by !== 'product' && !filter.streams && !filter.listings
  const end = sieve.to === Number.POSITIVE_INFINITY ? cells.count : firstCell(cells, sieve.to + 1)
  for (let at = firstCell(cells, sieve.from); at < end; at++) {
    const account = cells.account[at] ?? 0
    const kind = cells.kind[at] ?? 0
    const currency = cells.currency[at] ?? 0
    if (sieve.standing[cells.live[at] ?? 0] !== 1 || (by === 'feeType' && kind !== fee)) continue
    if (sieve.accounts !== null && sieve.accounts[account] !== 1) continue
    if (sieve.currencies !== null && currency > 0 && sieve.currencies[currency - 1] !== 1) continue
    if (sieve.streams !== null && sieve.streams[cells.stream[at] ?? 0] !== 1) continue
    if (sieve.listings !== null && sieve.listings[cells.listing[at] ?? 0] !== 1) continue
    const key = keyOf(
      book,
      0,
      by,
      account,
      channels,
      cells.listing[at] ?? 0,
      cells.stream[at] ?? 0,
      cells.type[at] ?? 0,
    )
    const row = rows.at(spans.ofDay[(cells.day[at] ?? 0) - spans.first] ?? 0, key * currencies + currency)
    rows.add(row, kind, cells.amount[at] ?? 0)
    rows.count(row, (bySale ? cells.firsts[at] : cells.sales[at]) ?? 0, cells.quantity[at] ?? 0)
  }
}

function addEntries(
  book: Book,
  filter: Filter,
  { by }: Group,
  report: Report,
  spans: Spans,
  rows: Rows,
  currencies: number,
): void {
  const { columns } = book
  const conversion = converterOf(book, report)
  const channels = channelNumbers(book)
  const lastSale: number[] = []
  visit(
    book,
    sieveOf(book, filter),
    by === 'stream' || by === 'listing' || by === 'product',
    (entry, sale, listing, stream, amount) => {
      const kind = columns.kind[entry] ?? 0
      if (by === 'feeType' && kind !== fee) return
      const converted = conversion ? conversion.convert(entry, sale, amount) : amount
      const currency = conversion && converted !== null ? 0 : (columns.currency[entry] ?? 0) + 1
      const key = keyOf(
        book,
        sale,
        by,
        columns.account[entry] ?? 0,
        channels,
        listing,
        stream,
        columns.type[entry] ?? 0,
      )
      const row = rows.at(
        spans.ofDay[(columns.day[entry] ?? 0) - spans.first] ?? 0,
        key * currencies + currency,
      )
      rows.add(row, kind, converted ?? amount)
      if (kind !== line && kind !== giftCard) return
      rows.count(row, lastSale[row] === sale ? 0 : 1, columns.quantity[entry] ?? 0)
      lastSale[row] = sale
    },
  )
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
