import type { Book } from './book.ts'
import { dayOfIso } from './days.ts'
import { kinds } from './entry.ts'
import type { Rate, Report } from './questions.ts'
import { exponentOf } from '#shared/money/currencies.ts'
import { longestAge } from '#shared/money/longestAge.ts'
import { shareOf } from './share.ts'

/** A rate as a fraction of minor units. */
type Fraction = { readonly top: number; readonly bottom: number }
/** Amount of an entry in the reporting currency, or `null` where no rate is known. Minor units. */
export type Converter = (entry: number, group: number, amount: number) => number | null

const exchanged = kinds.indexOf('exchanged')

/**
 * One unit of a sale's currency in the reporting currency: through the rate its own file gave, else the newest typed
 * rate not later than the day and at most 31 days old. `null` = report each currency by itself.
 */
export function converterOf(
  book: Book,
  report: Report,
): { readonly target: number; readonly convert: Converter } | null {
  if (report.currency === undefined) return null
  const { columns, names } = book
  const target = names.currencies.ids.get(report.currency) ?? -1
  const code = report.currency
  const typed = names.currencies.texts.map((text) => typedRates(text, code, report.rates ?? []))
  const convert: Converter = (entry, group, amount) => {
    const currency = columns.currency[entry] ?? 0
    if (currency === target || amount === 0) return amount
    const rate =
      ownRate(book, group, currency, target) ?? typedRate(typed[currency] ?? [], columns.day[entry] ?? 0)
    return rate ? scaled(amount, rate) : null
  }
  return { target, convert }
}

/** The same for an amount on a day that belongs to no sale: by typed rates alone. Days as `YYYY-MM-DD`. */
export function byTypedRates(
  from: string,
  to: string,
  rates: readonly Rate[],
): (amount: number, day: string) => number | null {
  const typed = typedRates(from, to, rates)
  return (amount, day) => {
    if (from === to || amount === 0) return amount
    const rate = typedRate(typed, dayOfIso(day))
    return rate ? scaled(amount, rate) : null
  }
}

/** The rate a sale's own file gives, from what was paid in one currency and received in the other. */
function ownRate(book: Book, group: number, from: number, to: number): Fraction | null {
  const { columns, order, start } = book
  let top = 0
  let bottom = 0
  const end = start[group + 1] ?? 0
  for (let at = start[group] ?? 0; at < end; at++) {
    const entry = order[at] ?? 0
    if (columns.kind[entry] !== exchanged) continue
    if (columns.currency[entry] === to) top += columns.amount[entry] ?? 0
    if (columns.currency[entry] === from) bottom += columns.amount[entry] ?? 0
  }
  return top > 0 && bottom > 0 ? { top, bottom } : null
}

type Dated = Fraction & { readonly day: number }

/** The typed rates between two currencies, either way round, oldest first. */
function typedRates(from: string, to: string, rates: readonly Rate[]): readonly Dated[] {
  return rates
    .filter((rate) => (rate.from === from && rate.to === to) || (rate.from === to && rate.to === from))
    .map((rate) => ({ ...fractionOf(rate, rate.from === from), day: dayOfIso(rate.day) }))
    .filter(({ top, bottom }) => top > 0 && bottom > 0)
    .toSorted((a, b) => a.day - b.day)
}

/** "1.0847" between currencies of 2 digits is 10847 / 10000; digits of the currencies are made up for. */
function fractionOf({ from, to, rate }: Rate, forward: boolean): Fraction {
  const [whole = '', fraction = ''] = rate.split('.')
  const shift = fraction.length + (exponentOf(from) ?? 2) - (exponentOf(to) ?? 2)
  const top = Number(whole + fraction) * 10 ** Math.max(0, -shift)
  const bottom = 10 ** Math.max(0, shift)
  return forward ? { top, bottom } : { top: bottom, bottom: top }
}

function typedRate(rates: readonly Dated[], day: number): Fraction | null {
  for (let at = rates.length - 1; at >= 0; at--) {
    const rate = rates[at]
    if (rate && rate.day <= day) return day - rate.day <= longestAge ? rate : null
  }
  return null
}

/** Exact, rounded half away from zero; in plain numbers where they are large enough. */
function scaled(amount: number, { top, bottom }: Fraction): number {
  const doubled = Math.abs(amount) * top * 2 + bottom
  if (!(doubled < Number.MAX_SAFE_INTEGER)) return shareOf(amount, top, bottom)
  const size = (doubled - (doubled % (bottom * 2))) / (bottom * 2)
  return amount < 0 ? 0 - size : size
}
