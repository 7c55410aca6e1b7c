import { addBatch, addImport, createBook, setCoverage, setVisible, touch } from './book.ts'
import type { Book, Coverage } from './book.ts'
import { copyEntry } from './copyEntry.ts'
import type { EntryBatch } from './entry.ts'
import { absent, findGroup, found } from './groups.ts'
import { measureNames } from './questions.ts'
import type { CatalogueChange } from '#shared/imports/report.ts'
import type { Measures, SaleRow, Standing, Standings } from './questions.ts'
import { sales } from './sales.ts'
import { settle } from './settle.ts'
import { statedContent, statedKind } from './settleStated.ts'
import { standings, waitingCount } from './summary.ts'

/**
 * An import on its way: its entries, and beside them those of the book that speak of the same sales. Nothing of it
 * counts in the book until it is adopted; a pending import that is let go leaves no trace.
 */
export type Pending = { readonly scratch: Book; readonly importIndex: number; readonly base: Book }

export type PendingPreview = {
  readonly sales: { readonly added: number; readonly changed: number; readonly same: number }
  /** Events without a sale. */
  readonly others: { readonly added: number; readonly same: number }
  /** What catalogues state, apart from all money. */
  readonly catalogue: CatalogueChange
  /** What adopting it adds to the book's figures. */
  readonly change: Standings
  readonly waiting: number
  /** Sales of which two versions differ and only the order of imports decides. */
  readonly decidedByOrder: number
  readonly first: readonly SaleRow[]
}

export function beginPending(book: Book, id: string, order: number): Pending {
  const scratch: Book = {
    ...createBook(),
    names: book.names,
    records: book.records,
    documents: book.documents,
    home: book.home,
    imports: book.imports.map((one) => ({ ...one })),
  }
  const importIndex = addImport(scratch, { id, order, visible: true, coverage: [] })
  return { scratch, importIndex, base: book }
}

export const addPending = ({ scratch, importIndex }: Pending, batch: EntryBatch): void =>
  addBatch(scratch, importIndex, batch)

/** What adopting the import would do. `coverage`: what its order exports cover. */
export function previewPending(
  pending: Pending,
  coverage: readonly Coverage[],
  rows: number,
): PendingPreview {
  const { scratch, importIndex, base } = pending
  const own = scratch.columns.size
  setCoverage(scratch, importIndex, coverage)
  copyConcerned(base, scratch, coverage.length > 0)
  const concerned = scratch.columns.size > own
  const before = concerned ? viewWithout(scratch, importIndex) : emptyView
  settle(scratch)
  const after = viewOf(scratch)
  const importId = scratch.imports[importIndex]?.id ?? ''
  const question = {
    filter: { importId, standing: all },
    sort: { by: 'day', descending: true },
    from: 0,
    count: rows,
  } as const
  return { ...compare(scratch, before, after), first: sales(scratch, question, {}).rows }
}

/** The book with the import in it: the same book, or the pending one where the book was empty. */
export function adopt({ scratch, importIndex, base }: Pending): Book {
  if (base.columns.size === 0) return scratch
  const own = scratch.imports[importIndex]
  if (!own || base.imports.length !== importIndex) throw new Error('another import came between')
  addImport(base, own)
  for (let entry = 0; entry < scratch.columns.size; entry++) {
    if (scratch.columns.importIndex[entry] === importIndex) copyEntry(scratch, base, entry)
  }
  settle(base)
  return base
}

const all: readonly Standing[] = ['counted', 'uncounted', 'waiting']

/** Copies what the book knows of the sales the import speaks of, and what new coverage may set waiting or free. */
function copyConcerned(base: Book, scratch: Book, withOrphans: boolean): void {
  const wanted = new Uint8Array(base.groups.count)
  const want = (group: number) => {
    if (group < 0 || wanted[group] === 1) return
    wanted[group] = 1
    want((base.groups.into[group] ?? 0) - 1)
    for (const member of base.members.get(group) ?? []) want(member)
  }
  const { groups } = scratch
  for (let group = 0; group < groups.count; group++)
    want(findGroup(base.groups, groups.keyHigh[group] ?? 0, groups.keyLow[group] ?? 0))
  for (let group = 0; withOrphans && group < base.groups.count; group++) {
    const isOrphan =
      ((base.groups.found[group] ?? 0) & found.orphan) !== 0 && base.groups.status[group] !== absent
    if (isOrphan) want(group)
  }
  for (let group = 0; group < base.groups.count; group++) {
    if (wanted[group] !== 1) continue
    for (let at = base.groups.head[group] ?? 0; at !== 0; at = base.columns.next[at - 1] ?? 0) {
      if (base.columns.importIndex[at - 1] !== 0) copyEntry(base, scratch, at - 1)
    }
  }
}

/** Of each group whether it is there and a number that differs when what counts of it differs. */
type View = { readonly content: Float64Array; readonly there: Uint8Array; readonly standings: Standings }
const emptyView: View = {
  content: new Float64Array(0),
  there: new Uint8Array(0),
  standings: { counted: {}, uncounted: {}, waiting: {} },
}

function viewWithout(scratch: Book, importIndex: number): View {
  setVisible(scratch, importIndex, false)
  settle(scratch)
  const view = viewOf(scratch)
  setVisible(scratch, importIndex, true)
  for (let group = 0; group < scratch.groups.count; group++) touch(scratch, group)
  return view
}

function viewOf(book: Book): View {
  const { columns, groups, order, start } = book
  const content = new Float64Array(groups.count)
  const there = new Uint8Array(groups.count)
  const told = [
    columns.kind,
    columns.type,
    columns.live,
    columns.currency,
    columns.day,
    columns.listing,
    columns.quantity,
  ]
  for (let group = 0; group < groups.count; group++) {
    there[group] = groups.status[group] === absent || groups.into[group] !== 0 ? 0 : 1
    let sum = groups.status[group] ?? 0
    const end = start[group + 1] ?? 0
    for (let at = start[group] ?? 0; at < end; at++) {
      const entry = order[at] ?? 0
      let hash = 0x811c9dc5
      for (const column of told) hash = Math.imul(hash ^ (column[entry] ?? 0), 0x01000193)
      sum += (hash >>> 0) + (columns.amount[entry] ?? 0) * 31
    }
    content[group] = there[group] === 1 && statedKind(book, group) !== null ? statedContent(book, group) : sum
  }
  return { content, there, standings: standings(book) }
}

function compare(book: Book, before: View, after: View): Omit<PendingPreview, 'first'> {
  const { groups } = book
  const counts = { sales: { added: 0, changed: 0, same: 0 }, others: { added: 0, same: 0 } }
  const catalogue = { listings: noChange(), customers: noChange() }
  let decidedByOrder = 0
  for (let group = 0; group < groups.count; group++) {
    if (after.there[group] !== 1) continue
    // A sale that was known by its second key alone is not a new one.
    const was =
      before.there[group] === 1 ||
      (book.members.get(group) ?? []).some((member) => before.there[member] === 1)
    const same = was && before.content[group] === after.content[group]
    const turn = was ? (same ? 'same' : 'changed') : 'added'
    const stated = statedKind(book, group)
    if (stated) catalogue[stated === 'offer' ? 'listings' : 'customers'][turn]++
    else if (groups.isSale[group] !== 1) counts.others[was ? 'same' : 'added']++
    else counts.sales[turn]++
    if (((groups.found[group] ?? 0) & found.decidedByOrder) !== 0 && !same) decidedByOrder++
  }
  return {
    ...counts,
    catalogue,
    change: difference(before.standings, after.standings),
    waiting: waitingCount(book),
    decidedByOrder,
  }
}

function difference(before: Standings, after: Standings): Standings {
  const of = (standing: keyof Standings): Record<string, Measures> => {
    const currencies = new Set([...Object.keys(before[standing]), ...Object.keys(after[standing])])
    return Object.fromEntries(
      [...currencies].map((currency) => [
        currency,
        minus(after[standing][currency], before[standing][currency]),
      ]),
    )
  }
  return { counted: of('counted'), uncounted: of('uncounted'), waiting: of('waiting') }
}

const noChange = (): { added: number; changed: number; same: number } => ({ added: 0, changed: 0, same: 0 })

const minus = (a: Measures | undefined, b: Measures | undefined): Measures =>
  Object.fromEntries(measureNames.map((name) => [name, (a?.[name] ?? 0) - (b?.[name] ?? 0)])) as Measures
