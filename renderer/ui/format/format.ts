import { exponentOf } from '#shared/money/currencies.ts'
import { decimalText } from '#shared/money/decimalText.ts'

/** How figures and days are written, in one place and for one locale. */
export type Format = {
  readonly locale: string
  /** `$1,234.50`, with a real minus sign. */
  readonly money: (minor: number, currency: string) => string
  /** The same without the currency, where a heading has already said it. */
  readonly amount: (minor: number, currency: string) => string
  /** `1.2K`, for axes and labels of a chart whose heading says the currency. */
  readonly shortAmount: (minor: number, currency: string) => string
  /** The same as a machine in this language reads it: no grouping, a plain minus. */
  readonly plainAmount: (minor: number, currency: string) => string
  readonly number: (value: number) => string
  readonly plainNumber: (value: number) => string
  /** 12,345,678 → `12.3 MB`, in steps of a thousand. */
  readonly bytes: (count: number) => string
  /** 0.123 → `12.3%` */
  readonly percent: (share: number) => string
  /** 0.123 → `+12.3%` */
  readonly change: (share: number) => string
  /** `2024-03-28` → `Mar 28, 2024` */
  readonly day: (day: string) => string
  /** `2024-03-28` → `Thursday, March 28, 2024` */
  readonly fullDay: (day: string) => string
  /** A moment in UTC, in the machine's own time zone: `Apr 2, 2024, 11:30 AM`. */
  readonly moment: (instant: string) => string
  /** First and last day, with what they share written once. */
  readonly days: (from: string, to: string) => string
  /** A bucket of the book: a day, `2024-W13`, `2024-03`, `2024-Q1`, `2024`. */
  readonly bucket: (bucket: string) => string
  /** The same, as short as an axis needs. */
  readonly shortBucket: (bucket: string) => string
  /** `US dollars` */
  readonly currencyName: (currency: string) => string
}

const realMinus = (text: string) => text.replace('-', '\u2212')
const plainMinus = (text: string) => text.replace('\u2212', '-')

/** Intl reads decimal text digit by digit: no float exists that could round a cent away. */
const digitsOf = (minor: number, currency: string) =>
  decimalText(minor, currency) as Intl.StringNumericLiteral

/** Makes each thing once per key: building an `Intl` object costs a hundred times what using it does. */
function once<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    const there = made.get(key)
    if (there !== undefined) return there
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}

const partOf = (format: Intl.NumberFormat, part: Intl.NumberFormatPartTypes) =>
  format.formatToParts(0).find(({ type }) => type === part)?.value

export function createFormat(locale: string): Format {
  const style = (currency: string, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, ...options })
  const digits = (currency: string) => ({
    minimumFractionDigits: exponentOf(currency),
    maximumFractionDigits: exponentOf(currency),
  })
  const money = once((currency) => style(currency, digits(currency)))
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  const short = () => compact
  const plain = once((currency) => new Intl.NumberFormat(locale, digits(currency)))
  const ungrouped = once(
    (currency) => new Intl.NumberFormat(locale, { ...digits(currency), useGrouping: false }),
  )
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
  const plainCount = new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: false })
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const change = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  const write = (formats: (currency: string) => Intl.NumberFormat) => (minor: number, currency: string) =>
    realMinus(formats(currency).format(digitsOf(minor, currency)))
  return {
    locale,
    money: write(money),
    amount: write(plain),
    shortAmount: write(short),
    plainAmount: (minor, currency) => plainMinus(ungrouped(currency).format(digitsOf(minor, currency))),
    number: (value) => realMinus(count.format(value)),
    plainNumber: (value) => plainMinus(plainCount.format(value)),
    bytes: bytesIn(locale),
    percent: (value) => realMinus(share.format(value)),
    change: (value) => realMinus(change.format(value)),
    currencyName: once(
      (currency) => partOf(style(currency, { currencyDisplay: 'name' }), 'currency') ?? currency,
    ),
    ...dayFormat(locale),
  }
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

function bytesIn(locale: string): Format['bytes'] {
  const formats = units.map(
    (unit) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }),
  )
  return (count) => {
    const step = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), units.length - 1)
    return formats[step]?.format(count / 1000 ** step) ?? ''
  }
}

// A calendar day has no time zone; UTC keeps it where it is.
const instant = (day: string) => new Date(`${day}T00:00:00Z`)

type DayPart = 'day' | 'fullDay' | 'moment' | 'days' | 'bucket' | 'shortBucket'

function dayFormat(locale: string): Pick<Format, DayPart> {
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const day = written({ dateStyle: 'medium' })
  const fullDay = written({ dateStyle: 'full' })
  const month = written({ year: 'numeric', month: 'long' })
  const shortMonth = written({ year: '2-digit', month: 'short' })
  const shortDay = written({ month: 'short', day: 'numeric' })
  const bucket = (text: string, ofDay: Intl.DateTimeFormat, ofMonth: Intl.DateTimeFormat) => {
    const [year = '', part = ''] = text.split(/-(.*)/)
    if (/^\d{2}-\d{2}$/.test(part)) return ofDay.format(instant(text))
    if (/^\d{2}$/.test(part)) return ofMonth.format(instant(`${text}-01`))
    return part === '' ? year : `${part} ${year}`
  }
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return {
    moment: (text) => moment.format(new Date(text)),
    day: (text) => day.format(instant(text)),
    fullDay: (text) => fullDay.format(instant(text)),
    days: (from, to) => day.formatRange(instant(from), instant(to)),
    bucket: (text) => bucket(text, day, month),
    shortBucket: (text) => bucket(text, shortDay, shortMonth),
  }
}
