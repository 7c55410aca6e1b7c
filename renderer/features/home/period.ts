import {
  daysOfMonth,
  lastTwelveMonths,
  monthToDate,
  periodBefore,
  yearToDate,
  type Days,
} from '#shared/calendar/period.ts'
import type { HomeSearch, PeriodKind } from './search.ts'

export type Period = {
  readonly kind: PeriodKind
  readonly days: Days
  /** What it is compared with; nothing comes before all there is. */
  readonly before: Days | null
}

/** The period the address asks for; without one the last twelve months, or all where they hold nothing. */
export function periodOf(search: HomeSearch, today: string, known: Days): Period {
  const kind = search.period ?? (known.to < lastTwelveMonths(today).from ? 'all' : 'twelve')
  if (kind === 'all') return { kind, days: known, before: null }
  if (kind === 'range') return rangeOf(search, known)
  const days = { month: monthToDate, year: yearToDate, twelve: lastTwelveMonths }[kind](today)
  return { kind, days, before: periodBefore(days, kind === 'twelve' ? 'year' : kind) }
}

function rangeOf({ from, to }: HomeSearch, known: Days): Period {
  const [first, last] = [from ?? known.from, to ?? known.to]
  const days = first <= last ? { from: first, to: last } : { from: last, to: first }
  return { kind: 'range', days, before: periodBefore(days, 'span') }
}

/** The month with sales that lies nearest to an empty period: the last one before it, else the first one after. */
export function nearestMonth(months: readonly string[], { from }: Days): Days | null {
  const sorted = months.toSorted()
  const month =
    sorted.findLast((name) => name < from.slice(0, 7)) ?? sorted.find((name) => name >= from.slice(0, 7))
  return month === undefined ? null : daysOfMonth(month)
}
