import { isoDay } from '#shared/calendar/day.ts'

const millisecondsPerDay = 86_400_000

/** `YYYY-MM-DD` → days since 1970-01-01. */
export const dayOfIso = (iso: string): number =>
  Math.round(Date.parse(`${iso}T00:00:00Z`) / millisecondsPerDay)

export type Bucket = 'none' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/** The name of the span a day falls in; weeks are named by their Monday. */
export function bucketOf(day: number, bucket: Bucket): string {
  if (bucket === 'none') return ''
  if (bucket === 'day') return isoDay(day)
  // 1970-01-01 was a Thursday: day + 3 counts from a Monday.
  if (bucket === 'week') return isoDay(day - ((((day + 3) % 7) + 7) % 7))
  const iso = isoDay(day)
  if (bucket === 'month') return iso.slice(0, 7)
  if (bucket === 'year') return iso.slice(0, 4)
  return `${iso.slice(0, 4)}-Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`
}
