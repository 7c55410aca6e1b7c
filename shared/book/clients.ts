import { isoDay } from '#shared/calendar/day.ts'
import type { Book } from './book.ts'
import { clientName, clientNameRanks } from './clientNames.ts'
import { boughtFor, isAcquainted } from './clientFilter.ts'
import { countryAt, isFrom } from './clientCountries.ts'
import { contactIds } from './contacts.ts'
import { clientKey, clientPlace, membersAt } from './keys.ts'
import { lastAsked } from './lastAsked.ts'
import { listed } from './listed.ts'
import { noDay, tallyParties } from './partyFigures.ts'
import type { PartyTally } from './partyFigures.ts'
import type { ClientRow, ClientsAnswer, ClientSort, ClientsQuestion } from './partyQuestions.ts'
import type { Filter, Report } from './questions.ts'
import type { Steps } from './steps.ts'
import { textRanks } from './ranks.ts'
import { matcher } from './search.ts'

/** A window of the brand's clients: records, and buyers that belong to none. */
export function clients(book: Book, question: ClientsQuestion, report: Report): ClientsAnswer {
  const tally = tallyOf(book, question.filter, report)
  const { sorted, sums } = listOf(book, question, report)
  return {
    total: sorted.length,
    rows: Array.from(sorted.subarray(question.from, question.from + question.count), (place) =>
      clientRow(book, place, tally),
    ),
    sums,
  }
}

/** One client, with the money that the filter lets through; null where the book knows no such key. */
export function client(book: Book, place: number, filter: Filter, report: Report): ClientRow | null {
  return place === 0 ? null : clientRow(book, place, tallyOf(book, filter, report))
}

const tallyOf = lastAsked((book, filter: Filter, report): Steps<PartyTally> => {
  const { placeOf, records, found } = book.assigned.clients
  return tallyParties(book, filter, report, 1 + records.length + found.length, 'buyer', placeOf)
})

/** Works out what a list with this filter is made of, in steps. */
export function* readyClients(book: Book, filter: Filter, report: Report): Steps<void> {
  yield* tallyOf.prepare(book, filter, report)
  contactIds(book)
  yield
}

/** Makes the whole list ready before anybody asks. */
export function* prepareClients(book: Book): Steps<void> {
  yield* readyClients(book, {}, {})
  clients(book, { filter: {}, sort: { by: 'kept', descending: true }, from: 0, count: 1 }, {})
  yield
}

const listOf = listed<ClientsQuestion>(
  (book, question, report) => {
    const tally = tallyOf(book, question.filter, report)
    const places = placesShown(book, question, tally)
    return { places, sums: tally.total(places) }
  },
  (book, { filter, sort }, report, places) => keysBy(book, places, sort.by, tallyOf(book, filter, report)),
)

function placesShown(book: Book, question: ClientsQuestion, tally: PartyTally): Uint32Array {
  const { records, found } = book.assigned.clients
  const isFiltered = Object.keys(question.filter).some((name) => name !== 'standing')
  const isFound = matcher(book, 'clients', question.text ?? '')
  const contacted = contactPlaces(book)
  const isHere = question.countries && isFrom(book, question.countries)
  const isWithin = question.gross && boughtFor(tally, question.gross)
  const knows = question.acquaintance && isAcquainted(book, question.filter, tally, question.acquaintance)
  const placesOf = (keys: readonly string[] | undefined) =>
    keys === undefined ? null : new Set(keys.map((key) => clientPlace(book, key)))
  const [only, except] = [placesOf(question.keys), placesOf(question.exceptKeys)]
  const places = new Uint32Array(records.length + found.length)
  let shown = 0
  for (let place = 1; place <= records.length + found.length; place++) {
    if (isFiltered && tally.there[place] !== 1) continue
    const record = records[place - 1]
    if ((only !== null && !only.has(place)) || except?.has(place) === true) continue
    if (question.show !== undefined && (question.show === 'records') !== (record !== undefined)) continue
    const isKnown = record !== undefined || contacted[place] === 1
    if (tally.there[place] !== 1 && !isKnown) continue
    if (question.circles && !record?.circles.some((circle) => question.circles?.includes(circle))) continue
    if (question.tags && !record?.tags.some((tag) => question.tags?.includes(tag))) continue
    if (question.followUpBy !== undefined && !((record?.followUp?.day ?? '9') <= question.followUpBy))
      continue
    if ((knows && !knows(place)) || (isWithin && !isWithin(place)) || (isHere && !isHere(place))) continue
    if (!isFound(place)) continue
    places[shown++] = place
  }
  return places.subarray(0, shown)
}

/** By place: 1 where a list of customers speaks of them. */
function contactPlaces(book: Book): Uint8Array {
  const { placeOf, records, found } = book.assigned.clients
  const places = new Uint8Array(1 + records.length + found.length)
  for (const buyer of contactIds(book)) places[placeOf[buyer] ?? 0] = 1
  return places
}

/** By place. */
function keysBy(book: Book, places: Uint32Array, by: ClientSort, tally: PartyTally): ArrayLike<number> {
  switch (by) {
    case 'name':
      return clientNameRanks(book)
    case 'channel':
      return ranked(book, places, (place) => channelsAt(book, place)[0] ?? '')
    case 'followUp':
      return ranked(book, places, (place) => book.assigned.clients.records[place - 1]?.followUp?.day ?? '')
    case 'sales':
      return tally.sales
    case 'first':
      return tally.first
    case 'last':
      return tally.last
    default:
      return tally.figures(by)
  }
}

function ranked(book: Book, places: Uint32Array, textOf: (place: number) => string): Uint32Array {
  const { records, found } = book.assigned.clients
  const keys = new Uint32Array(records.length + found.length + 1)
  const rankOf = textRanks(book.names.accounts, places, textOf)
  for (const place of places) keys[place] = rankOf(place)
  return keys
}

const channelsAt = ({ names, assigned }: Book, place: number): readonly string[] => [
  ...new Set(membersAt(assigned.clients, place).map((buyer) => names.buyers[buyer]?.channel ?? '')),
]

function mailAt({ names, assigned }: Book, place: number): string {
  const own = assigned.clients.records[place - 1]?.mails[0]
  if (own !== undefined) return own
  const keys = membersAt(assigned.clients, place).map((buyer) => names.buyers[buyer]?.key ?? '')
  return keys.find((key) => key.startsWith('mail:'))?.slice('mail:'.length) ?? ''
}

function clientRow(book: Book, place: number, tally: PartyTally): ClientRow {
  const record = book.assigned.clients.records[place - 1]
  const [first, last] = [tally.first[place] ?? noDay, tally.last[place] ?? -noDay]
  return {
    key: clientKey(book, place),
    isRecord: record !== undefined,
    name: clientName(book, place),
    kind: record?.kind ?? '',
    mail: mailAt(book, place),
    country: countryAt(book, place),
    channels: channelsAt(book, place),
    circles: record?.circles ?? [],
    tags: record?.tags ?? [],
    followUp: record?.followUp?.day ?? '',
    sales: tally.sales[place] ?? 0,
    first: first === noDay ? '' : isoDay(first),
    last: last === -noDay ? '' : isoDay(last),
    sums: tally.sums(place),
  }
}
