import type { Apart } from '#shared/assignments/assignment.ts'
import { folded } from '#shared/search/folded.ts'
import { createClusters, type Clusters } from './clusters.ts'
import { likenessOf, lookedUpBy, type Likeness } from './likeness.ts'

/** A listing that belongs to no product. */
export type FoundListing = {
  /** `account␟key` */
  readonly key: string
  /** `accountKey` */
  readonly account: string
  readonly channel: string
  /** The key within the account: `id:1410000001`, `sku:MUG-L` … */
  readonly own: string
  readonly title: string
  /** One, or several between commas: those of its variants. */
  readonly sku: string
  /** What the account's catalogue lists it under together with its other variants, and that one's title; '' where unknown. */
  readonly variantOf: string
  readonly variantTitle: string
}
/** A product that may take up more listings. */
export type KnownProduct = {
  readonly id: string
  readonly name: string
  /** Its own SKU and those of its listings. */
  readonly skus: readonly string[]
  /** Accounts it is listed on already. */
  readonly accounts: readonly string[]
  /** What catalogues list its listings under, as `FoundListing.variantOf`. */
  readonly variantsOf: readonly string[]
}

/** Why listings should be one product; of several reasons the surest. `alike`: how much of their titles is the same (0 … 1). */
export type Evidence =
  | { readonly by: 'variants' }
  | { readonly by: 'sku'; readonly sku: string }
  | { readonly by: 'id' }
  | { readonly by: 'title'; readonly alike: number }

/** Listings (by their position) that should be one product: a new one, or (by its position) one there is. */
export type Proposal = {
  readonly product: number | null
  readonly listings: readonly number[]
  /** null: nothing to be compared, one listing by itself. */
  readonly evidence: Evidence | null
}

/** Titles less alike than this are not compared by a person either. */
const leastAlike = 0.6
/** Two words that more titles have than this tell nothing: whoever shares only such is not compared. */
const mostWithPair = 30
/** Where all titles are of the same few words, each is compared with so many only. */
const mostCompared = 40
/** What people write where there is no SKU. */
const noSku = /^(?:[\W_]*|n\/?a|none|null|0+|x+|no sku|default)$/u

/** Upper case, accents and blanks make no other SKU; '' where it is none. */
export const foldedSku = (sku: string): string => {
  const text = folded(sku).replace(/\s+/g, '')
  return noSku.test(text) ? '' : text
}

/**
 * What could be one product, surest reasons first: variants of one thing in a catalogue; the same SKU; the same listing number on two accounts of a channel;
 * the same title; titles alike on different accounts, the most alike first, so that a listing finds the one that fits best.
 * Two different SKUs, two products and what was turned down are never joined. Every listing is in one proposal at most:
 * one that was turned down by itself is in none.
 */
export function proposals(
  found: readonly FoundListing[],
  known: readonly KnownProduct[],
  apart: readonly Apart[],
): readonly Proposal[] {
  const clusters = clustersOf(found, known, apart)
  joinVariants(found, known, clusters)
  joinBySku(found, known, clusters)
  joinById(found, clusters)
  joinByTitle(found, known, clusters)
  const alone = new Set(apart.flatMap(({ listings, from }) => (from.length === 0 ? listings : [])))
  const all = clusters.list().flatMap(({ members, evidence }): readonly Proposal[] => {
    const listings = members
      .filter((at) => at < found.length && !alone.has(found[at]?.key ?? ''))
      .sort((a, b) => a - b)
    const product = members.find((at) => at >= found.length)
    if (listings.length === 0) return []
    const isJoined = listings.length > 1 || product !== undefined
    return [
      {
        product: product === undefined ? null : product - found.length,
        listings,
        evidence: isJoined ? evidence : null,
      },
    ]
  })
  return all.sort((one, other) => (one.listings[0] ?? 0) - (other.listings[0] ?? 0))
}

/** Listings first, then the products: a cluster holds one product at most. */
function clustersOf(
  found: readonly FoundListing[],
  known: readonly KnownProduct[],
  apart: readonly Apart[],
): Clusters {
  const skusTogether = skusOfVariants(found, known)
  const places = new Map<string, number>(found.map(({ key }, at) => [key, at]))
  known.forEach(({ id }, at) => places.set(id, found.length + at))
  return createClusters(
    [
      ...found.map((one) => ({ skus: skusTogether(one), accounts: [one.account], isProduct: false })),
      ...known.map(({ skus, accounts }) => ({ skus: skusOf(skus), accounts, isProduct: true })),
    ],
    apart.flatMap(({ listings, from }) =>
      listings.flatMap((one) =>
        from.flatMap((other): readonly (readonly [number, number])[] => {
          const [a, b] = [places.get(one), places.get(other)]
          return a === undefined || b === undefined || a === b ? [] : [[a, b]]
        }),
      ),
    ),
  )
}

/** Variants have a SKU each and are one product all the same: each stands for the SKUs of all. */
function skusOfVariants(
  found: readonly FoundListing[],
  known: readonly KnownProduct[],
): (one: FoundListing) => readonly string[] {
  const together = new Map<string, string[]>()
  const add = (variantOf: string, skus: readonly string[]) => {
    if (variantOf !== '') madeIfMissing(together, variantOf, (): string[] => []).push(...skusOf(skus))
  }
  for (const { variantOf, sku } of found) add(variantOf, sku.split(','))
  for (const { variantsOf, skus } of known) for (const one of variantsOf) add(one, skus)
  return ({ sku, variantOf }) => together.get(variantOf) ?? skusOf(sku.split(','))
}

const skusOf = (skus: readonly string[]): readonly string[] =>
  [...new Set(skus.map(foldedSku))].filter((sku) => sku !== '')

function joinBySku(found: readonly FoundListing[], known: readonly KnownProduct[], clusters: Clusters): void {
  const first = new Map<string, { readonly at: number; readonly sku: string }>()
  known.forEach(({ skus }, at) => {
    for (const sku of skus) {
      const text = foldedSku(sku)
      if (text !== '' && !first.has(text)) first.set(text, { at: found.length + at, sku })
    }
  })
  found.forEach((listing, at) => {
    for (const sku of listing.sku.split(',')) {
      const text = foldedSku(sku)
      if (text === '') continue
      const there = first.get(text)
      if (there === undefined) first.set(text, { at, sku: sku.trim() })
      else clusters.join(there.at, at, { by: 'sku', sku: there.sku.trim() })
    }
  })
}

function joinVariants(
  found: readonly FoundListing[],
  known: readonly KnownProduct[],
  clusters: Clusters,
): void {
  const first = new Map<string, number>()
  known.forEach(({ variantsOf }, at) => {
    for (const one of variantsOf) if (!first.has(one)) first.set(one, found.length + at)
  })
  found.forEach(({ variantOf }, at) => {
    if (variantOf === '') return
    const there = first.get(variantOf)
    if (there === undefined) first.set(variantOf, at)
    else clusters.join(there, at, { by: 'variants' })
  })
}

/** One shop, imported under two names. */
function joinById(found: readonly FoundListing[], clusters: Clusters): void {
  const first = new Map<string, number>()
  found.forEach(({ channel, own }, at) => {
    if (!own.startsWith('id:')) return
    const id = `${channel} ${own}`
    const there = first.get(id)
    if (there === undefined) first.set(id, at)
    else clusters.join(there, at, { by: 'id' })
  })
}

type Pair = { readonly a: number; readonly b: number; readonly alike: number }

function joinByTitle(
  found: readonly FoundListing[],
  known: readonly KnownProduct[],
  clusters: Clusters,
): void {
  const likeness = likenessOf([...found.map(({ title }) => title), ...known.map(({ name }) => name)])
  const first = new Map<string, number>()
  likeness.words.forEach(({ all }, at) => {
    if (all.length === 0) return
    const title = all.join(' ')
    const there = first.get(title)
    if (there === undefined) first.set(title, at)
    else clusters.join(there, at, { by: 'title', alike: 1 })
  })
  for (const { a, b, alike } of alikePairs(likeness, clusters))
    clusters.join(a, b, { by: 'title', alike }, true)
}

/** Pairs on different accounts that may still be joined, the most alike first. */
function alikePairs({ words, weights, between }: Likeness, clusters: Clusters): readonly Pair[] {
  const indexes = new Map<string, Map<string, number[]>>()
  const pairs: Pair[] = []
  words.forEach((title, at) => {
    if (title.all.length === 0 || clusters.isEverywhere(at)) return
    const lookups = lookedUpBy(title, weights)
    const accounts = clusters.accountsOf(at)
    for (const [others, index] of indexes) {
      if (others === accounts) continue
      for (const other of likelyIn(index, lookups)) {
        const alike = clusters.mayJoin(other, at, true) ? between(other, at) : 0
        if (alike >= leastAlike) pairs.push({ a: other, b: at, alike })
      }
    }
    addTo(
      madeIfMissing(indexes, accounts, () => new Map<string, number[]>()),
      lookups,
      at,
    )
  })
  return pairs.sort((one, other) => other.alike - one.alike || one.a - other.a || one.b - other.b)
}

/** Titles looked up by the same words, at most so many as are worth comparing. */
function likelyIn(
  index: ReadonlyMap<string, readonly number[]>,
  lookups: readonly string[],
): ReadonlySet<number> {
  const likely = new Set<number>()
  for (const words of lookups) {
    const there = index.get(words)
    if (there === undefined || there.length > mostWithPair) continue
    for (const one of there) if (likely.size < mostCompared) likely.add(one)
  }
  return likely
}

function addTo(index: Map<string, number[]>, lookups: readonly string[], at: number): void {
  for (const words of lookups) {
    const there = madeIfMissing(index, words, (): number[] => [])
    if (there.length <= mostWithPair) there.push(at)
  }
}

function madeIfMissing<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
