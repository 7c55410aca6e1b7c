/** Days since 1970-01-01 of a day in the Gregorian calendar; `null` where the calendar has no such day. */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month) || year < 1900 || year > 2200)
    return null
  // Counts from March, so that the leap day is the last of its year (Howard Hinnant, "chrono-compatible date algorithms").
  const shifted = month > 2 ? year : year - 1
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    ofYear -
    719468
  )
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** `2024-03-28` for a day number. */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** The day number of `2024-03-28`. */
export const dayOfIso = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
