import { createInstance } from 'i18next'
import type { TFunction } from 'i18next'
import deSheet from '#resources/locales/de/sheet.json'
import enSheet from '#resources/locales/en/sheet.json'
import esSheet from '#resources/locales/es/sheet.json'
import frSheet from '#resources/locales/fr/sheet.json'
import ptSheet from '#resources/locales/pt-BR/sheet.json'
import type { PaperLanguage } from '#shared/document/document.ts'
import { paperWords } from '#shared/document/paperWords.ts'
import { isUnitCode } from '#shared/document/units.ts'
import { decimalText } from '#shared/money/decimalText.ts'

/** How a document in one language writes its words, numbers and days. */
export type PaperWords = {
  readonly t: TFunction<'sheet'>
  /** With the sign of the currency; minor units. */
  readonly money: (minor: number, currency: string) => string
  /** Without it. */
  readonly amount: (minor: number, currency: string) => string
  /** A price as decimal text, which may be finer than the currency. */
  readonly price: (decimal: string, currency: string) => string
  readonly number: (decimal: string) => string
  readonly percent: (decimal: string) => string
  /** `YYYY-MM-DD` as people write days. */
  readonly day: (day: string) => string
  /** Decimal text and a unit's code: `3 hours`. */
  readonly quantity: (decimal: string, unit: string) => string
  readonly country: (code: string) => string
  /** BCP 47, with the country whose way of writing counts. */
  readonly locale: string
}

/** Countries whose own way of writing a language is kept; elsewhere that of the first. */
const countries: Readonly<Record<PaperLanguage, readonly string[]>> = {
  en: ['GB', 'US', 'CA', 'AU', 'NZ', 'IE', 'IN', 'ZA'],
  de: ['DE', 'AT', 'CH', 'LI'],
  fr: ['FR', 'BE', 'CH', 'CA', 'LU'],
  es: ['ES', 'MX', 'US', 'AR', 'CL', 'CO', 'PE'],
  'pt-BR': [],
}

const catalogue = createInstance()
void catalogue.init({
  lng: 'en',
  fallbackLng: false,
  defaultNS: 'sheet',
  resources: {
    en: { sheet: enSheet, paper: paperWords.en },
    de: { sheet: deSheet, paper: paperWords.de },
    fr: { sheet: frSheet, paper: paperWords.fr },
    es: { sheet: esSheet, paper: paperWords.es },
    'pt-BR': { sheet: ptSheet, paper: paperWords['pt-BR'] },
  },
  initAsync: false,
  interpolation: { escapeValue: false },
})

/** How documents of this language are written by a seller of this country (ISO 3166-1 alpha-2). */
export function wordsOf(language: PaperLanguage, country: string): PaperWords {
  const known = countries[language]
  const locale = known.length === 0 ? language : `${language}-${known.includes(country) ? country : known[0]}`
  const words = catalogue.getFixedT(language, 'sheet')
  const units = catalogue.getFixedT(language, 'paper')
  // Decimal text is written digit by digit: the engine reads it without making it a binary number before.
  const exact = (format: Intl.NumberFormat, decimal: string) => format.format(decimal as `${number}`)
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const regions = new Intl.DisplayNames([locale], { type: 'region' })
  const number = (decimal: string) => exact(plain, decimal)
  return {
    t: words,
    locale,
    number,
    money: (minor, currency) =>
      exact(new Intl.NumberFormat(locale, { style: 'currency', currency }), decimalText(minor, currency)),
    amount: (minor, currency) => {
      const text = decimalText(minor, currency)
      return exact(new Intl.NumberFormat(locale, digitsOf(text)), text)
    },
    price: (decimal, currency) => {
      const { minimumFractionDigits } = digitsOf(decimalText(0, currency))
      return exact(
        new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits: 6 }),
        decimal,
      )
    },
    percent: (decimal) =>
      exact(new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 6 }), `${decimal}e-2`),
    day: (day) => days.format(Date.parse(`${day}T00:00:00Z`)),
    quantity: (decimal, unit) =>
      `${number(decimal)} ${isUnitCode(unit) ? units(`units.${unit}`, { count: Number(decimal) }) : unit}`,
    country: (code) => (code === '' ? '' : (regions.of(code) ?? code)),
  }
}

const digitsOf = (text: string) => {
  const digits = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
  return { minimumFractionDigits: digits, maximumFractionDigits: digits }
}
