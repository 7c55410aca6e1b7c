import type { TaxName } from './paperWords.ts'

/**
 * The day the rates were last looked at. Laws change; whoever writes a document can type any rate.
 * Sources: European Commission, Taxes in Europe Database, and the laws of 2025 and 2026 that changed them (EE from
 * 2025-07-01, RO from 2025-08-01, FI and LT from 2026-01-01); GOV.UK; ESTV; Skatteetaten; ATO; Inland Revenue NZ;
 * National Tax Agency of Japan; SAT; Canada Revenue Agency and Revenu Québec; GST Council of India (56th meeting).
 */
export const ratesAsOf = '2026-11-25'

/** Of a country with one tax on what is sold: its name on paper and its rates in per cent, the standard rate first. */
export type CountryRates = {
  readonly tax: TaxName
  readonly standard: string
  readonly reduced: readonly string[]
  /** What is taxed, but at nothing, so that a document says so (books in Ireland). */
  readonly zero?: true
}

const rates = (standard: string, ...reduced: readonly string[]): CountryRates => ({
  tax: 'vat',
  standard,
  reduced,
})

/** Member states of the European Union, of whom the VAT Directive (2006/112/EC) speaks. */
const unionRates: Readonly<Record<string, CountryRates>> = {
  AT: { ...rates('20', '13', '10'), tax: 'ust' },
  BE: rates('21', '12', '6'),
  BG: rates('20', '9'),
  CY: rates('19', '9', '5', '3'),
  CZ: rates('21', '12'),
  DE: rates('19', '7'),
  DK: rates('25'),
  EE: rates('24', '13', '9'),
  ES: rates('21', '10', '4'),
  FI: rates('25.5', '13.5', '10'),
  FR: rates('20', '10', '5.5', '2.1'),
  GR: rates('24', '13', '6'),
  HR: rates('25', '13', '5'),
  HU: rates('27', '18', '5'),
  IE: { ...rates('23', '13.5', '9', '4.8'), zero: true },
  IT: rates('22', '10', '5', '4'),
  LT: rates('21', '12', '5'),
  LU: rates('17', '14', '8', '3'),
  LV: rates('21', '12', '5'),
  MT: rates('18', '12', '7', '5'),
  NL: rates('21', '9'),
  PL: rates('23', '8', '5'),
  PT: rates('23', '13', '6'),
  RO: rates('21', '11'),
  SE: rates('25', '12', '6'),
  SI: rates('22', '9.5', '5'),
  SK: rates('23', '19', '5'),
}

export const countryRates: Readonly<Record<string, CountryRates>> = {
  ...unionRates,
  GB: { ...rates('20', '5'), zero: true },
  CH: rates('8.1', '3.8', '2.6'),
  NO: rates('25', '15', '12'),
  AU: { tax: 'gst', standard: '10', reduced: [], zero: true },
  NZ: { tax: 'gst', standard: '15', reduced: [], zero: true },
  JP: { tax: 'consumptionTax', standard: '10', reduced: ['8'] },
  MX: { ...rates('16'), zero: true },
}

/** ISO 3166-1 alpha-2. Northern Ireland, which follows the directive for goods, is taken as the United Kingdom. */
export const isInUnion = (country: string): boolean => Object.hasOwn(unionRates, country)

/** Provinces and territories of Canada with what is charged there: GST alone, GST and a tax of the province, or HST. */
export const canadianTaxes: Readonly<Record<string, readonly (readonly [TaxName, string])[]>> = {
  AB: [['gstCanada', '5']],
  BC: [
    ['gstCanada', '5'],
    ['pst', '7'],
  ],
  MB: [
    ['gstCanada', '5'],
    ['rst', '7'],
  ],
  NB: [['hst', '15']],
  NL: [['hst', '15']],
  NS: [['hst', '14']], // 15 until 2025-03-31
  NT: [['gstCanada', '5']],
  NU: [['gstCanada', '5']],
  ON: [['hst', '13']],
  PE: [['hst', '15']],
  QC: [
    ['gstCanada', '5'],
    ['qst', '9.975'], // on the price without GST since 2013
  ],
  SK: [
    ['gstCanada', '5'],
    ['pst', '6'],
  ],
  YT: [['gstCanada', '5']],
}

/** Rates of GST in India since 2025-09-22, with the halves of each that go to the union and to the state. */
export const indianRates = [
  { whole: '18', half: '9' },
  { whole: '5', half: '2.5' },
  { whole: '40', half: '20' },
] as const
