import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convert } from './convert.ts'
import { currencyCodes, exponentOf, isCurrency } from './currencies.ts'
import { decimalText } from './decimalText.ts'
import { readAmount } from './readAmount.ts'

test.each([
  ['24.00', '.', 2, 2400],
  ['4.5', '.', 2, 450],
  ['12', '.', 2, 1200],
  ['1200', '.', 0, 1200], // the yen has no smaller unit
  ['1.234', '.', 3, 1234], // a dinar has a thousand fils
  ['-0.20', '.', 2, -20],
  ['-$0.20', '.', 2, -20],
  ['$1,234.56', '.', 2, 123456],
  ['-€0.29', '.', 2, -29],
  ['CA$76.00', '.', 2, 7600],
  ['£412.00', '.', 2, 41200],
  ['116,99 €', ',', 2, 11699],
  ['1.234,50', ',', 2, 123450],
  ["1'234.50", '.', 2, 123450],
  ['1 234,50', ',', 2, 123450],
  ['1\u00a0234,50', ',', 2, 123450],
  ['1\u202f234,50', ',', 2, 123450],
  ['12,34,567.00', '.', 2, 123456700],
  ['USD 12.00', '.', 2, 1200],
  ['12.00 USD', '.', 2, 1200],
  ['($36.52)', '.', 2, -3652],
  ['20.00-', '.', 2, -2000],
  ['−5.00', '.', 2, -500],
  ['12.0000', '.', 2, 1200],
  ['-0.0', '.', 2, 0],
  ['0', '.', 2, 0],
  ['90071992547409.91', '.', 2, Number.MAX_SAFE_INTEGER],
] as const)('reads %s', (text, decimal, exponent, minor) => {
  expect(readAmount(text, decimal, exponent)).toBe(minor)
})

test.each([
  ['', '.'],
  ['--', '.'],
  ['abc', '.'],
  ['12.345', '.'],
  ['1.23,00', ','],
  ['1,23', '.'],
  ['1,2345', '.'],
  ['1,234,56', '.'],
  ['5.61E+12', '.'],
  ['1.2.3', '.'],
  ['--5', '.'],
  ['-5-', '.'],
  ['(5', '.'],
  ['12x', '.'],
  ['1 2', '.'],
  ['.5', '.'],
  ['NaN', '.'],
  ['Infinity', '.'],
  ['0x10', '.'],
] as const)('refuses %j rather than guess', (text, decimal) => {
  expect(readAmount(text, decimal, 2)).toBeNaN()
})

test('an amount that cannot be counted to the cent is told from one that cannot be read', () => {
  expect(readAmount('90071992547409.92', '.', 2)).toBe(Number.POSITIVE_INFINITY)
  expect(readAmount('$999,999,999,999,999.99', '.', 2)).toBe(Number.POSITIVE_INFINITY)
})

test('what is written is read as the same, in every currency', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom(...currencyCodes), (minor, currency) => {
      expect(readAmount(decimalText(minor, currency), '.', exponentOf(currency))).toBe(minor + 0)
    }),
  )
})

test('every currency of the engine is known, with at least its digits', () => {
  for (const code of Intl.supportedValuesOf('currency').filter((one) => !/^X(?!AF|CD|CG|OF|PF)/.test(one))) {
    expect(isCurrency(code), code).toBe(true)
    const { maximumFractionDigits = 0 } = new Intl.NumberFormat('en', {
      style: 'currency',
      currency: code,
    }).resolvedOptions()
    expect(exponentOf(code), code).toBeGreaterThanOrEqual(maximumFractionDigits)
  }
  expect([exponentOf('JPY'), exponentOf('USD'), exponentOf('KWD'), exponentOf('CLF')]).toEqual([0, 2, 3, 4])
})

test.each([
  [4160, 'GBP', 'USD', '1.2692', 5280], // 41.60 × 1.2692 = 52.79872
  [1000, 'USD', 'JPY', '151.5', 1515],
  [1000, 'JPY', 'USD', '0.0066', 660],
  [-1, 'USD', 'EUR', '0.5', -1], // half a cent, away from zero
  [100, 'USD', 'KWD', '0.3077', 308],
] as const)('%i %s in %s at %s is %i', (amount, from, to, rate, minor) => {
  expect(convert(amount, exponentOf(from), exponentOf(to), rate)).toBe(minor)
})

test('an unreadable rate gives no amount', () => {
  expect(convert(100, 2, 2, '')).toBeNaN()
  expect(convert(100, 2, 2, 'n/a')).toBeNaN()
})
