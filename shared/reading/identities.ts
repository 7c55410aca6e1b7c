import { buyerText, listingText } from '#shared/book/entry.ts'
import type { Format } from '#shared/formats/format.ts'
import { textOf } from './plan.ts'
import type { Plan, PlannedColumn } from './plan.ts'

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
  const keys = (buyer?.keys ?? []).map(({ prefix, columns }) => ({
    prefix,
    columns: columns.map(plan.columnOf),
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
    for (const { prefix, columns } of keys) {
      const parts = columns.map((column) => textOf(column, cells))
      if (parts[0] !== '') return buyerText(`${prefix}:${parts.map(fold).join('|')}`, nameOf(cells))
    }
    return ''
  }
}

/** More listings than this are forgotten: only their texts are made anew. */
const mostListings = 20_000

function createListingReader(plan: Plan, { listing }: Format): Identities['listing'] {
  const keys = (listing?.keys ?? []).map(({ prefix, column }) => ({ prefix, column: plan.columnOf(column) }))
  const title = listing?.title === undefined ? null : plan.columnOf(listing.title)
  const sku = listing?.sku === undefined ? null : plan.columnOf(listing.sku)
  const cellOf = (column: PlannedColumn | null, cells: readonly string[]) =>
    column ? (cells[column.place] ?? '') : ''
  // The same listing is sold again and again: its text is made once, and so is found quickly by whoever collects texts.
  const known = new Map<string, { readonly title: string; readonly sku: string; readonly text: string }>()
  return (cells) => {
    for (const { prefix, column } of keys) {
      const key = textOf(column, cells)
      if (key === '') continue
      const titleCell = cellOf(title, cells)
      const skuCell = cellOf(sku, cells)
      const before = known.get(key)
      if (before && before.title === titleCell && before.sku === skuCell) return before.text
      const text = listingText(
        `${prefix}:${oneLine(key)}`,
        title ? oneLine(textOf(title, cells)) : '',
        sku ? textOf(sku, cells) : '',
      )
      if (known.size > mostListings) known.clear()
      known.set(key, { title: titleCell, sku: skuCell, text })
      return text
    }
    return ''
  }
}

const oneLine = (text: string): string => (/\s\s|[\n\r\t]/.test(text) ? text.replace(/\s+/g, ' ') : text)
/** `ANA@Example.com` and `ana@example.com` are one buyer. */
const fold = (text: string): string => oneLine(text).toLowerCase()
