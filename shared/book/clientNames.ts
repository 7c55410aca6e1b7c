import type { Book } from './book.ts'
import { buyerName } from './contacts.ts'
import { membersAt } from './keys.ts'
import { learn, learntRanks } from './ranks.ts'

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
  for (const _ of rankClientNames(book));
  return kept.get(book)?.ranks ?? new Uint32Array(0)
}

/** As many names as are looked up in a few milliseconds. */
const namesAtOnce = 8000

/** Finds these ranks before anybody asks, in steps of a few milliseconds. */
export function* rankClientNames(book: Book): Generator<void> {
  const { importsVersion } = book
  const { clients } = book.assigned
  const known = kept.get(book)
  if (known?.clients === clients && known.importsVersion === importsVersion) return
  const ranks = new Uint32Array(clients.records.length + clients.found.length + 1)
  yield* learn(book.names, namesOf(book, ranks.length))
  const rankOf = learntRanks(book.names)
  for (let place = 0; place < ranks.length; place++) {
    if (place % namesAtOnce === 0) yield
    ranks[place] = rankOf(clientName(book, place))
  }
  kept.set(book, { clients, importsVersion, ranks })
}

function* namesOf(book: Book, end: number): Generator<string> {
  for (let place = 0; place < end; place++) yield clientName(book, place)
}
