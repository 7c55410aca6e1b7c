import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addBatch, addImport, createBook } from './book.ts'
import type { Book } from './book.ts'
import { listingText } from './entry.ts'
import type { Entry } from './entry.ts'
import { listings } from './parties.ts'
import { batchOf, entry, event, saleKey } from './sampleEntries.ts'
import { sales } from './sales.ts'
import { settle } from './settle.ts'
import { split } from './share.ts'
import { summary } from './summary.ts'
import { totals } from './totals.ts'

function bookOf(entries: readonly Entry[]): Book {
  const book = createBook()
  addBatch(book, addImport(book, { id: 'one', order: 1, visible: true, coverage: [] }), batchOf(entries))
  settle(book)
  return book
}

const mug = listingText('sku:MUG', 'Tide Mug', 'MUG')
const soap = listingText('sku:SOAP', 'Savon à la lavande', 'SOAP')
const plan = listingText('sku:PLAN', 'Planner', 'PLAN')
const sold = (sale: number, listing: string, amount: number, told: Partial<Entry> = {}) =>
  entry({
    sale: saleKey(sale),
    listing,
    amount,
    quantity: 1,
    key: [sale, amount],
    label: `#${1000 + sale}`,
    ...told,
  })
const part = (sale: number, kind: Entry['kind'], amount: number, told: Partial<Entry> = {}) =>
  entry({ sale: saleKey(sale), kind, type: '', amount, ...told })

describe('splitting over lines', () => {
  // 10.00 + 5.00 + 5.00 with 1.00 discount: nets 9.50, 4.75, 4.75; 2.00 fee → 1.00, 0.50, 0.50
  const book = bookOf([
    sold(1, mug, 1000),
    sold(1, soap, 500, { key: [1, 2] }),
    sold(1, plan, 500, { key: [1, 3], stream: 'digital', flags: 32 }),
    part(1, 'discount', -100),
    part(1, 'fee', -200, { type: 'processing' }),
    part(1, 'shipping', 301),
    event({ kind: 'fee', type: 'ads', amount: -250, key: [8, 8] }),
  ])

  test('fees follow line net, shipping only what is shipped, and a fee of no sale is tied to no product', () => {
    const rows = totals(book, {}, { by: 'listing', bucket: 'none' }, {})
    const of = (title: string) =>
      rows.find(({ key }) => key !== '' && book.names.listings[Number(key)]?.title === title)?.measures
    expect(of('Tide Mug')).toMatchObject({ gross: 1000, discounts: 50, fees: 100, shipping: 201 })
    expect(of('Savon à la lavande')).toMatchObject({ gross: 500, discounts: 25, fees: 50, shipping: 100 })
    expect(of('Planner')).toMatchObject({ gross: 500, discounts: 25, fees: 50, shipping: 0 })
    expect(rows.find(({ key }) => key === '')?.measures).toMatchObject({ fees: 250, kept: -250 })
  })

  test('by stream it is the same money', () => {
    const rows = totals(book, {}, { by: 'stream', bucket: 'none' }, {})
    const fees = Object.fromEntries(rows.map(({ key, measures }) => [key, measures.fees]))
    expect(fees).toEqual({ physical: 150, digital: 50, '': 250 })
  })

  test('a filter by product lets only its share through, in the list as in the total', () => {
    const soapId = book.names.listings.findIndex(({ title }) => title.startsWith('Savon'))
    const answer = sales(
      book,
      { filter: { listings: [soapId] }, sort: { by: 'day', descending: true }, from: 0, count: 9 },
      {},
    )
    expect(answer.sums[0]?.measures).toMatchObject({ gross: 500, discounts: 25, fees: 50, shipping: 100 })
    expect(listings(book, {}, {}).find(({ id }) => id === soapId)).toMatchObject({ units: 1, sales: 1 })
  })

  test('parts are whole units, near their exact share, and add up to the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.nat(1e7), { minLength: 1, maxLength: 12 }),
        (total, list) => {
          fc.pre(list.some((weight) => weight > 0))
          const [weights, parts] = [Float64Array.from(list), new Float64Array(list.length)]
          split(total, weights, list.length, parts)
          const whole = list.reduce((a, b) => a + b, 0)
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
          list.forEach((weight, at) =>
            expect(Math.abs((parts[at] ?? 0) - (total * weight) / whole)).toBeLessThan(1.000001),
          )
        },
      ),
    )
  })
})

describe('currencies', () => {
  const euros = (told: Partial<Entry>) => ({ currency: 'EUR', ...told })
  const book = bookOf([
    sold(1, mug, 1000),
    sold(2, mug, 3870, euros({})),
    part(2, 'exchanged', 3870, euros({ source: 'payments' })),
    part(2, 'exchanged', 4198, { source: 'payments' }),
    sold(3, mug, 2000, euros({ day: 19_020 })),
    sold(4, mug, 500, euros({ day: 19_100 })),
  ])
  const rates = [{ from: 'EUR', to: 'USD', day: '2022-01-20', rate: '1.13' }]

  test('a rate a file gives is no money, and makes no currency appear', () => {
    const pounds = bookOf([
      sold(1, mug, 5280),
      part(1, 'exchanged', 4160, { source: 'payments', currency: 'GBP' }),
      part(1, 'exchanged', 5280, { source: 'payments' }),
    ])
    expect(totals(pounds, {}, { by: 'none', bucket: 'none' }, {}).map(({ currency }) => currency)).toEqual([
      'USD',
    ])
    expect(Object.keys(summary(pounds).counted)).toEqual(['USD'])
    expect(
      sales(pounds, { filter: {}, sort: { by: 'day', descending: true }, from: 0, count: 1 }, {}).sums,
    ).toHaveLength(1)
  })

  test('each by itself', () => {
    const rows = totals(book, {}, { by: 'none', bucket: 'none' }, {})
    expect(rows.map(({ currency, measures }) => [currency, measures.gross])).toEqual([
      ['USD', 1000],
      ['EUR', 6370],
    ])
  })

  test("all in one: by the sale's own rate, else the newest typed rate of the last 31 days; the rest stands beside", () => {
    // 3870 EUR → 4198 USD by its file; 20.00 EUR on 2022-01-28 × 1.13 = 22.60; 5.00 EUR on 2022-04-18 has no rate
    const rows = totals(book, {}, { by: 'none', bucket: 'none' }, { currency: 'USD', rates })
    expect(rows.find(({ unconverted }) => !unconverted)?.measures.gross).toBe(1000 + 4198 + 2260)
    expect(rows.find(({ unconverted }) => unconverted)).toMatchObject({
      currency: 'EUR',
      measures: { gross: 500 },
    })
  })

  test('a typed rate serves the other way round, and currencies without cents keep their digits', () => {
    const yen = bookOf([sold(1, mug, 15_000, { currency: 'JPY' }), sold(2, mug, 100, {})])
    const typed = [{ from: 'USD', to: 'JPY', day: '2022-01-08', rate: '150' }]
    expect(
      totals(yen, {}, { by: 'none', bucket: 'none' }, { currency: 'USD', rates: typed })[0]?.measures.gross,
    ).toBe(10_000 + 100)
    expect(
      totals(yen, {}, { by: 'none', bucket: 'none' }, { currency: 'JPY', rates: typed })[0]?.measures.gross,
    ).toBe(15_000 + 150)
  })
})

describe('the list of sales', () => {
  const book = bookOf([
    sold(1, mug, 1000, { day: 19_000, buyer: 'mail:a@x\u001fZoë Façade' }),
    sold(2, soap, 3000, { day: 19_002, buyer: 'mail:b@x\u001fAna Quill' }),
    sold(3, mug, 2000, { day: 19_001, buyer: 'mail:c@x\u001f石田 さくら' }),
    part(3, 'refund', -500, { day: 19_040 }),
  ])
  const list = (question: Partial<Parameters<typeof sales>[1]>) =>
    sales(book, { filter: {}, sort: { by: 'day', descending: true }, from: 0, count: 10, ...question }, {})
  const labels = (question: Partial<Parameters<typeof sales>[1]>) =>
    list(question).rows.map(({ label }) => label)

  test('is sorted by any column, and cut into windows', () => {
    expect(labels({})).toEqual(['#1002', '#1003', '#1001'])
    expect(labels({ sort: { by: 'kept', descending: false } })).toEqual(['#1001', '#1003', '#1002'])
    expect(labels({ sort: { by: 'label', descending: false } })).toEqual(['#1001', '#1002', '#1003'])
    expect(labels({ sort: { by: 'buyer', descending: false } })).toEqual(['#1002', '#1001', '#1003'])
    expect(labels({ from: 1, count: 1 })).toEqual(['#1003'])
    expect(list({ from: 1, count: 1 }).total).toBe(3)
  })

  test('finds by number, name without accents, and title', () => {
    expect(labels({ filter: { text: '1001' } })).toEqual(['#1001'])
    expect(labels({ filter: { text: 'zoe facade' } })).toEqual(['#1001'])
    expect(labels({ filter: { text: 'さくら' } })).toEqual(['#1003'])
    expect(labels({ filter: { text: 'a la LAVANDE' } })).toEqual(['#1002'])
    expect(labels({ filter: { text: 'nothing like it' } })).toEqual([])
  })

  test('of a month shows what that month counts: a refund of an older sale with its own amount', () => {
    const answer = list({ filter: { from: '2022-02-01', to: '2022-02-28' } })
    expect(answer.rows).toMatchObject([
      { label: '#1003', day: '2022-01-09', measures: { gross: 0, refunds: 500, kept: -500 } },
    ])
    expect(answer.sums).toMatchObject([{ currency: 'USD', measures: { refunds: 500 } }])
  })
})

test('spans of time are named so that they sort', () => {
  const book = bookOf([sold(1, mug, 100, { day: 19_723 }), sold(2, mug, 200, { day: 19_722 })]) // 2024-01-01 (a Monday) and the day before
  const buckets = (bucket: 'day' | 'week' | 'month' | 'quarter' | 'year') =>
    totals(book, {}, { by: 'none', bucket }, {})
      .map((row) => row.bucket)
      .toSorted()
  expect(buckets('day')).toEqual(['2023-12-31', '2024-01-01'])
  expect(buckets('week')).toEqual(['2023-12-25', '2024-01-01'])
  expect(buckets('month')).toEqual(['2023-12', '2024-01'])
  expect(buckets('quarter')).toEqual(['2023-Q4', '2024-Q1'])
  expect(buckets('year')).toEqual(['2023', '2024'])
})
