import { dayNumber } from './day.ts'

/** The order of a date's parts; separators, leading zeros, a time behind and 2 or 4 digits of the year are read alike. */
export type DatePattern = 'M/D/Y' | 'D/M/Y' | 'Y-M-D' | 'month D Y' | 'D month Y'

const patterns: {
  readonly [P in DatePattern]: {
    readonly shape: RegExp
    readonly parts: readonly ('year' | 'month' | 'day')[]
  }
} = {
  'M/D/Y': { shape: /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[ T,])/, parts: ['month', 'day', 'year'] },
  'D/M/Y': { shape: /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[ T,])/, parts: ['day', 'month', 'year'] },
  'Y-M-D': { shape: /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?=$|[ T,])/, parts: ['year', 'month', 'day'] },
  'month D Y': {
    shape: /^(\p{L}{3,9})\.?()\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?=$|[ T,])/u,
    parts: ['month', 'day', 'year'],
  },
  'D month Y': {
    shape: /^(\d{1,2})(?:st|nd|rd|th)?\.?()\s+(\p{L}{3,9})\.?,?\s+(\d{4})(?=$|[ T,])/u,
    parts: ['day', 'month', 'year'],
  },
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day number of a date as a file writes it; `null` where it is none. */
export function readDate(text: string, pattern: DatePattern): number | null {
  const { shape, parts } = patterns[pattern]
  const found = shape.exec(text)
  if (!found) return null
  const part = (name: 'year' | 'month' | 'day') => found[[1, 3, 4][parts.indexOf(name)] ?? 0] ?? ''
  return dayNumber(fullYear(part('year')), monthOf(part('month')), Number(part('day')))
}

/** Two digits mean 1970–2069: nobody sold online before. */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 4) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function monthOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3).toLowerCase()) + 1
}
