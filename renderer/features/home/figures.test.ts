import { expect, test } from 'vitest'
import { cameIn, refundCost } from '#shared/book/income.ts'
import { growth, nothing, shareOf, waterfall } from './figures.ts'

// Two mugs of 20.00, 4.00 off, 6.00 shipping, one refunded for 18.00 of which 1.00 was tax, 3.50 fees, 2.00 tax inside prices.
const sale = {
  ...nothing,
  gross: 4000,
  discounts: 400,
  shipping: 600,
  refunds: 1800,
  refundedTax: 100,
  fees: 350,
  taxIncluded: 200,
  kept: 1950,
}

test('came in is what customers paid, before anything is taken away', () => {
  expect(cameIn(sale)).toBe(4200)
})

test('the tax inside a refund costs the seller nothing', () => {
  expect(refundCost(sale)).toBe(1700)
})

test('the steps lead from prices to exactly what was kept', () => {
  const steps = waterfall(sale)
  expect(steps.map(({ name, from, to }) => [name, from, to])).toEqual([
    ['gross', 0, 4000],
    ['discounts', 4000, 3600],
    ['shipping', 3600, 4200],
    ['refunds', 4200, 2500],
    ['fees', 2500, 2150],
    ['taxIncluded', 2150, 1950],
    ['kept', 0, 1950],
  ])
})

test('fees alone lead below zero', () => {
  expect(waterfall({ ...nothing, fees: 20, kept: -20 }).map(({ name, to }) => [name, to])).toEqual([
    ['gross', 0],
    ['fees', -20],
    ['kept', -20],
  ])
})

test('growth needs something to grow from, and a loss that shrinks has grown', () => {
  expect(growth(150, 100)).toBe(0.5)
  expect(growth(-50, -100)).toBe(0.5)
  expect(growth(150, 0)).toBeNull()
})

test('a part below zero has no share', () => {
  expect(shareOf(25, 100)).toBe(0.25)
  expect(shareOf(-5, 100)).toBeNull()
  expect(shareOf(0, 0)).toBeNull()
})
