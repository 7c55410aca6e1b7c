import { digitsOf } from '#shared/text/digits.ts'

/** How a locale writes and names days. Names are plain (`plainWords`), in the locale's language and in English. */
export type DayWriting = {
  readonly monthFirst: boolean
  readonly yearFirst: boolean
  /** Between day and month where no year stands. */
  readonly separator: string
  /** The ten digits, zero first. */
  readonly digits: readonly string[]
  /** Names and numbers, January is 1. */
  readonly months: readonly Named[]
  /** Names and numbers, Monday is 1. */
  readonly weekdays: readonly Named[]
  /** `yesterday` → -1 */
  readonly nearDays: readonly Named[]
}
type Named = readonly [name: string, number: number]

const numbersTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1)

export function dayWriting(locale: string): DayWriting {
  // the calendar of this app, whatever the locale's own
  const gregorian = new Intl.Locale(locale, { calendar: 'gregory' }).toString()
  const parts = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(gregorian, { ...options, timeZone: 'UTC' }).formatToParts(Date.UTC(2024, 2, 28))
  const short = parts({ day: 'numeric', month: 'numeric' })
  const place = (list: readonly Intl.DateTimeFormatPart[], type: string) =>
    list.findIndex((part) => part.type === type)
  const dated = parts({ dateStyle: 'short' })
  return {
    monthFirst: place(short, 'month') < place(short, 'day'),
    yearFirst: place(dated, 'year') < Math.min(place(dated, 'month'), place(dated, 'day')),
    separator: (short.find(({ type }) => type === 'literal')?.value ?? '/').trim().slice(0, 1),
    digits: digitsOf(locale),
    months: numbersTo(12).flatMap((month) => named(gregorian, 'month', Date.UTC(2024, month - 1, 1), month)),
    // the first of January 2024 was a Monday
    weekdays: numbersTo(7).flatMap((day) => named(gregorian, 'weekday', Date.UTC(2024, 0, day), day)),
    nearDays: [-2, -1, 0, 1, 2].flatMap((days) => nearDay(locale, days)),
  }
}

function named(locale: string, part: 'month' | 'weekday', instant: number, number: number): Named[] {
  const name = (place: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(place, { ...options, timeZone: 'UTC' })
      .formatToParts(instant)
      .find(({ type }) => type === part)?.value ?? ''
  const names = (['long', 'short'] as const).flatMap((length) => [
    name(locale, { [part]: length }),
    // some languages decline the month beside a day
    name(locale, part === 'month' ? { month: length, day: 'numeric' } : { weekday: length }),
    name('en', { [part]: length }),
  ])
  const plain = new Set(names.map(plainWords).filter((text) => /\p{L}{2}/u.test(text)))
  return [...plain].map((text) => [text, number] as const)
}

function nearDay(locale: string, days: number): Named[] {
  const words = [locale, 'en'].map((place) =>
    plainWords(new Intl.RelativeTimeFormat(place, { numeric: 'auto' }).format(days, 'day')),
  )
  return words.filter((text) => !/\d/.test(text)).map((text) => [text, days] as const)
}

/** Lower case, without accents, dots and needless spaces. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
