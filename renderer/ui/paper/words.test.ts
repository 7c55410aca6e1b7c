import { expect, test } from 'vitest'
import { wordsOf } from './words.ts'

/** Spaces that do not break look like any other. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'")

test.each([
  ['en', 'US', '$1,234.50', '2.5 hours', '37.955', 'Mar 2, 2026', '9.975%'],
  ['en', 'DE', 'US$1,234.50', '2.5 hours', '37.955', '2 Mar 2026', '9.975%'],
  ['de', 'DE', '1.234,50 $', '2,5 Stunden', '37,955', '02.03.2026', '9,975 %'],
  ['de', 'CH', "$ 1'234.50", '2.5 Stunden', '37.955', '02.03.2026', '9.975%'],
  ['fr', 'FR', '1 234,50 $US', '2,5 heures', '37,955', '2 mars 2026', '9,975 %'],
  ['es', 'MX', 'USD 1,234.50', '2.5 horas', '37.955', '2 mar 2026', '9.975%'],
  ['pt-BR', 'BR', 'US$ 1.234,50', '2,5 horas', '37,955', '2 de mar. de 2026', '9,975%'],
] as const)(
  'a document in %s from %s writes money, quantities, prices, days and rates as people there do',
  (language, country, money, quantity, price, day, rate) => {
    const words = wordsOf(language, country)
    expect(
      [
        words.money(123_450, 'USD'),
        words.quantity('2.5', 'HUR'),
        words.price('37.955', 'EUR'),
        words.day('2026-03-02'),
        words.percent('9.975'),
      ].map(plain),
    ).toEqual([money, quantity, price, day, rate])
  },
)

test('currencies keep their own number of digits, and prices at least those', () => {
  const words = wordsOf('en', 'US')
  expect([words.amount(1200, 'JPY'), words.amount(1200, 'EUR'), words.amount(1200, 'KWD')]).toEqual([
    '1,200',
    '12.00',
    '1.200',
  ])
  expect([words.price('12', 'EUR'), words.price('12.5', 'JPY')]).toEqual(['12.00', '12.5'])
})

test('a number with more digits than a machine’s number has is written whole', () => {
  expect(wordsOf('en', 'US').number('12345678901234567.25')).toBe('12,345,678,901,234,567.25')
})
