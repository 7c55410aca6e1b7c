import type { Price, ProductKind } from '#shared/product/product.ts'
import type { ProductDraft } from '#shared/product/newProduct.ts'
import type { Stream } from '#shared/book/entry.ts'

/** What stands in the form: as it was typed, until it is read. */
export type FormDraft = {
  readonly name: string
  readonly kind: ProductKind
  readonly sku: string
  readonly stream: Stream
  readonly currency: string
  readonly price: number | null
  readonly stock: string
  readonly tags: readonly string[]
  readonly note: string
}
export type FormField = 'name' | 'price' | 'stock' | 'sku'
/** What of a product the form describes. */
export type Described = Pick<
  ProductDraft,
  'name' | 'kind' | 'sku' | 'stream' | 'price' | 'stock' | 'tags' | 'note'
>

export const draftOf = (
  { name, kind, sku, stream, price, stock, tags, note }: Described,
  currency: string,
): FormDraft => ({
  name,
  kind,
  sku,
  stream,
  currency: price?.currency ?? currency,
  price: price?.amount ?? null,
  stock: stock === null ? '' : String(stock),
  tags,
  note,
})

const longestName = 300
const longestSku = 120
/** More pieces nobody counts. */
const mostPieces = 999_999_999

/** What the form says, or the first field that is wrong. */
export function readDraft(
  draft: FormDraft,
): { readonly described: Described } | { readonly wrong: FormField } {
  const name = draft.name.trim().replace(/\s+/g, ' ')
  const stock = stockOf(draft.stock)
  if (name === '' || name.length > longestName) return { wrong: 'name' }
  if (draft.sku.trim().length > longestSku) return { wrong: 'sku' }
  if ((draft.price ?? 0) < 0) return { wrong: 'price' }
  if (stock === 'wrong') return { wrong: 'stock' }
  const price: Price | null = draft.price === null ? null : { currency: draft.currency, amount: draft.price }
  return {
    described: {
      name,
      kind: draft.kind,
      sku: draft.sku.trim(),
      stream: draft.stream,
      price,
      stock,
      tags: [...new Set(draft.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))],
      note: draft.note.trim(),
    },
  }
}

/** Whole pieces; a shop may have promised more than there are. Marks between thousands are none of the number. */
function stockOf(text: string): number | null | 'wrong' {
  const plain = text.replace(/[\s.,'\u2019\u00a0\u202f]/g, '').replace('\u2212', '-')
  if (plain === '') return null
  if (!/^-?\d+$/.test(plain)) return 'wrong'
  const pieces = Number(plain)
  return Math.abs(pieces) > mostPieces ? 'wrong' : pieces
}
