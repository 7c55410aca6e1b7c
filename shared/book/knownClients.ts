import { asMail, fullName, mostOfName } from '#shared/client/proposals.ts'
import type { Known } from '#shared/client/proposals.ts'
import type { Book } from './book.ts'
import { buyerName } from './contacts.ts'
import { clientKey, foundAt, membersAt } from './keys.ts'
import { once } from './once.ts'
import type { Names } from './words.ts'

/** Buyers of undone imports are nobody at present. */
const buyersThere = once(({ columns, names }): Uint8Array => {
  const there = new Uint8Array(names.buyers.length)
  for (let entry = 0; entry < columns.size; entry++)
    if (columns.live[entry] !== 0) there[columns.buyer[entry] ?? 0] = 1
  return there
})

/** What helps to tell whether a client is somebody else, too; null where nobody is there. */
export function knownAt(book: Book, place: number): Known | null {
  const { names, assigned } = book
  const there = buyersThere(book)
  const record = assigned.clients.records[place - 1]
  if (!record) {
    const buyer = foundAt(assigned.clients, place)
    return there[buyer] === 1 ? foundKnown(book, place, buyer) : null
  }
  const buyers = membersAt(assigned.clients, place).filter((buyer) => there[buyer] === 1)
  const own = buyers.flatMap((buyer) => names.buyers[buyer] ?? [])
  const [address] = record.addresses
  const ownPlace = address ? `${address.postcode}|${address.country}`.toLowerCase() : ''
  return {
    key: record.id,
    isRecord: true,
    name: record.name,
    mails: [...record.mails, ...own.flatMap(({ key }) => mailIn(key))],
    place:
      ownPlace === '|' || ownPlace === ''
        ? (own.map(({ key }) => guestPlace(key)).find((text) => text !== '') ?? '')
        : ownPlace,
    channels: own.map(({ channel }) => channel),
  }
}

function foundKnown(book: Book, place: number, buyer: number): Known {
  const { channel, key } = book.names.buyers[buyer] ?? { channel: '', key: '' }
  return {
    key: clientKey(book, place),
    isRecord: false,
    name: buyerName(book, buyer),
    mails: mailIn(key),
    place: guestPlace(key),
    channels: [channel],
  }
}

const none: readonly string[] = []
const mailIn = (key: string): readonly string[] =>
  key.startsWith('mail:') ? [key.slice('mail:'.length)] : none

/** Postcode and country of a guest; '' where neither is known. */
function guestPlace(key: string): string {
  if (!key.startsWith('guest:')) return ''
  const place = key.split('|').slice(1).join('|')
  return place.replaceAll('|', '') === '' ? '' : place
}

/** Numbers for full names, 0 for none; by name as it is written, and by what makes two of them one. */
type FullNames = { readonly written: Map<string, number>; readonly full: Map<string, number> }
const fullNames = new WeakMap<Names, FullNames>()

function fullNamesOf({ names }: Book): FullNames {
  const known = fullNames.get(names) ?? { written: new Map(), full: new Map() }
  fullNames.set(names, known)
  return known
}

function numberOf({ written, full }: FullNames, name: string): number {
  const known = written.get(name)
  if (known !== undefined) return known
  const [text] = fullName(name)
  const number = text === undefined ? 0 : (full.get(text) ?? full.size + 1)
  if (text !== undefined) full.set(text, number)
  written.set(name, number)
  return number
}

/** How many are looked at in one step: a few milliseconds. */
const stepSize = 2000

/**
 * The places that a proposal can hold: all who share a mail, and all of a name that few have, each on another channel.
 * Where somebody of that name shares a mail or has an address, that has to be compared in full. Of 400,000 this leaves few.
 */
export function* placesInProposals(book: Book): Generator<void, readonly number[]> {
  const { records, found } = book.assigned.clients
  const end = records.length + found.length + 1
  const numbers = fullNamesOf(book)
  const nameAt = new Uint32Array(end)
  const namesakes = createNamesakes(numbers.full.size + end)
  const [mailed, located] = [new Map<string, number>(), new Uint8Array(end)]
  const shares = new Uint8Array(end)
  for (let place = 1; place < end; place++) {
    if (place % stepSize === 0) yield
    const one = knownAt(book, place)
    if (!one) continue
    const name = numberOf(numbers, one.name)
    nameAt[place] = name
    namesakes.add(name, one.channels)
    if (one.place !== '') located[place] = 1
    for (const mail of one.mails.map(asMail)) {
      const other = mailed.get(mail)
      if (other === undefined) mailed.set(mail, place)
      else if (mail !== '' && other !== place) shares[place] = shares[other] = 1
    }
  }
  yield
  for (let place = 1; place < end; place++)
    if (shares[place] === 1 || located[place] === 1) namesakes.compare(nameAt[place] ?? 0)
  yield
  const places: number[] = []
  for (let place = 1; place < end; place++)
    if (shares[place] === 1 || namesakes.canBeOne(nameAt[place] ?? 0)) places.push(place)
  return places
}

/** How many have a name, by its number, and whether two of them are told apart by their channel. */
function createNamesakes(most: number) {
  const [counts, seen] = [new Uint32Array(most), new Int32Array(most)]
  const [apart, compared] = [new Uint8Array(most), new Uint8Array(most)]
  const channels = new Map<string, number>()
  return {
    add: (name: number, on: readonly string[]) => {
      counts[name] = (counts[name] ?? 0) + 1
      for (const channel of on) {
        const bit = channels.get(channel) ?? 2 ** channels.size // past 32 channels nobody is told apart
        channels.set(channel, bit)
        if (((seen[name] ?? 0) & bit) !== 0) apart[name] = 1
        seen[name] = (seen[name] ?? 0) | bit
      }
    },
    compare: (name: number) => void (compared[name] = 1),
    canBeOne: (name: number): boolean => {
      const count = counts[name] ?? 0
      if (name === 0 || count < 2) return false
      return compared[name] === 1 || (count <= mostOfName && apart[name] !== 1)
    },
  }
}
