import { apartId } from '#shared/assignments/assignment.ts'
import { proposingClients } from '#shared/client/proposals.ts'
import type { ClientProposal, Known } from '#shared/client/proposals.ts'
import type { Book } from './book.ts'
import { knownAt, placesInProposals } from './knownClients.ts'

type Proposals = readonly ClientProposal[]
type Work = Pick<Book, 'version' | 'assigned'> & {
  readonly steps: Iterator<void, Proposals>
  found: Proposals | null
}
const works = new WeakMap<Book, Work>()

/**
 * Clients and buyers that are likely one and the same, in the order of how sure that is; null while they are being worked
 * out. Each asking is one step of a few milliseconds, so that other questions come between them.
 */
export function clientProposals(book: Book): Proposals | null {
  const { version, assigned } = book
  let work = works.get(book)
  if (work?.version !== version || work.assigned !== assigned)
    works.set(book, (work = { version, assigned, steps: proposing(book), found: null }))
  if (work.found) return work.found
  const step = work.steps.next()
  if (step.done === true) work.found = step.value
  return work.found
}

/** How many rows are looked up in one step. */
const stepSize = 1000

function* proposing(book: Book): Generator<void, Proposals> {
  const places = yield* placesInProposals(book)
  const known: Known[] = []
  for (const [at, place] of places.entries()) {
    if (at % stepSize === 0) yield
    const one = knownAt(book, place)
    if (one) known.push(one)
  }
  const rejected = book.records.assignments
  return yield* proposingClients(known, (keys) => rejected.has(apartId(keys)))
}
