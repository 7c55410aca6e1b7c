import { expect, test } from 'vitest'
import { monthsUpTo, reportMonths, reportSpan } from './monthReport.ts'

test('a month that is over stands beside the whole month before', () => {
  expect(reportSpan('2024-03', '2024-04-15')).toEqual({
    days: { from: '2024-03-01', to: '2024-03-31' },
    before: { from: '2024-02-01', to: '2024-02-29' },
    isWhole: true,
  })
})

test('a month that is not over stands beside the same days of the month before', () => {
  expect(reportSpan('2024-04', '2024-04-15')).toEqual({
    days: { from: '2024-04-01', to: '2024-04-15' },
    before: { from: '2024-03-01', to: '2024-03-15' },
    isWhole: false,
  })
  expect(reportSpan('2024-04', '2024-04-30').isWhole).toBe(true)
})

test('twelve months end with the month of the report, over the turn of a year', () => {
  const months = monthsUpTo('2024-03')
  expect(months).toHaveLength(12)
  expect([months[0], months[8], months[9], months[11]]).toEqual(['2023-04', '2023-12', '2024-01', '2024-03'])
})

test('a report can be made of every month since the first sale that has begun', () => {
  expect(reportMonths({ from: '2023-11-30', to: '2024-02-01' }, '2024-04-15')).toEqual([
    '2024-02',
    '2024-01',
    '2023-12',
    '2023-11',
  ])
  expect(reportMonths({ from: '2024-03-09', to: '2024-12-01' }, '2024-04-15')).toEqual(['2024-04', '2024-03'])
})
