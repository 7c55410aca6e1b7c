import { expect, test } from 'vitest'
import { nearestMonth, periodOf } from './period.ts'

const known = { from: '2023-02-10', to: '2024-03-20' }
const today = '2024-03-28'

test('Home begins with the last twelve months and compares them with the twelve before', () => {
  expect(periodOf({}, today, known)).toEqual({
    kind: 'twelve',
    days: { from: '2023-03-29', to: '2024-03-28' },
    before: { from: '2022-03-29', to: '2023-03-28' },
  })
})

test('Home begins with all there is where the last twelve months hold nothing', () => {
  expect(periodOf({}, '2026-01-05', known)).toEqual({ kind: 'all', days: known, before: null })
})

test('this month is compared with the same days of the month before', () => {
  expect(periodOf({ period: 'month' }, today, known).before).toEqual({ from: '2024-02-01', to: '2024-02-28' })
})

test('a range written backwards is read forwards', () => {
  const range = periodOf({ period: 'range', from: '2024-03-10', to: '2024-03-01' }, today, known)
  expect(range.days).toEqual({ from: '2024-03-01', to: '2024-03-10' })
  expect(range.before).toEqual({ from: '2024-02-20', to: '2024-02-29' })
})

test('an empty period points to the month before it that has sales, else to the one after', () => {
  const months = ['2023-02', '2023-09', '2024-03']
  expect(nearestMonth(months, { from: '2024-01-01', to: '2024-01-31' })).toEqual({
    from: '2023-09-01',
    to: '2023-09-30',
  })
  expect(nearestMonth(months, { from: '2022-01-01', to: '2022-12-31' })).toEqual({
    from: '2023-02-01',
    to: '2023-02-28',
  })
  expect(nearestMonth([], { from: '2022-01-01', to: '2022-12-31' })).toBeNull()
})
