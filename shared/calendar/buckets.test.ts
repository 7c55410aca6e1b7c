import { expect, test } from 'vitest'
import { bucketFor, bucketsIn, daysOf } from './buckets.ts'

const known = { from: '2023-02-10', to: '2024-03-20' }

test.each([
  ['2024-03-01', '2024-03-31', 'day'],
  ['2024-01-01', '2024-12-31', 'month'],
  ['2019-01-01', '2024-12-31', 'quarter'],
  ['2004-01-01', '2024-12-31', 'year'],
])('%s to %s is drawn by %s', (from, to, bucket) => {
  expect(bucketFor({ from, to })).toBe(bucket)
})

test('a month without a sale has its place on the axis', () => {
  expect(bucketsIn({ from: '2023-11-15', to: '2024-02-01' }, 'month')).toEqual([
    '2023-11',
    '2023-12',
    '2024-01',
    '2024-02',
  ])
})

test.each([
  ['2024-03', '2024-03-01', '2024-03-20'],
  ['2023-02', '2023-02-10', '2023-02-28'],
  ['2023-Q2', '2023-04-01', '2023-06-30'],
  ['2023', '2023-02-10', '2023-12-31'],
  ['2024-03-05', '2024-03-05', '2024-03-05'],
])('the bar %s opens the days %s to %s', (bucket, from, to) => {
  expect(daysOf(bucket, known)).toEqual({ from, to })
})
