import type { Stream } from './entry.ts'
import type { RecordChange } from './applyRecords.ts'
import { assignedAfter, assignedIn, idsIn } from './assignedIn.ts'
import { isBookTable, nothingAssigned, streamOf } from './assigned.ts'
import type { BookRecords, Places } from './assigned.ts'
import type { Book } from './book.ts'
import { kinds, streams } from './entry.ts'
import { channelOf } from './words.ts'

type Money = { readonly currency: string; /** Gross in minor units. */ readonly gross: number }

/** What a change of records would change, before it does. */
export type RecordsEffect = {
  /** Listings that would belong to another product or to none, earn in another stream or carry other tags. */
  readonly listings: number
  /** Sales with a line that would be told differently, their lines and the gross of these, by currency. */
  readonly sales: number
  readonly lines: number
  readonly money: readonly Money[]
  /** Sales that would be hidden, or shown again. */
  readonly hidden: number
  readonly shown: number
  /** From stream to stream, the largest first. */
  readonly moved: readonly { readonly from: Stream; readonly to: Stream; readonly lines: number }[]
  /** The first listings concerned, by what was sold of them. */
  readonly examples: readonly {
    readonly title: string
    readonly sku: string
    readonly channel: string
    readonly lines: number
    readonly from: Stream
    readonly to: Stream
    /** Ids of products, '' = none. */
    readonly productFrom: string
    readonly productTo: string
  }[]
}

const line = kinds.indexOf('line')
const giftCard = kinds.indexOf('giftCard')
const examplesShown = 50

/** Compares the book as it is with the book after the change; neither is touched. */
export function previewRecords(book: Book, changes: readonly RecordChange[]): RecordsEffect {
  const records = recordsAfter(book.records, changes)
  const before: Book = book.assigned === nothingAssigned ? { ...book, assigned: assignedIn(book) } : book
  const after: Book = { ...before, records, assigned: assignedAfter({ ...before, records }, idsIn(changes)) }
  const listings = differentListings(before, after)
  const sold = differentLines(before, after, listings)
  return {
    listings: listings.reduce((sum, one) => sum + Number(one !== told.same), 0),
    ...sold.counts,
    ...hiding(before, after),
    examples: sold.examples,
  }
}

function recordsAfter(records: BookRecords, changes: readonly RecordChange[]): BookRecords {
  const isChanged = (name: string) => changes.some(({ table }) => table === name)
  const copy = Object.fromEntries(
    Object.entries(records).map(([table, rows]) => [
      table,
      isChanged(table) ? new Map<string, object>(rows) : rows,
    ]),
  ) as Record<keyof BookRecords, Map<string, object>>
  for (const { table, id, record } of changes) {
    if (!isBookTable(table)) continue
    if (record === null) copy[table].delete(id)
    else copy[table].set(id, record)
  }
  return copy as unknown as BookRecords
}

const recordAt = <R extends { readonly id: string }>(
  { records, placeOf }: Places<R>,
  member: number,
): string => records[(placeOf[member] ?? 0) - 1]?.id ?? ''

/** By listing: 0 told as before, else whether its lines are told otherwise too, or only where no other word stands before. */
const told = { same: 0, stream: 1, line: 2 } as const

function differentListings(before: Book, after: Book): Uint8Array {
  const [a, b] = [before.assigned, after.assigned]
  return Uint8Array.from(before.names.listings, (_, listing) => {
    if (listing === 0) return told.same
    const isOther =
      recordAt(a.products, listing) !== recordAt(b.products, listing) ||
      !isSame(a.tagsOfListing.get(listing), b.tagsOfListing.get(listing))
    if (isOther) return told.line
    return a.streamOfListing[listing] === b.streamOfListing[listing] ? told.same : told.stream
  })
}

const isSame = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((tag, at) => tag === b[at])

function differentLines(before: Book, after: Book, listings: Uint8Array) {
  const { columns, names, order, start, groups } = before
  const money = new Map<number, number>()
  const moved = new Map<number, number>()
  const byListing = new Map<number, { lines: number; from: number; to: number }>()
  const { streamOfAccount } = after.assigned
  const accounts = before.assigned.streamOfAccount.map((stream, at) => Number(stream !== streamOfAccount[at]))
  let [sales, lines] = [0, 0]
  for (let group = 0; group < groups.count; group++) {
    const [was, is] = [before.assigned.sales.get(group), after.assigned.sales.get(group)]
    const tagged = was !== is && !isSame(was?.tags, is?.tags)
    const isOtherSale = tagged || was?.stream !== is?.stream
    const end = start[group + 1] ?? 0
    const linesBefore = lines
    for (let at = start[group] ?? 0; at < end; at++) {
      const entry = order[at] ?? 0
      if (columns.kind[entry] !== line && columns.kind[entry] !== giftCard) continue
      const listing = columns.listing[entry] ?? 0
      const isOtherAccount = listing === 0 && accounts[columns.account[entry] ?? 0] === 1
      if (!isOtherSale && !isOtherAccount && listings[listing] === told.same) continue // nothing that could tell it otherwise
      const [from, to] = [streamOf(before, entry, group), streamOf(after, entry, group)]
      if (from === to && listings[listing] !== told.line && !tagged) continue
      lines++
      const currency = columns.currency[entry] ?? 0
      money.set(currency, (money.get(currency) ?? 0) + (columns.amount[entry] ?? 0))
      if (from !== to) moved.set(from * 64 + to, (moved.get(from * 64 + to) ?? 0) + 1)
      const one = byListing.get(listing)
      if (one) one.lines++
      else byListing.set(listing, { lines: 1, from, to })
    }
    if (lines > linesBefore) sales++
  }
  for (let listing = 1; listing < listings.length; listing++)
    if (listings[listing] !== told.same && !byListing.has(listing))
      byListing.set(listing, { lines: 0, from: 0, to: 0 })
  return {
    counts: {
      sales,
      lines,
      money: [...money].map(([currency, gross]) => ({
        currency: names.currencies.texts[currency] ?? '',
        gross,
      })),
      moved: [...moved]
        .toSorted((a, b) => b[1] - a[1])
        .map(([way, count]) => ({
          from: streams[Math.floor(way / 64)] ?? '',
          to: streams[way % 64] ?? '',
          lines: count,
        })),
    },
    examples: [...byListing]
      .toSorted((a, b) => b[1].lines - a[1].lines || a[0] - b[0])
      .slice(0, examplesShown)
      .map(([listing, one]) => ({
        title: names.listings[listing]?.title ?? '',
        sku: names.listings[listing]?.sku ?? '',
        channel: channelOf(names, names.listings[listing]?.account ?? 0),
        lines: one.lines,
        from: streams[one.from] ?? '',
        to: streams[one.to] ?? '',
        productFrom: recordAt(before.assigned.products, listing),
        productTo: recordAt(after.assigned.products, listing),
      })),
  }
}

function hiding(before: Book, after: Book): { readonly hidden: number; readonly shown: number } {
  const isHidden = (book: Book, group: number) => book.assigned.sales.get(group)?.hidden === true
  const told = new Set([...before.assigned.sales.keys(), ...after.assigned.sales.keys()])
  let [hidden, shown] = [0, 0]
  for (const group of told) {
    const [was, is] = [isHidden(before, group), isHidden(after, group)]
    if (is && !was) hidden++
    if (was && !is) shown++
  }
  return { hidden, shown }
}
