import type { Business } from './business.ts'
import type { Content, DocumentKind, PaperLanguage } from './document.ts'
import { paperLanguages } from './document.ts'
import { documentTaxes } from './documentTaxes.ts'
import { emptyParty } from './party.ts'
import { treatmentOf, treatmentsOf } from './treatments.ts'

/** What the brand says of itself that documents begin with. */
type Home = { readonly country: string; readonly currency: string; readonly name: string }

const homeLanguages: Readonly<Record<string, PaperLanguage>> = {
  DE: 'de',
  AT: 'de',
  CH: 'de',
  LI: 'de',
  FR: 'fr',
  BE: 'fr',
  LU: 'fr',
  MC: 'fr',
  ES: 'es',
  MX: 'es',
  AR: 'es',
  CL: 'es',
  CO: 'es',
  BR: 'pt-BR',
}
const letterCountries = new Set(['US', 'CA', 'MX', 'CL', 'CO', 'PH'])

/** The way documents look and are paid where nobody has said it yet: by the country of the brand. */
export const firstBusiness = ({ name, country }: Home): Business => ({
  ...emptyParty,
  kind: 'person',
  name,
  country,
  taxNumber: '',
  registration: '',
  web: '',
  footer: '',
  payments: [],
  defaults: {
    language: homeLanguages[country] ?? 'en',
    pricesIncludeTax: false,
    treatment: treatmentsOf(country)[0]?.id ?? '',
    terms: { kind: 'net', days: 14 },
    earlyPayment: null,
    quoteDays: 30,
    design: 'plain',
    paper: letterCountries.has(country) ? 'Letter' : 'A4',
    opening: '',
    closing: '',
  },
  income: 'accrual',
})

/** A new document as the business usually writes them; `validUntil` is the last day of a quote. */
export function blankContent(
  kind: DocumentKind,
  { defaults }: Pick<Business, 'defaults'>,
  currency: string,
  validUntil: string | null,
): Content {
  const treatment = treatmentOf(defaults.treatment)
  return {
    kind,
    day: null,
    delivered: null,
    buyer: emptyParty,
    deliverTo: null,
    language: defaults.language,
    currency,
    pricesIncludeTax: defaults.pricesIncludeTax,
    treatment: defaults.treatment,
    taxes: treatment ? documentTaxes(treatment, defaults.language) : [],
    lines: [],
    adjustments: [],
    roundPayableTo: 1,
    terms: defaults.terms,
    earlyPayment: kind === 'invoice' ? defaults.earlyPayment : null,
    validUntil: kind === 'quote' ? validUntil : null,
    buyerReference: '',
    orderNumber: '',
    subject: '',
    opening: defaults.opening,
    closing: defaults.closing,
    follows: null,
    credits: null,
    isDeposit: false,
    deducts: [],
    files: [],
    design: defaults.design,
    paper: defaults.paper,
  }
}

export const isPaperLanguage = (text: string): text is PaperLanguage =>
  paperLanguages.some((one) => one === text)

/** The same content in another language: the names of taxes and what the law asks for are said in it. */
export function inLanguage(content: Content, language: PaperLanguage): Content {
  const said = new Map(
    treatmentsOf(content.treatment.slice(0, 2)).flatMap((one) =>
      documentTaxes(one, content.language).map(
        (tax, at) => [tax.id, [tax, documentTaxes(one, language)[at]]] as const,
      ),
    ),
  )
  const taxes = content.taxes.map((tax) => {
    const [before, after] = said.get(tax.id) ?? []
    const isOwn = before?.name !== tax.name || before.exemption?.text !== tax.exemption?.text
    return isOwn || !after ? tax : { ...tax, name: after.name, exemption: after.exemption }
  })
  return { ...content, language, taxes }
}
