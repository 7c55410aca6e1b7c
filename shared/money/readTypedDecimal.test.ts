import { expect, test } from 'vitest'
import { readTypedDecimal } from './readTypedDecimal.ts'
import { numberWriting } from './typedNumber.ts'

test.each([
  ['de-DE', '12,50', 'number', '12.5', null],
  ['de-DE', '1.200', 'number', '1200', null],
  ['en-US', '1.200', 'number', '1.2', '1200'],
  ['en-US', '1.200', 'price', '1200', '1.2'],
  ['en-US', '1,234.5678', 'price', '1234.5678', null],
  ['fr-FR', '-0,0234', 'price', '-0.0234', null],
  ['en-US', '19 %', 'number', '19', null],
  ['en-US', '3*12,50', 'price', '37.5', null],
  ['en-US', '100/3', 'number', '33.333333', null],
  ['en-US', '-3', 'number', '-3', null],
] as const)('in %s, %s as a %s is %s', (locale, text, as, decimal, instead) => {
  expect(readTypedDecimal(text, as, numberWriting(locale))).toEqual({ as: 'decimal', text: decimal, instead })
})

test.each(['two', '1/0', '12 kg', '1234567890123'])('%s is no number it could take', (text) => {
  expect(readTypedDecimal(text, 'number', numberWriting('en-US'))).toEqual({ as: 'unreadable' })
})

test('nothing typed is nothing', () => {
  expect(readTypedDecimal(' ', 'number', numberWriting('en-US'))).toEqual({ as: 'empty' })
})
