import { dayOfIso } from '#shared/calendar/day.ts'
import { longestAge } from '#shared/money/longestAge.ts'
import type { Issued } from './document.ts'

type Rate = { readonly from: string; readonly to: string; readonly day: string; readonly rate: string }

/**
 * The newest typed rate not later than the day, and not too old, for the document to keep. Null for the same
 * currency, or where nobody typed one from the document's to the brand's.
 */
export function byNewestRate(rates: readonly Rate[], from: string, to: string, day: string): Issued['rate'] {
  if (from === to) return null
  const fitting = rates
    .filter((rate) => rate.from === from && rate.to === to && rate.day <= day)
    .filter((rate) => dayOfIso(day) - dayOfIso(rate.day) <= longestAge)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const newest = fitting.at(-1)
  return newest === undefined ? null : { to, rate: newest.rate, day: newest.day }
}
