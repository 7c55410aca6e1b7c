import { unit } from './entry.ts'

/** A dictionary of the whole book: a text by its id, an id by its text; id 0 is ''. */
export type Words = { readonly ids: Map<string, number>; readonly texts: string[] }
export const createWords = (): Words => ({ ids: new Map([['', 0]]), texts: [''] })

export function wordId(words: Words, text: string): number {
  const known = words.ids.get(text)
  if (known !== undefined) return known
  words.ids.set(text, words.texts.length)
  words.texts.push(text)
  return words.texts.length - 1
}

/** What is sold, once per account; what buys, once per channel. */
export type Listing = { readonly account: number; readonly key: string; title: string; sku: string }
export type Buyer = { readonly channel: string; readonly key: string; name: string }

export type Names = {
  readonly accounts: Words
  readonly currencies: Words
  readonly listings: Listing[]
  readonly buyers: Buyer[]
  readonly listingIds: Map<string, number>
  readonly buyerIds: Map<string, number>
}

export const createNames = (): Names => ({
  accounts: createWords(),
  currencies: createWords(),
  listings: [{ account: 0, key: '', title: '', sku: '' }],
  buyers: [{ channel: '', key: '', name: '' }],
  listingIds: new Map(),
  buyerIds: new Map(),
})

/**
 * The id of a listing. Its title is the first one seen; a listing known by id alone (a listing fee) takes the title
 * that comes later.
 */
export function listingId(names: Names, account: number, text: string): number {
  if (text === '') return 0
  const [key = '', title = '', sku = ''] = text.split(unit)
  const place = account + unit + key
  const known = names.listingIds.get(place)
  if (known === undefined) {
    names.listingIds.set(place, names.listings.length)
    names.listings.push({ account, key, title, sku })
    return names.listings.length - 1
  }
  const listing = names.listings[known]
  if (listing && listing.title === '') listing.title = title
  if (listing && listing.sku === '') listing.sku = sku
  return known
}

/** The id of a buyer; one person in two shops of a channel is one buyer. */
export function buyerId(names: Names, account: number, text: string): number {
  if (text === '') return 0
  const [key = '', name = ''] = text.split(unit)
  const channel = channelOf(names, account)
  const place = channel + unit + key
  const known = names.buyerIds.get(place)
  if (known === undefined) {
    names.buyerIds.set(place, names.buyers.length)
    names.buyers.push({ channel, key, name })
    return names.buyers.length - 1
  }
  const buyer = names.buyers[known]
  if (buyer && buyer.name === '') buyer.name = name
  return known
}

export const channelOf = (names: Names, account: number): string => (names.accounts.texts[account] ?? '').split(unit)[0] ?? ''
export const accountNameOf = (names: Names, account: number): string => (names.accounts.texts[account] ?? '').split(unit)[1] ?? ''
