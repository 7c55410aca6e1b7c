import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addBatch, addImport, createBook } from './book.ts'
import { figuresOf } from './daily.ts'
import { isoDay } from '#shared/calendar/day.ts'
import { kinds } from './entry.ts'
import type { Entry } from './entry.ts'
import { noMeasures } from './measures.ts'
import { batchOf, entry, saleKey } from './sampleEntries.ts'
import { settle } from './settle.ts'
import { summary } from './summary.ts'
import { totals } from './totals.ts'

function bookOf(entries: readonly Entry[]) {
  const book = createBook()
  addBatch(book, addImport(book, { id: 'one', order: 1, visible: true, coverage: [] }), batchOf(entries))
  settle(book)
  return book
}
const part = (sale: number, told: Partial<Entry>) => entry({ sale: saleKey(sale), key: [sale, 1], ...told })

test('the figures of a period are there before the book is', () => {
  const book = bookOf([
    part(1, { day: 19_000, amount: 1000 }),
    part(1, { day: 19_000, kind: 'fee', type: 'processing', amount: -50 }),
    part(2, { day: 19_002, amount: 700 }),
    part(3, { day: 19_010, amount: 300 }),
    part(4, { day: 19_001, amount: 900, status: 'pending' }),
    part(5, { day: 19_001, amount: 400, currency: 'EUR' }),
  ])
  const { daily } = summary(book)
  if (!daily) throw new Error('no daily figures')
  const days = { from: isoDay(19_000), to: isoDay(19_002) }
  expect(figuresOf(daily, 'USD', days)).toEqual({ ...noMeasures, gross: 1700, fees: 50, kept: 1650 })
  expect(figuresOf(daily, 'EUR', days)).toEqual({ ...noMeasures, gross: 400, kept: 400 })
  expect(figuresOf(daily, 'GBP', days)).toEqual(noMeasures)
  expect(figuresOf(daily, 'USD', { from: '1999-01-01', to: '1999-12-31' })).toEqual(noMeasures)
})

test('a single wrong date makes no summary of centuries', () => {
  const { daily } = summary(
    bookOf([part(1, { day: -20_000, amount: 1 }), part(2, { day: 19_000, amount: 1 })]),
  )
  expect(daily).toBeUndefined()
})

const anEntry = fc.record({
  sale: fc.integer({ min: 1, max: 9 }),
  day: fc.integer({ min: 19_000, max: 19_040 }),
  kind: fc.constantFrom(...kinds.filter((kind) => kind !== 'alias')),
  amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  currency: fc.constantFrom('USD', 'EUR'),
})
test('they are the figures the book itself answers with, for any period', () => {
  const day = fc.integer({ min: 18_990, max: 19_050 })
  fc.assert(
    fc.property(fc.array(anEntry, { maxLength: 40 }), day, day, (told, one, other) => {
      const book = bookOf(told.map(({ sale, ...rest }, at) => part(sale, { ...rest, key: [sale, at] })))
      const { daily } = summary(book)
      const days = { from: isoDay(Math.min(one, other)), to: isoDay(Math.max(one, other)) }
      const answered = totals(book, days, { by: 'none', bucket: 'none' }, {})
      for (const currency of ['USD', 'EUR']) {
        const measures = answered.find((row) => row.currency === currency)?.measures ?? noMeasures
        expect(daily ? figuresOf(daily, currency, days) : noMeasures).toEqual(measures)
      }
    }),
    { numRuns: 60 },
  )
})
