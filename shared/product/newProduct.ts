import { unit, type Stream } from '#shared/book/entry.ts'
import { productKinds, type ListingRef, type ProductKind } from './product.ts'

/** What is sold in a stream is a product of this kind. */
export const kindOfStream = (stream: Stream): ProductKind =>
  productKinds.find((kind) => kind === stream) ?? 'physical'

/** `account␟key`: how a listing that belongs to no product is named in addresses and answers. */
export const listingKey = ({ account, key }: ListingRef): string => account + unit + key
