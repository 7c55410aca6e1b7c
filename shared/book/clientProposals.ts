import { apartId } from '#shared/assignments/assignment.ts'
import { proposeClients } from '#shared/client/proposals.ts'
import type { ClientProposal, Known } from '#shared/client/proposals.ts'
import type { Book } from './book.ts'
import { buyerName } from './contacts.ts'
import { clientKey, membersAt } from './keys.ts'
import { lastAsked } from './lastAsked.ts'

/** Clients and buyers that are likely one and the same, in the order of how sure that is. */
export const clientProposals = (book: Book): readonly ClientProposal[] => proposals(book, {}, {})

const proposals = lastAsked((book) => {
  const { records, found } = book.assigned.clients
  const there = buyersThere(book)
  const known: Known[] = []
  for (let place = 1; place <= records.length + found.length; place++) {
    const one = knownAt(book, place, there)
    if (one) known.push(one)
  }
  const rejected = book.records.assignments
  return proposeClients(known, (keys) => rejected.has(apartId(keys)))
})

/** Buyers of undone imports are nobody at present. */
function buyersThere({ columns, names }: Book): Uint8Array {
  const there = new Uint8Array(names.buyers.length)
  for (let entry = 0; entry < columns.size; entry++)
    if (columns.live[entry] !== 0) there[columns.buyer[entry] ?? 0] = 1
  return there
}

function knownAt(book: Book, place: number, there: Uint8Array): Known | null {
  const { names, assigned } = book
  const record = assigned.clients.records[place - 1]
  const buyers = membersAt(assigned.clients, place).filter((buyer) => there[buyer] === 1)
  if (!record && buyers.length === 0) return null
  const own = buyers.flatMap((buyer) => names.buyers[buyer] ?? [])
  const mails = own.flatMap(({ key }) => (key.startsWith('mail:') ? [key.slice('mail:'.length)] : []))
  const guests = own.flatMap(({ key }) =>
    key.startsWith('guest:') ? [key.split('|').slice(1).join('|')] : [],
  )
  const [address] = record?.addresses ?? []
  const ownPlace = address ? `${address.postcode}|${address.country}`.toLowerCase() : ''
  return {
    key: clientKey(book, place),
    isRecord: record !== undefined,
    name: record?.name ?? buyerName(book, buyers[0] ?? 0),
    mails: [...(record?.mails ?? []), ...mails],
    place:
      ownPlace === '|' || ownPlace === ''
        ? (guests.find((text) => text.replaceAll('|', '') !== '') ?? '')
        : ownPlace,
    channels: own.map(({ channel }) => channel),
  }
}
