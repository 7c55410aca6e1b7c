import { ownImport } from './book.ts'
import type { Book } from './book.ts'
import { kinds } from './entry.ts'
import { joinListings } from './joinListings.ts'
import type { NamedListing } from './joinListings.ts'
import { turnOf } from './origin.ts'
import { isStated } from './stated.ts'

const offer = kinds.indexOf('offer')

/** Of listings that catalogues offer under a key of their own: the id under which sales know them. */
export function sameListings(book: Book): ReadonlyMap<number, number> {
  const { columns, names, imports } = book
  const isSold = new Uint8Array(names.listings.length)
  const offered = new Map<number, Map<number, NamedListing>>()
  for (let entry = 0; entry < columns.size; entry++) {
    const listing = columns.listing[entry] ?? 0
    const from = columns.importIndex[entry] ?? 0
    if (listing === 0 || from <= ownImport.replaced || imports[from]?.visible !== true) continue
    if (isStated[columns.kind[entry] ?? 0] === 0) isSold[listing] = 1
    if (columns.kind[entry] !== offer) continue
    const turn = turnOf(book, entry)
    const listings = offered.get(turn) ?? new Map<number, NamedListing>()
    if (!listings.has(listing)) listings.set(listing, named(book, listing, book.offeredAs.get(entry)))
    offered.set(turn, listings)
  }
  if (offered.size === 0) return nothingSame
  const sold = [...isSold.keys()].filter((id) => isSold[id] === 1)
  const newestFirst = [...offered].toSorted(([a], [b]) => b - a)
  return joinListings(
    sold.map((id) => named(book, id, book.names.listings[id])),
    newestFirst.map(([, listings]) => [...listings.values()]),
  )
}

const nothingSame: ReadonlyMap<number, number> = new Map()

type Names = { readonly title: string; readonly sku: string }

function named({ names }: Book, id: number, { title, sku }: Names = { title: '', sku: '' }): NamedListing {
  const skus = sku.split(',').map((text) => text.trim())
  const account = names.listings[id]?.account ?? 0
  return { id, account, title, skus: skus.filter((text) => text !== '') }
}
