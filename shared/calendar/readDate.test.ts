import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, dayOfIso, isoDay } from './day.ts'
import { readDate } from './readDate.ts'

const read = (text: string, pattern: Parameters<typeof readDate>[1]): string | null => {
  const day = readDate(text, pattern)
  return day === null ? null : isoDay(day)
}

test.each([
  ['03/28/24', 'M/D/Y', '2024-03-28'],
  ['1/5/2023', 'M/D/Y', '2023-01-05'],
  ['28/03/24', 'D/M/Y', '2024-03-28'],
  ['28.3.2024', 'D/M/Y', '2024-03-28'],
  ['3/31/2024 10:00', 'M/D/Y', '2024-03-31'],
  ['2024-03-28 14:00:00 -0400', 'Y-M-D', '2024-03-28'],
  ['2024-03-28T23:59:59Z', 'Y-M-D', '2024-03-28'],
  ['March 28, 2024', 'month D Y', '2024-03-28'],
  ['March 2, 2024', 'month D Y', '2024-03-02'],
  ['31 Mar 2023', 'D month Y', '2023-03-31'],
  ['31 July, 2026', 'D month Y', '2026-07-31'],
  ['15. July 2025', 'D month Y', '2025-07-15'],
  ['02/29/24', 'M/D/Y', '2024-02-29'],
  ['12/31/69', 'M/D/Y', '2069-12-31'],
] as const)('reads %s', (text, pattern, day) => {
  expect(read(text, pattern)).toBe(day)
})

test.each([
  ['13/01/24', 'M/D/Y'],
  ['02/30/24', 'M/D/Y'],
  ['02/29/23', 'M/D/Y'],
  ['03/28-24', 'M/D/Y'],
  ['03/28/240', 'M/D/Y'],
  ['', 'M/D/Y'],
  ['45379', 'M/D/Y'],
  ['2024-13-01', 'Y-M-D'],
  ['Mayhem 5, 2024', 'D month Y'],
  ['Smarch 5, 2024', 'month D Y'],
] as const)('refuses %j', (text, pattern) => {
  expect(read(text, pattern)).toBeNull()
})

test('day numbers agree with the engine’s own calendar for three centuries', () => {
  const days = Array.from({ length: 109_567 }, (_, at) => at - 25_567)
  const wrong = days.filter((day) => {
    const [year = 0, month = 0, ofMonth = 0] = isoDay(day).split('-').map(Number)
    return dayNumber(year, month, ofMonth) !== day
  })
  expect(wrong).toEqual([])
})

test('a day written by the calendar is read as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 80_000 }), (day) => {
      expect(readDate(isoDay(day), 'Y-M-D')).toBe(day)
      expect(dayOfIso(isoDay(day))).toBe(day)
    }),
  )
})
