import { isoDay } from '#shared/calendar/day.ts'
import type { Book } from './book.ts'
import { kindsSold } from './kindsSold.ts'
import { membersAt, productKey, productPlace } from './keys.ts'
import { noDay, tallyParties } from './partyFigures.ts'
import { calledNow, offeredIds } from './offers.ts'
import { placeOffer } from './placeOffers.ts'
import type { PartyTally } from './partyFigures.ts'
import type { ProductRow, ProductsAnswer, ProductSort, ProductsQuestion } from './partyQuestions.ts'
import type { Filter, Report } from './questions.ts'
import type { Steps } from './steps.ts'
import { lastAsked } from './lastAsked.ts'
import { listed } from './listed.ts'
import { isOfHand, listedAt, sellsAs, standsWhere, streamAt } from './productFilter.ts'
import { textRanks } from './ranks.ts'
import { matcher } from './search.ts'
import { channelOf } from './words.ts'

/** A window of the brand's products: records, and listings that belong to none and were ever sold or offered. */
export function products(book: Book, question: ProductsQuestion, report: Report): ProductsAnswer {
  const tally = tallyOf(book, question.filter, report)
  const { sorted, sums } = listOf(book, question, report)
  return {
    total: sorted.length,
    rows: Array.from(sorted.subarray(question.from, question.from + question.count), (place) =>
      productRow(book, place, tally),
    ),
    sums,
  }
}

/** One product, with the money that the filter lets through; null where the book knows no such key. */
export function product(book: Book, place: number, filter: Filter, report: Report): ProductRow | null {
  return place === 0 ? null : productRow(book, place, tallyOf(book, filter, report))
}

/** A few numbers for each product. */
const periodsKept = 6
const tallyOf = lastAsked((book, filter: Filter, report): Steps<PartyTally> => {
  const { placeOf, records, found } = book.assigned.products
  return tallyParties(book, filter, report, 1 + records.length + found.length, 'listing', placeOf)
}, periodsKept)

/** All that was ever sold or offered, whatever became of it. */
export const everTally = (book: Book): PartyTally => tallyOf(book, everywhere, {})

const everywhere: Filter = { standing: ['counted', 'uncounted', 'waiting', 'hidden'] }

/** Works out what a list with this filter is made of, in steps. */
export function* readyProducts(book: Book, filter: Filter, report: Report): Steps<void> {
  yield* tallyOf.prepare(book, filter, report)
  yield* tallyOf.prepare(book, everywhere, {})
  kindsSold(book)
  yield
  offeredIds(book)
  yield
}

/** Makes the whole list ready before anybody asks. */
export function* prepareProducts(book: Book): Steps<void> {
  yield* readyProducts(book, {}, {})
  products(book, { filter: {}, sort: { by: 'kept', descending: true }, from: 0, count: 1 }, {})
  yield
}

const listOf = listed<ProductsQuestion>(
  (book, question, report) => {
    const tally = tallyOf(book, question.filter, report)
    const places = placesShown(book, question, tally)
    return { places, sums: tally.total(places) }
  },
  (book, { filter, sort }, report, places) => keysBy(book, places, sort.by, tallyOf(book, filter, report)),
)

function placesShown(book: Book, question: ProductsQuestion, tally: PartyTally): Uint32Array {
  const { assigned } = book
  const { records, found } = assigned.products
  const ever = everTally(book)
  const isFound = matcher(book, 'products', question.text ?? '')
  const only = question.keys && new Set(question.keys.map((key) => productPlace(book, key)))
  const except = new Set((question.exceptKeys ?? []).map((key) => productPlace(book, key)))
  const places = new Uint32Array(records.length + found.length)
  let shown = 0
  const stands = standsWhere(book, question.filter)
  const sells = question.selling && sellsAs(book, question.selling, tally, tallyOf(book, {}, {}))
  for (let place = 1; place <= records.length + found.length; place++) {
    const record = records[place - 1]
    if (question.show !== undefined && (question.show === 'records') !== (record !== undefined)) continue
    if ((only && !only.has(place)) || except.has(place)) continue
    const offer = record ? null : placeOffer(book, place)
    if (!record && !offer && ever.there[place] !== 1) continue
    if (stands && tally.there[place] !== 1 && !stands(place)) continue
    if (sells && !sells(place)) continue
    const isPast = record ? record.archived : offer?.archived === true && ever.there[place] !== 1
    if (isPast !== (question.archived ?? false)) continue
    if (question.kinds && !(record && question.kinds.includes(record.kind))) continue
    if (question.tags && !tagsAt(book, place).some((tag) => question.tags?.includes(tag))) continue
    if (!isFound(place)) continue
    places[shown++] = place
  }
  return places.subarray(0, shown)
}

/** Stock can be below zero: what nobody counts comes before all of it. */
const noStock = -0x80000000

/** By place. */
function keysBy(book: Book, places: Uint32Array, by: ProductSort, tally: PartyTally): ArrayLike<number> {
  const { records } = book.assigned.products
  const keys = new Float64Array(tally.there.length)
  const filled = (keyOf: (place: number) => number) => {
    for (const place of places) keys[place] = keyOf(place)
    return keys
  }
  const alphabetical = (textOf: (place: number) => string) =>
    filled(textRanks(book.names.listings, places, textOf))
  switch (by) {
    case 'name':
      return alphabetical((place) => productName(book, place))
    case 'sku':
      return alphabetical((place) => productSku(book, place))
    case 'kind':
      return alphabetical((place) => records[place - 1]?.kind ?? '')
    case 'units':
      return tally.units
    case 'sales':
      return tally.sales
    case 'last':
      return tally.last
    case 'price':
      return filled((place) => (records[place - 1]?.price ?? placeOffer(book, place)?.price)?.amount ?? -1)
    case 'stock':
      return filled((place) => records[place - 1]?.stock ?? placeOffer(book, place)?.stock ?? noStock)
    default:
      return tally.figures(by)
  }
}

const titleOf = (book: Book, place: number): number => membersAt(book.assigned.products, place)[0] ?? 0
/** A listing without a record is called what its catalogue calls it now, else what it was first seen as. */
export const productName = (book: Book, place: number): string =>
  book.assigned.products.records[place - 1]?.name ?? calledNow(book, titleOf(book, place)).title
export const productSku = (book: Book, place: number): string =>
  book.assigned.products.records[place - 1]?.sku ?? calledNow(book, titleOf(book, place)).sku

function tagsAt({ assigned }: Book, place: number): readonly string[] {
  const own = assigned.products.records[place - 1]?.tags ?? []
  const ruled = membersAt(assigned.products, place).flatMap(
    (listing) => assigned.tagsOfListing.get(listing) ?? [],
  )
  return [...new Set([...own, ...ruled])]
}

function productRow(book: Book, place: number, tally: PartyTally): ProductRow {
  const { names, assigned } = book
  const record = assigned.products.records[place - 1]
  const members = listedAt(book, place)
  const last = tally.last[place] ?? -noDay
  const offer = placeOffer(book, place)
  return {
    key: productKey(book, place),
    isRecord: record !== undefined,
    name: productName(book, place),
    sku: productSku(book, place),
    kind: record?.kind ?? '',
    kindSold: kindsSold(book)(members[0] ?? 0),
    stream: streamAt(book, place),
    image: record?.image ?? null,
    tags: tagsAt(book, place),
    channels: [...new Set(members.map((listing) => channelOf(names, names.listings[listing]?.account ?? 0)))],
    listings: members.filter((listing) => !isOfHand(book, listing)).length,
    price: record?.price ?? offer?.price ?? null,
    stock: record?.stock ?? offer?.stock ?? null,
    priceFrom: record?.price || !offer?.price ? null : offer.listed,
    stockFrom: typeof record?.stock === 'number' || typeof offer?.stock !== 'number' ? null : offer.listed,
    archived: record ? record.archived : (offer?.archived ?? false),
    units: tally.units[place] ?? 0,
    sales: tally.sales[place] ?? 0,
    last: last === -noDay ? '' : isoDay(last),
    sums: tally.sums(place),
  }
}
