import type { Cost, ListingRef, Product } from './product.ts'
import { listingKey } from './newProduct.ts'

/**
 * Several products as the first of them: its name, kind and whatever else only one of them can say, and of all of them
 * the listings, tags and costs. What the first does not say is taken from the next that does.
 */
export function mergedProduct(first: Product, others: readonly Product[]): Product {
  const all = [first, ...others]
  return {
    ...first,
    sku: all.find(({ sku }) => sku !== '')?.sku ?? '',
    image: all.find(({ image }) => image !== null)?.image ?? null,
    price: all.find(({ price }) => price !== null)?.price ?? null,
    stock: all.find(({ stock }) => stock !== null)?.stock ?? null,
    stream: all.find(({ stream }) => stream !== '')?.stream ?? '',
    listings: distinct(
      all.flatMap(({ listings }) => listings),
      listingKey,
    ),
    tags: distinct(
      all.flatMap(({ tags }) => tags),
      (tag) => tag,
    ),
    costs: inOrder(
      distinct(
        all.flatMap(({ costs }) => costs),
        ({ from }) => from,
      ),
    ),
    note: distinct(
      all.flatMap(({ note }) => (note.trim() === '' ? [] : [note])),
      (note) => note.trim(),
    ).join('\n\n'),
    archived: all.every(({ archived }) => archived),
  }
}

/** One cost for each day it begins on, the earliest first. */
export const inOrder = (costs: readonly Cost[]): readonly Cost[] =>
  costs.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))

export const withListings = (product: Product, added: readonly ListingRef[]): Product => ({
  ...product,
  listings: distinct([...product.listings, ...added], listingKey),
})

export function withoutListings(product: Product, gone: readonly ListingRef[]): Product {
  const keys = new Set(gone.map(listingKey))
  return { ...product, listings: product.listings.filter((one) => !keys.has(listingKey(one))) }
}

/** Of those with the same key the first. */
function distinct<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const seen = new Set<string>()
  return all.filter((one) => {
    const key = keyOf(one)
    return seen.has(key) ? false : seen.add(key)
  })
}
