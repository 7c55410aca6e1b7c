import { expect, test } from 'vitest'
import type { TotalsRow } from '#shared/book/questions.ts'
import { nothing } from './figures.ts'
import { refundRates } from './refundRates.ts'

const of = (bucket: string, measures: Partial<TotalsRow['measures']>): TotalsRow => ({
  ...{ bucket, key: '', currency: 'USD', unconverted: false, sales: 1, units: 1 },
  measures: { ...nothing, ...measures },
})

test('a rate is what was given back without its tax, of what came in; without income there is none', () => {
  const rows = [
    of('2024-01', { gross: 9000, shipping: 1000, refunds: 2700, refundedTax: 200 }),
    of('2024-02', { refunds: 500 }),
  ]
  expect(refundRates(rows, ['2024-01', '2024-02', '2024-03'])).toEqual([
    { bucket: '2024-01', refunded: 2500, cameIn: 10_000, rate: 0.25 },
    { bucket: '2024-02', refunded: 500, cameIn: 0, rate: null },
    { bucket: '2024-03', refunded: 0, cameIn: 0, rate: null },
  ])
})
