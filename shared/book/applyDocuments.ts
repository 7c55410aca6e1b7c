import { documentHead } from '#shared/document/documentHead.ts'
import type { DocumentHead } from '#shared/document/documentHead.ts'
import type { Business } from '#shared/document/business.ts'
import type { Document } from '#shared/document/document.ts'
import type { Payment } from '#shared/document/payment.ts'
import { paymentHead } from '#shared/document/paymentHead.ts'
import type { PaymentHead } from '#shared/document/paymentHead.ts'
import { documentKey, projectDocument } from '#shared/document/projectDocument.ts'
import type { RecordChange } from './applyRecords.ts'
import { addBatch, ownImport, setVisible, touch } from './book.ts'
import type { Book } from './book.ts'
import { tell } from './documentLinks.ts'
import { createEntryWriter } from './entryWriter.ts'
import type { Entry } from './entry.ts'
import { findGroup } from './groups.ts'
import { feeWithoutDocument, paidEntries } from './paidEntries.ts'

/**
 * Takes in documents and payments: of each the head is kept, and its money becomes entries. What payments make of invoices
 * waits for `settlePayments`.
 */
export function takeDocuments(book: Book, changes: readonly RecordChange[]): void {
  const documents = lastOf(changes, 'documents')
  for (const id of documents.keys()) forgetDocument(book, id)
  addDocuments(book, documents.values() as Iterable<Document | null>)
  for (const [id, record] of lastOf(changes, 'payments')) replacePayment(book, id, record as Payment | null)
  if (changes.length > 0) book.documents.version++
}

/** Of a record that was written twice the last word counts. */
const lastOf = (changes: readonly RecordChange[], name: string): ReadonlyMap<string, object | null> =>
  new Map(changes.flatMap(({ table, id, record }) => (table === name ? [[id, record] as const] : [])))

/** What the brand says of when its invoices are income; true where that is new. */
export function setIncome(book: Book, record: object | null): void {
  const { value } = (record ?? {}) as { readonly value?: Partial<Business> }
  const income = value?.income ?? 'accrual'
  const { documents, records } = book
  if (income === documents.income) return
  documents.income = income
  setVisible(book, ownImport.documents, income === 'accrual')
  for (const head of records.documents.values()) if (head.entries !== null) documents.stale.add(ownerOf(head))
}

/** The document in whose sale another counts. */
const ownerOf = ({ id, credits }: Pick<DocumentHead, 'id' | 'credits'>): string => credits ?? id

function forgetDocument(book: Book, id: string): void {
  const { documents, records, columns, groups } = book
  const head = records.documents.get(id)
  if (!head) return
  records.documents.delete(id)
  tellOf(book, head, false)
  if (head.entries === null) return
  const { first, count } = head.entries
  const group = columns.group[first] ?? 0
  columns.importIndex.fill(ownImport.replaced, first, first + count)
  touch(book, group)
  if (head.credits !== null) return
  groups.label[group] = ''
  documents.ofGroup.delete(group)
}

function tellOf({ documents }: Book, head: DocumentHead, isSo: boolean): void {
  documents.stale.add(ownerOf(head))
  if (!head.isIssued || head.isVoid) return
  tell(documents.notes, head.credits, head.id, isSo)
  if (head.kind === 'invoice') tell(documents.followers, head.follows, head.id, isSo)
}

function addDocuments(book: Book, records: Iterable<Document | null>): void {
  const writer = createEntryWriter(64)
  const added: DocumentHead[] = []
  const start = book.columns.size
  for (const record of records) {
    if (record === null) continue
    const first = start + writer.count()
    for (const entry of projectDocument(record)) writer.add(entry)
    const count = start + writer.count() - first
    const head = documentHead(record, (text) => onceIn(book.documents.texts, text))
    added.push(count === 0 ? head : { ...head, entries: { first, count } })
  }
  if (writer.count() > 0) addBatch(book, ownImport.documents, writer.take())
  for (const head of added) {
    book.records.documents.set(head.id, head)
    tellOf(book, head, true)
    if (head.entries === null || head.credits !== null) continue
    const group = book.columns.group[head.entries.first] ?? 0
    book.documents.ofGroup.set(group, head.id)
    book.groups.label[group] = head.number
  }
}

function onceIn(texts: Map<string, string>, text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  texts.set(text, text)
  return text
}

function replacePayment({ records, documents }: Book, id: string, record: Payment | null): void {
  const say = (head: PaymentHead, isSo: boolean) => {
    for (const document of head.documents) {
      tell(documents.payments, document, id, isSo)
      const of = records.documents.get(document)
      documents.stale.add(of ? ownerOf(of) : document)
    }
    if (head.documents.length === 0) documents.stale.add(id)
  }
  const before = records.payments.get(id)
  if (before) say(before, false)
  records.payments.delete(id)
  if (record === null) return
  const head = paymentHead(record)
  records.payments.set(id, head)
  say(head, true)
}

/** Lets go of what payments made of these invoices before, and adds what they make of them now. */
export function settlePayments(book: Book): void {
  const { documents, records, columns, groups } = book
  if (documents.stale.size === 0) return
  const writer = createEntryWriter(documents.stale.size * 2)
  const fees: { readonly id: string; readonly at: number }[] = []
  const start = columns.size
  for (const id of documents.stale) {
    const group = documents.feeGroups.get(id) ?? findGroup(groups, ...documentKey(id))
    if (group >= 0) replace(book, group)
    documents.feeGroups.delete(id)
    const payment = records.payments.get(id)
    const entries: readonly Entry[] = payment ? feeWithoutDocument(payment) : paidEntries(book, id)
    if (payment && entries.length > 0) fees.push({ id, at: start + writer.count() })
    for (const entry of entries) writer.add(entry)
  }
  documents.stale.clear()
  if (writer.count() > 0) addBatch(book, ownImport.payments, writer.take())
  for (const { id, at } of fees) documents.feeGroups.set(id, columns.group[at] ?? 0)
}

function replace(book: Book, group: number): void {
  const { columns, groups } = book
  for (let at = groups.head[group] ?? 0; at !== 0; at = columns.next[at - 1] ?? 0) {
    if (columns.importIndex[at - 1] !== ownImport.payments) continue
    columns.importIndex[at - 1] = ownImport.replaced
    touch(book, group)
  }
}
