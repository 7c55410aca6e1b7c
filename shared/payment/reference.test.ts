import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  creditorReference,
  isCreditorReference,
  isQrReference,
  printedReference,
  qrReference,
} from './reference.ts'

test('the examples of the standards hold', () => {
  expect(creditorReference('539007547034')).toBe('RF18539007547034')
  expect(isCreditorReference('RF18 5390 0754 7034')).toBe(true)
  expect(isCreditorReference('RF19539007547034')).toBe(false)
  expect(qrReference('313947143000901', '210000')).toBe('210000000003139471430009017')
  expect(isQrReference('210000000003139471430009017')).toBe(true)
  expect(isQrReference('000008207791225857421286694')).toBe(true)
  expect(isQrReference('210000000003139471430009018')).toBe(false)
})

test('a number of a document becomes a reference, or none', () => {
  expect(creditorReference('2026-0001')).toBe('RF3120260001') // 20260001 27 15 00: 98 − rest 67 by 97
  expect(creditorReference('—')).toBeNull()
  expect(creditorReference('x'.repeat(22))).toBeNull()
  expect(qrReference('Draft', '')).toBeNull()
  expect(qrReference('R-000', '')).toBeNull()
  expect(qrReference('1'.repeat(21), '123456')).toBeNull()
  expect(qrReference('1'.repeat(20), '123456')).toHaveLength(27)
})

test('it is printed in groups', () => {
  expect(printedReference('210000000003139471430009017')).toBe('21 00000 00003 13947 14300 09017')
  expect(printedReference('RF18539007547034')).toBe('RF18 5390 0754 7034')
})

test('what is made is valid, and one wrong digit is noticed', () => {
  const number = fc.stringMatching(/^[1-9][0-9]{0,19}$/)
  const slip = fc.record({ at: fc.nat(26), add: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(number, slip, (digits, { at, add }) => {
      const made = qrReference(digits, '') ?? ''
      expect(isQrReference(made)).toBe(true)
      expect(
        isQrReference(made.slice(0, at) + String((Number(made[at]) + add) % 10) + made.slice(at + 1)),
      ).toBe(false)
      const creditor = creditorReference(`R-${digits}`) ?? ''
      expect(isCreditorReference(creditor)).toBe(true)
      expect(isCreditorReference(creditor.replace(/.$/, (last) => String((Number(last) + add) % 10)))).toBe(
        false,
      )
    }),
  )
})
