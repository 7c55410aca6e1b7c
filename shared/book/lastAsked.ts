import type { Book } from './book.ts'
import { plainFilter } from './plainFilter.ts'
import type { Filter, Report } from './questions.ts'
import { recently } from './recently.ts'

/** How many filters' answers are at hand: a list, the same without its filter, and the one a person came from. */
const usual = 3
/** What every list begins with, and comes back to. */
const unfiltered = JSON.stringify([{}, {}])

/** Keeps the last answers by filter and report, as long as neither figures nor records change; `most` of them. */
export function lastAsked<T>(
  answer: (book: Book, filter: Filter, report: Report) => T,
  most = usual,
): (book: Book, filter: Filter, report: Report) => T {
  const kept = recently<T>(most, unfiltered)
  return (book, filter, report) => {
    const plain = plainFilter(book, filter)
    return kept(book, JSON.stringify([plain, report]), () => answer(book, plain, report))
  }
}
