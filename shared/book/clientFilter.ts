import type { Book } from './book.ts'
import { dayOfIso } from './days.ts'
import type { PartyTally } from './partyFigures.ts'
import type { Acquaintance, GrossRange } from './partyQuestions.ts'
import type { Filter } from './questions.ts'
import { firstDays } from './returning.ts'

type Passes = (place: number) => boolean

/**
 * Whoever bought in what is asked for, for the first time or not. A time that has a beginning parts them by what was
 * before it; without one, one sale is new and more are not.
 */
export function isAcquainted(
  book: Book,
  { from }: Filter,
  { sales }: PartyTally,
  acquaintance: Acquaintance,
): Passes {
  const isFresh = acquaintance === 'fresh'
  if (from === undefined) return (place) => (isFresh ? sales[place] === 1 : (sales[place] ?? 0) > 1)
  const [first, firsts] = [dayOfIso(from), firstDays(book)]
  return (place) => (sales[place] ?? 0) > 0 && (firsts[place] ?? 0) >= first === isFresh
}

/** Whoever bought for so much in one currency. */
export function boughtFor(tally: PartyTally, { currency, from, to }: GrossRange): Passes {
  const [least, most] = [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY]
  const gross = tally.figureIn('gross', currency)
  return (place) => {
    const own = gross(place)
    return own !== 0 && own >= least && own <= most
  }
}
