import type { ProductTargets } from '#data/products.ts'
import type { ProductRow } from '#shared/book/partyQuestions.ts'
import { listingOfKey, type FoundProduct } from '#shared/product/newProduct.ts'
import type { RowSource } from '#ui/table/rowCache.ts'

const atOnce = 5000

/** A listing that belongs to no product, as the product it would be. */
export function foundProduct({ key, name, sku, kindSold }: ProductRow): FoundProduct {
  const listing = listingOfKey(key)
  return { name, sku, kind: kindSold, listings: listing === null ? [] : [listing] }
}

/** Everything a list shows or has selected, in its order. */
export async function allRows<Row>(source: RowSource<Row>): Promise<readonly Row[]> {
  const all: Row[] = []
  for (let from = 0, total = 1; from < total; from += atOnce) {
    const answer = await source(from, atOnce)
    total = answer.total
    for (const row of answer.rows) all.push(row)
  }
  return all
}

export const targetsOf = (rows: readonly ProductRow[]): ProductTargets => ({
  ids: rows.flatMap(({ isRecord, key }) => (isRecord ? [key] : [])),
  found: rows.flatMap((row) => (row.isRecord ? [] : [foundProduct(row)])),
})
