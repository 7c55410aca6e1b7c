import { expect, test } from 'vitest'
import { isoDay } from '#shared/calendar/day.ts'
import { applyRecords } from './applyRecords.ts'
import { addBatch, addImport, createBook } from './book.ts'
import { dayOfIso } from './days.ts'
import { buyerText } from './entry.ts'
import type { Entry } from './entry.ts'
import { cameIn } from './income.ts'
import type { Filter } from './questions.ts'
import { returning } from './returning.ts'
import { batchOf, entry, saleKey } from './sampleEntries.ts'
import { client, put } from './sampleShop.ts'
import { settle } from './settle.ts'

const ana = buyerText('user:ana', 'Ana')
const anaToo = buyerText('mail:ana@x.example', 'Ana Q.')
const ben = buyerText('user:ben', 'Ben')

let sales = 0
const sold = (day: string, buyer: string, amount: number, told: Partial<Entry> = {}): Entry => {
  const id = ++sales
  return entry({ sale: saleKey(id), key: [id, 1], day: dayOfIso(day), buyer, amount, quantity: 1, ...told })
}

function bookOf(entries: readonly Entry[]) {
  const book = createBook()
  addBatch(book, addImport(book, { id: 'one', order: 1, visible: true, coverage: [] }), batchOf(entries))
  settle(book)
  return book
}
type Bought = Parameters<typeof returning>[0]
const told = (book: Bought, filter: Filter = {}) =>
  returning(book, filter, 'month', {})
    .rows.map(({ bucket, key, sales: number, measures }) => [bucket, key, number, cameIn(measures)] as const)
    .toSorted((one, other) => `${one[0]}${one[1]}`.localeCompare(`${other[0]}${other[1]}`))

/** Ana in January twice and in March, Ben in February, Ana by mail in March, and somebody unknown in March. */
const year = () => [
  sold('2024-01-05', ana, 1000),
  sold('2024-01-20', ana, 300),
  sold('2024-02-02', ben, 700),
  sold('2024-03-01', ana, 500),
  sold('2024-03-09', anaToo, 250),
  sold('2024-03-10', '', 90),
]

test('a buyer is new in the month of the first sale, and returns after it', () => {
  const book = bookOf(year())
  expect(told(book)).toEqual([
    ['2024-01', 'fresh', 2, 1300],
    ['2024-02', 'fresh', 1, 700],
    ['2024-03', 'fresh', 1, 250],
    ['2024-03', 'returning', 1, 500],
    ['2024-03', 'unknown', 1, 90],
  ])
  expect(returning(book, {}, 'month', {}).buyers).toEqual({ fresh: 3, returning: 0 })
})

test('a buyer who bought before the time asked for returns in it', () => {
  const march = { from: '2024-03-01', to: '2024-03-31' }
  const book = bookOf(year())
  expect(told(book, march)).toEqual([
    ['2024-03', 'fresh', 1, 250],
    ['2024-03', 'returning', 1, 500],
    ['2024-03', 'unknown', 1, 90],
  ])
  expect(returning(book, march, 'month', {}).buyers).toEqual({ fresh: 1, returning: 1 })
})

test('identities that were merged are one buyer', () => {
  const book = bookOf(year())
  const identities = [
    { channel: 'etsy', key: 'user:ana' },
    { channel: 'etsy', key: 'mail:ana@x.example' },
  ]
  applyRecords(book, [put('clients', client({ id: 'c1', identities }))])
  expect(told(book, { from: '2024-03-01' })).toEqual([
    ['2024-03', 'returning', 2, 750],
    ['2024-03', 'unknown', 1, 90],
  ])
  expect(returning(book, { from: '2024-03-01' }, 'month', {}).buyers).toEqual({ fresh: 0, returning: 1 })
  applyRecords(book, [{ table: 'clients', id: 'c1', record: null }])
  expect(told(book, { from: '2024-03-01' })).toHaveLength(3)
})

test('a sale that does not count makes nobody a buyer', () => {
  const book = bookOf([sold('2024-01-05', ana, 1000, { status: 'cancelled' }), sold('2024-02-05', ana, 400)])
  expect(told(book)).toEqual([['2024-02', 'fresh', 1, 400]])
})

test('what belongs to a sale stands with it, and what belongs to none is left out', () => {
  const first = sold('2024-01-05', ana, 1000)
  const own = { sale: first.sale, buyer: ana }
  const book = bookOf([
    first,
    entry({ ...own, key: [90, 1], day: first.day, kind: 'discount', amount: -100 }),
    entry({ ...own, key: [90, 2], day: first.day, kind: 'shipping', amount: 250 }),
    entry({ ...own, key: [90, 3], day: dayOfIso('2024-02-01'), kind: 'refund', amount: -300 }),
    entry({
      sale: [0, 0],
      key: [91, 1],
      day: first.day,
      kind: 'fee',
      type: 'listing',
      amount: -20,
      flags: 1,
    }),
  ])
  const rows = returning(book, {}, 'month', {}).rows.toSorted((one, other) =>
    one.bucket.localeCompare(other.bucket),
  )
  expect(rows.map(({ bucket, key, measures }) => [bucket, key, cameIn(measures), measures.kept])).toEqual([
    ['2024-01', 'fresh', 1150, 1150],
    ['2024-02', 'fresh', 0, -300],
  ])
})

test('each currency stands by itself', () => {
  const book = bookOf([sold('2024-01-05', ana, 1000), sold('2024-01-06', ben, 500, { currency: 'EUR' })])
  const euros = returning(book, { currencies: ['EUR'] }, 'day', {})
  expect(euros.rows.map(({ bucket, currency, key }) => [bucket, currency, key])).toEqual([
    ['2024-01-06', 'EUR', 'fresh'],
  ])
  expect(returning(createBook(), {}, 'month', {})).toEqual({ rows: [], buyers: { fresh: 0, returning: 0 } })
})

test('days before the first sale are as good as any', () => {
  const book = bookOf([sold(isoDay(-3), ana, 100), sold(isoDay(40), ana, 200)])
  expect(told(book)).toEqual([
    ['1969-12', 'fresh', 1, 100],
    ['1970-02', 'returning', 1, 200],
  ])
})
