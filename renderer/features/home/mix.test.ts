import { expect, test } from 'vitest'
import type { TotalsRow } from '#shared/book/questions.ts'
import { nothing } from './figures.ts'
import { mixOf } from './mix.ts'

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
  const mix = mixOf([row('2024-01', 'digital', 100), row('2024-03', 'physical', 300)], buckets, 'cameIn', 8)
  expect(mix.map(({ key, value, share, values }) => ({ key, value, share, values }))).toEqual([
    { key: 'physical', value: 300, share: 0.75, values: [0, 0, 300] },
    { key: 'digital', value: 100, share: 0.25, values: [100, 0, 0] },
  ])
})

test('two accounts of one channel are one part', () => {
  const mix = mixOf([row('2024-01', 'shopify', 100), row('2024-01', 'shopify', 50)], buckets, 'cameIn', 8)
  expect(mix.map(({ value, values }) => ({ value, values }))).toEqual([{ value: 150, values: [150, 0, 0] }])
})

test('products beyond the largest are one part, never a product alone', () => {
  const rows = ['1', '2', '3', '4'].map((key) => row('2024-02', key, Number(key) * 10))
  expect(mixOf(rows, buckets, 'cameIn', 2).map(({ sort, value, keys }) => ({ sort, value, keys }))).toEqual([
    { sort: 'named', value: 40, keys: 1 },
    { sort: 'named', value: 30, keys: 1 },
    { sort: 'rest', value: 30, keys: 2 },
  ])
  expect(mixOf(rows, buckets, 'cameIn', 3).map(({ sort }) => sort)).toEqual([
    'named',
    'named',
    'named',
    'named',
  ])
})

test('fees tied to nothing stand by themselves and have no share', () => {
  const mix = mixOf([row('2024-01', 'physical', 100, 10), row('2024-01', '', 0, 20)], buckets, 'kept', 8)
  expect(mix.map(({ sort, value, share }) => ({ sort, value, share }))).toEqual([
    { sort: 'named', value: 90, share: 1 },
    { sort: 'untied', value: -20, share: null },
  ])
})
