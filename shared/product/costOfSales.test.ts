import { expect, test } from 'vitest'
import { catalogueCosts, costOfListings, costOfSales, costOn } from './costOfSales.ts'
import type { Cost } from './product.ts'

const cost = (from: string, amount: number, currency = 'USD'): Cost => ({ from, amount, currency })
const costs = [cost('2024-01-01', 500), cost('2024-03-01', 650)]
const inDollars = ({ currency, amount }: Cost) => (currency === 'USD' ? amount : null)

test.each([
  ['2023-12-31', undefined],
  ['2024-01-01', 500],
  ['2024-02-29', 500],
  ['2024-03-01', 650],
  ['2025-01-01', 650],
])('on %s a piece costs %s', (day, amount) => {
  expect(costOn(costs, day)?.amount).toBe(amount)
})

test('a cost without a day counts always', () => {
  expect(costOn([cost('', 300)], '1999-01-01')?.amount).toBe(300)
})

test('each piece costs what counted on the day it was sold, and pieces without a cost are told apart', () => {
  const sold = [
    { day: '2023-12-30', units: 4 }, // before any cost was known
    { day: '2024-02-10', units: 2 }, // 2 × 5.00
    { day: '2024-03-01', units: 3 }, // 3 × 6.50
    { day: '2024-03-02', units: -1 }, // one came back
  ]
  expect(costOfSales(sold, costs, inDollars)).toEqual({ amount: 2300, known: 4, unknown: 4 })
})

test('a cost in a currency without a rate is unknown, never taken as it stands', () => {
  const sold = [{ day: '2024-02-10', units: 2 }]
  expect(costOfSales(sold, [cost('2024-01-01', 500, 'JPY')], inDollars)).toEqual({
    amount: 0,
    known: 0,
    unknown: 2,
  })
})

const large = { id: 1, cost: { currency: 'USD', amount: 910 } }
const small = { id: 2, cost: { currency: 'USD', amount: 740 } }
const onEtsy = { id: 3, cost: null }
const soldHere = [
  { day: '2024-02-29', units: 2, listing: 1 },
  { day: '2024-03-01', units: 1, listing: 2 },
  { day: '2024-03-01', units: 3, listing: 3 },
]

test('a person\u2019s own costs count for every listing, each sale with the cost of its day', () => {
  // until the end of February 5.00, from March on 6.50: 2 × 5.00 + 1 × 6.50 + 3 × 6.50
  expect(costOfListings(soldHere, () => costs, inDollars)).toEqual({ amount: 3600, known: 6, unknown: 0 })
})

test('without own costs each variant has the cost its catalogue gives it; where they differ, others are unknown', () => {
  // 2 × 9.10 + 1 × 7.40; nobody knows what the three on Etsy cost
  expect(costOfListings(soldHere, catalogueCosts([large, small, onEtsy]) ?? (() => []), inDollars)).toEqual({
    amount: 2560,
    known: 3,
    unknown: 3,
  })
})

test('where catalogues agree, a listing without a cost has theirs', () => {
  // 6 × 9.10
  const agreed = catalogueCosts([large, { ...small, cost: large.cost }, onEtsy]) ?? (() => [])
  expect(costOfListings(soldHere, agreed, inDollars)).toEqual({ amount: 5460, known: 6, unknown: 0 })
  expect(catalogueCosts([onEtsy])).toBeNull()
})
