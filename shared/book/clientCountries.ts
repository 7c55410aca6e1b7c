import type { Book } from './book.ts'
import { contactIds, contactOf } from './contacts.ts'
import { countryNumber, countryOfNumber } from './country.ts'
import { membersAt } from './keys.ts'
import { onceForRecords } from './once.ts'

/** A person's own word, else the first list of customers that says it; '' where nobody does. */
export function countryAt(book: Book, place: number): string {
  const own = book.assigned.clients.records[place - 1]?.addresses.find(
    ({ country }) => country !== '',
  )?.country
  if (own !== undefined) return own
  for (const buyer of membersAt(book.assigned.clients, place)) {
    const stated = contactOf(book, buyer)?.country ?? ''
    if (stated !== '') return stated
  }
  return ''
}

/** By place: the number of the client's country; 0 where nobody says it. */
const countryNumbers = onceForRecords((book): Uint16Array => {
  const { placeOf, records, found } = book.assigned.clients
  const countries = new Uint16Array(1 + records.length + found.length)
  const told = (place: number) => {
    if (countries[place] === 0) countries[place] = countryNumber(countryAt(book, place))
  }
  for (let place = 1; place <= records.length; place++) told(place)
  for (const buyer of contactIds(book)) told(placeOf[buyer] ?? 0)
  return countries
})

/** Whether somebody is from one of these (ISO 3166-1 alpha-2). */
export function isFrom(book: Book, countries: readonly string[]): (place: number) => boolean {
  const numbers = countryNumbers(book)
  const wanted = new Set(countries.map(countryNumber).filter((number) => number !== 0))
  return (place) => wanted.has(numbers[place] ?? 0)
}

/** Every country some client is from. */
export const countriesIn = onceForRecords((book): readonly string[] =>
  [...new Set(countryNumbers(book))]
    .map(countryOfNumber)
    .filter((code) => code !== '')
    .sort(),
)
