import { expect, test } from 'vitest'
import { readDraft, readRate } from './rate.ts'

test.each([
  ['1.0847', '1.0847'],
  ['1,0847', '1.0847'],
  [' 150 ', '150'],
  ['0.0067', '0.0067'],
])('the rate %j is kept as %s', (text, rate) => {
  expect(readRate(text)).toBe(rate)
})

test.each(['', '0', '0.00', '-1', '1.2.3', '1 000', 'abc', '1.', '1e5'])('%j is no rate', (text) => {
  expect(readRate(text)).toBeNull()
})

test('a currency has no rate to itself', () => {
  expect(readDraft({ from: 'USD', to: 'USD', day: '2024-03-28', rate: '1' })).toEqual({ wrong: 'to' })
})
