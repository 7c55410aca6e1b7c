import { unit } from './entry.ts'

/** A dictionary of the whole book: a text by its id, an id by its text; id 0 is ''. */
export type Words = { readonly ids: Map<string, number>; readonly texts: string[] }
const createWords = (): Words => ({ ids: new Map([['', 0]]), texts: [''] })

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
  /** Ids by key: of listings for each account, of buyers for each channel. */
  readonly listingIds: Map<number, Map<string, number>>
  readonly buyerIds: Map<string, Map<string, number>>
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
 * Gives ids to the listings of one account. A listing's title is the first one seen; one known by its id alone (a listing
 * fee) takes the title that comes later.
 */
export function listingIdsOf(names: Names, account: number): (text: string) => number {
  const ids = madeIfMissing(names.listingIds, account)
  return (text) => {
    const key = text.slice(0, text.indexOf(unit))
    const known = ids.get(key)
    const listing = known === undefined ? undefined : names.listings[known]
    if (known !== undefined && listing && listing.title !== '') return known
    const [, title = '', sku = ''] = text.split(unit)
    if (known !== undefined && listing) {
      Object.assign(listing, { title, sku: listing.sku === '' ? sku : listing.sku })
      return known
    }
    ids.set(key, names.listings.length)
    return names.listings.push({ account, key, title, sku }) - 1
  }
}

/**
 * Gives ids to the buyers of an account's channel: one person in two shops of a channel is one buyer. Their name is the
 * first one seen; one known by mail or handle alone takes the name that comes later, if it comes from a sale.
 */
export function buyerIdsOf(names: Names, account: number, ofSales: boolean): (text: string) => number {
  const channel = channelOf(names, account)
  const ids = madeIfMissing(names.buyerIds, channel)
  return (text) => {
    const end = text.indexOf(unit)
    const key = text.slice(0, end)
    const known = ids.get(key)
    const buyer = known === undefined ? undefined : names.buyers[known]
    if (known !== undefined && buyer) {
      if (ofSales && isBare(buyer)) Object.assign(buyer, { name: text.slice(end + 1) || buyer.name })
      return known
    }
    ids.set(key, names.buyers.length)
    return names.buyers.push({ channel, key, name: text.slice(end + 1) }) - 1
  }
}

/** `mail:ana@example.com` as `Ana@example.com` is no name. */
const isBare = ({ key, name }: Buyer): boolean =>
  name === '' || name.toLowerCase() === key.slice(key.indexOf(':') + 1)

function madeIfMissing<K>(maps: Map<K, Map<string, number>>, key: K): Map<string, number> {
  const known = maps.get(key)
  if (known) return known
  const made = new Map<string, number>()
  maps.set(key, made)
  return made
}

export const channelOf = (names: Names, account: number): string =>
  (names.accounts.texts[account] ?? '').split(unit)[0] ?? ''
export const accountNameOf = (names: Names, account: number): string =>
  (names.accounts.texts[account] ?? '').split(unit)[1] ?? ''
