import { bucketOf, dayOfIso } from '#shared/book/days.ts'
import type { Group } from '#shared/book/questions.ts'
import { daysOfMonth, lengthOf, type Days } from './period.ts'

export type Bucket = Exclude<Group['bucket'], 'none' | 'week'>

/** Bars wide enough to be read: at most some sixty of them. */
export function bucketFor(days: Days): Bucket {
  const length = lengthOf(days)
  if (length <= 62) return 'day'
  if (length <= 5 * 366) return 'month'
  return length <= 15 * 366 ? 'quarter' : 'year'
}

/** Every bucket of a span, those without a sale too. */
export function bucketsIn({ from, to }: Days, bucket: Bucket): readonly string[] {
  const names = new Set<string>()
  for (let day = dayOfIso(from); day <= dayOfIso(to); day++) names.add(bucketOf(day, bucket))
  return [...names]
}

/** The days of a bucket, as far as they lie in the span. */
export function daysOf(bucket: string, span: Days): Days {
  const { from, to } = wholeDaysOf(bucket)
  return { from: from < span.from ? span.from : from, to: to > span.to ? span.to : to }
}

function wholeDaysOf(bucket: string): Days {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(bucket)
  if (quarter) {
    const last = Number(quarter[2]) * 3
    const month = (number: number) => daysOfMonth(`${quarter[1]}-${String(number).padStart(2, '0')}`)
    return { from: month(last - 2).from, to: month(last).to }
  }
  if (bucket.length === 4) return { from: `${bucket}-01-01`, to: `${bucket}-12-31` }
  return bucket.length === 7 ? daysOfMonth(bucket) : { from: bucket, to: bucket }
}
