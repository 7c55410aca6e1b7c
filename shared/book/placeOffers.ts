import type { Price } from '#shared/product/product.ts'
import type { Book } from './book.ts'
import { membersAt } from './keys.ts'
import { offerOf } from './offers.ts'
import type { Offer } from './offers.ts'
import type { Listed } from './partyQuestions.ts'
import { accountNameOf, channelOf } from './words.ts'

/** What catalogues say of a product, of one shop: that whose prices are in the brand's currency, else the first. */
export type PlaceOffer = {
  readonly price: Price | null
  readonly stock: number | null
  /** Nothing of it is for sale any more. */
  readonly archived: boolean
  readonly listed: Listed
}

const kept = new WeakMap<
  Book['assigned'],
  { version: number; readonly offers: Map<number, PlaceOffer | null> }
>()

/** Made once for each product, until the book or what records say of it changes. */
export function placeOffer(book: Book, place: number): PlaceOffer | null {
  let known = kept.get(book.assigned)
  if (known?.version !== book.version)
    kept.set(book.assigned, (known = { version: book.version, offers: new Map() }))
  const before = known.offers.get(place)
  if (before !== undefined) return before
  const offer = makeOffer(book, offersAt(book, place))
  known.offers.set(place, offer)
  return offer
}

/** The offers of a product's listings, each once. */
function offersAt(book: Book, place: number): readonly Offer[] {
  const offers = new Map<number, Offer>()
  for (const listing of membersAt(book.assigned.products, place)) {
    const offer = offerOf(book, listing)
    if (offer) offers.set(offer.listing, offer)
  }
  return [...offers.values()]
}

function makeOffer({ names, home }: Book, offers: readonly Offer[]): PlaceOffer | null {
  const first = offers.find(({ price }) => price?.currency === home) ?? offers[0]
  if (!first) return null
  const accountOf = ({ listing }: Offer) => names.listings[listing]?.account ?? 0
  const account = accountOf(first)
  const own = offers.filter((offer) => accountOf(offer) === account)
  const prices = own.flatMap(({ price }) =>
    price && price.currency === first.price?.currency ? [price] : [],
  )
  const lowest = Math.min(...prices.map(({ amount }) => amount))
  const pieces = own.flatMap(({ stock }) => stock ?? [])
  return {
    price: first.price && { currency: first.price.currency, amount: lowest },
    stock: pieces.length === 0 ? null : pieces.reduce((sum, one) => sum + one, 0),
    archived: offers.every(({ stage }) => stage === 'archived'),
    listed: {
      channel: channelOf(names, account),
      account: accountNameOf(names, account),
      pricesDiffer: prices.some(({ amount }) => amount !== lowest),
      origin: first.origin,
    },
  }
}
