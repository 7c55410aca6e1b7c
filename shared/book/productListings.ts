import { isoDay } from '#shared/calendar/day.ts'
import { listingKey } from '#shared/product/newProduct.ts'
import type { Book } from './book.ts'
import { membersAt } from './keys.ts'
import { offerOf } from './offers.ts'
import { noDay, tallyParties } from './partyFigures.ts'
import type { ProductListing } from './partyQuestions.ts'
import type { Filter, Report } from './questions.ts'
import { atOnce } from './steps.ts'
import { accountNameOf, channelOf } from './words.ts'

/** The listings of one product (by its place), what each earned and how it came to the product. Those that sold most come first. */
export function productListings(
  book: Book,
  place: number,
  filter: Filter,
  report: Report,
): readonly ProductListing[] {
  const { names, assigned, sameListing } = book
  const members = place === 0 ? [] : membersAt(assigned.products, place)
  const record = assigned.products.records[place - 1]
  const own = new Set(record?.listings.map(listingKey))
  const narrowed = { ...filter, listings: members }
  const size = names.listings.length
  const each = Uint32Array.from({ length: size }, (_, id) => id)
  const tally = atOnce(tallyParties(book, narrowed, report, size, 'listing', each))
  const howOf = (id: number, key: string): ProductListing['how'] => {
    if (record === undefined || own.has(key)) return 'own'
    if (key.includes(handMark)) return 'hand'
    return [...sameListing.values()].includes(id) ? 'same' : 'rule'
  }
  return members
    .filter((id) => !sameListing.has(id)) // a catalogue's key for what sales know under another
    .toSorted((a, b) => (tally.units[b] ?? 0) - (tally.units[a] ?? 0) || a - b)
    .flatMap((id) => {
      const { account = 0, key = '', title = '', sku = '' } = names.listings[id] ?? {}
      const ref = { account: names.accounts.texts[account] ?? '', key }
      const how = howOf(id, listingKey(ref))
      const last = tally.last[id] ?? -noDay
      if (how === 'hand' && last === -noDay) return []
      const offer = offerOf(book, id)
      return {
        id,
        ref,
        channel: channelOf(names, account),
        accountName: accountNameOf(names, account),
        title: title || (offer?.title ?? ''),
        sku: sku || (offer?.sku ?? ''),
        how,
        price: offer?.price ?? null,
        cost: offer?.cost ?? null,
        costOrigin: offer?.costOrigin ?? null,
        stock: offer?.stock ?? null,
        units: tally.units[id] ?? 0,
        sales: tally.sales[id] ?? 0,
        last: last === -noDay ? '' : isoDay(last),
        sums: tally.sums(id),
      }
    })
}

/** Begins the key of what sales by hand call a listing. */
const handMark = 'product:'
