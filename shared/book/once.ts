import type { Book } from './book.ts'

/** What every question about a settled book can share: made when it is first asked for, until the book changes. */
export const once = <T>(make: (book: Book) => T): ((book: Book) => T) =>
  keptWhile((book, { version }) => version === book.version, make)

/** The same for what depends on the records as well, also on those that change no figure. */
export const onceForRecords = <T>(make: (book: Book) => T): ((book: Book) => T) =>
  keptWhile((book, { version, assigned }) => version === book.version && assigned === book.assigned, make)

type Made<T> = Pick<Book, 'version' | 'assigned'> & { readonly value: T }

function keptWhile<T>(
  isStill: (book: Book, made: Made<unknown>) => boolean,
  make: (book: Book) => T,
): (book: Book) => T {
  const kept = new WeakMap<Book, Made<T>>()
  return (book) => {
    const known = kept.get(book)
    if (known && isStill(book, known)) return known.value
    const value = make(book)
    kept.set(book, { version: book.version, assigned: book.assigned, value })
    return value
  }
}
