import type { Book } from './book.ts'
import type { Filter, Report } from './questions.ts'
import { recently } from './recently.ts'

/** How many filters' answers are at hand: a list, the same without its filter, and the one a person came from. */
const most = 3
/** What every list begins with, and comes back to. */
const unfiltered = JSON.stringify([{}, {}])

/** Keeps the last answers by filter and report, as long as neither figures nor records change. */
export function lastAsked<T>(
  answer: (book: Book, filter: Filter, report: Report) => T,
): (book: Book, filter: Filter, report: Report) => T {
  const kept = recently<T>(most, unfiltered)
  return (book, filter, report) =>
    kept(book, JSON.stringify([filter, report]), () => answer(book, filter, report))
}
