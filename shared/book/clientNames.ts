import type { Book } from './book.ts'
import { buyerName } from './contacts.ts'
import { membersAt } from './keys.ts'
import { textRanks } from './ranks.ts'

/** As the person calls the client at a place, else as the first of its channels does. */
export function clientName(book: Book, place: number): string {
  const { clients } = book.assigned
  const record = clients.records[place - 1]
  return record ? record.name : buyerName(book, membersAt(clients, place)[0] ?? 0)
}

type Kept = { readonly clients: object; readonly importsVersion: number; readonly ranks: Uint32Array }
const kept = new WeakMap<Book, Kept>()

/** By place: where the client's name stands in the alphabet. */
export function clientNameRanks(book: Book): Uint32Array {
  const { importsVersion } = book
  const { clients } = book.assigned
  const known = kept.get(book)
  if (known?.clients === clients && known.importsVersion === importsVersion) return known.ranks
  const places = Uint32Array.from(
    { length: clients.records.length + clients.found.length + 1 },
    (_, at) => at,
  )
  const rankOf = textRanks(book.names, places, (place) => clientName(book, place))
  const ranks = places.map(rankOf)
  kept.set(book, { clients, importsVersion, ranks })
  return ranks
}
