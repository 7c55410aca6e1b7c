import { cameIn } from '#shared/book/income.ts'
import type { TotalsRow } from '#shared/book/questions.ts'
import { dayOfIso } from '#shared/calendar/day.ts'
import type { Days } from '#shared/calendar/period.ts'

export type Weekday = {
  /** Sunday is 0. */
  readonly weekday: number
  /** So many of them lie in the span, with or without income. */
  readonly days: number
  readonly sum: number
  /** Minor units on an average one of them, rounded; 0 where there is none. */
  readonly average: number
}
export type BestDay = { readonly day: string; readonly amount: number; readonly sales: number }

/** Four weeks: fewer show chance, not a pattern. */
const enough = 28
const bestShown = 5

// 1970-01-01 was a Thursday
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

/** What came in by weekday, the week beginning with `first`; null where the span is too short for a pattern. */
export function weekdaysOf(
  rows: readonly TotalsRow[],
  { from, to }: Days,
  first: number,
): readonly Weekday[] | null {
  const [begin, end] = [dayOfIso(from), dayOfIso(to)]
  if (end - begin + 1 < enough) return null
  const days = Array.from({ length: 7 }, () => 0)
  const sums = Array.from({ length: 7 }, () => 0)
  for (let day = begin; day <= end; day++) days[weekdayOf(day)] = (days[weekdayOf(day)] ?? 0) + 1
  for (const { bucket, measures } of rows) {
    const weekday = weekdayOf(dayOfIso(bucket))
    sums[weekday] = (sums[weekday] ?? 0) + cameIn(measures)
  }
  return Array.from({ length: 7 }, (_, at) => {
    const weekday = (first + at) % 7
    const [sum, count] = [sums[weekday] ?? 0, days[weekday] ?? 0]
    return { weekday, days: count, sum, average: count === 0 ? 0 : Math.round(sum / count) }
  })
}

/** The days on which most came in, the best first; of equals the later one. */
export const bestOf = (rows: readonly TotalsRow[]): readonly BestDay[] =>
  rows
    .map(({ bucket, measures, sales }) => ({ day: bucket, amount: cameIn(measures), sales }))
    .filter(({ amount }) => amount > 0)
    .toSorted((one, other) => other.amount - one.amount || (one.day < other.day ? 1 : -1))
    .slice(0, bestShown)

/** The days of the span for which something is known. */
export const knownDays = (days: Days, known: Days): Days => ({
  from: days.from > known.from ? days.from : known.from,
  to: days.to < known.to ? days.to : known.to,
})
