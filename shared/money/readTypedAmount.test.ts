import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currencyCodes, exponentOf } from './currencies.ts'
import { readTypedAmount } from './readTypedAmount.ts'
import { numberWriting } from './typedNumber.ts'

const read = (text: string, currency = 'EUR', locale = 'en-US') =>
  readTypedAmount(text, currency, numberWriting(locale))

test.each([
  ['12,50', 1250],
  ['12.50', 1250],
  ['12', 1200],
  ['12.', 1200],
  ['.5', 50],
  [',05', 5],
  ['0.200', 20],
  ['1,200', 120000],
  ['1.200,50', 120050],
  ['1,200.50', 120050],
  ['1 200,50', 120050],
  ["1'200.50", 120050],
  ['1’200', 120000],
  ['1.234.567', 123456700],
  ['12,34,567.00', 123456700],
  ['-3', -300],
  ['−3,10', -310],
  ['+ 3', 300],
  ['€ 12,50', 1250],
  ['12,50 €', 1250],
  ['eur 12', 1200],
  ['-€12', -1200],
])('%j is %i cents, for everybody', (text, minor) => {
  for (const locale of ['en-US', 'de-DE', 'fr-FR', 'de-CH', 'en-IN'])
    expect(read(text, 'EUR', locale)).toMatchObject({ as: 'amount', minor })
})

test.each([
  // a point is this reader's own decimal sign, and this reader may have meant it so
  ['1.200', 'EUR', 'en-US', 120000, 120],
  ['1,200', 'EUR', 'de-DE', 120000, 120],
  // the locale groups with it: nothing to doubt
  ['1,200', 'EUR', 'en-US', 120000, null],
  ['1.200', 'EUR', 'de-DE', 120000, null],
  // there is no third of a cent: nothing else it could be
  ['1.234', 'EUR', 'en-US', 123400, null],
  // a dinar has a thousand fils
  ['1.200', 'KWD', 'en-US', 1200, null],
  ['1,200', 'KWD', 'en-US', 1200000, null],
  ['1,200', 'KWD', 'de-DE', 1200, null],
  // the yen has no smaller unit
  ['1.200', 'JPY', 'en-US', 1200, null],
  ['1200.00', 'JPY', 'en-US', 1200, null],
] as const)('%s %s in %s is read as %i, and may have been %s', (text, currency, locale, minor, instead) => {
  expect(read(text, currency, locale)).toEqual({ as: 'amount', minor, instead })
})

test.each([
  ['3*12,50', 3750],
  ['3 x 12.50', 3750],
  ['3×12,50 + 4', 4150],
  ['4 + 3*12,50', 4150],
  ['20 - 2.50 - 1', 1650],
  ['-2*3', -600],
  ['10/3', 333],
  ['20/3', 667],
  ['-10/4', -250],
  ['1/8', 13], // half a cent goes away from zero
  ['1.200,50 / 2', 60025],
])('the sum %s is %i cents', (text, minor) => {
  expect(read(text)).toMatchObject({ as: 'amount', minor })
})

test.each([
  ['', 'EUR', { as: 'empty' }],
  ['  ', 'EUR', { as: 'empty' }],
  ['abc', 'EUR', { as: 'unreadable', code: 'no-amount' }],
  ['.', 'EUR', { as: 'unreadable', code: 'no-amount' }],
  ['-', 'EUR', { as: 'unreadable', code: 'no-amount' }],
  ['3*', 'EUR', { as: 'unreadable', code: 'no-amount' }],
  ['3**4', 'EUR', { as: 'unreadable', code: 'no-amount' }],
  ['1/0', 'EUR', { as: 'unreadable', code: 'no-amount' }],
  ['12 50', 'EUR', { as: 'unreadable', code: 'no-amount' }],
  ['1,20.50', 'EUR', { as: 'unreadable', code: 'no-amount' }],
  ['1.2.3', 'EUR', { as: 'unreadable', code: 'no-amount' }],
  ['5e3', 'EUR', { as: 'unreadable', code: 'no-amount' }],
  ['0x10', 'EUR', { as: 'amount', minor: 0, instead: null }], // no times ten
  ['=3+4', 'EUR', { as: 'unreadable', code: 'no-amount' }],
  ['$12', 'EUR', { as: 'unreadable', code: 'other-currency' }],
  ['12 USD', 'EUR', { as: 'unreadable', code: 'other-currency' }],
  ['12.5', 'JPY', { as: 'unreadable', code: 'too-fine' }],
  ['1234.567', 'EUR', { as: 'unreadable', code: 'too-fine' }],
  ['99999999999999999', 'EUR', { as: 'unreadable', code: 'too-large' }],
  ['9'.repeat(200), 'EUR', { as: 'unreadable', code: 'no-amount' }],
] as const)('%j %s is %o', (text, currency, outcome) => {
  expect(read(text, currency)).toEqual(outcome)
})

test.each([
  'en-US',
  'en-IN',
  'de-DE',
  'de-CH',
  'fr-FR',
  'sv-SE',
  'ar-EG',
  'fa-IR',
  'hi-IN-u-nu-deva',
  'pt-PT',
])('what the app writes in %s is read as the same', (locale) => {
  const writing = numberWriting(locale)
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom(...currencyCodes), (minor, currency) => {
      const digits = exponentOf(currency)
      const written = new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(Number(minor) / 10 ** digits)
      // Intl is asked in floats here, which are exact only so far
      fc.pre(Math.abs(minor) < 1e14)
      expect(readTypedAmount(written, currency, writing)).toMatchObject({ as: 'amount', minor: minor + 0 })
    }),
  )
})
