import type { Book } from './book.ts'
import { flag, kinds, sources, statuses, types } from './entry.ts'

const refund = kinds.indexOf('refund')
const orders = sources.indexOf('orders')
const documents = sources.indexOf('documents')

/**
 * Leaves, of several versions of the same facts, the one that counts. Of the snapshots of one source: the later state,
 * then the larger refund, then a shipping date, then the later import (and then says so: true if the two differ).
 * Of equal events: as many as the one file that holds most of them. Changes `entries` in place.
 */
export function chooseVersions(book: Book, entries: number[]): boolean {
  if (book.columns.source[entries[0] ?? 0] === documents) return false // said once, by whatever is known by now
  if (isOneVersion(book, entries)) return false
  const decided = dropOlderSnapshots(book, entries)
  dropTwins(book, entries)
  dropContinued(book, entries)
  return decided
}

/** The common case: one file, one source, a handful of entries and no two that say the same. */
function isOneVersion({ columns }: Book, entries: readonly number[]): boolean {
  if (entries.length > 24) return false
  for (let a = 0; a < entries.length; a++) {
    const one = entries[a] ?? 0
    if (((columns.flags[one] ?? 0) & flag.continued) !== 0) return false
    for (let b = 0; b < a; b++) {
      const other = entries[b] ?? 0
      if (columns.source[one] !== columns.source[other]) continue
      if (
        columns.importIndex[one] !== columns.importIndex[other] ||
        columns.file[one] !== columns.file[other]
      )
        return false
      if (columns.keyLow[one] === columns.keyLow[other] && sameFact(columns, one, other)) return false
    }
  }
  return true
}

type Snapshot = {
  readonly source: number
  readonly importIndex: number
  readonly file: number
  state: number
  refunded: number
  shipped: number
  content: number
}

function dropOlderSnapshots(book: Book, entries: number[]): boolean {
  const { columns } = book
  const snapshots = new Map<number, Snapshot>()
  for (const entry of entries) if (isSnapshot(book, entry)) note(book, entry, snapshots)
  let decided = false
  const chosen = new Map<number, Snapshot>()
  for (const snapshot of snapshots.values()) {
    const other = chosen.get(snapshot.source)
    const difference = other ? compare(book, snapshot, other) : 1
    if (other && Math.abs(difference) < byOrder && snapshot.content !== other.content) decided = true
    if (difference > 0) chosen.set(snapshot.source, snapshot)
  }
  retain(entries, (entry) => {
    if (!isSnapshot(book, entry)) return true
    const best = chosen.get(columns.source[entry] ?? 0)
    return best?.importIndex === columns.importIndex[entry] && best?.file === columns.file[entry]
  })
  return decided
}

const isSnapshot = ({ columns }: Book, entry: number): boolean =>
  ((columns.flags[entry] ?? 0) & (flag.event | flag.continued)) === 0

function note({ columns }: Book, entry: number, snapshots: Map<number, Snapshot>): void {
  const importIndex = columns.importIndex[entry] ?? 0
  const file = columns.file[entry] ?? 0
  const source = columns.source[entry] ?? 0
  const place = (importIndex * 0x10000 + file) * sources.length + source
  let snapshot = snapshots.get(place)
  if (!snapshot)
    snapshots.set(
      place,
      (snapshot = { source, importIndex, file, state: 0, refunded: 0, shipped: 0, content: 0 }),
    )
  const amount = columns.amount[entry] ?? 0
  const kind = columns.kind[entry] ?? 0
  snapshot.state = Math.max(snapshot.state, kind === refund ? 3 : (stateOf[columns.status[entry] ?? 0] ?? 0))
  if (kind === refund) snapshot.refunded -= amount
  if (((columns.flags[entry] ?? 0) & flag.shipped) !== 0) snapshot.shipped = 1
  snapshot.content += contentOf(columns, entry)
}

/** Cancelled or refunded over paid over pending. */
const stateOf = Uint8Array.from(
  statuses.map(
    (status) => ({ counted: 2, pending: 1, authorised: 1, voided: 3, cancelled: 3, waiting: 0 })[status],
  ),
)

const byOrder = 1e9

/** Positive if `a` counts; less than `byOrder` in size if only the order of imports decided. */
function compare(book: Book, a: Snapshot, b: Snapshot): number {
  const state = a.state - b.state || a.refunded - b.refunded || a.shipped - b.shipped
  if (state !== 0) return state > 0 ? byOrder : -byOrder
  const order = (book.imports[a.importIndex]?.order ?? 0) - (book.imports[b.importIndex]?.order ?? 0)
  return order || a.file - b.file
}

/** A sum that differs when two snapshots say different things, whatever the order of their entries. */
function contentOf(columns: Book['columns'], entry: number): number {
  const words = [
    columns.kind,
    columns.type,
    columns.currency,
    columns.keyLow,
    columns.listing,
    columns.quantity,
  ]
  let hash = 0x811c9dc5
  for (const column of words) hash = Math.imul(hash ^ (column[entry] ?? 0), 0x01000193)
  return (hash >>> 0) + (columns.amount[entry] ?? 0) * 31
}

/**
 * Equal facts of one source count once for a snapshot. Equal events count as often as in the one file that holds most
 * of them: two equal listing fees of a day are two fees, a month read twice is one month.
 */
function dropTwins(book: Book, entries: number[]): void {
  const { columns } = book
  entries.sort((a, b) => compareFacts(columns, a, b))
  const dropped = new Set<number>()
  for (let from = 0; from < entries.length;) {
    let to = from + 1
    while (to < entries.length && sameFact(columns, entries[from] ?? 0, entries[to] ?? 0)) to++
    if (to - from > 1) dropRepeats(book, entries.slice(from, to), dropped)
    from = to
  }
  if (dropped.size > 0) retain(entries, (entry) => !dropped.has(entry))
}

function dropRepeats(book: Book, twins: readonly number[], dropped: Set<number>): void {
  const { columns } = book
  if (isSnapshot(book, twins[0] ?? 0)) {
    for (const entry of twins.slice(1)) dropped.add(entry)
    return
  }
  const files = new Map<number, number[]>()
  for (const entry of twins) {
    const place = (columns.importIndex[entry] ?? 0) * 0x10000 + (columns.file[entry] ?? 0)
    const known = files.get(place)
    if (known) known.push(entry)
    else files.set(place, [entry])
  }
  const later = (a: readonly number[], b: readonly number[]) => orderOf(book, b) - orderOf(book, a)
  const kept = new Set(
    [...files.values()].reduce((a, b) => ((b.length - a.length || later(a, b)) > 0 ? b : a)),
  )
  for (const entry of twins) if (!kept.has(entry)) dropped.add(entry)
}

/** Of as many equal events the later import's count: a payment first on its way may have failed since. */
const orderOf = ({ columns, imports }: Book, [entry = 0]: readonly number[]): number =>
  (imports[columns.importIndex[entry] ?? 0]?.order ?? 0) * 0x10000 + (columns.file[entry] ?? 0)

/**
 * The rest of an order that began in another file counts only where the order's lines do not reach its subtotal and
 * the rest fits into what is missing.
 */
function dropContinued(book: Book, entries: number[]): void {
  const { columns } = book
  const isContinued = (entry: number) => ((columns.flags[entry] ?? 0) & flag.continued) !== 0
  const rest = entries.filter(isContinued)
  if (rest.length === 0) return
  const missing = entries.reduce(
    (sum, entry) => sum + (isMissing(book, entry) ? (columns.amount[entry] ?? 0) : 0),
    0,
  )
  const found = rest.reduce((sum, entry) => sum + (columns.amount[entry] ?? 0), 0)
  if (found <= missing && missing > 0) return
  retain(entries, (entry) => !isContinued(entry))
}

const incomplete = types.indexOf('incomplete')
const isMissing = ({ columns }: Book, entry: number): boolean =>
  columns.type[entry] === incomplete && columns.source[entry] === orders && (columns.amount[entry] ?? 0) > 0

function sameFact(columns: Book['columns'], a: number, b: number): boolean {
  return (
    columns.source[a] === columns.source[b] &&
    columns.kind[a] === columns.kind[b] &&
    columns.type[a] === columns.type[b] &&
    columns.keyHigh[a] === columns.keyHigh[b] &&
    columns.keyLow[a] === columns.keyLow[b] &&
    columns.currency[a] === columns.currency[b] &&
    (columns.amount[a] ?? 0) < 0 === (columns.amount[b] ?? 0) < 0
  )
}

function compareFacts(columns: Book['columns'], a: number, b: number): number {
  const order =
    (columns.source[a] ?? 0) - (columns.source[b] ?? 0) ||
    (columns.kind[a] ?? 0) - (columns.kind[b] ?? 0) ||
    (columns.type[a] ?? 0) - (columns.type[b] ?? 0) ||
    (columns.keyHigh[a] ?? 0) - (columns.keyHigh[b] ?? 0) ||
    (columns.keyLow[a] ?? 0) - (columns.keyLow[b] ?? 0) ||
    (columns.currency[a] ?? 0) - (columns.currency[b] ?? 0) ||
    Number((columns.amount[a] ?? 0) < 0) - Number((columns.amount[b] ?? 0) < 0)
  return order || a - b
}

function retain(entries: number[], keep: (entry: number) => boolean): void {
  let kept = 0
  for (const entry of entries) if (keep(entry)) entries[kept++] = entry
  entries.length = kept
}
