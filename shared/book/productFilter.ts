import type { Book } from './book.ts'
import { streams, type Stream } from './entry.ts'
import { membersAt } from './keys.ts'
import { once } from './once.ts'
import type { PartyTally } from './partyFigures.ts'
import type { Selling } from './partyQuestions.ts'
import type { Filter } from './questions.ts'
import { channelOf } from './words.ts'

type Passes = (place: number) => boolean

/** Sales by hand name their product itself: that is a listing only while there is such a sale. */
export const isOfHand = ({ names }: Book, listing: number): boolean =>
  names.listings[listing]?.key.startsWith('product:') === true
/** Nor does a listing count twice that a catalogue knows under another key than its sales. */
const isListed = (book: Book, listing: number): boolean =>
  isOfHand(book, listing) ? sold(book)[listing] === 1 : !book.sameListing.has(listing)
const sold = once(({ columns, names }): Uint8Array => {
  const found = new Uint8Array(names.listings.length)
  for (let entry = 0; entry < columns.size; entry++)
    if (columns.live[entry] !== 0) found[columns.listing[entry] ?? 0] = 1
  return found
})

/** Names of sales by hand that are there no more: nothing is called so now. */
export const goneOfHand = once((book): readonly number[] => {
  const ofHand = [...book.names.listings.keys()].filter((listing) => isOfHand(book, listing))
  return ofHand.length === 0 ? ofHand : ofHand.filter((listing) => sold(book)[listing] !== 1)
})

export const listedAt = (book: Book, place: number): readonly number[] =>
  membersAt(book.assigned.products, place).filter((listing) => isListed(book, listing))

/** The stream in effect; '' = as each sale says. */
export function streamAt(book: Book, place: number): Stream {
  const { products, streamOfListing } = book.assigned
  const record = products.records[place - 1]
  if (record) return record.stream || record.kind
  return streams[streamOfListing[listedAt(book, place)[0] ?? 0] ?? 0] ?? ''
}

/** Whether a product is one of these streams, and listed where the filter looks; null where it looks everywhere. */
export function standsWhere(book: Book, { channels, accounts, streams: some }: Filter): Passes | null {
  if (!channels && !accounts && !some) return null
  const { names } = book
  const isThere = (listing: number): boolean => {
    const account = names.listings[listing]?.account ?? 0
    return (
      (!channels || channels.includes(channelOf(names, account))) &&
      (!accounts || accounts.includes(names.accounts.texts[account] ?? ''))
    )
  }
  const isAnywhere = !channels && !accounts
  return (place) =>
    (!some || some.includes(streamAt(book, place))) && (isAnywhere || listedAt(book, place).some(isThere))
}

/** How a product sells: `tally` is what is asked for, `ever` is all there is. */
export function sellsAs(
  book: Book,
  selling: readonly Selling[],
  tally: PartyTally,
  ever: PartyTally,
): Passes {
  const is: Readonly<Record<Selling, Passes>> = {
    sold: (place) => (tally.sales[place] ?? 0) > 0,
    unsold: (place) => tally.sales[place] === 0,
    never: (place) => ever.sales[place] === 0,
    unlisted: (place) => listedAt(book, place).every((listing) => isOfHand(book, listing)),
  }
  return (place) => selling.some((one) => is[one](place))
}
