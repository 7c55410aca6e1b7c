import { Temporal } from 'temporal-polyfill'
import { apportion, decimalOf, over, plus, readDecimal, rounded, times, whole } from './fraction.ts'
import type { Fraction } from './fraction.ts'

/** When a document is to be paid. */
export type Terms =
  | { readonly kind: 'onReceipt' }
  /** So many days after the document's day. */
  | { readonly kind: 'net'; readonly days: number }
  /** So many days after the last day of the document's month. */
  | { readonly kind: 'endOfMonth'; readonly days: number }
  /** On the next such day of a month (1 to 31) after the document's own; the last day of a month that is shorter. */
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'instalments'; readonly parts: readonly InstalmentTerms[] }

/** A share in per cent, as decimal text, and the days after the document's day. */
export type InstalmentTerms = { readonly percent: string; readonly days: number }

/** So much less for who pays within so many days; null: for nobody. */
export type EarlyPayment = { readonly percent: string; readonly days: number } | null

export type TermsError =
  | { readonly code: 'days-out-of-range' | 'day-out-of-range' | 'no-instalments'; readonly part?: number }
  | { readonly code: 'unreadable-percent'; readonly part?: number }
  /** The instalments are less or more than the whole; `percent` is what they come to, as decimal text. */
  | { readonly code: 'not-the-whole'; readonly percent: string }

/** Days (`YYYY-MM-DD`) and minor units; the amounts add up to the whole. */
export type Due = { readonly day: string; readonly amount: number }

const longest = 3650
const isDays = (days: number) => Number.isInteger(days) && days >= 0 && days <= longest
const isShare = (percent: Fraction | null): percent is Fraction =>
  percent !== null && percent.top > 0n && percent.top <= percent.bottom * 100n

/** What is wrong with terms as somebody describes them, or null. */
export function findTermsError(terms: Terms): TermsError | null {
  if (terms.kind === 'onReceipt') return null
  if (terms.kind === 'day')
    return Number.isInteger(terms.day) && terms.day >= 1 && terms.day <= 31
      ? null
      : { code: 'day-out-of-range' }
  if (terms.kind !== 'instalments') return isDays(terms.days) ? null : { code: 'days-out-of-range' }
  if (terms.parts.length === 0) return { code: 'no-instalments' }
  let total = whole(0)
  for (const [part, { percent, days }] of terms.parts.entries()) {
    const share = readDecimal(percent)
    if (!isShare(share)) return { code: 'unreadable-percent', part }
    if (!isDays(days)) return { code: 'days-out-of-range', part }
    total = plus(total, share)
  }
  return total.top === total.bottom * 100n ? null : { code: 'not-the-whole', percent: decimalOf(total) }
}

export function findEarlyPaymentError(early: EarlyPayment): TermsError | null {
  if (!early) return null
  if (!isShare(readDecimal(early.percent))) return { code: 'unreadable-percent' }
  return isDays(early.days) ? null : { code: 'days-out-of-range' }
}

/** What is due when, in order of the days; one part but for instalments. `payable` in minor units, of either sign. */
export function dueOf(terms: Terms, day: string, payable: number): readonly Due[] {
  const issued = Temporal.PlainDate.from(day)
  if (terms.kind !== 'instalments') return [{ day: dueDay(terms, issued).toString(), amount: payable }]
  const parts = terms.parts.toSorted((a, b) => a.days - b.days)
  const amounts = apportion(
    payable,
    parts.map(({ percent }) => over(times(whole(payable), readDecimal(percent) ?? whole(0)), whole(100))),
  )
  return parts.map(({ days }, at) => ({ day: issued.add({ days }).toString(), amount: amounts[at] ?? 0 }))
}

function dueDay(
  terms: Exclude<Terms, { readonly kind: 'instalments' }>,
  issued: Temporal.PlainDate,
): Temporal.PlainDate {
  if (terms.kind === 'onReceipt') return issued
  if (terms.kind === 'net') return issued.add({ days: terms.days })
  if (terms.kind === 'endOfMonth') return issued.with({ day: issued.daysInMonth }).add({ days: terms.days })
  const inMonth = issued.with({ day: Math.min(terms.day, issued.daysInMonth) })
  if (Temporal.PlainDate.compare(inMonth, issued) > 0) return inMonth
  const next = issued.with({ day: 1 }).add({ months: 1 })
  return next.with({ day: Math.min(terms.day, next.daysInMonth) })
}

/** Until when less may be paid, how much less, and what is then to be paid (minor units); null without such terms. */
export function earlyPaymentOf(
  early: EarlyPayment,
  day: string,
  payable: number,
): { readonly until: string; readonly discount: number; readonly payable: number } | null {
  const percent = early && readDecimal(early.percent)
  if (!early || !percent) return null
  const discount = rounded(over(times(whole(payable), percent), whole(100)))
  const until = Temporal.PlainDate.from(day).add({ days: early.days }).toString()
  return { until, discount, payable: payable - discount }
}
