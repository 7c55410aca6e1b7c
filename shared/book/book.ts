import { createRecords, nothingAssigned } from './assigned.ts'
import type { Assigned, BookRecords } from './assigned.ts'
import { createColumns, reserve } from './columns.ts'
import type { Columns } from './columns.ts'
import { kinds, unit } from './entry.ts'
import type { EntryBatch } from './entry.ts'
import { createGroups, findGroup, groupOf } from './groups.ts'
import type { Groups } from './groups.ts'
import { createDocumentLinks } from './documentLinks.ts'
import type { DocumentLinks } from './documentLinks.ts'
import { isStated } from './stated.ts'
import { buyerIdsOf, createNames, listingIdsOf, wordId } from './words.ts'
import type { Names } from './words.ts'

/** What an order export covers: this account's orders from the first to the last of these days are known. */
export type Coverage = { readonly account: string; readonly from: number; readonly to: number }

export type BookImport = {
  readonly id: string
  /** Later imports have larger numbers; decides between two otherwise equal versions of a sale. */
  readonly order: number
  visible: boolean
  coverage: readonly Coverage[]
}

/**
 * All entries of a brand in memory. Imports are added and shown or hidden; `settle` then finds what counts. Questions
 * read a settled book and never change it.
 */
export type Book = {
  readonly columns: Columns
  readonly groups: Groups
  readonly names: Names
  /**
   * Position 0 stands for the book itself (derived entries), 1 for the sales typed by hand, 2 for what those and documents
   * said before they changed, 3 for documents on their own day (in sight where income counts so), 4 for what payments make
   * of them.
   */
  readonly imports: BookImport[]
  /** Alias entries by the group of the second key. */
  readonly aliases: Map<number, number[]>
  /** Groups whose entries count in another, by that other. */
  readonly members: Map<number, number[]>
  readonly touched: number[]
  /** What people say of it, and what follows from that for its listings, buyers and sales. */
  readonly records: BookRecords
  readonly documents: DocumentLinks
  /** The brand's own currency, taken for that of a shop as long as none of its orders says another; '' where unknown. */
  home: string
  assigned: Assigned
  /** Entries in effect, group by group: those of `group` are `order[start[group]] … order[start[group + 1] - 1]`. */
  order: Uint32Array
  start: Uint32Array
  /** First and last day of all entries. */
  firstDay: number
  lastDay: number
  coverageChanged: boolean
  /** What catalogues call their listings, by entry: a listing keeps the first title it was seen with, a catalogue its own. */
  readonly offeredAs: Map<number, OfferedAs>
  /** And their customers, where the buyer was first seen under another name. */
  readonly contactedAs: Map<number, string>
  /** By an offered listing the one sales know, where they are surely the same; made anew when imports come and go. */
  sameListing: ReadonlyMap<number, number>
  importsChanged: boolean
  /** Grows when imports come and go. */
  importsVersion: number
  /** Grows with every settling: a cheap way to see that answers are out of date. */
  version: number
}

/** A listing's title and SKU, and the title of the product it is a variant of. */
export type OfferedAs = { readonly title: string; readonly sku: string; readonly product: string }

/** Places of the book's own imports. */
export const ownImport = { derived: 0, hand: 1, replaced: 2, documents: 3, payments: 4 } as const

export const createBook = (): Book => ({
  columns: createColumns(),
  groups: createGroups(),
  names: createNames(),
  imports: [
    { id: '', order: 0, visible: true, coverage: [] },
    { id: 'hand', order: 0, visible: true, coverage: [] },
    { id: 'replaced', order: 0, visible: false, coverage: [] },
    { id: 'documents, issued', order: 0, visible: true, coverage: [] },
    { id: 'documents, paid', order: 0, visible: true, coverage: [] },
  ],
  aliases: new Map(),
  members: new Map(),
  touched: [],
  records: createRecords(),
  documents: createDocumentLinks(),
  home: '',
  assigned: nothingAssigned,
  order: new Uint32Array(0),
  start: new Uint32Array(1),
  firstDay: 0,
  lastDay: -1,
  coverageChanged: false,
  offeredAs: new Map(),
  contactedAs: new Map(),
  sameListing: new Map(),
  importsChanged: false,
  importsVersion: 0,
  version: 0,
})

/** Announces an import; its batches are added with the number this gives. */
export function addImport(book: Book, found: BookImport): number {
  book.imports.push({ ...found })
  book.coverageChanged ||= found.coverage.length > 0
  book.importsChanged = true
  return book.imports.length - 1
}

export const importIndexOf = (book: Book, importId: string): number =>
  book.imports.findIndex((one, index) => index > 0 && one.id === importId)

export function setCoverage(book: Book, importIndex: number, coverage: readonly Coverage[]): void {
  const one = book.imports[importIndex]
  if (!one) throw new Error('no such import')
  one.coverage = coverage
  book.coverageChanged = true
}

/** Shows or hides all an import brought (undo and redo). */
export function setVisible(book: Book, importIndex: number, visible: boolean): void {
  const one = book.imports[importIndex]
  if (!one) throw new Error('no such import')
  if (one.visible === visible) return
  one.visible = visible
  book.coverageChanged ||= one.coverage.length > 0
  book.importsChanged = true
  const { importIndex: imports, group, kind, keyHigh, keyLow, size } = book.columns
  for (let entry = 0; entry < size; entry++) {
    if (imports[entry] !== importIndex) continue
    touch(book, group[entry] ?? 0)
    if (kind[entry] === aliasKind)
      touch(book, findGroup(book.groups, keyHigh[entry] ?? 0, keyLow[entry] ?? 0))
  }
}

/** Adds the entries of one batch. They count once the book is settled. */
export function addBatch(book: Book, importIndex: number, batch: EntryBatch): void {
  const { columns, names } = book
  reserve(columns, batch.count)
  const accounts = batch.dictionaries.account.map((text) => wordId(names.accounts, text))
  const currencies = batch.dictionaries.currency.map((text) => wordId(names.currencies, text))
  const listing = perAccount(batch.dictionaries.listing, (account) => listingIdsOf(names, account))
  const ofSales = !batch.kind.includes(contactKind)
  const buyer = perAccount(batch.dictionaries.buyer, (account) => buyerIdsOf(names, account, ofSales))
  const salts = batch.dictionaries.account.map(hashOf)
  const first = columns.size
  columns.day.set(batch.day, first)
  columns.kind.set(batch.kind, first)
  columns.type.set(batch.type, first)
  columns.status.set(batch.status, first)
  columns.source.set(batch.source, first)
  columns.flags.set(batch.flags, first)
  columns.stream.set(batch.stream, first)
  columns.said.set(batch.stream, first)
  columns.file.set(batch.file, first)
  columns.row.set(batch.row, first)
  columns.keyHigh.set(batch.keyHigh, first)
  columns.keyLow.set(batch.keyLow, first)
  columns.quantity.set(batch.quantity, first)
  columns.amount.set(batch.amount, first)
  columns.importIndex.fill(importIndex, first, first + batch.count)
  columns.live.fill(0, first, first + batch.count)
  const {
    account: accountOf,
    currency: currencyOf,
    listing: listingOf,
    buyer: buyerOf,
    saleHigh,
    saleLow,
    kind,
  } = batch
  let group = -1
  for (let at = 0; at < batch.count; at++) {
    const entry = first + at
    const account = accounts[accountOf[at] ?? 0] ?? 0
    columns.account[entry] = account
    columns.currency[entry] = currencies[currencyOf[at] ?? 0] ?? 0
    columns.listing[entry] = listing(account, listingOf[at] ?? 0)
    columns.buyer[entry] = buyer(account, buyerOf[at] ?? 0)
    // Entries of one sale mostly stand together: its group is looked up once.
    const sameSale = group >= 0 && saleLow[at] === saleLow[at - 1] && saleHigh[at] === saleHigh[at - 1]
    const isEvent = saleLow[at] === 0 && saleHigh[at] === 0
    if (!sameSale || isEvent || kind[at] === aliasKind)
      group = groupFor(book, batch, at, salts[accountOf[at] ?? 0] ?? 0)
    link(book, entry, group)
  }
  columns.size = first + batch.count
  if (batch.kind.includes(offerKind)) nameOffers(book, first, batch)
  if (!ofSales) nameContacts(book, first, batch)
}

function nameContacts(book: Book, first: number, { kind, buyer, dictionaries }: EntryBatch): void {
  for (let at = 0; at < kind.length; at++) {
    if (kind[at] !== contactKind) continue
    const [, name = ''] = (dictionaries.buyer[buyer[at] ?? 0] ?? '').split(unit)
    const known = book.names.buyers[book.columns.buyer[first + at] ?? 0]?.name
    if (name !== known) book.contactedAs.set(first + at, name)
  }
}

function nameOffers(
  { offeredAs }: Book,
  first: number,
  { kind, listing, label, dictionaries }: EntryBatch,
): void {
  for (let at = 0; at < kind.length; at++) {
    if (kind[at] !== offerKind) continue
    const [, title = '', sku = ''] = (dictionaries.listing[listing[at] ?? 0] ?? '').split(unit)
    offeredAs.set(first + at, { title, sku, product: dictionaries.label[label[at] ?? 0] ?? '' })
  }
}

const aliasKind = kinds.indexOf('alias')
const offerKind = kinds.indexOf('offer')
const contactKind = kinds.indexOf('contact')

function groupFor(book: Book, batch: EntryBatch, at: number, salt: number): number {
  const { groups } = book
  const high = batch.saleHigh[at] ?? 0
  const low = batch.saleLow[at] ?? 0
  const keyHigh = batch.keyHigh[at] ?? 0
  const keyLow = batch.keyLow[at] ?? 0
  if (high === 0 && low === 0) return groupOf(groups, (keyHigh ^ salt) >>> 0, (keyLow ^ 0x5a5a5a5a) >>> 0)
  const group = groupOf(groups, high, low)
  if (isStated[batch.kind[at] ?? 0] === 1) return group
  groups.isSale[group] = 1
  const label = batch.dictionaries.label[batch.label[at] ?? 0] ?? ''
  if (label !== '' && groups.label[group] === '') groups.label[group] = label
  if (batch.kind[at] === aliasKind) {
    const second = groupOf(groups, keyHigh, keyLow)
    groups.isSale[second] = 1
    const entries = book.aliases.get(second)
    const entry = book.columns.size + at
    if (entries) entries.push(entry)
    else book.aliases.set(second, [entry])
    touch(book, second)
  }
  return group
}

/** Puts an entry at the head of its group's chain. */
export function link(book: Book, entry: number, group: number): void {
  book.columns.group[entry] = group
  book.columns.next[entry] = book.groups.head[group] ?? 0
  book.groups.head[group] = entry + 1
  touch(book, group)
}

export function touch(book: Book, group: number): void {
  if (book.groups.touched[group] === 1) return
  book.groups.touched[group] = 1
  book.touched.push(group)
}

type Resolver = { readonly ids: Uint32Array; readonly resolve: (text: string) => number }

/** Resolves the positions of a batch's dictionary for an account once, not per entry. */
function perAccount(texts: readonly string[], resolverOf: (account: number) => (text: string) => number) {
  const known = new Map<number, Resolver>()
  let lastAccount = -1
  let last: Resolver = { ids: new Uint32Array(0), resolve: () => 0 }
  return (account: number, position: number): number => {
    if (position === 0) return 0
    if (account !== lastAccount) {
      last = known.get(account) ?? { ids: new Uint32Array(texts.length), resolve: resolverOf(account) }
      known.set(account, last)
      lastAccount = account
    }
    const id = last.ids[position] ?? 0
    return id !== 0 ? id : (last.ids[position] = last.resolve(texts[position] ?? ''))
  }
}

/** FNV-1a: keeps equal rows of two accounts apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
