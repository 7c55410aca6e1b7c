import { expect, test } from 'vitest'
import { accents, findProfileError } from './brand.ts'
import type { BrandProfile } from './brand.ts'
import { countries, currencies, currencyOf } from './countries.ts'

const profile: BrandProfile = {
  name: 'Tide & Fern',
  country: 'GB',
  currency: 'GBP',
  timeZone: 'Europe/London',
  accent: '#0f766e',
  niche: '',
  logo: null,
}

test('a brand with a name, a country, a currency and a time zone can be kept', () => {
  expect(findProfileError(profile)).toBeNull()
  for (const accent of accents) expect(findProfileError({ ...profile, accent })).toBeNull()
})

test.each([
  ['name', '  '],
  ['name', 'x'.repeat(201)],
  ['country', 'Britain'],
  ['currency', '£'],
  ['timeZone', 'Europe/Atlantis'],
  ['timeZone', ''],
  ['accent', 'teal'],
  ['niche', 'x'.repeat(501)],
] as const)('names %s when it is %j', (field, value) => {
  expect(findProfileError({ ...profile, [field]: value })).toEqual({ field })
})

test.each([
  ['US', 'USD'],
  ['GB', 'GBP'],
  ['DE', 'EUR'],
  ['HR', 'EUR'],
  ['CH', 'CHF'],
  ['JP', 'JPY'],
  ['SN', 'XOF'],
])('people in %s are paid in %s', (country, currency) => {
  expect(currencyOf(country)).toBe(currency)
})

test('every country stands once, and the engine knows each country and currency by name', () => {
  expect(countries.length).toBe(249) // ISO 3166-1
  expect(new Set(countries).size).toBe(countries.length)
  const places = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  expect(countries.filter((country) => places.of(country) === undefined)).toEqual([])
  expect(currencies.filter((currency) => !/^[A-Z]{3}$/.test(currency))).toEqual([])
})
