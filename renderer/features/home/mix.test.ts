import { expect, test } from 'vitest'
import type { TotalsRow } from '#shared/book/questions.ts'
import { nothing } from './figures.ts'
import { mixOf, restOf } from './mix.ts'

const row = (bucket: string, key: string, gross: number, fees = 0): TotalsRow => ({
  bucket,
  key,
  currency: 'USD',
  unconverted: false,
  measures: { ...nothing, gross, fees, kept: gross - fees },
  sales: 1,
  units: 1,
})
const buckets = ['2024-01', '2024-02', '2024-03']

test('the largest part comes first and has an amount for every month', () => {
  const mix = mixOf(
    [row('2024-01', 'digital', 100), row('2024-03', 'physical', 300)],
    null,
    buckets,
    'cameIn',
  )
  expect(mix.map(({ key, value, share, values }) => ({ key, value, share, values }))).toEqual([
    { key: 'physical', value: 300, share: 0.75, values: [0, 0, 300] },
    { key: 'digital', value: 100, share: 0.25, values: [100, 0, 0] },
  ])
})

test('two accounts of one channel are one part', () => {
  const mix = mixOf([row('2024-01', 'shopify', 100), row('2024-01', 'shopify', 50)], null, buckets, 'cameIn')
  expect(mix.map(({ value, values }) => ({ value, values }))).toEqual([{ value: 150, values: [150, 0, 0] }])
})

test('what is not named is one part, and all parts add up to the whole', () => {
  const named = [row('2024-01', '7', 400, 30), row('2024-02', '7', 100, 10), row('2024-02', '', 0, 5)]
  const all = [row('2024-01', '', 450, 40), row('2024-02', '', 160, 25)]
  const rest = { rows: restOf(all, named), keys: 3 }
  expect(
    mixOf(named, rest, buckets, 'kept').map(({ sort, keys, values }) => ({ sort, keys, values })),
  ).toEqual([
    { sort: 'named', keys: 1, values: [370, 90, 0] },
    { sort: 'rest', keys: 3, values: [40, 50, 0] }, // 410 − 370; 135 − 90 + 5
    { sort: 'untied', keys: 1, values: [0, -5, 0] },
  ])
})

test('fees tied to nothing stand by themselves and have no share', () => {
  const mix = mixOf([row('2024-01', 'physical', 100, 10), row('2024-01', '', 0, 20)], null, buckets, 'kept')
  expect(mix.map(({ sort, value, share }) => ({ sort, value, share }))).toEqual([
    { sort: 'named', value: 90, share: 1 },
    { sort: 'untied', value: -20, share: null },
  ])
})
