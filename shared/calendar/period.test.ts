import { expect, test } from 'vitest'
import { daysOfMonth, lastTwelveMonths, lengthOf, monthToDate, periodBefore, yearToDate } from './period.ts'

test('this month and this year end today', () => {
  expect(monthToDate('2024-03-28')).toEqual({ from: '2024-03-01', to: '2024-03-28' })
  expect(yearToDate('2024-03-28')).toEqual({ from: '2024-01-01', to: '2024-03-28' })
})

test.each([
  ['2024-03-28', '2023-03-29'],
  ['2024-02-29', '2023-03-01'],
  ['2025-02-28', '2024-02-29'],
])('the twelve months that end on %s begin on %s', (today, from) => {
  expect(lastTwelveMonths(today)).toEqual({ from, to: today })
})

test('a month knows its last day', () => {
  expect(daysOfMonth('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
})

test.each([
  // the same days of the month before; a day that month does not have is its last one
  ['2024-03-01', '2024-03-31', 'month', '2024-02-01', '2024-02-29'],
  ['2024-03-01', '2024-03-12', 'month', '2024-02-01', '2024-02-12'],
  ['2024-01-01', '2024-02-29', 'year', '2023-01-01', '2023-02-28'],
  // whole months
  ['2024-03-01', '2024-03-31', 'span', '2024-02-01', '2024-02-29'],
  ['2024-01-01', '2024-12-31', 'span', '2023-01-01', '2023-12-31'],
  // any days
  ['2024-03-05', '2024-03-11', 'span', '2024-02-27', '2024-03-04'],
  ['2024-03-05', '2024-03-05', 'span', '2024-03-04', '2024-03-04'],
] as const)('%s to %s, by %s, is compared with %s to %s', (from, to, step, beforeFrom, beforeTo) => {
  expect(periodBefore({ from, to }, step)).toEqual({ from: beforeFrom, to: beforeTo })
})

test('a span counts both its ends', () => {
  expect(lengthOf({ from: '2024-02-28', to: '2024-03-01' })).toBe(3)
})
