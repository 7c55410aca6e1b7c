/** Names of the weekdays, Sunday first. */
export function weekdayNames(locale: string): {
  readonly long: readonly string[]
  readonly short: readonly string[]
} {
  const named = (weekday: 'long' | 'short') => {
    const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
    // 1970-01-04 was a Sunday
    return Array.from({ length: 7 }, (_, at) => format.format((3 + at) * 86_400_000))
  }
  return { long: named('long'), short: named('short') }
}
