import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PaymentDemand } from './demand.ts'
import type { BankMethod } from './method.ts'
import { paymentCode } from './paymentCode.ts'

const textOf = (method: BankMethod, demand: PaymentDemand): string => {
  const code = paymentCode(method, demand)
  return code.ok ? code.value : `refused: ${code.error.field} ${code.error.code}`
}
const nothing = { amount: null, currency: 'EUR', reference: '' } as const
const franz: BankMethod = {
  kind: 'bank',
  holder: 'Franz Mustermänn',
  iban: 'DE71 1102 2033 0123 4567 89',
  bic: 'BHBLDEHHXXX',
  bankName: 'Musterbank',
}
test('the examples of the guideline, in version 002', () => {
  const creditor = { amount: 1230, currency: 'EUR', reference: 'RF18 5390 0754 7034' }
  expect(textOf(franz, creditor).split('\n')).toEqual([
    ...['BCD', '002', '1', 'SCT', 'BHBLDEHHXXX', 'Franz Mustermänn', 'DE71110220330123456789', 'EUR12.30'],
    ...['', 'RF18539007547034'],
  ])
  const french: BankMethod = {
    ...franz,
    holder: "François D'Alsace S.A.",
    iban: 'FR1420041010050500013M02606',
    bic: '',
  }
  expect(
    textOf(french, { amount: 1230, currency: 'EUR', reference: 'Client:Marie Louise La Lune' }).split('\n'),
  ).toEqual([
    ...['BCD', '002', '1', 'SCT', '', "François D'Alsace S.A.", 'FR1420041010050500013M02606', 'EUR12.30'],
    ...['', '', 'Client:Marie Louise La Lune'],
  ])
})

test('an open amount and no number leave nothing behind the account', () => {
  expect(textOf(franz, nothing)).toBe(
    'BCD\n002\n1\nSCT\nBHBLDEHHXXX\nFranz Mustermänn\nDE71110220330123456789',
  )
})

test.each<[string, Partial<BankMethod>, Partial<PaymentDemand>, string]>([
  ['another currency', {}, { amount: 100, currency: 'USD' }, 'refused: currency currency'],
  ['nothing to pay', {}, { amount: 0 }, 'refused: amount amount'],
  ['money back', {}, { amount: -100 }, 'refused: amount amount'],
  ['half a cent', {}, { amount: 0.5 }, 'refused: amount amount'],
  ['a thousand million', {}, { amount: 100_000_000_000 }, 'refused: amount amount'],
  ['an account in Turkey', { iban: 'TR330006100519786457841326' }, {}, 'refused: iban not-sepa'],
  [
    'an account in London without BIC',
    { iban: 'GB29NWBK60161331926819', bic: '' },
    {},
    'refused: bic bic-needed',
  ],
  ['a wrong account', { iban: 'DE71110220330123456798' }, {}, 'refused: iban iban-checksum'],
  ['a number of 141 characters', {}, { reference: 'x'.repeat(141) }, 'refused: reference too-long'],
])('%s gets no code', (_what, method, demand, expected) => {
  expect(textOf({ ...franz, ...method }, { ...nothing, ...demand })).toBe(expected)
})

test('331 bytes are the most, counted in UTF-8', () => {
  const wide = { ...franz, holder: 'ä'.repeat(70) }
  const demand = { amount: 1, currency: 'EUR', reference: `${'ä'.repeat(65)}x` } // 200 bytes of lines, 131 of number
  expect(new TextEncoder().encode(textOf(wide, demand))).toHaveLength(331)
  expect(textOf(wide, { ...demand, reference: 'ä'.repeat(66) })).toBe('refused: reference too-long')
})

test('words that do not fit beside the number are left out, and a line break starts no line', () => {
  const demand = { amount: 100, currency: 'EUR', reference: '2026-0001' }
  expect(textOf(franz, { ...demand, message: 'for\r\nthe\u2028logo\n' })).toMatch(
    /\n\n\n2026-0001 for the logo$/,
  )
  expect(textOf(franz, { ...demand, message: 'x'.repeat(131) })).toMatch(/\n\n\n2026-0001$/)
  expect(textOf({ ...franz, holder: 'Franz\nEUR1.00' }, demand).split('\n')[5]).toBe('Franz EUR1.00')
})

test('whatever is typed, a code has its twelve lines at most and the amount of the demand', () => {
  const demand = fc.record({
    amount: fc.integer({ min: 1, max: 99_999_999_999 }),
    currency: fc.constant('EUR'),
    reference: fc.string({ unit: 'grapheme', maxLength: 160 }),
    message: fc.string({ unit: 'binary', maxLength: 160 }),
  })
  fc.assert(
    fc.property(demand, fc.string({ unit: 'grapheme', maxLength: 80 }), (asked, holder) => {
      const code = paymentCode({ ...franz, holder }, asked)
      if (!code.ok) return
      const lines = code.value.split('\n')
      expect(lines.length).toBeLessThanOrEqual(12)
      const [, euro = '', cent = ''] = /^EUR(\d+)\.(\d\d)$/.exec(lines[7] ?? '') ?? []
      expect(Number(euro + cent)).toBe(asked.amount)
      expect(new TextEncoder().encode(code.value).length).toBeLessThanOrEqual(331)
    }),
  )
})
