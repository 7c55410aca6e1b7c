import { listingKey } from '#shared/product/newProduct.ts'
import {
  foldedSku,
  proposals as proposed,
  type FoundListing,
  type Proposal,
} from '#shared/product/proposals.ts'
import type { Product } from '#shared/product/product.ts'
import type { Book } from './book.ts'
import { unit } from './entry.ts'
import { folded } from '#shared/search/folded.ts'
import { foundAt } from './keys.ts'
import { kindsSold } from './kindsSold.ts'
import { calledNow, offerOf } from './offers.ts'
import { placeOffer } from './placeOffers.ts'
import type { PartyTally } from './partyFigures.ts'
import type { ProposalRow, ProposalsAnswer, ProposalsQuestion } from './partyQuestions.ts'
import { everTally } from './products.ts'
import { textRanks } from './ranks.ts'
import { channelOf } from './words.ts'

/** A window of what could become products or belong to them. */
export function proposals(book: Book, question: ProposalsQuestion): ProposalsAnswer {
  const all = allOf(book)
  const text = folded(question.text?.trim() ?? '')
  const keys = question.keys && new Set(question.keys)
  const except = new Set(question.exceptKeys)
  const found = all.rows.filter(
    (row) =>
      (!keys || keys.has(row.key)) &&
      !except.has(row.key) &&
      (!question.joinsOnly || row.evidence !== null) &&
      (text === '' || folded(`${row.name} ${row.sku}`).includes(text)),
  )
  const sorted = sortRows(book, found, question.sort)
  return {
    total: sorted.length,
    rows: sorted.slice(question.from, question.from + question.count),
    doubtful: all.rows.flatMap(({ key, isSure }) => (isSure ? [] : [key])),
  }
}

type All = { readonly assigned: object; readonly version: number; readonly rows: readonly ProposalRow[] }
const last = new WeakMap<Book, All>()

/** Worked out once, until figures or records change. */
function allOf(book: Book): All {
  const known = last.get(book)
  if (known?.assigned === book.assigned && known.version === book.version) return known
  const tally = everTally(book)
  const places = placesOf(book, tally)
  const found = places.map((place) => foundListing(book, foundAt(book.assigned.products, place)))
  const records = [...book.assigned.products.records]
  const apart = [...book.records.assignments.values()].flatMap((one) => one.apart ?? [])
  const gross = tally.figures('gross')
  const rows = proposed(
    found,
    records.map((product, at) => knownProduct(book, product, at)),
    apart,
  ).map((proposal) => rowOf(book, proposal, found, places, tally, gross))
  const all = { assigned: book.assigned, version: book.version, rows }
  last.set(book, all)
  return all
}

/** Places of listings that were ever sold or are offered and that no hand typed; a card that buys later is nothing sold yet. */
function placesOf(book: Book, tally: PartyTally): readonly number[] {
  const { names } = book
  const { products } = book.assigned
  return Array.from(products.found, (_, at) => products.records.length + 1 + at).filter((place) => {
    const listing = names.listings[foundAt(products, place)]
    const isThere = tally.there[place] === 1 || placeOffer(book, place)?.archived === false
    return isThere && listing !== undefined && !listing.key.startsWith('product:')
  })
}

function foundListing(book: Book, id: number): FoundListing {
  const { names } = book
  const { account, key } = names.listings[id] ?? { account: 0, key: '' }
  const { title, sku } = calledNow(book, id)
  const offer = offerOf(book, id)
  const text = names.accounts.texts[account] ?? ''
  return {
    key: listingKey({ account: text, key }),
    account: text,
    channel: channelOf(names, account),
    own: key,
    title,
    sku,
    variantOf: offer ? String(offer.product) : '',
    variantTitle: offer?.productTitle ?? '',
  }
}

function knownProduct(book: Book, product: Product, at: number) {
  const { names, assigned } = book
  const members = assigned.products.members[at] ?? []
  const listings = members.map((id) => names.listings[id])
  const offers = members.flatMap((id) => offerOf(book, id) ?? [])
  return {
    id: product.id,
    name: product.name,
    skus: [product.sku, ...[...listings, ...offers].flatMap((one) => one?.sku.split(',') ?? [])],
    accounts: [...new Set(listings.map((one) => names.accounts.texts[one?.account ?? 0] ?? ''))],
    variantsOf: [...new Set(offers.map((offer) => String(offer.product)))],
  }
}

function rowOf(
  book: Book,
  { product, listings, evidence }: Proposal,
  found: readonly FoundListing[],
  places: readonly number[],
  tally: PartyTally,
  gross: Float64Array,
): ProposalRow {
  const { products } = book.assigned
  const own = listings.flatMap((at) => found[at] ?? [])
  const ownPlaces = listings.flatMap((at) => places[at] ?? [])
  const best = ownPlaces.toSorted((a, b) => (tally.units[b] ?? 0) - (tally.units[a] ?? 0))[0] ?? 0
  const record = product === null ? undefined : products.records[product]
  return {
    key: own[0]?.key ?? '',
    product: record ? { id: record.id, name: record.name } : null,
    name:
      shortest(own.flatMap(({ title, variantTitle }) => [title, variantTitle])) ||
      own.find(({ sku }) => sku !== '')?.sku ||
      (own[0]?.own ?? ''),
    sku: own.find(({ sku }) => foldedSku(sku) !== '')?.sku.trim() ?? '',
    kind: record?.kind ?? kindsSold(book)(foundAt(products, best)),
    evidence,
    isSure: evidence === null || evidence.by !== 'title' || evidence.alike === 1,
    listings: own.map(({ account, own: key, channel, title, sku }) => ({
      ref: { account, key },
      channel,
      accountName: account.slice(account.indexOf(unit) + 1),
      title,
      sku,
    })),
    units: ownPlaces.reduce((sum, place) => sum + (tally.units[place] ?? 0), 0),
    sums: tally.total(Uint32Array.from(ownPlaces)),
    figure: ownPlaces.reduce((sum, place) => sum + (gross[place] ?? 0), 0),
  }
}

/** Marketplaces reward long titles; the shortest one is the product's name. */
const shortest = (titles: readonly string[]): string =>
  titles
    .filter((title) => title !== '')
    .reduce((best, title) => (best === '' || title.length < best.length ? title : best), '')

function sortRows(
  book: Book,
  rows: readonly ProposalRow[],
  { by, descending }: ProposalsQuestion['sort'],
): readonly ProposalRow[] {
  const places = [...rows.keys()]
  const key = sortKey(book, rows, places, by)
  const way = descending ? -1 : 1
  return places.toSorted((a, b) => way * (key(a) - key(b)) || a - b).flatMap((at) => rows[at] ?? [])
}

function sortKey(
  book: Book,
  rows: readonly ProposalRow[],
  places: readonly number[],
  by: ProposalsQuestion['sort']['by'],
): (at: number) => number {
  switch (by) {
    case 'name':
      return textRanks(book.names.listings, places, (at) => rows[at]?.name ?? '')
    case 'kind':
      return textRanks(book.names.listings, places, (at) => rows[at]?.kind ?? '')
    case 'evidence':
      return (at) => certainty(rows[at])
    case 'units':
      return (at) => rows[at]?.units ?? 0
    case 'gross':
      return (at) => rows[at]?.figure ?? 0
  }
}

/** The doubtful first: they are what a person has to look at. */
function certainty(row: ProposalRow | undefined): number {
  const evidence = row?.evidence
  if (!evidence) return 5
  if (evidence.by === 'title') return evidence.alike
  return { id: 2, sku: 3, variants: 4 }[evidence.by]
}
