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
  const { columns } = book
  const conversion = converterOf(book, report)
  const rows = createRows()
  const spans = spanTable(group.bucket)
  const keyOf = keyReader(book, group.by)
  const currencies = book.names.currencies.texts.length
  visit(book, sieveOf(book, filter), group.by === 'stream' || group.by === 'listing', (entry, sale, listing, stream, amount) => {
    const kind = columns.kind[entry] ?? 0
    if (group.by === 'feeType' && kind !== fee) return
    const converted = conversion ? conversion.convert(entry, sale, amount) : amount
    const reported = conversion && converted !== null ? 0 : (columns.currency[entry] ?? 0) + 1
    const row = rows.at(spans.of(columns.day[entry] ?? 0), keyOf(entry, listing, stream) * (currencies + 1) + reported)
    addFigure(rows.sums(), row * measureCount, kind, converted ?? amount)
    if (kind !== line && kind !== giftCard) return
    rows.countSale(row, sale)
    rows.units(row, columns.quantity[entry] ?? 0)
  })
  return rows.list(({ span, key, sums, base, sales, units }) => {
    const reported = key % (currencies + 1)
    return {
      bucket: spans.names[span] ?? '',
      key: keyName(book, group.by, (key - reported) / (currencies + 1)),
      currency: reported === 0 ? (report.currency ?? '') : (book.names.currencies.texts[reported - 1] ?? ''),
      unconverted: conversion !== null && reported !== 0,
      measures: figuresAt(sums, base),
      sales,
      units,
    }
  })
}

/** Days to numbered spans, each named once. */
function spanTable(bucket: Group['bucket']) {
  const names: string[] = []
  const known = new Map<string, number>()
  const byDay = new Map<number, number>()
  let lastDay = Number.NaN
  let lastSpan = 0
  const of = (day: number): number => {
    if (day === lastDay) return lastSpan
    lastDay = day
    const seen = byDay.get(day)
    if (seen !== undefined) return (lastSpan = seen)
    const name = bucketOf(day, bucket)
    const span = known.get(name) ?? names.push(name) - 1
    known.set(name, span)
    byDay.set(day, span)
    return (lastSpan = span)
  }
  return { names, of }
}

function keyReader({ columns, names }: Book, by: Group['by']): (entry: number, listing: number, stream: number) => number {
  if (by === 'stream') return (_entry, _listing, stream) => stream
  if (by === 'listing') return (_entry, listing) => listing
  if (by === 'feeType') return (entry) => columns.type[entry] ?? 0
  if (by === 'none') return () => 0
  if (by === 'channel') {
    const channels = names.accounts.texts.map((_, id) => channelOf(names, id))
    const first = Uint16Array.from(channels, (channel) => channels.indexOf(channel))
    return (entry) => first[columns.account[entry] ?? 0] ?? 0
  }
  return (entry) => columns.account[entry] ?? 0
}

function keyName(book: Book, by: Group['by'], key: number): string {
  if (by === 'stream') return streams[key] ?? ''
  if (by === 'listing') return key === 0 ? '' : String(key)
  if (by === 'feeType') return types[key] ?? ''
  if (by === 'channel') return channelOf(book.names, key)
  return by === 'account' ? (book.names.accounts.texts[key] ?? '') : ''
}

type Row = { readonly span: number; readonly key: number; readonly sums: Float64Array; readonly base: number; readonly sales: number; readonly units: number }

/** Sums in one growing array; a row is made when the first amount falls into it. */
function createRows() {
  const places = new Map<number, number>()
  const spans: number[] = []
  const keys: number[] = []
  const sales: number[] = []
  const units: number[] = []
  const lastSale: number[] = []
  let sums = new Float64Array(measureCount * 64)
  let lastPlace = -1
  let lastRow = 0
  const make = (span: number, key: number): number => {
    const row = spans.push(span) - 1
    keys.push(key)
    sales.push(0)
    units.push(0)
    lastSale.push(-1)
    if ((row + 1) * measureCount > sums.length) {
      const wider = new Float64Array(sums.length * 2)
      wider.set(sums)
      sums = wider
    }
    return row
  }
  return {
    at(span: number, key: number): number {
      const place = span * 0x8000000 + key
      if (place === lastPlace) return lastRow
      let row = places.get(place)
      if (row === undefined) places.set(place, (row = make(span, key)))
      lastPlace = place
      return (lastRow = row)
    },
    sums: () => sums,
    countSale(row: number, sale: number) {
      if (lastSale[row] === sale) return
      lastSale[row] = sale
      sales[row] = (sales[row] ?? 0) + 1
    },
    units(row: number, quantity: number) {
      units[row] = (units[row] ?? 0) + quantity
    },
    list: <T>(make: (row: Row) => T): T[] =>
      spans.map((span, row) => make({ span, key: keys[row] ?? 0, sums, base: row * measureCount, sales: sales[row] ?? 0, units: units[row] ?? 0 })),
  }
}
