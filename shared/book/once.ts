import type { Book } from './book.ts'

/** What every question about a settled book can share: made when it is first asked for, until the book changes. */
export function once<T>(make: (book: Book) => T): (book: Book) => T {
  const made = new WeakMap<Book, { readonly version: number; readonly value: T }>()
  return (book) => {
    const known = made.get(book)
    if (known?.version === book.version) return known.value
    const value = make(book)
    made.set(book, { version: book.version, value })
    return value
  }
}
