import { kinds, sources, types } from './entry.ts'
import type { Kind, Source } from './entry.ts'

/**
 * Which source is believed, by what an entry says; the first that states it counts and the others are overruled.
 * Kinds that are missing here are never overruled.
 */
const precedence: { readonly [K in Kind]?: readonly Source[] } = {
  line: ['items', 'orders', 'payments', 'statement'],
  giftCard: ['items', 'orders', 'payments', 'statement'],
  tip: ['items', 'orders', 'payments', 'statement'],
  discount: ['orders', 'items', 'payments', 'statement'],
  shipping: ['orders', 'items', 'payments', 'statement'],
  tax: ['orders', 'items', 'payments', 'statement'],
  taxIncluded: ['orders', 'items', 'payments', 'statement'],
  marketplaceTax: ['orders', 'payments', 'statement', 'items'],
  refund: ['statement', 'payments', 'orders', 'items'],
  fee: ['statement', 'payments', 'orders', 'items'],
  other: ['orders', 'items', 'payments', 'statement'],
  exchanged: ['payments', 'statement', 'orders', 'items'],
}

/** Charges of one type are overruled apart from those of another type, and apart from credits. */
const byType = new Set<Kind>(['fee', 'refund'])
const bySign = new Set<Kind>(['fee', 'refund', 'marketplaceTax'])
/** Kinds that stand for what was sold: whoever states one of them states them all. */
const sold = new Set<Kind>(['line', 'giftCard', 'tip'])
/** A snapshot of an order says these even where they are 0 and leave no entry. */
const statedByOrders = new Set<Kind>(['discount', 'shipping', 'tax', 'taxIncluded'])

/** Rank of a source for a kind (0 is believed most); -1 where nothing overrules. */
export const rankOf = Int8Array.from(
  kinds.flatMap((kind) => sources.map((source) => precedence[kind]?.indexOf(source) ?? -1)),
)
export const sourceCount = sources.length

const width = types.length * 2
/** A small number for what competes with each other: kind, and type and sign where they matter. */
export const classes = kinds.length * width
export function classOf(kind: number, type: number, amount: number): number {
  const base = (baseKind[kind] ?? kind) * width
  return base + (typed[kind] === 1 ? type * 2 : 0) + (signed[kind] === 1 && amount < 0 ? 1 : 0)
}
const baseKind = Uint8Array.from(kinds.map((kind, code) => (sold.has(kind) ? kinds.indexOf('line') : code)))
const typed = Uint8Array.from(kinds.map((kind) => (byType.has(kind) ? 1 : 0)))
const signed = Uint8Array.from(kinds.map((kind) => (bySign.has(kind) ? 1 : 0)))
export const silentlyStated = Uint8Array.from(kinds.map((kind) => (statedByOrders.has(kind) ? 1 : 0)))
