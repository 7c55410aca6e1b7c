import { unit, type Stream } from '#shared/book/entry.ts'
import { productKinds, type ListingRef, type Product, type ProductKind } from './product.ts'

/** What is sold in a stream is a product of this kind. */
export const kindOfStream = (stream: Stream): ProductKind =>
  productKinds.find((kind) => kind === stream) ?? 'physical'

/** `account␟key`: how a listing that belongs to no product is named in addresses and answers. */
export const listingKey = ({ account, key }: ListingRef): string => account + unit + key

/** The account is one text of two parts itself, so the key begins after the last mark. */
export function listingOfKey(text: string): ListingRef | null {
  const end = text.lastIndexOf(unit)
  return end < 0 ? null : { account: text.slice(0, end), key: text.slice(end + 1) }
}

/** All that a person may say of a product. */
export type ProductDraft = Omit<Product, 'id' | 'createdAt'>

export const emptyDraft: ProductDraft = {
  kind: 'physical',
  name: '',
  sku: '',
  image: null,
  listings: [],
  price: null,
  costs: [],
  stock: null,
  tags: [],
  stream: '',
  note: '',
  archived: false,
}

/** One or more listings that become a product, as the imports describe them. */
export type FoundProduct = Pick<ProductDraft, 'name' | 'sku' | 'kind' | 'listings'>
