import { Temporal } from 'temporal-polyfill'

/** First and last calendar day, `YYYY-MM-DD`, both included. */
export type Days = { readonly from: string; readonly to: string }

const date = (day: string) => Temporal.PlainDate.from(day)
const days = (from: Temporal.PlainDate, to: Temporal.PlainDate): Days => ({
  from: from.toString(),
  to: to.toString(),
})

export const monthToDate = (today: string): Days => days(date(today).with({ day: 1 }), date(today))
export const yearToDate = (today: string): Days => days(date(today).with({ month: 1, day: 1 }), date(today))
/** The twelve months that end today. */
export const lastTwelveMonths = (today: string): Days =>
  days(date(today).subtract({ months: 12 }).add({ days: 1 }), date(today))

/** The month, `YYYY-MM`, as days. */
export function daysOfMonth(month: string): Days {
  const first = date(`${month}-01`)
  return days(first, first.with({ day: first.daysInMonth }))
}

/**
 * The span a person would compare with: the same days of the month or year before, where the span begins with one;
 * as many whole months before, where it is made of whole months; else as many days before.
 */
export function periodBefore({ from, to }: Days, step: 'month' | 'year' | 'span'): Days {
  const [first, last] = [date(from), date(to)]
  if (step !== 'span') {
    const back = step === 'month' ? { months: 1 } : { years: 1 }
    return days(first.subtract(back), last.subtract(back))
  }
  if (first.day === 1 && last.day === last.daysInMonth) {
    const months = (last.year - first.year) * 12 + last.month - first.month + 1
    return days(first.subtract({ months }), first.subtract({ days: 1 }))
  }
  const length = first.until(last, { largestUnit: 'days' }).days + 1
  return days(first.subtract({ days: length }), first.subtract({ days: 1 }))
}

/** Number of days in a span. */
export const lengthOf = ({ from, to }: Days): number =>
  date(from).until(date(to), { largestUnit: 'days' }).days + 1
