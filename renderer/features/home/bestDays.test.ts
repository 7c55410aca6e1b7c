import { expect, test } from 'vitest'
import type { TotalsRow } from '#shared/book/questions.ts'
import { bestOf, knownDays, weekdaysOf } from './bestDays.ts'
import { nothing } from './figures.ts'

const on = (bucket: string, gross: number): TotalsRow => ({
  ...{ bucket, key: '', currency: 'USD', unconverted: false, sales: 1, units: 1 },
  measures: { ...nothing, gross },
})
/** Five Fridays to Sundays and four of each other day. */
const march = { from: '2024-03-01', to: '2024-03-31' }

test('a weekday’s average counts every such day, with or without income', () => {
  const rows = [on('2024-03-01', 1000), on('2024-03-08', 501), on('2024-03-04', 400)]
  const weekdays = weekdaysOf(rows, march, 1)
  expect(weekdays?.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 0])
  expect(weekdays?.[0]).toEqual({ weekday: 1, days: 4, sum: 400, average: 100 })
  // 15.01 over five Fridays
  expect(weekdays?.[4]).toEqual({ weekday: 5, days: 5, sum: 1501, average: 300 })
  expect(weekdays?.[6]).toEqual({ weekday: 0, days: 5, sum: 0, average: 0 })
})

test('fewer than four weeks are no pattern', () => {
  expect(weekdaysOf([], { from: '2024-03-01', to: '2024-03-27' }, 0)).toBeNull()
  expect(weekdaysOf([], { from: '2024-03-01', to: '2024-03-28' }, 0)?.map(({ days }) => days)).toEqual(
    Array.from({ length: 7 }, () => 4),
  )
})

test('the best days come first, and a day without income is none of them', () => {
  const rows = ['01', '02', '03', '04', '05', '06', '07'].map((day, at) =>
    on(`2024-03-${day}`, (at % 4) * 100),
  )
  expect(bestOf(rows).map(({ day, amount }) => [day, amount])).toEqual([
    ['2024-03-04', 300],
    ['2024-03-07', 200],
    ['2024-03-03', 200],
    ['2024-03-06', 100],
    ['2024-03-02', 100],
  ])
})

test('days before the first sale and after the last are not counted', () => {
  expect(knownDays({ from: '2023-01-01', to: '2024-12-31' }, march)).toEqual(march)
})
