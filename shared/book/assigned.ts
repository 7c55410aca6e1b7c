import type { Assignment, AssignmentRule } from '#shared/assignments/assignment.ts'
import type { Client } from '#shared/client/client.ts'
import type { DocumentHead } from '#shared/document/documentHead.ts'
import type { PaymentHead } from '#shared/document/paymentHead.ts'
import type { HandSale } from '#shared/handSale/handSale.ts'
import type { Product } from '#shared/product/product.ts'
import type { Book } from './book.ts'
import { kinds, sources, streams } from './entry.ts'

/** What people made of what the book holds, by id. */
export type BookRecords = {
  readonly products: Map<string, Product>
  readonly clients: Map<string, Client>
  readonly assignments: Map<string, Assignment>
  readonly rules: Map<string, AssignmentRule>
  readonly handSales: Map<string, HandSale>
  /** What lists show of them; whole ones would not fit. */
  readonly documents: Map<string, DocumentHead>
  readonly payments: Map<string, PaymentHead>
}

export const bookTables = [
  'products',
  'clients',
  'assignments',
  'rules',
  'handSales',
  'documents',
  'payments',
] as const satisfies readonly (keyof BookRecords)[]
export const isBookTable = (table: string): table is keyof BookRecords =>
  (bookTables as readonly string[]).includes(table)

export const createRecords = (): BookRecords => ({
  products: new Map(),
  clients: new Map(),
  assignments: new Map(),
  rules: new Map(),
  handSales: new Map(),
  documents: new Map(),
  payments: new Map(),
})

/**
 * Products over listings, or clients over buyers, numbered from 1 (0 = none): first the records, then one for every
 * listing (buyer) that belongs to no record.
 */
export type Places<R> = {
  readonly records: readonly R[]
  /** Of each record its listings or buyers. */
  readonly members: readonly (readonly number[])[]
  /** The listings or buyers without a record: those from place `records.length + 1` on. */
  readonly found: Uint32Array
  /** By listing or buyer. */
  readonly placeOf: Uint32Array
  readonly placeOfRecord: ReadonlyMap<string, number>
}

/** What the enabled rules say, by listing and by account; the first of them that says something counts, tags add up. */
export type Ruled = {
  /** Ids of products. */
  readonly product: ReadonlyMap<number, string>
  readonly stream: ReadonlyMap<number, number>
  readonly tags: ReadonlyMap<number, readonly string[]>
  readonly streamOfAccount: Uint8Array
  readonly tagsOfAccount: ReadonlyMap<number, readonly string[]>
}

export type Assigned = {
  readonly ruled: Ruled
  readonly products: Places<Product>
  readonly clients: Places<Client>
  /** By listing, and by account for lines without one: the stream code, 0 = as the file says. */
  readonly streamOfListing: Uint8Array
  readonly streamOfAccount: Uint8Array
  /** Of products and rules, by listing; and of rules about a whole account. */
  readonly tagsOfListing: ReadonlyMap<number, readonly string[]>
  readonly tagsOfAccount: ReadonlyMap<number, readonly string[]>
  /** A person's own word on a sale, by group. */
  readonly sales: ReadonlyMap<number, Assignment>
  readonly streamOfSale: ReadonlyMap<number, number>
  /** Ids of sales by hand, by group. */
  readonly handSales: ReadonlyMap<number, string>
  /** How much of the book it was made for. */
  readonly listings: number
  readonly buyers: number
  readonly accounts: number
  readonly sameListing: ReadonlyMap<number, number>
  readonly groups: number
  readonly importsVersion: number
}

const noPlaces = {
  records: [],
  members: [],
  found: new Uint32Array(0),
  placeOf: new Uint32Array(1),
  placeOfRecord: new Map<string, number>(),
}
export const nothingAssigned: Assigned = {
  ruled: {
    product: new Map(),
    stream: new Map(),
    tags: new Map(),
    streamOfAccount: new Uint8Array(1),
    tagsOfAccount: new Map(),
  },
  products: noPlaces,
  clients: noPlaces,
  streamOfListing: new Uint8Array(1),
  streamOfAccount: new Uint8Array(1),
  tagsOfListing: new Map(),
  tagsOfAccount: new Map(),
  sales: new Map(),
  streamOfSale: new Map(),
  handSales: new Map(),
  listings: 0,
  buyers: 0,
  accounts: 0,
  sameListing: new Map(),
  groups: 0,
  importsVersion: -1,
}

const line = kinds.indexOf('line')
const giftCard = kinds.indexOf('giftCard')
const hand = sources.indexOf('hand')
const documents = sources.indexOf('documents')
const physical = streams.indexOf('physical')
const service = streams.indexOf('service')

/**
 * The stream in effect: the person's own choice for the sale, else that of the product or of a rule, else what the file
 * says. A tip stays a tip.
 */
export function streamOf({ columns, assigned }: Book, entry: number, group: number): number {
  const said = columns.said[entry] ?? 0
  const kind = columns.kind[entry]
  const listing = columns.listing[entry] ?? 0
  const isInvoiced = columns.source[entry] === documents
  const typed = isInvoiced || columns.source[entry] === hand
  const sold = kind === line || kind === giftCard || (typed && listing !== 0) // or a discount of one line
  if (!sold && (listing === 0 || said === 0)) return said
  const chosen = assigned.streamOfSale.get(group) ?? 0
  if (chosen !== 0) return chosen
  if (typed && said !== 0) return said // what a person says of one line
  const byListing = assigned.streamOfListing[listing] ?? 0
  if (listing !== 0 && byListing !== 0) return byListing
  const byAccount = listing === 0 ? (assigned.streamOfAccount[columns.account[entry] ?? 0] ?? 0) : 0
  return byAccount !== 0 ? byAccount : isInvoiced ? service : typed ? physical : said
}
