import type { Book } from './book.ts'

type Kept<T> = {
  readonly key: string
  readonly version: number
  readonly assigned: object
  readonly value: T
}

/**
 * Keeps the last answers, by a text that says what was asked, as long as neither figures nor records change. The one to
 * `lasting` stays whatever else is asked.
 */
export function recently<T>(most: number, lasting: string): (book: Book, key: string, answer: () => T) => T {
  const kept = new WeakMap<Book, readonly Kept<T>[]>()
  return (book, key, answer) => {
    const { version, assigned } = book
    const known = (kept.get(book) ?? []).filter((one) => one.version === version && one.assigned === assigned)
    const same = known.find((one) => one.key === key)
    const value = same ? same.value : answer()
    const others = known.filter((one) => one !== same)
    kept.set(
      book,
      [{ key, version, assigned, value }, ...others].filter((one, at) => at < most || one.key === lasting),
    )
    return value
  }
}
