import { expect, test } from 'vitest'
import { createFormat } from './format.ts'

const english = createFormat('en-US')
const german = createFormat('de-DE')
/** Intl sets no-break spaces; a reader of this file sees plain ones. */
const spaced = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ')

test.each([
  [123450, 'USD', '$1,234.50'],
  [-123450, 'USD', '\u2212$1,234.50'],
  [1200, 'JPY', '¥1,200'],
  [1234567, 'KWD', 'KWD 1,234.567'],
  [9_007_199_254_740_991, 'USD', '$90,071,992,547,409.91'],
])('%d %s is written %s', (minor, currency, text) => {
  expect(spaced(english.money(minor, currency))).toBe(text)
})

test('a German reads the same amount in German', () => {
  expect(spaced(german.money(-123450, 'EUR'))).toBe('\u22121.234,50 €')
  expect(german.amount(123450, 'EUR')).toBe('1.234,50')
})

test('a change always shows its direction', () => {
  expect(english.change(0.123)).toBe('+12.3%')
  expect(english.change(-0.5)).toBe('\u221250%')
})

test.each([
  ['2024-03-28', 'Mar 28, 2024'],
  ['2024-03', 'March 2024'],
  ['2024-W13', 'W13 2024'],
  ['2024-Q1', 'Q1 2024'],
  ['2024', '2024'],
])('the bucket %s is written %s', (bucket, text) => {
  expect(english.bucket(bucket)).toBe(text)
})

test('days in one month share it', () => {
  expect(spaced(english.days('2024-03-01', '2024-03-31')).replace(/ – /, '–')).toBe('Mar 1–31, 2024')
})

test('a heading names the currency as many of it', () => {
  expect(english.currencyName('CAD')).toBe('Canadian dollars')
})

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1000, '1 kB'],
  [1_234_567, '1.2 MB'],
  [20 * 1000 ** 3, '20 GB'],
])('%d bytes are written %s', (count, text) => {
  expect(spaced(english.bytes(count))).toBe(text)
})
