import { expect, test } from 'vitest'
import type { ProductListing } from '#shared/book/partyQuestions.ts'
import { costOfProduct } from './costOfProduct.ts'

const listing = (id: number, amount: number | null): ProductListing => ({
  id,
  ref: { account: 'shopify\u001f', key: `sku:${id}` },
  channel: 'shopify',
  accountName: '',
  title: '',
  sku: '',
  how: 'own',
  price: null,
  cost: amount === null ? null : { currency: 'USD', amount },
  costOrigin: null,
  stock: null,
  units: 0,
  sales: 0,
  last: '',
  sums: [],
})
const sold = [
  { listing: 1, day: '2024-01-31', units: 10 },
  { listing: 1, day: '2024-02-01', units: 4 },
  { listing: 2, day: '2024-02-01', units: 1 },
]
const own = [
  { currency: 'USD', amount: 300, from: '2024-01-01' },
  { currency: 'USD', amount: 450, from: '2024-02-01' },
]

test('own costs count by the day of each sale, whatever a catalogue says', () => {
  // 10 × 3.00 until January 31, then 4 × 4.50 and 1 × 4.50
  const answer = { sold, listings: [listing(1, 910), listing(2, 740)] }
  expect(costOfProduct(answer, own, 'USD', [])).toEqual({
    amount: 5250,
    known: 15,
    unknown: 0,
    by: 'person',
  })
})

test('without own costs the catalogue’s count, and are said to be its own', () => {
  // 14 × 9.10 + 1 × 7.40
  const answer = { sold, listings: [listing(1, 910), listing(2, 740)] }
  expect(costOfProduct(answer, [], 'USD', [])).toEqual({
    amount: 13_480,
    known: 15,
    unknown: 0,
    by: 'catalogue',
  })
})

test('a cost in another currency counts by the rate of the day of sale, and is unknown without one', () => {
  const euros = [{ currency: 'EUR', amount: 1000, from: '' }]
  const rates = [{ from: 'EUR', to: 'USD', day: '2024-01-30', rate: '1.10' }]
  // 15 × 11.00
  const answer = { sold, listings: [] }
  expect(costOfProduct(answer, euros, 'USD', rates)).toMatchObject({ amount: 16_500, known: 15 })
  expect(costOfProduct(answer, euros, 'USD', [])).toMatchObject({ amount: 0, known: 0, unknown: 15 })
  expect(costOfProduct(answer, [], 'USD', [])).toBeNull()
})
