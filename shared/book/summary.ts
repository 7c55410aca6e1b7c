import type { Book } from './book.ts'
import { isoDay } from '#shared/calendar/day.ts'
import { contactIds } from './contacts.ts'
import { dailyFigures } from './daily.ts'
import { kinds, types } from './entry.ts'
import { absent } from './groups.ts'
import { addFigure, figureOf, figuresAt, measureCount } from './measures.ts'
import { offeredIds, offeredProduct } from './offers.ts'
import { once } from './once.ts'
import type { Counts, Measures, Standings, Summary, WaitingRow } from './questions.ts'
import { live } from './live.ts'
import { partOf } from './sale.ts'
import { isStated } from './stated.ts'
import { accountNameOf, channelOf } from './words.ts'

/** Counts and figures of the whole book, recounted from its entries. */
export const summary = once((book): Summary => {
  const days = daySpan(book)
  return {
    ...counts(book),
    ...standings(book),
    from: days ? isoDay(days[0]) : '',
    to: days ? isoDay(days[1]) : '',
    ...(days && days[1] - days[0] <= longestSpan ? { daily: dailyFigures(book, days) } : {}),
  }
})

/** Twenty years; a single wrong date must not make a summary of centuries. */
const longestSpan = 7305

/** The figures of each standing, by currency. */
export function standings(book: Book): Standings {
  const { columns, names } = book
  const { live: standing, currency, kind, amount, size } = columns
  const width = names.currencies.texts.length
  const byKind = new Float64Array(5 * width * kinds.length)
  const isThere = new Uint8Array(byKind.length)
  for (let entry = 0; entry < size; entry++) {
    const place =
      ((standing[entry] ?? 0) * width + (currency[entry] ?? 0)) * kinds.length + (kind[entry] ?? 0)
    byKind[place] = (byKind[place] ?? 0) + (amount[entry] ?? 0)
    isThere[place] = 1
  }
  const sums = new Float64Array(5 * width * measureCount)
  const used = new Uint8Array(5 * width)
  for (let at = 0; at < byKind.length; at++) {
    if (isThere[at] !== 1 || (figureOf[at % kinds.length] ?? -1) < 0) continue
    const place = Math.floor(at / kinds.length)
    used[place] = 1
    addFigure(sums, place * measureCount, at % kinds.length, byKind[at] ?? 0)
  }
  const of = (standing: keyof Standings): Record<string, Measures> => {
    const result: Record<string, Measures> = {}
    names.currencies.texts.forEach((currency, id) => {
      const place = live[standing] * width + id
      if (currency !== '' && used[place] === 1) result[currency] = figuresAt(sums, place * measureCount)
    })
    return result
  }
  return { counted: of('counted'), uncounted: of('uncounted'), waiting: of('waiting') }
}

const line = kinds.indexOf('line')
const giftCard = kinds.indexOf('giftCard')
const item = types.indexOf('item')

function counts(book: Book): Counts {
  const { groups, columns, names, assigned } = book
  const buyers = new Uint8Array(names.buyers.length)
  const listings = new Uint8Array(names.listings.length)
  const result = { sales: 0, lines: 0, units: 0, buyers: 0, listings: 0 }
  for (let group = 0; group < groups.count; group++) {
    if (groups.isSale[group] !== 1 || groups.into[group] !== 0 || groups.status[group] === absent) continue
    if (assigned.sales.get(group)?.hidden === true) continue
    result.sales++
    result.lines += groups.lines[group] ?? 0
    result.units += groups.units[group] ?? 0
    buyers[groups.buyer[group] ?? 0] = 1
  }
  for (let entry = 0; entry < columns.size; entry++) {
    const kind = columns.kind[entry]
    if (columns.live[entry] === 0 || !(kind === giftCard || (kind === line && columns.type[entry] === item)))
      continue
    listings[columns.listing[entry] ?? 0] = 1
  }
  const offered = new Set<number>()
  for (const listing of offeredIds(book)) {
    offered.add(offeredProduct(book, listing))
    listings[listing] = 0
  }
  for (const buyer of contactIds(book)) buyers[buyer] = 1
  result.buyers = buyers.subarray(1).reduce((sum, one) => sum + one, 0)
  result.listings = listings.subarray(1).reduce((sum, one) => sum + one, offered.size)
  return result
}

function daySpan({ columns }: Book): readonly [number, number] | null {
  let [from, to] = [Infinity, -Infinity]
  for (let entry = 0; entry < columns.size; entry++) {
    if (columns.live[entry] === 0 || isStated[columns.kind[entry] ?? 0] === 1) continue
    from = Math.min(from, columns.day[entry] ?? 0)
    to = Math.max(to, columns.day[entry] ?? 0)
  }
  return from <= to ? [from, to] : null
}

/** Rows that speak of an order nobody has yet, in the order of their days. */
export function waiting(
  book: Book,
  from: number,
  count: number,
): { readonly total: number; readonly rows: readonly WaitingRow[] } {
  const { columns, groups, names } = book
  const entries = waitingEntries(book)
  const rows = entries.slice(from, from + count).flatMap((entry) => {
    const { kind, type, day, currency, amount, origin } = partOf(book, entry)
    if (!origin) return []
    const account = columns.account[entry] ?? 0
    const label = groups.label[columns.group[entry] ?? 0] ?? ''
    return [
      {
        label,
        day,
        kind,
        type,
        channel: channelOf(names, account),
        account: accountNameOf(names, account),
        currency,
        amount,
        origin,
      },
    ]
  })
  return { total: entries.length, rows }
}

/** One entry for each waiting row of a file: the one that is not only the other side of it (tax taken out of a line). */
const waitingEntries = once(({ columns }): readonly number[] => {
  const rows = new Map<string, number>()
  for (let entry = 0; entry < columns.size; entry++) {
    if (columns.live[entry] !== live.waiting || columns.source[entry] === 0) continue
    const row = `${columns.importIndex[entry]} ${columns.file[entry]} ${columns.row[entry]}`
    const known = rows.get(row)
    if (known === undefined || columns.kind[known] === line) rows.set(row, entry)
  }
  return [...rows.values()].sort((a, b) => (columns.day[b] ?? 0) - (columns.day[a] ?? 0) || a - b)
})

/** Number of rows that wait. */
export const waitingCount = (book: Book): number => waitingEntries(book).length
