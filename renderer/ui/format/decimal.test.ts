import { expect, test } from 'vitest'
import { numberWriting } from '#shared/money/typedNumber.ts'
import { decimalAsWritten } from './decimal.ts'

test.each([
  ['de-DE', '1200.5', 2, '1200,50'],
  ['en-US', '0.0234', 2, '0.0234'],
  ['de-DE', '-3', 0, '-3'],
  ['de-DE', 'three', 2, 'three'],
  ['de-DE', '', 2, ''],
] as const)('in %s, %s with %i places is %s', (locale, text, places, written) => {
  expect(decimalAsWritten(text, numberWriting(locale), places)).toBe(written)
})
