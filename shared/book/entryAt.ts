import type { Book } from './book.ts'
import { buyerText, kinds, listingText, sources, statuses, streams, types } from './entry.ts'
import type { Entry } from './entry.ts'

/** An entry of the book as it was told. */
export function entryAt({ columns, groups, names }: Book, at: number): Entry {
  const group = columns.group[at] ?? 0
  const listing = names.listings[columns.listing[at] ?? 0]
  const buyer = names.buyers[columns.buyer[at] ?? 0]
  return {
    sale: [groups.keyHigh[group] ?? 0, groups.keyLow[group] ?? 0],
    key: [columns.keyHigh[at] ?? 0, columns.keyLow[at] ?? 0],
    day: columns.day[at] ?? 0,
    kind: kinds[columns.kind[at] ?? 0] ?? 'other',
    type: types[columns.type[at] ?? 0] ?? '',
    status: statuses[columns.status[at] ?? 0] ?? 'counted',
    source: sources[columns.source[at] ?? 0] ?? 'derived',
    flags: columns.flags[at] ?? 0,
    account: names.accounts.texts[columns.account[at] ?? 0] ?? '',
    stream: streams[columns.said[at] ?? 0] ?? '',
    listing: listing && listing.key !== '' ? listingText(listing.key, listing.title, listing.sku) : '',
    buyer: buyer && buyer.key !== '' ? buyerText(buyer.key, buyer.name) : '',
    label: '',
    currency: names.currencies.texts[columns.currency[at] ?? 0] ?? '',
    amount: columns.amount[at] ?? 0,
    quantity: columns.quantity[at] ?? 0,
    file: columns.file[at] ?? 0,
    row: columns.row[at] ?? 0,
  }
}
