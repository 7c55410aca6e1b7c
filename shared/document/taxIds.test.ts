import { describe, expect, test } from 'vitest'
import { checkTaxId, compactTaxId } from './taxIds.ts'

/** Ids that companies publish in their imprints, or that tax offices give as examples. */
const published = [
  ['AT', 'ATU13585627'],
  ['AU', '51 824 753 556'],
  ['BE', 'BE 0202.239.951'],
  ['BG', 'BG831902088'],
  ['BR', '00.000.000/0001-91'],
  ['BR', '12.ABC.345/01DE-35'], // with letters, from July 2026
  ['BR', '111.444.777-35'],
  ['CA', '123456782 RT0001'],
  ['CA', '123456782'],
  ['CH', 'CHE-105.909.036 MWST'],
  ['CH', 'CHE-105.909.036'],
  ['CZ', 'CZ00177041'],
  ['DE', 'DE143454214'],
  ['DE', 'DE 143 454 214'],
  ['DK', 'DK24256790'],
  ['EE', 'EE102090374'],
  ['ES', 'ESA28015865'],
  ['ES', 'A-28015865'],
  ['FI', 'FI01120389'],
  ['FR', 'FR 03 552 081 317'],
  ['FR', 'FR59542051180'],
  ['GB', 'GB 220 4302 31'],
  ['GB', 'XI 220430231'],
  ['GR', 'EL094019245'],
  ['HR', 'HR27759560625'],
  ['HU', 'HU10625790'],
  ['IE', 'IE6388047V'],
  ['IN', '27AAPFU0939F1ZV'],
  ['IT', 'IT00159560366'],
  ['JP', 'T7000012050002'],
  ['LT', 'LT119511515'],
  ['LU', 'LU26375245'],
  ['LV', 'LV40003245752'],
  ['MC', 'FR03552081317'],
  ['MT', 'MT11679112'],
  ['MX', 'GODE561231GR8'],
  ['MX', 'XEXX010101000'],
  ['NL', 'NL004495445B01'],
  ['NO', '923 609 016 MVA'],
  ['NO', '923609016'],
  ['NZ', '49-091-850'],
  ['PL', 'PL 526-02-50-995'],
  ['PT', 'PT500697256'],
  ['RO', 'RO1590082'],
  ['SE', 'SE556703748501'],
  ['SI', 'SI82646716'],
  ['SK', 'SK2020317068'],
  ['US', '91-1646860'],
] as const

test.each(published)('in %s, %s is one', (country, text) => {
  expect(checkTaxId(country, text)).toBe('ok')
})

describe('a digit that was mistyped shows', () => {
  // Mexico knows two alphabets, so that one digit can stand for another
  const withCheckDigit = published.filter(([country]) => !['JP', 'MX', 'US'].includes(country))
  test.each(withCheckDigit)('in %s, of %s', (country, text) => {
    const at = [...text.matchAll(/\d/g)][4]?.index ?? 0
    const wrong = [1, 2, 3].map((more) =>
      checkTaxId(country, text.slice(0, at) + String((Number(text[at]) + more) % 10) + text.slice(at + 1)),
    )
    expect(wrong.filter((answer) => answer === 'ok')).toEqual([])
  })
})

test.each([
  ['DE', 'DE143454215', 'check-digit'],
  ['DE', 'DE14345421', 'format'],
  ['DE', 'FR03552081317', 'format'], // of another country
  ['DE', '12/345/67890', 'format'], // a tax number, not a VAT number
  ['DE', '', 'format'],
  ['ES', 'ESA28015866', 'check-digit'],
  ['IN', '27AAPFU0939F1ZW', 'check-digit'],
  ['BG', 'BG831902089', 'check-digit'],
  ['BR', '111.444.777-36', 'check-digit'],
  ['JP', 'T123', 'format'],
  ['US', '91-164686', 'format'],
  ['NZ', '136410133', 'check-digit'],
  ['KE', 'P051234567Q', 'unknown-country'],
  ['', 'DE143454214', 'unknown-country'],
  ['constructor', 'DE143454214', 'unknown-country'],
] as const)('in %s, %j is answered with %s', (country, text, answer) => {
  expect(checkTaxId(country, text)).toBe(answer)
})

test.each([
  ['DE', '143 454 214', 'DE143454214'],
  ['DE', 'de143454214', 'DE143454214'],
  ['AT', 'U13585627', 'ATU13585627'],
  ['GR', '094019245', 'EL094019245'],
  ['GR', 'GR 094019245', 'EL094019245'],
  ['GB', '220 4302 31', 'GB220430231'],
  ['GB', 'XI 220 4302 31', 'XI220430231'],
  ['MC', '03552081317', 'FR03552081317'],
  ['CH', 'CHE-105.909.036 MWST', 'CHE105909036MWST'],
  ['NO', '923 609 016 MVA', '923609016MVA'],
  ['US', '91-1646860', '911646860'],
  ['DE', '', ''],
])('in %s, %j is for machines %s', (country, text, compact) => {
  expect(compactTaxId(country, text)).toBe(compact)
})
