import { expect, test } from 'vitest'
import { stall } from '#shared/book/sampleShop.ts'
import { figuresOfHandSale, findHandSaleError } from './readHandSale.ts'

const [mug, talk] = stall.lines
if (!mug || !talk) throw new Error('the stall sold two things')

test('a sale is told what it lacks before it is saved', () => {
  expect(findHandSaleError(stall)).toBe(null)
  expect(findHandSaleError({ ...stall, day: '' })).toEqual({ code: 'no-day' })
  expect(findHandSaleError({ ...stall, lines: [] })).toEqual({ code: 'no-lines' })
  expect(findHandSaleError({ ...stall, lines: [mug, { ...talk, title: ' ' }] })).toEqual({
    code: 'no-title',
    line: 1,
  })
  expect(findHandSaleError({ ...stall, lines: [{ ...mug, unitPrice: -1 }] })).toEqual({
    code: 'no-price',
    line: 0,
  })
  expect(findHandSaleError({ ...stall, lines: [{ ...mug, quantity: 0 }] })).toEqual({
    code: 'no-quantity',
    line: 0,
  })
  expect(findHandSaleError({ ...stall, lines: [{ ...mug, discount: 4501 }] })).toEqual({
    code: 'discount-too-large',
    line: 0,
  })
  expect(findHandSaleError({ ...stall, refunds: [{ day: '', amount: 5 }] })).toEqual({
    code: 'no-refund-day',
    refund: 0,
  })
})

test('what it comes to is counted as the book counts it', () => {
  // 95.00 − 1.00 + 2.00 tip − 3.80 tax inside − 1.20 fee, nothing given back.
  expect(figuresOfHandSale({ ...stall, refunds: [] })).toMatchObject({ gross: 9500, fees: 120, kept: 9100 })
  expect(figuresOfHandSale({ ...stall, lines: [] })).toBe(null)
})
