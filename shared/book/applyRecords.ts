import { handSaleKey, projectHandSale } from '#shared/handSale/projectHandSale.ts'
import type { HandSale } from '#shared/handSale/handSale.ts'
import { setIncome, settlePayments, takeDocuments } from './applyDocuments.ts'
import { assign } from './assign.ts'
import { isBookTable } from './assigned.ts'
import { idsIn } from './assignedIn.ts'
import { addBatch, ownImport, touch } from './book.ts'
import type { Book } from './book.ts'
import { createEntryWriter } from './entryWriter.ts'
import { findGroup } from './groups.ts'
import { settle } from './settle.ts'

/** A record as it is from now on; null where it was removed. */
export type RecordChange = {
  readonly table: string
  readonly id: string
  readonly record: object | null
}

/** Takes in what changed among the records; figures are right again when this returns. */
export function applyRecords(book: Book, changes: readonly RecordChange[]): void {
  const own = changes.filter(({ table }) => isBookTable(table))
  takeRecords(book, changes)
  if (own.length + book.touched.length === 0) return
  const restreamed = assign(book, idsIn(own))
  if (book.touched.length > 0) settle(book)
  else if (restreamed) book.version++
}

/** The same for a book that is settled afterwards. */
export function takeRecords(book: Book, changes: readonly RecordChange[]): void {
  for (const change of changes) {
    const { table, id, record } = change
    if (isProfile(change)) setHome(book, record)
    if (isBusiness(change)) setIncome(book, record)
    if (!isBookTable(table) || isPaper(change)) continue
    const records = book.records[table] as Map<string, object>
    if (record === null) records.delete(id)
    else records.set(id, record)
  }
  takeDocuments(book, changes.filter(isPaper))
  settlePayments(book)
  replaceHandSales(
    book,
    changes.flatMap(({ table, id }) => (table === 'handSales' ? [id] : [])),
  )
}

/** The record in which a brand describes itself. */
export const isProfile = ({ table, id }: Pick<RecordChange, 'table' | 'id'>): boolean =>
  table === 'settings' && id === 'profile'

/** The record of how a brand does business: whether invoices are income when they are written or paid. */
export const isBusiness = ({ table, id }: Pick<RecordChange, 'table' | 'id'>): boolean =>
  table === 'settings' && id === 'business'

/** Tables of which the book keeps heads. */
const isPaper = ({ table }: RecordChange): boolean => table === 'documents' || table === 'payments'

function setHome(book: Book, record: object | null): void {
  const { value } = (record ?? {}) as { readonly value?: { readonly currency?: string } }
  const home = value?.currency ?? ''
  if (home === book.home) return
  book.home = home
  book.version++
}

/** Lets go of what these sales said before, and adds what they say now. */
function replaceHandSales(book: Book, ids: readonly string[]): void {
  if (ids.length === 0) return
  const { columns, groups } = book
  for (const id of ids) {
    const [high, low] = handSaleKey(id)
    const group = findGroup(groups, high, low)
    if (group < 0) continue
    touch(book, group)
    for (let at = groups.head[group] ?? 0; at !== 0; at = columns.next[at - 1] ?? 0)
      if (columns.importIndex[at - 1] === ownImport.hand) columns.importIndex[at - 1] = ownImport.replaced
    groups.label[group] = '' // the new entries bring theirs
  }
  const sales = ids.flatMap((id) => book.records.handSales.get(id) ?? [])
  addHandSales(book, sales)
}

function addHandSales(book: Book, sales: readonly HandSale[]): void {
  const writer = createEntryWriter(sales.length * 4)
  for (const sale of sales) for (const entry of projectHandSale(sale)) writer.add(entry)
  if (writer.count() > 0) addBatch(book, ownImport.hand, writer.take())
}
