import { isoDay } from '#shared/calendar/day.ts'
import type { Days } from '#shared/calendar/period.ts'
import type { Book } from './book.ts'
import { cellsOf } from './cells.ts'
import { dayOfIso } from './days.ts'
import { addFigure, figureOf, figuresAt, measureCount, noMeasures } from './measures.ts'
import type { Daily, Measures } from './questions.ts'
import { live } from './live.ts'

/** What counts, day by day: enough to answer for any period before the book itself is in memory. */
export function dailyFigures(book: Book, [first, last]: readonly [number, number]): Daily {
  const { count, day, sort, sorts, amount } = cellsOf(book, {})
  const places = (last - first + 1) * measureCount
  const sums = new Map<string, Float64Array>()
  for (let cell = 0; cell < count; cell++) {
    const { currency, kind, live: standing } = sorts[sort[cell] ?? 0] ?? nothing
    const on = day[cell] ?? 0
    if (standing !== live.counted || on < first || on > last || (figureOf[kind] ?? -1) < 0) continue
    const code = book.names.currencies.texts[currency - 1] ?? ''
    const own = sums.get(code) ?? new Float64Array(places)
    sums.set(code, own)
    addFigure(own, (on - first) * measureCount, kind, amount[cell] ?? 0)
  }
  return { from: isoDay(first), sums: Object.fromEntries(sums) }
}

const nothing = { currency: 0, kind: 0, live: 0 }

/** The figures of a period in one currency. */
export function figuresOf({ from: first, sums }: Daily, currency: string, { from, to }: Days): Measures {
  const own = sums[currency]
  if (own === undefined) return noMeasures
  const start = dayOfIso(first)
  const total = new Float64Array(measureCount)
  const begin = Math.max(0, dayOfIso(from) - start) * measureCount
  const end = Math.min(own.length, (dayOfIso(to) - start + 1) * measureCount)
  for (let at = begin; at < end; at++) {
    const figure = at % measureCount
    total[figure] = (total[figure] ?? 0) + (own[at] ?? 0)
  }
  return figuresAt(total, 0)
}
