import { unit } from './entry.ts'

/** A listing by what its sources call it. */
export type NamedListing = {
  readonly id: number
  readonly account: number
  readonly title: string
  readonly skus: readonly string[]
}

/**
 * Which offered listings are surely one that is known under another key: of the same account and the only ones, on both
 * sides, with the same title and SKU, else with the same SKU, else with the same title where one of them has no SKU.
 * Answers the known listing's id by the offered one's. `offered` has the statements of each import apart, the newest
 * first: an older statement can be about a listing that a newer one calls something else.
 */
export function joinListings(
  known: readonly NamedListing[],
  offered: readonly (readonly NamedListing[])[],
): ReadonlyMap<number, number> {
  const index = createIndex()
  const joined = new Map<number, number>()
  for (const listing of known) index.add(listing.id, listing)
  for (const listings of offered) {
    const taken = new Set(listings.map(({ id }) => id).filter(index.has))
    let rest = listings.filter(({ id }) => !index.has(id) && !joined.has(id))
    for (const way of ways) {
      const pairs = onlyPairs(rest, way, (word) => index.only(word, taken))
      for (const [listing, id] of pairs) {
        joined.set(listing.id, id)
        taken.add(id)
        index.add(id, listing)
      }
      rest = rest.filter((listing) => !pairs.has(listing))
    }
    for (const listing of rest) index.add(listing.id, listing)
  }
  return joined
}

const both = (sku: string, title: string) => `both${unit}${sku}${unit}${title}`
const bySku = (sku: string) => `sku${unit}${sku}`
const byTitle = (title: string) => `title${unit}${title}`
const bareTitle = (title: string) => `bare${unit}${title}`

/** The words by which a listing looks for a known one, the surest way first. A blank title says nothing. */
const ways: readonly ((listing: NamedListing) => readonly string[])[] = [
  (listing) => words(listing, ({ title, skus }) => (title === '' ? [] : skus.map((sku) => both(sku, title)))),
  (listing) => words(listing, ({ skus }) => skus.map(bySku)),
  (listing) =>
    words(listing, ({ title, skus }) =>
      title === '' ? [] : [skus.length === 0 ? byTitle(title) : bareTitle(title)],
    ),
]
/** And those by which it is found. */
const namesOf = (listing: NamedListing): readonly string[] =>
  words(listing, ({ title, skus }) => [
    ...skus.flatMap((sku) => [bySku(sku), both(sku, title)]),
    byTitle(title),
    ...(skus.length === 0 ? [bareTitle(title)] : []),
  ])
const words = (listing: NamedListing, of: (listing: NamedListing) => readonly string[]) =>
  of(listing).map((word) => `${listing.account}${unit}${word}`)

function createIndex() {
  const ids = new Set<number>()
  const named = new Map<string, Set<number>>()
  return {
    has: (id: number) => ids.has(id),
    add(id: number, listing: NamedListing) {
      ids.add(id)
      for (const name of namesOf(listing)) {
        const known = named.get(name)
        if (known) known.add(id)
        else named.set(name, new Set([id]))
      }
    },
    /** The only listing of this name that is not taken. */
    only(name: string, taken: ReadonlySet<number>): number | null {
      let found: number | null = null
      for (const id of named.get(name) ?? []) {
        if (taken.has(id)) continue
        if (found !== null) return null
        found = id
      }
      return found
    },
  }
}

/** The pairs in which each is the only one the other can mean. Every word is looked up once, however many share it. */
function onlyPairs(
  listings: readonly NamedListing[],
  wordsOf: (listing: NamedListing) => readonly string[],
  onlyOne: (word: string) => number | null,
): ReadonlyMap<NamedListing, number> {
  const asking = new Map<string, NamedListing | null>()
  for (const listing of listings)
    for (const word of wordsOf(listing)) {
      const other = asking.get(word)
      asking.set(word, other === undefined || other === listing ? listing : null)
    }
  const meant = new Map<NamedListing, number | null>()
  for (const [word, listing] of asking) {
    const id = listing ? onlyOne(word) : null
    if (!listing || id === null) continue
    const other = meant.get(listing)
    meant.set(listing, other === undefined || other === id ? id : null)
  }
  const claims = new Map<number, number>()
  for (const id of meant.values()) if (id !== null) claims.set(id, (claims.get(id) ?? 0) + 1)
  return new Map(
    [...meant].flatMap(([listing, id]) => (id !== null && claims.get(id) === 1 ? [[listing, id]] : [])),
  )
}
