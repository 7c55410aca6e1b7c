import { buyerText, listingText } from '#shared/book/entry.ts'
import type { Format } from '#shared/formats/format.ts'
import { textOf } from './plan.ts'
import type { Plan } from './plan.ts'

/** Who bought and what is sold, as the texts by which the book knows them; '' where a row does not say. */
export type Identities = {
  readonly buyer: (cells: readonly string[]) => string
  readonly listing: (cells: readonly string[]) => string
}

export function createIdentities(plan: Plan, { buyer, listing }: Format): Identities {
  const buyers = (buyer?.keys ?? []).map(({ prefix, columns }) => ({ prefix, columns: columns.map(plan.columnOf) }))
  const buyerNames = (buyer?.name ?? []).map(plan.columnOf)
  const listings = (listing?.keys ?? []).map(({ prefix, column }) => ({ prefix, column: plan.columnOf(column) }))
  const title = listing?.title === undefined ? null : plan.columnOf(listing.title)
  const sku = listing?.sku === undefined ? null : plan.columnOf(listing.sku)

  const buyerOf = (cells: readonly string[]): string => {
    for (const { prefix, columns } of buyers) {
      const parts = columns.map((column) => textOf(column, cells))
      if (parts[0] === '') continue
      return buyerText(`${prefix}:${parts.map(fold).join('|')}`, nameOf(cells))
    }
    return ''
  }
  const nameOf = (cells: readonly string[]): string => {
    for (const column of buyerNames) {
      const name = textOf(column, cells)
      if (name !== '') return oneLine(name)
    }
    return ''
  }
  const listingOf = (cells: readonly string[]): string => {
    for (const { prefix, column } of listings) {
      const key = textOf(column, cells)
      if (key === '') continue
      return listingText(`${prefix}:${oneLine(key)}`, title ? oneLine(textOf(title, cells)) : '', sku ? textOf(sku, cells) : '')
    }
    return ''
  }
  return { buyer: buyerOf, listing: listingOf }
}

const oneLine = (text: string): string => (/\s\s|[\n\r\t]/.test(text) ? text.replace(/\s+/g, ' ') : text)
/** `ANA@Example.com` and `ana@example.com` are one buyer. */
const fold = (text: string): string => oneLine(text).toLowerCase()
