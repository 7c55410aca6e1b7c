import type { Book } from './book.ts'
import { converterOf } from './convert.ts'
import { bucketOf } from './days.ts'
import { kinds, streams, types } from './entry.ts'
import { sieveOf } from './filter.ts'
import { addFigure, figuresAt, measureCount } from './measures.ts'
import { visit } from './postings.ts'
import type { Filter, Group, Report, TotalsRow } from './questions.ts'
import { channelOf } from './words.ts'

const line = kinds.indexOf('line')
const giftCard = kinds.indexOf('giftCard')
const fee = kinds.indexOf('fee')

/** Figures by span, group and currency: those that the filter lets through, split over lines where the group asks for it. */
export function totals(book: Book, filter: Filter, group: Group, report: Report): TotalsRow[] {
  const { columns, names } = book
  const conversion = converterOf(book, report)
  const spans = spanTable(book, group.bucket)
  const keys = keyReader(book, group.by)
  // Position 0 of the currencies stands for the reporting currency.
  const currencies = names.currencies.texts.length + 1
  const rows = createRows(spans.names.length, keys.count * currencies)
  const tied = group.by === 'stream' || group.by === 'listing'
  visit(book, sieveOf(book, filter), tied, (entry, sale, listing, stream, amount) => {
    const kind = columns.kind[entry] ?? 0
    if (group.by === 'feeType' && kind !== fee) return
    const converted = conversion ? conversion.convert(entry, sale, amount) : amount
    const reported = conversion && converted !== null ? 0 : (columns.currency[entry] ?? 0) + 1
    const span = spans.ofDay[(columns.day[entry] ?? 0) - spans.first] ?? 0
    const row = rows.at(span, keys.of(entry, listing, stream) * currencies + reported)
    rows.add(row, kind, converted ?? amount)
    if (kind === line || kind === giftCard) rows.count(row, sale, columns.quantity[entry] ?? 0)
  })
  return rows.list(({ span, key, sums, base, sales, units }) => {
    const reported = key % currencies
    return {
      bucket: spans.names[span] ?? '',
      key: keyName(book, group.by, (key - reported) / currencies),
      currency: reported === 0 ? (report.currency ?? '') : (names.currencies.texts[reported - 1] ?? ''),
      unconverted: conversion !== null && reported !== 0,
      measures: figuresAt(sums, base),
      sales,
      units,
    }
  })
}

/** The spans of the book's days, numbered, and the number of each day's span. */
function spanTable({ firstDay, lastDay }: Book, bucket: Group['bucket']) {
  if (bucket === 'none' || lastDay < firstDay) return { names: [''], ofDay: new Uint32Array(0), first: firstDay }
  const names: string[] = []
  const ofDay = new Uint32Array(lastDay - firstDay + 1)
  for (let day = firstDay; day <= lastDay; day++) {
    const name = bucketOf(day, bucket)
    if (names.at(-1) !== name) names.push(name)
    ofDay[day - firstDay] = names.length - 1
  }
  return { names, ofDay, first: firstDay }
}

type KeyReader = { readonly count: number; readonly of: (entry: number, listing: number, stream: number) => number }

function keyReader({ columns, names }: Book, by: Group['by']): KeyReader {
  if (by === 'stream') return { count: streams.length, of: (_entry, _listing, stream) => stream }
  if (by === 'listing') return { count: names.listings.length, of: (_entry, listing) => listing }
  if (by === 'feeType') return { count: types.length, of: (entry) => columns.type[entry] ?? 0 }
  if (by === 'none') return { count: 1, of: () => 0 }
  const accounts = names.accounts.texts
  if (by === 'account') return { count: accounts.length, of: (entry) => columns.account[entry] ?? 0 }
  const channels = accounts.map((_, id) => channelOf(names, id))
  const first = Uint16Array.from(channels, (channel) => channels.indexOf(channel))
  return { count: accounts.length, of: (entry) => first[columns.account[entry] ?? 0] ?? 0 }
}

function keyName(book: Book, by: Group['by'], key: number): string {
  if (by === 'stream') return streams[key] ?? ''
  if (by === 'listing') return key === 0 ? '' : String(key)
  if (by === 'feeType') return types[key] ?? ''
  if (by === 'channel') return channelOf(book.names, key)
  return by === 'account' ? (book.names.accounts.texts[key] ?? '') : ''
}

type Row = { readonly span: number; readonly key: number; readonly sums: Float64Array; readonly base: number; readonly sales: number; readonly units: number }

/** More cells than this are looked up by hash instead of by place. */
const tableLimit = 1 << 22

/** Sums in one growing array; a row is made when the first amount falls into it. */
function createRows(spanCount: number, keyCount: number) {
  const table = spanCount * keyCount <= tableLimit ? new Uint32Array(spanCount * keyCount) : null
  const hashed = new Map<number, number>()
  const places: number[] = []
  const sales: number[] = []
  const units: number[] = []
  const lastSale: number[] = []
  let sums = new Float64Array(measureCount * 64)
  const make = (place: number): number => {
    const row = places.push(place) - 1
    sales.push(0)
    units.push(0)
    lastSale.push(-1)
    if (table) table[place] = row + 1
    else hashed.set(place, row + 1)
    if ((row + 1) * measureCount > sums.length) {
      const wider = new Float64Array(sums.length * 2)
      wider.set(sums)
      sums = wider
    }
    return row
  }
  return {
    at(span: number, key: number): number {
      const place = span * keyCount + key
      const known = (table ? table[place] : hashed.get(place)) ?? 0
      return known === 0 ? make(place) : known - 1
    },
    add: (row: number, kind: number, amount: number) => addFigure(sums, row * measureCount, kind, amount),
    count(row: number, sale: number, quantity: number) {
      units[row] = (units[row] ?? 0) + quantity
      if (lastSale[row] === sale) return
      lastSale[row] = sale
      sales[row] = (sales[row] ?? 0) + 1
    },
    list: <T>(make: (row: Row) => T): T[] =>
      places.map((place, row) => {
        const key = place % keyCount
        return make({ span: (place - key) / keyCount, key, sums, base: row * measureCount, sales: sales[row] ?? 0, units: units[row] ?? 0 })
      }),
  }
}
