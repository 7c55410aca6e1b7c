import type { Book } from './book.ts'
import { plainFilter } from './plainFilter.ts'
import type { Filter, Report } from './questions.ts'
import { recently } from './recently.ts'
import { atOnce } from './steps.ts'
import type { Steps } from './steps.ts'

/** How many filters' answers are at hand: a list, the same without its filter, and the one a person came from. */
const usual = 3
/** What every list begins with, and comes back to. */
const unfiltered = JSON.stringify([{}, {}])

/** The answer, now; `prepare` works it out in steps before anybody asks. */
type Asked<T> = ((book: Book, filter: Filter, report: Report) => T) & {
  readonly prepare: (book: Book, filter: Filter, report: Report) => Steps<void>
}

/** Keeps the last answers by filter and report, as long as neither figures nor records change; `most` of them. */
export function lastAsked<T>(
  answer: (book: Book, filter: Filter, report: Report) => Steps<T>,
  most = usual,
): Asked<T> {
  const kept = recently<T>(most, unfiltered)
  const plainly = (book: Book, filter: Filter, report: Report) => {
    const plain = plainFilter(book, filter)
    return { key: JSON.stringify([plain, report]), steps: () => answer(book, plain, report) }
  }
  const asked = (book: Book, filter: Filter, report: Report): T => {
    const { key, steps } = plainly(book, filter, report)
    return kept(book, key, () => atOnce(steps()))
  }
  const prepare = (book: Book, filter: Filter, report: Report): Steps<void> => {
    const { key, steps } = plainly(book, filter, report)
    return kept.prepare(book, key, steps)
  }
  return Object.assign(asked, { prepare })
}
