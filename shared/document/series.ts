import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { DocumentKind } from './document.ts'
import { formatNumber, readPattern } from './numberPattern.ts'
import type { PatternError } from './numberPattern.ts'

/** The numbers a series gave in one period: from `first` to `counter`; none yet where `counter` is `first` - 1. */
export type Given = {
  /** `''` of a series that never begins anew, else `YYYY` or `YYYY-MM`. */
  readonly period: string
  readonly first: number
  readonly counter: number
}

/**
 * Numbers of documents, one after the other. What was given last is kept for each period by itself: an invoice that is
 * dated back into last year takes that year's next counter, and this year's goes on where it was. So there are neither
 * gaps nor doubles, in whatever order documents are issued. `reset` does not change once a number was given: what was
 * given under the old rule could be given again. Another rule is another series.
 */
export type Series = {
  readonly id: string
  readonly kinds: readonly DocumentKind[]
  /** `{YYYY}-{0001}`, `INV-{YY}{MM}-{001}`, `R{0001}`: see `readPattern`. */
  readonly pattern: string
  readonly reset: 'never' | 'year' | 'month'
  /** The first counter of each period. */
  readonly start: number
  /** One for each period in which a number was given or is to go on from elsewhere. */
  readonly last: readonly Given[]
  /** Patterns of numbers given before the one it has now; absent: none. */
  readonly formerPatterns?: readonly string[]
}

export type SeriesError =
  | PatternError
  /** It begins anew with each year (month), but its numbers do not say which: they would repeat. */
  | { readonly code: 'repeats-each-year' | 'repeats-each-month' }
  | { readonly code: 'no-kind' | 'start-out-of-range' }

const largestCounter = 999_999_999

/** What is wrong with a series as somebody describes it, or null. */
export function findSeriesError(series: Omit<Series, 'id' | 'last' | 'formerPatterns'>): SeriesError | null {
  const { pattern, reset, kinds, start } = series
  const parts = readPattern(pattern)
  if (!parts.ok) return parts.error
  const says = (...wanted: readonly string[]) => parts.value.some(({ kind }) => wanted.includes(kind))
  if (reset !== 'never' && !says('year', 'shortYear')) return { code: `repeats-each-${reset}` }
  if (reset === 'month' && !says('month')) return { code: 'repeats-each-month' }
  if (kinds.length === 0) return { code: 'no-kind' }
  return isCounter(start) ? null : { code: 'start-out-of-range' }
}

const isCounter = (counter: number) =>
  Number.isSafeInteger(counter) && counter >= 1 && counter <= largestCounter

/** The period of a series a day (`YYYY-MM-DD`) lies in. */
export function periodOf(reset: Series['reset'], day: string): string {
  return reset === 'never' ? '' : day.slice(0, reset === 'year' ? 4 : 7)
}

export type NextNumber = {
  readonly number: string
  readonly counter: number
  readonly period: string
  /** The series once this number is given: to be stored in the same transaction as the document. */
  readonly series: Series
}

/**
 * The number a document of this day (`YYYY-MM-DD`) gets. `isTaken` says whether a document bears a number already (one
 * of another series, or taken over from elsewhere): such are passed over and given to nobody twice.
 */
export function nextNumber(
  series: Series,
  day: string,
  isTaken: (number: string) => boolean = () => false,
): NextNumber {
  const period = periodOf(series.reset, day)
  const before = series.last.find((one) => one.period === period)
  let counter = (before?.counter ?? series.start - 1) + 1
  while (isTaken(formatNumber(series.pattern, { day, counter }))) counter += 1
  const given = { period, first: before?.first ?? series.start, counter }
  return {
    number: formatNumber(series.pattern, { day, counter }),
    counter,
    period,
    series: { ...series, last: withGiven(series.last, given) },
  }
}

/**
 * The series going on with this counter in the period of `day`: after another program, or from now on higher. Below
 * what was given is refused, for it would give numbers twice.
 */
export function continueWith(
  series: Series,
  day: string,
  counter: number,
): Result<
  Series,
  { readonly code: 'start-out-of-range' } | { readonly code: 'given-before'; readonly last: number }
> {
  if (!isCounter(counter)) return err({ code: 'start-out-of-range' })
  const period = periodOf(series.reset, day)
  const before = series.last.find((one) => one.period === period)
  const some = before !== undefined && before.counter >= before.first
  if (some && counter <= before.counter) return err({ code: 'given-before', last: before.counter })
  const given = { period, first: some ? before.first : counter, counter: counter - 1 }
  return ok({ ...series, last: withGiven(series.last, given) })
}

/** The series with another pattern from now on; its counters go on, and numbers of the old one are still its own. */
export function withPattern(series: Series, pattern: string): Series {
  if (pattern === series.pattern) return series
  const former = [series.pattern, ...(series.formerPatterns ?? [])].filter((one) => one !== pattern)
  return series.last.length === 0 ? { ...series, pattern } : { ...series, pattern, formerPatterns: former }
}

const withGiven = (last: Series['last'], given: Given): Series['last'] =>
  [...last.filter(({ period }) => period !== given.period), given].toSorted((a, b) =>
    a.period < b.period ? -1 : 1,
  )
