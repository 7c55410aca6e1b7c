import { describe, expect, test } from 'vitest'
import { countries } from '#shared/brand/countries.ts'
import words from '#resources/locales/en/treatments.json'
import { calculate } from './calculate.ts'
import { paperWords } from './paperWords.ts'
import { reasons } from './suggestTreatment.ts'
import { countryRates, isInUnion, ratesAsOf } from './taxRates.ts'
import { treatmentKinds } from './treatment.ts'
import { oneStopShop, treatmentOf, treatmentsOf } from './treatments.ts'

const union = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ')
const everything = countries.flatMap(treatmentsOf)
const sentences = (id: string, language: keyof typeof paperWords) =>
  treatmentOf(id)?.legal.map((key) => paperWords[language].legal[key].replaceAll('\u00a0', ' '))

/** Net of 1,000.00 in one line, all in minor units. */
function thousand(id: string) {
  const treatment = treatmentOf(id)
  if (!treatment) throw new Error(`no ${id}`)
  const line = { quantity: '1', unitPrice: '1000', priceQuantity: '1', adjustments: [] }
  const totals = calculate({
    currency: 'EUR',
    pricesIncludeTax: false,
    taxes: treatment.taxes,
    lines: [{ ...line, taxes: treatment.taxes.map((tax) => tax.id) }],
    adjustments: [],
    prepaid: 0,
    roundPayableTo: 1,
  })
  if (!totals.ok) throw new Error(totals.error.code)
  const { tax, withheld, payable } = totals.value
  return [tax, withheld.reduce((all, { amount }) => all + amount, 0), payable]
}

test('the European Union has 27 members', () => {
  expect(countries.filter(isInUnion).toSorted()).toEqual(union.toSorted())
})

test.each([
  ['DE-standard', [19_000, 0, 119_000]],
  ['DE-reduced-7', [7_000, 0, 107_000]],
  ['FR-reduced-5.5', [5_500, 0, 105_500]],
  ['FI-standard', [25_500, 0, 125_500]],
  ['GB-standard', [20_000, 0, 120_000]],
  ['GB-zero', [0, 0, 100_000]],
  ['CH-standard', [8_100, 0, 108_100]],
  ['CA-QC', [14_975, 0, 114_975]], // 50.00 and 99.75
  ['CA-ON', [13_000, 0, 113_000]],
  ['IN-sameState-18', [18_000, 0, 118_000]], // 90.00 twice
  ['IN-otherState-18', [18_000, 0, 118_000]],
  ['ES-withheld-15', [21_000, 15_000, 106_000]],
  ['ES-withheld-7', [21_000, 7_000, 114_000]],
  ['BR-withheld-iss', [0, 5_000, 95_000]],
  ['BR-none', [0, 0, 100_000]],
  ['US-none', [0, 0, 100_000]],
  ['AT-reverseCharge', [0, 0, 100_000]],
  ['DE-oneStopShop-FR', [20_000, 0, 120_000]],
])('with %s, 1,000.00 comes to (tax, kept back, to pay) %j', (id, amounts) => {
  expect(thousand(id)).toEqual(amounts)
})

describe('every treatment', () => {
  test('has an id of its own, by which it is found again', () => {
    expect(new Set(everything.map(({ id }) => id)).size).toBe(everything.length)
    for (const treatment of everything) expect(treatmentOf(treatment.id)).toEqual(treatment)
  })

  test('has taxes whose ids differ and whose rates are decimals', () => {
    for (const { id, taxes } of everything) {
      expect([id, new Set(taxes.map((tax) => tax.id)).size]).toEqual([id, taxes.length])
      for (const { rate } of taxes)
        expect([id, rate]).toEqual([id, expect.stringMatching(/^\d{1,2}(\.\d{1,3})?$/)])
    }
  })

  // BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10; BR-S-10, BR-Z-10
  test('without tax says why, and with tax at a rate says nothing but what a country asks for', () => {
    for (const { id, category, taxes, legal } of everything) {
      if (taxes.length > 0 && category !== 'S' && category !== 'Z')
        expect([id, legal.length]).toEqual([id, 1])
      if (category === 'S' && !/^JP|iss/.test(id)) expect([id, legal]).toEqual([id, []])
      for (const tax of taxes) if (!tax.withheld) expect([id, tax.category]).toEqual([id, category])
    }
  })

  test('and every reason has a name in the app', () => {
    expect(Object.keys(words.kinds)).toEqual([...treatmentKinds])
    expect(Object.keys(words.reasons).toSorted()).toEqual([...reasons].toSorted())
  })
})

test('every country has a first choice, and lists with rates begin with the standard one', () => {
  for (const country of countries)
    expect([country, treatmentsOf(country).length > 0]).toEqual([country, true])
  for (const country of Object.keys(countryRates)) expect(treatmentsOf(country)[0]?.kind).toBe('standard')
  expect(treatmentsOf('KE').map(({ id }) => id)).toEqual(['KE-none', 'KE-byHand'])
  expect(treatmentsOf('constructor').map(({ kind }) => kind)).toEqual(['none', 'byHand'])
  expect(ratesAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})

// Article 99: reduced rates below the standard one; Article 97: that at least 15 %
test('in the Union the standard rate is at least 15 % and above the reduced ones', () => {
  for (const country of union) {
    const { standard = '0', reduced = [] } = countryRates[country] ?? {}
    expect([country, Number(standard) >= 15]).toEqual([country, true])
    for (const rate of reduced)
      expect([country, rate, Number(rate) < Number(standard)]).toEqual([country, rate, true])
  }
})

test.each([
  ['DE-small', 'de', 'Steuerfrei nach § 19 UStG (Kleinunternehmer); Umsatzsteuer wird nicht ausgewiesen.'],
  ['FR-small', 'fr', 'TVA non applicable, art. 293 B du CGI'],
  ['AT-small', 'de', 'Umsatzsteuerbefreit – Kleinunternehmer gemäß § 6 Abs. 1 Z 27 UStG 1994.'],
  ['IN-small', 'en', 'Composition taxable person, not eligible to collect tax on supplies.'],
  [
    'IT-reverseCharge',
    'fr',
    'Autoliquidation : TVA due par le preneur (article 196 de la directive 2006/112/CE).',
  ],
  [
    'NL-intraCommunity',
    'en',
    'VAT-exempt intra-Community supply of goods (Article 138 of Council Directive 2006/112/EC).',
  ],
] as const)('%s says in %s: %s', (id, language, sentence) => {
  expect(sentences(id, language)).toEqual([sentence])
})

// Article 226(11a), and its words in the languages of the Directive
test.each([
  ['en', 'Reverse charge'],
  ['de', 'Steuerschuldnerschaft des Leistungsempfängers'],
  ['fr', 'Autoliquidation'],
  ['es', 'Inversión del sujeto pasivo'],
  ['pt-BR', 'autoliquidação'],
] as const)('reverse charge in %s has the words of the law: %s', (language, text) => {
  expect(sentences('BE-reverseCharge', language)?.[0]).toContain(text)
})

// the sentence a French tax office looks for is there whatever language the document has
test.each(['en', 'de', 'fr', 'es', 'pt-BR'] as const)(
  'French small businesses name their article in %s',
  (language) => {
    expect(sentences('FR-small', language)?.[0]).toContain('TVA non applicable, art. 293 B du CGI')
  },
)

test('below the thresholds of the United Kingdom and the United States nothing has to be said', () => {
  for (const id of ['GB-none', 'US-none']) expect(treatmentOf(id)).toMatchObject({ taxes: [], legal: [] })
})

test.each([
  ['DE-reverseCharge', 'AE', 'VATEX-EU-AE'],
  ['DE-intraCommunity', 'K', 'VATEX-EU-IC'],
  ['DE-export', 'G', 'VATEX-EU-G'],
  ['DE-outside', 'O', 'VATEX-EU-O'],
  ['FR-small', 'E', 'VATEX-FR-FRANCHISE'],
  ['DE-small', 'E', null],
  ['LV-exempt', 'E', 'VATEX-EU-132'],
  ['GB-export', 'G', null],
  ['IE-zero', 'Z', null],
] as const)('%s is category %s with the code %s', (id, category, vatex) => {
  expect(treatmentOf(id)).toMatchObject({ category, vatex })
})

test('Spain has no scheme for small businesses', () => {
  expect(treatmentOf('ES-small')).toBeNull()
})

test('the one-stop shop is for other members of the Union only', () => {
  expect(oneStopShop('DE', 'HU')?.taxes.map(({ rate }) => rate)).toEqual(['27'])
  for (const [seller, buyer] of [
    ['DE', 'DE'],
    ['DE', 'GB'],
    ['GB', 'DE'],
    ['DE', 'constructor'],
  ] as const)
    expect(oneStopShop(seller, buyer)).toBeNull()
})
