import { buyerText, listingText } from '#shared/book/entry.ts'
import type { Format } from '#shared/formats/format.ts'
import { textOf } from './plan.ts'
import type { Plan } from './plan.ts'

/** Who bought and what is sold, as the texts by which the book knows them; '' where a row does not say. */
export type Identities = {
  readonly buyer: (cells: readonly string[]) => string
  readonly listing: (cells: readonly string[]) => string
}

export const createIdentities = (plan: Plan, format: Format): Identities => ({
  buyer: createBuyerReader(plan, format),
  listing: createListingReader(plan, format),
})

function createBuyerReader(plan: Plan, { buyer }: Format): Identities['buyer'] {
  const keys = (buyer?.keys ?? []).map(({ prefix, columns, whole = false }) => ({
    prefix,
    columns: columns.map(plan.columnOf),
    whole,
  }))
  const names = (buyer?.name ?? []).map(plan.columnOf)
  const nameOf = (cells: readonly string[]): string => {
    for (const column of names) {
      const name = textOf(column, cells)
      if (name !== '') return oneLine(name)
    }
    return ''
  }
  return (cells) => {
    for (const { prefix, columns, whole } of keys) {
      const parts = columns.map((column) => textOf(column, cells))
      if (parts[0] !== '' && !(whole && parts.includes('')))
        return buyerText(`${prefix}:${parts.map(fold).join('|')}`, nameOf(cells))
    }
    return ''
  }
}

/** More listings than this are forgotten: only their texts are made anew. */
const mostListings = 20_000

/** A listing has the title and SKU of the first row that speaks of it: its text is made once, not for every line. */
function createListingReader(plan: Plan, { listing }: Format): Identities['listing'] {
  const title = listing?.title === undefined ? null : plan.columnOf(listing.title)
  const sku = listing?.sku === undefined ? null : plan.columnOf(listing.sku)
  const textFor = (prefix: string, key: string, cells: readonly string[]): string =>
    listingText(
      `${prefix}:${oneLine(key)}`,
      title ? oneLine(textOf(title, cells)) : '',
      sku ? textOf(sku, cells) : '',
    )
  const keys = (listing?.keys ?? []).map(({ prefix, column }) => ({
    prefix,
    column: plan.columnOf(column),
    known: new Map<string, string>(),
  }))
  return (cells) => {
    for (const { prefix, column, known } of keys) {
      const key = textOf(column, cells)
      if (key === '') continue
      const before = known.get(key)
      if (before !== undefined) return before
      if (known.size > mostListings) known.clear()
      const text = textFor(prefix, key, cells)
      known.set(key, text)
      return text
    }
    return ''
  }
}

export const oneLine = (text: string): string =>
  /\s\s|[\n\r\t]/.test(text) ? text.replace(/\s+/g, ' ') : text
/** `ANA@Example.com` and `ana@example.com` are one buyer. */
const fold = (text: string): string => oneLine(text).toLowerCase()
