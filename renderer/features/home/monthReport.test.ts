import { expect, test } from 'vitest'
import { reportMonths, reportSpan } from './monthReport.ts'

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

test('a report can be made of every month since the first sale that has begun', () => {
  expect(reportMonths({ from: '2023-11-30', to: '2024-02-01' }, '2024-04-15')).toEqual([
    '2024-02',
    '2024-01',
    '2023-12',
    '2023-11',
  ])
  expect(reportMonths({ from: '2024-03-09', to: '2024-12-01' }, '2024-04-15')).toEqual(['2024-04', '2024-03'])
})
