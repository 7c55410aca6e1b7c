import type { Book } from './book.ts'
import { atOnce, until } from './steps.ts'
import type { Steps } from './steps.ts'

/** What every question about a settled book can share: made when it is first asked for, until the book changes. */
export const once = <T>(make: (book: Book) => T): ((book: Book) => T) => keptWhile(isOfFigures, make)

/** The same for what depends on the records as well, also on those that change no figure. */
export const onceForRecords = <T>(make: (book: Book) => T): ((book: Book) => T) =>
  keptWhile(isOfRecords, make)

/** `prepare` makes it in steps before anybody asks. */
type Preparable<T> = ((book: Book) => T) & { readonly prepare: (book: Book) => Steps<void> }
export const onceInSteps = <T>(make: (book: Book) => Steps<T>): Preparable<T> =>
  preparedWhile(isOfFigures, make)
export const onceForRecordsInSteps = <T>(make: (book: Book) => Steps<T>): Preparable<T> =>
  preparedWhile(isOfRecords, make)

type State = Pick<Book, 'version' | 'assigned'>
type IsStill = (book: Book, made: State) => boolean
const isOfFigures: IsStill = (book, { version }) => version === book.version
const isOfRecords: IsStill = (book, { version, assigned }) =>
  version === book.version && assigned === book.assigned
const stateOf = ({ version, assigned }: Book): State => ({ version, assigned })

function keptWhile<T>(isStill: IsStill, make: (book: Book) => T): (book: Book) => T {
  const { known, keep } = createKeeper<T>(isStill)
  return (book) => (known(book) ?? keep(book, make(book))).value
}

function preparedWhile<T>(isStill: IsStill, make: (book: Book) => Steps<T>): Preparable<T> {
  const { known, keep } = createKeeper<T>(isStill)
  const now = (book: Book) => (known(book) ?? keep(book, atOnce(make(book)))).value
  const prepare = (book: Book) => {
    const begun = stateOf(book)
    const isUseless = () => known(book) !== null || !isStill(book, begun)
    return until(isUseless, make(book), (value) => keep(book, value))
  }
  return Object.assign(now, { prepare })
}

type Made<T> = State & { readonly value: T }

function createKeeper<T>(isStill: IsStill) {
  const kept = new WeakMap<Book, Made<T>>()
  return {
    known: (book: Book): Made<T> | null => {
      const made = kept.get(book)
      return made && isStill(book, made) ? made : null
    },
    keep: (book: Book, value: T): Made<T> => {
      const made = { ...stateOf(book), value }
      kept.set(book, made)
      return made
    },
  }
}
