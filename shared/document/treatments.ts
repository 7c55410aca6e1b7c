import type { LegalKey } from './paperWords.ts'
import { canadianTaxes, countryRates, indianRates, isInUnion } from './taxRates.ts'
import type { CountryRates } from './taxRates.ts'
import { charged, treatment } from './treatment.ts'
import type { Treatment } from './treatment.ts'

/**
 * What sellers below a threshold put on a document. The articles are those of the laws as they stood in 2026; France moved
 * its to the CIBS on 2026-09-01 and takes the old words until 2027-12-31. Spain has no such scheme.
 */
const smallSentences: Readonly<Record<string, LegalKey>> = {
  AT: 'smallAustria',
  BE: 'smallBelgium',
  DE: 'smallGermany',
  FR: 'smallFrance',
  IT: 'smallItaly',
  PT: 'smallPortugal',
}
const exemptSentences: Readonly<Record<string, LegalKey>> = {
  AT: 'exemptAustria',
  CH: 'exemptSwitzerland',
  DE: 'exemptGermany',
  ES: 'exemptSpain',
  FR: 'exemptFrance',
  GB: 'exemptUk',
  IT: 'exemptItaly',
}
const outsideSentences: Readonly<Record<string, LegalKey>> = {
  CH: 'outsideSwitzerland',
  GB: 'outsideUk',
}

/** What a seller in a country can choose, the usual one first. Of unknown countries: nothing, or a tax typed by hand. */
export function treatmentsOf(country: string): readonly Treatment[] {
  if (country === 'CA') return canadian
  if (country === 'IN') return indian
  if (country === 'BR') return brazilian
  if (country === 'US') return [treatment('US', 'none'), byHand('US', 'salesTax')]
  const rates = Object.hasOwn(countryRates, country) ? countryRates[country] : undefined
  if (!rates) return [treatment(country, 'none'), byHand(country, 'vat')]
  return [
    ...rateTreatments(country, rates),
    ...(country === 'ES' ? spanish : []),
    ...(isInUnion(country) ? unionTreatments(country) : abroadTreatments(country)),
  ]
}

/** A treatment by its id; null where there is none (any more). */
export function treatmentOf(id: string): Treatment | null {
  const [, seller, buyer] = /^([A-Z]{2})-oneStopShop-([A-Z]{2})$/.exec(id) ?? []
  if (seller !== undefined && buyer !== undefined) return oneStopShop(seller, buyer)
  return treatmentsOf(id.slice(0, 2)).find((one) => one.id === id) ?? null
}

/** The standard rate of the buyer's country, for consumers elsewhere in the Union; null outside of it. */
export function oneStopShop(seller: string, buyer: string): Treatment | null {
  const rates = countryRates[buyer]
  if (!rates || seller === buyer || !isInUnion(seller) || !isInUnion(buyer)) return null
  return treatment(seller, 'oneStopShop', {
    id: `oneStopShop-${buyer}`,
    taxes: [{ ...charged('vat', rates.standard), id: `vat-${buyer}-${rates.standard}` }],
  })
}

const byHand = (country: string, name: 'salesTax' | 'vat') =>
  treatment(country, 'byHand', { taxes: [{ ...charged(name, '0'), id: name }] })

function rateTreatments(
  country: string,
  { tax, standard, reduced, zero }: CountryRates,
): readonly Treatment[] {
  return [
    treatment(country, 'standard', { taxes: [charged(tax, standard)] }),
    ...reduced.map((rate) =>
      treatment(country, 'reduced', {
        id: `reduced-${rate}`,
        taxes: [charged(tax, rate)],
        legal: country === 'JP' ? ['reducedJapan'] : [],
      }),
    ),
    ...(zero ? [treatment(country, 'zero', { name: tax })] : []),
  ]
}

/** Articles of the VAT Directive (2006/112/EC); codes of the list VATEX. */
function unionTreatments(country: string): readonly Treatment[] {
  const exempt = exemptSentences[country]
  return [
    treatment(country, 'exempt', exempt ? { legal: [exempt] } : { legal: ['exempt'], vatex: 'VATEX-EU-132' }),
    ...(country === 'ES'
      ? []
      : [
          treatment(country, 'small', {
            legal: [smallSentences[country] ?? 'smallEu'],
            ...(country === 'FR' ? { vatex: 'VATEX-FR-FRANCHISE' } : {}),
          }),
        ]),
    treatment(country, 'reverseCharge', { legal: ['reverseCharge'], vatex: 'VATEX-EU-AE' }),
    treatment(country, 'intraCommunity', { legal: ['intraCommunity'], vatex: 'VATEX-EU-IC' }),
    treatment(country, 'export', { legal: ['exportEu'], vatex: 'VATEX-EU-G' }),
    treatment(country, 'outside', { legal: ['outsideEu'], vatex: 'VATEX-EU-O' }),
  ]
}

function abroadTreatments(country: string): readonly Treatment[] {
  const [exempt, outside] = [exemptSentences[country], outsideSentences[country]]
  return [
    ...(exempt ? [treatment(country, 'exempt', { legal: [exempt] })] : []),
    treatment(country, 'none'),
    treatment(country, 'export', { legal: ['exportAbroad'] }),
    ...(outside ? [treatment(country, 'outside', { legal: [outside] })] : []),
  ]
}

/** Ley 35/2006 (IRPF), art. 101.5: 15 % of professional services, 7 % in the first year and the two after it. */
const spanish = ['15', '7'].map((rate) =>
  treatment('ES', 'withheld', {
    id: `withheld-${rate}`,
    taxes: [charged('vat', '21'), charged('irpf', rate, true)],
  }),
)

const canadian = [
  ...Object.entries(canadianTaxes).map(([province, taxes]) =>
    treatment('CA', 'standard', { id: province, taxes: taxes.map(([name, rate]) => charged(name, rate)) }),
  ),
  treatment('CA', 'zero', { name: 'gstCanada' }),
  treatment('CA', 'none'),
  treatment('CA', 'export', { legal: ['exportAbroad'] }),
]

/** In the seller's own state half goes to the union and half to the state; in another, all of it is one tax. */
const indian = [
  ...indianRates.flatMap(({ whole, half }) => [
    treatment('IN', whole === '18' ? 'standard' : 'reduced', {
      id: `sameState-${whole}`,
      taxes: [charged('cgst', half), charged('sgst', half)],
    }),
    treatment('IN', whole === '18' ? 'standard' : 'reduced', {
      id: `otherState-${whole}`,
      taxes: [charged('igst', whole)],
    }),
  ]),
  treatment('IN', 'small', { legal: ['smallIndia'] }),
  treatment('IN', 'none'),
  treatment('IN', 'export', { legal: ['exportIndia'] }),
]

/** ISS is inside the price and no line of its own (LC 116/2003); where the buyer keeps it back, 2 to 5 % by the town. */
const brazilian = [
  treatment('BR', 'none'),
  treatment('BR', 'withheld', {
    id: 'withheld-iss',
    taxes: [{ ...charged('iss', '5', true), id: 'iss' }],
    legal: ['issWithheld'],
  }),
]
