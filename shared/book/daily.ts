import { isoDay } from '#shared/calendar/day.ts'
import type { Days } from '#shared/calendar/period.ts'
import type { Book } from './book.ts'
import { dayOfIso } from './days.ts'
import { figureOf, figuresAt, keptFigure, keptOf, measureCount, noMeasures, signOf } from './measures.ts'
import type { Daily, Measures } from './questions.ts'
import { live } from './live.ts'

/** What counts, day by day: enough to answer for any period before the book itself is in memory. */
export function dailyFigures(book: Book, [first, last]: readonly [number, number]): Daily {
  const { day, live: standing, kind, currency, amount, size } = book.columns
  const [figures, signs, kept] = [figureOf, signOf, keptOf] // locals: this loop meets every entry of the book
  const sums = book.names.currencies.texts.map((): Float64Array | null => null)
  const places = (last - first + 1) * measureCount
  for (let entry = 0; entry < size; entry++) {
    if (standing[entry] !== live.counted) continue
    const code = kind[entry] ?? 0
    const figure = figures[code] ?? -1
    if (figure < 0) continue
    const own = (sums[currency[entry] ?? 0] ??= new Float64Array(places))
    const base = ((day[entry] ?? 0) - first) * measureCount
    const value = amount[entry] ?? 0
    own[base + figure] = (own[base + figure] ?? 0) + value * (signs[code] ?? 1)
    if (kept[code] === 1) own[base + keptFigure] = (own[base + keptFigure] ?? 0) + value
  }
  const named = sums.flatMap((own, id) =>
    own ? [[book.names.currencies.texts[id] ?? '', own] as const] : [],
  )
  return { from: isoDay(first), sums: Object.fromEntries(named) }
}

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
