import { ownImport } from './book.ts'
import type { Book } from './book.ts'
import { converterOf } from './convert.ts'
import { isoDay } from '#shared/calendar/day.ts'
import { flag, kinds, streams, types } from './entry.ts'
import { sieveOf } from './filter.ts'
import { absent, found } from './groups.ts'
import { productKey } from './keys.ts'
import { originOf } from './origin.ts'
import type { SaleDetail, SalePart } from './questions.ts'
import { saleNamed } from './saleKeys.ts'
import { saleRow } from './sales.ts'

const everything = { standing: ['counted', 'uncounted', 'waiting', 'hidden'] } as const
const hidden = new Set([kinds.indexOf('alias'), kinds.indexOf('exchanged')])

/** One sale with all that is known of it: what counts, and what another source overruled. */
export function sale(book: Book, key: string): SaleDetail | null {
  const { groups, names } = book
  const group = saleNamed(book, key)
  if (group < 0 || groups.status[group] === absent || groups.isSale[group] !== 1) return null
  const entries = entriesOf(book, group)
  const buyer = names.buyers[groups.buyer[group] ?? 0]
  return {
    ...saleRow(book, sieveOf(book, everything), group, converterOf(book, {})?.convert ?? null, {}),
    parts: entries.filter((entry) => book.columns.live[entry] !== 0).map((entry) => partOf(book, entry)),
    overruled: entries.filter((entry) => isOverruled(book, entry)).map((entry) => partOf(book, entry)),
    buyerKey: buyer?.key ?? '',
    incomplete: ((groups.found[group] ?? 0) & found.incomplete) !== 0,
    note: book.assigned.sales.get(group)?.note ?? '',
    ownTags: book.assigned.sales.get(group)?.tags ?? [],
    ownStream: book.assigned.sales.get(group)?.stream ?? '',
    history: historyOf(book, entries),
  }
}

/** In the order of kind, then of the file. */
function entriesOf(book: Book, group: number): number[] {
  const { columns, groups } = book
  const entries: number[] = []
  for (const from of [group, ...(book.members.get(group) ?? [])]) {
    for (let at = groups.head[from] ?? 0; at !== 0; at = columns.next[at - 1] ?? 0) {
      if (!hidden.has(columns.kind[at - 1] ?? 0)) entries.push(at - 1)
    }
  }
  return entries.toSorted((a, b) => (columns.kind[a] ?? 0) - (columns.kind[b] ?? 0) || a - b)
}

/** The imports that speak of a sale, in their order. */
function historyOf({ columns, imports }: Book, entries: readonly number[]): SaleDetail['history'] {
  const inEffect = new Map<number, boolean>()
  for (const entry of entries) {
    const at = columns.importIndex[entry] ?? 0
    if (at <= ownImport.replaced || imports[at]?.visible !== true) continue
    inEffect.set(at, (inEffect.get(at) ?? false) || columns.live[entry] !== 0)
  }
  return [...inEffect]
    .toSorted(([a], [b]) => (imports[a]?.order ?? 0) - (imports[b]?.order ?? 0))
    .map(([at, counts]) => ({ importId: imports[at]?.id ?? '', inEffect: counts }))
}

function isOverruled({ columns, imports }: Book, entry: number): boolean {
  return (
    columns.live[entry] === 0 &&
    columns.source[entry] !== 0 &&
    imports[columns.importIndex[entry] ?? 0]?.visible === true
  )
}

export function partOf(book: Book, entry: number): SalePart {
  const { columns, names, assigned } = book
  const listing = names.listings[columns.listing[entry] ?? 0]
  const importIndex = columns.importIndex[entry] ?? 0
  const flags = columns.flags[entry] ?? 0
  return {
    kind: kinds[columns.kind[entry] ?? 0] ?? 'other',
    type: types[columns.type[entry] ?? 0] ?? '',
    day: isoDay(columns.day[entry] ?? 0),
    stream: streams[columns.stream[entry] ?? 0] ?? '',
    title: listing?.title ?? '',
    sku: listing?.sku ?? '',
    product: productKey(book, assigned.products.placeOf[columns.listing[entry] ?? 0] ?? 0),
    quantity: columns.quantity[entry] ?? 0,
    currency: names.currencies.texts[columns.currency[entry] ?? 0] ?? '',
    amount: columns.amount[entry] ?? 0,
    estimate: (flags & flag.estimate) !== 0,
    undated: (flags & flag.undated) !== 0,
    origin: importIndex <= ownImport.replaced ? null : originOf(book, entry),
  }
}
