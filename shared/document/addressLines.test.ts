import { expect, test } from 'vitest'
import { countries } from '#shared/brand/countries.ts'
import { addressLines } from './addressLines.ts'

const address = (country: string, street: string, postcode: string, city: string, region = '') => ({
  street,
  city,
  region,
  postcode,
  country,
})
const letter = (from: string, language = 'en', names: readonly string[] = []) => ({ from, language, names })

test.each([
  [address('DE', 'Seeweg 3', '24103', 'Kiel', 'Schleswig-Holstein'), ['Seeweg 3', '24103 Kiel']],
  [address('FR', '10 rue de la Paix', '75002', 'Paris'), ['10 rue de la Paix', '75002 Paris']],
  [address('GB', '10 Downing Street', 'SW1A 2AA', 'London'), ['10 Downing Street', 'London', 'SW1A 2AA']],
  [
    address('US', '1600 Amphitheatre Pkwy\nSuite 2', '94043', 'Mountain View', 'CA'),
    ['1600 Amphitheatre Pkwy', 'Suite 2', 'Mountain View, CA 94043'],
  ],
  [
    address('CA', '1000 rue Sherbrooke', 'H3A 3G4', 'Montréal', 'QC'),
    ['1000 rue Sherbrooke', 'Montréal QC H3A 3G4'],
  ],
  [address('AU', '111 Bourke St', '3000', 'Melbourne', 'VIC'), ['111 Bourke St', 'Melbourne VIC 3000']],
  [
    address('BR', 'Av. Paulista, 1000', '01310-100', 'São Paulo', 'SP'),
    ['Av. Paulista, 1000', 'São Paulo-SP', '01310-100'],
  ],
  [address('ES', 'Calle Mayor 1', '28013', 'Madrid', 'Madrid'), ['Calle Mayor 1', '28013 Madrid']],
  [address('HU', 'Andrássy út 1', '1061', 'Budapest'), ['Budapest', 'Andrássy út 1', '1061']],
  [address('IN', 'MG Road 1', '682016', 'Kochi', 'Kerala'), ['MG Road 1', 'Kochi 682016', 'Kerala']],
  [
    address('JP', '1-1 Marunouchi', '100-0005', 'Chiyoda-ku', 'Tokyo'),
    ['1-1 Marunouchi', 'Chiyoda-ku, Tokyo', '100-0005'],
  ],
  [address('CH', 'Bahnhofstrasse 1', 'CH-8001', 'Zürich'), ['Bahnhofstrasse 1', '8001 Zürich']],
  [address('SE', 'Storgatan 1', '111 22', 'Stockholm'), ['Storgatan 1', '111 22 Stockholm']],
  [address('DE', 'Seeweg 3', 'D-24103', 'Kiel'), ['Seeweg 3', '24103 Kiel']],
  [address('SG', '1 Raffles Place', '048616', 'Singapore'), ['1 Raffles Place', 'SINGAPORE 048616']],
  [address('AE', 'Sheikh Zayed Rd 1', '', 'Dubai', 'Dubai'), ['Sheikh Zayed Rd 1', 'Dubai']],
] as const)('at home, %j is written %j', (place, lines) => {
  expect(addressLines(place, letter(place.country))).toEqual(lines)
})

test.each([
  ['GB', 'de', 'VEREINIGTES KÖNIGREICH'],
  ['DE', 'fr', 'ALLEMAGNE'],
  ['US', 'es', 'ESTADOS UNIDOS'],
  ['ES', 'pt-BR', 'ESPANHA'],
  ['FR', 'en', 'FRANCE'],
])('from abroad, below an address in %s stands in %s: %s', (country, language, name) => {
  expect(addressLines(address(country, 'A 1', '12345', 'B'), letter('IT', language)).at(-1)).toBe(name)
})

test('names stand above, each in its line, and empty ones not at all', () => {
  const names = ['Tide & Fern Ltd', '', 'Ana Quiroga\nAccounts']
  expect(addressLines(address('DE', 'Seeweg 3', '24103', 'Kiel'), letter('DE', 'de', names))).toEqual([
    'Tide & Fern Ltd',
    'Ana Quiroga',
    'Accounts',
    'Seeweg 3',
    '24103 Kiel',
  ])
})

test('an address without a country is taken as one at home, and of nothing known there is nothing', () => {
  const place = address('', '10 Downing Street', 'SW1A 2AA', 'London')
  expect(addressLines(place, letter('GB'))).toEqual(['10 Downing Street', 'London', 'SW1A 2AA'])
  expect(addressLines(place, letter(''))).toEqual(['10 Downing Street', 'SW1A 2AA London'])
  expect(addressLines(address('', '', '', ''), letter('DE'))).toEqual([])
})

test('in no country a street, a city or a postcode is lost', () => {
  for (const country of countries) {
    const text = addressLines(address(country, 'Street 7', '98765', 'Cityville'), letter(country)).join('\n')
    expect([country, text]).toEqual([country, expect.stringMatching(/Street 7/)])
    expect([country, text]).toEqual([country, expect.stringMatching(/Cityville/)])
    expect([country, text]).toEqual([country, expect.stringMatching(/98765/)])
  }
})
