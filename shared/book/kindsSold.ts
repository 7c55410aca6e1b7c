import { kindOfStream } from '#shared/product/newProduct.ts'
import type { ProductKind } from '#shared/product/product.ts'
import { kinds, streams } from './entry.ts'
import { once } from './once.ts'

const line = kinds.indexOf('line')
const offered = kinds.indexOf('offer')

/** By listing: the kind of product that most of its lines, and catalogues, say it is; whatever anybody made of it since. */
export const kindsSold = once(({ columns, names }): ((listing: number) => ProductKind) => {
  const width = streams.length
  const lines = new Uint32Array(names.listings.length * width)
  for (let entry = 0; entry < columns.size; entry++) {
    if (columns.kind[entry] !== line && columns.kind[entry] !== offered) continue
    const at = (columns.listing[entry] ?? 0) * width + (columns.said[entry] ?? 0)
    lines[at] = (lines[at] ?? 0) + 1
  }
  return (listing) => {
    const own = lines.subarray(listing * width, (listing + 1) * width)
    return kindOfStream(streams[own.indexOf(Math.max(...own))] ?? '')
  }
})
