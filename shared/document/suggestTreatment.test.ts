import { expect, test } from 'vitest'
import { countries } from '#shared/brand/countries.ts'
import { suggestTreatment } from './suggestTreatment.ts'
import type { Deal } from './suggestTreatment.ts'

const suggested = (seller: Deal['seller'], buyer: Deal['buyer'], supply: Deal['supply']) => {
  const { treatment, because } = suggestTreatment({ seller, buyer, supply })
  return [treatment.id, because]
}
const seller = (country: string, more: Partial<Deal['seller']> = {}) => ({ country, isSmall: false, ...more })
const firm = (country: string, region = '') => ({ country, region, kind: 'firm', hasTaxId: true }) as const
const plainFirm = (country: string) => ({ country, kind: 'firm', hasTaxId: false }) as const
const person = (country: string, region = '') =>
  ({ country, region, kind: 'person', hasTaxId: false }) as const

test.each([
  // at home
  [seller('DE'), firm('DE'), 'services', 'DE-standard', 'home'],
  [seller('DE'), person(''), 'goods', 'DE-standard', 'home'],
  [seller('DE', { isSmall: true }), firm('DE'), 'services', 'DE-small', 'small'],
  [seller('GB', { isSmall: true }), firm('GB'), 'services', 'GB-none', 'small'],
  [seller('US'), firm('US'), 'services', 'US-none', 'noTax'],
  [seller('BR'), firm('BR'), 'services', 'BR-none', 'noTax'],
  [seller('KE'), firm('KE'), 'services', 'KE-none', 'noTax'],
  [seller('ES'), firm('ES'), 'services', 'ES-withheld-15', 'withholding'],
  [seller('ES'), firm('ES'), 'goods', 'ES-standard', 'home'],
  [seller('ES'), person('ES'), 'services', 'ES-standard', 'home'],
  [seller('ES', { isSmall: true }), firm('ES'), 'goods', 'ES-standard', 'home'], // there is no such scheme
  [seller('CA', { region: 'QC' }), firm('CA', 'Québec'), 'services', 'CA-QC', 'home'],
  [seller('CA', { region: 'QC' }), firm('CA', 'Ontario'), 'services', 'CA-ON', 'home'],
  [seller('CA', { region: 'bc' }), person('CA'), 'services', 'CA-BC', 'home'],
  [seller('CA'), person('CA', 'constructor'), 'services', 'CA-AB', 'home'],
  [seller('IN', { region: 'Kerala' }), firm('IN', 'kerala '), 'services', 'IN-sameState-18', 'home'],
  [seller('IN', { region: 'Kerala' }), firm('IN', 'Goa'), 'services', 'IN-sameState-18', 'home'], // an abbreviation?
  [seller('IN', { region: 'Kerala' }), firm('IN', 'Gujarat'), 'services', 'IN-otherState-18', 'home'],
  [seller('IN', { isSmall: true }), firm('IN'), 'goods', 'IN-small', 'small'],
  // inside the European Union
  [seller('DE'), firm('FR'), 'services', 'DE-reverseCharge', 'reverseCharge'],
  [seller('DE', { isSmall: true }), firm('FR'), 'services', 'DE-reverseCharge', 'reverseCharge'],
  [seller('DE'), firm('FR'), 'goods', 'DE-intraCommunity', 'intraCommunity'],
  [seller('DE', { isSmall: true }), firm('FR'), 'goods', 'DE-small', 'small'],
  [seller('DE'), plainFirm('FR'), 'services', 'DE-standard', 'consumerInUnion'],
  [seller('DE'), person('FR'), 'goods', 'DE-standard', 'consumerInUnion'],
  [seller('DE', { inOneStopShop: true }), person('FR'), 'goods', 'DE-oneStopShop-FR', 'oneStopShop'],
  [seller('DE', { isSmall: true, inOneStopShop: true }), person('FR'), 'goods', 'DE-small', 'small'],
  // out of the Union
  [seller('FR'), plainFirm('US'), 'services', 'FR-outside', 'servicesAbroad'],
  [seller('FR', { isSmall: true }), firm('US'), 'services', 'FR-outside', 'servicesAbroad'],
  [seller('FR'), person('US'), 'services', 'FR-standard', 'consumerAbroad'],
  [seller('FR'), person('US'), 'goods', 'FR-export', 'export'],
  [seller('FR', { isSmall: true }), person('US'), 'goods', 'FR-small', 'small'],
  [seller('ES', { isSmall: true }), person('US'), 'goods', 'ES-export', 'export'],
  [seller('IE'), firm('GB'), 'goods', 'IE-export', 'export'],
  // from elsewhere
  [seller('GB'), firm('DE'), 'services', 'GB-outside', 'servicesAbroad'],
  [seller('GB'), person('DE'), 'services', 'GB-standard', 'consumerAbroad'],
  [seller('GB'), firm('DE'), 'goods', 'GB-export', 'export'],
  [seller('CH'), person('DE'), 'services', 'CH-outside', 'servicesAbroad'],
  [seller('NO'), firm('DE'), 'services', 'NO-export', 'export'],
  [seller('CA', { region: 'ON' }), firm('US'), 'services', 'CA-export', 'export'],
  [seller('IN'), firm('US'), 'services', 'IN-export', 'export'],
  [seller('IN', { isSmall: true }), firm('US'), 'goods', 'IN-small', 'small'],
  [seller('US'), firm('DE'), 'services', 'US-none', 'noTax'],
  [seller('BR'), firm('US'), 'services', 'BR-none', 'noTax'],
] as const)('from %j to %j, %s: %s, because of %s', (from, to, supply, id, because) => {
  expect(suggested(from, to, supply)).toEqual([id, because])
})

test('there is something to suggest from every country to every other, and a seller’s tax is of the seller’s country', () => {
  for (const country of countries)
    for (const buyer of countries)
      for (const isSmall of [false, true]) {
        const { treatment } = suggestTreatment({
          seller: seller(country, { isSmall }),
          buyer: firm(buyer),
          supply: 'services',
        })
        if (treatment.country !== country) expect([country, buyer]).toEqual(treatment.country)
      }
})
