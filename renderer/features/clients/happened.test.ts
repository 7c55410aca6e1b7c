import { expect, test } from 'vitest'
import type { Measures, SalePart, SaleRow } from '#shared/book/questions.ts'
import type { Client } from '#shared/client/client.ts'
import { happenings, hasUndated, type Known } from './happened.ts'

const measures = { gross: 4000, refunds: 1500 } as Measures
const sale = (key: string, day: string): SaleRow => ({
  key,
  day,
  label: '',
  channel: 'etsy',
  account: '',
  buyer: '',
  title: 'Mug',
  lines: 1,
  units: 1,
  status: 'counted',
  currency: 'USD',
  measures,
  others: [],
  hidden: false,
  noted: false,
  tags: [],
  handSale: '',
  client: '',
})
const part = (told: Partial<SalePart>): SalePart => ({
  kind: 'refund',
  type: '',
  day: '2024-05-02',
  stream: '',
  title: '',
  sku: '',
  product: '',
  quantity: 0,
  currency: 'USD',
  amount: -1000,
  estimate: false,
  undated: false,
  origin: null,
  ...told,
})
const refundOf = (parts: readonly SalePart[]) => ({ parts, note: '' })
const known = (told: Partial<Known>): Known => ({
  sales: [],
  details: new Map(),
  imports: [],
  record: null,
  ...told,
})
const record = (told: Partial<Client>) => ({ notes: [], followUp: null, ...told }) as unknown as Client

test('sales, refunds, notes, files and what is to come stand by day, the newest first', () => {
  const all = happenings(
    known({
      sales: [sale('b', '2024-05-02'), sale('a', '2024-03-01')],
      details: new Map([
        ['a', refundOf([part({}), part({ kind: 'refundedTax', amount: -80 })])],
        ['b', { parts: [], note: 'a gift' }],
      ]),
      imports: [{ day: '2024-05-02', file: 'customers.csv' }],
      record: record({
        notes: [{ day: '2024-05-02', text: 'called' }],
        followUp: { day: '2024-06-01', text: 'fair' },
      }),
    }),
  )
  expect(all.map(({ day, what }) => [day, what])).toEqual([
    ['2024-06-01', 'followUp'],
    ['2024-05-02', 'note'],
    ['2024-05-02', 'refund'],
    ['2024-05-02', 'sale'],
    ['2024-05-02', 'import'],
    ['2024-03-01', 'sale'],
  ])
  // 10.00 and 0.80 of tax went back on one day
  expect(all[2]).toMatchObject({ what: 'refund', amount: -1080, sale: { key: 'a' } })
  expect(all[3]).toMatchObject({ what: 'sale', note: 'a gift' })
})

test('money that went back on two days is said twice, and what no file dates stands with its sale', () => {
  const twice = refundOf([part({}), part({ day: '2024-05-09', amount: -500 }), part({ undated: true })])
  const all = happenings(known({ sales: [sale('a', '2024-03-01')], details: new Map([['a', twice]]) }))
  expect(all.flatMap((one) => (one.what === 'refund' ? [[one.day, one.amount]] : []))).toEqual([
    ['2024-05-09', -500],
    ['2024-05-02', -1000],
  ])
  expect(hasUndated(twice)).toBe(true)
  expect(hasUndated(refundOf([part({})]))).toBe(false)
})
