import type { Book } from './book.ts'
import { until } from './steps.ts'
import type { Steps } from './steps.ts'

type Kept<T> = {
  readonly key: string
  readonly version: number
  readonly assigned: object
  readonly value: T
}

/** The answer, now; `prepare` works it out in steps before anybody asks. */
type Recently<T> = ((book: Book, key: string, answer: () => T) => T) & {
  readonly prepare: (book: Book, key: string, answer: () => Steps<T>) => Steps<void>
}

/**
 * Keeps the last answers, by a text that says what was asked, as long as neither figures nor records change. The one to
 * `lasting` stays whatever else is asked.
 */
export function recently<T>(most: number, lasting: string): Recently<T> {
  const kept = new WeakMap<Book, readonly Kept<T>[]>()
  const knownOf = (book: Book): readonly Kept<T>[] =>
    (kept.get(book) ?? []).filter((one) => one.version === book.version && one.assigned === book.assigned)
  const isKnown = (book: Book, key: string) => knownOf(book).some((one) => one.key === key)
  const keep = (book: Book, key: string, value: T): T => {
    const others = knownOf(book).filter((one) => one.key !== key)
    const own = { key, version: book.version, assigned: book.assigned, value }
    kept.set(
      book,
      [own, ...others].filter((one, at) => at < most || one.key === lasting),
    )
    return value
  }
  const now = (book: Book, key: string, answer: () => T): T => {
    const same = knownOf(book).find((one) => one.key === key)
    return keep(book, key, same ? same.value : answer())
  }
  const prepare = (book: Book, key: string, answer: () => Steps<T>): Steps<void> => {
    const { version, assigned } = book
    const isUseless = () => isKnown(book, key) || version !== book.version || assigned !== book.assigned
    return until(isUseless, answer(), (value) => keep(book, key, value))
  }
  return Object.assign(now, { prepare })
}
