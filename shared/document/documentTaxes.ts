import type { DocumentTax, PaperLanguage } from './document.ts'
import { paperWords } from './paperWords.ts'
import type { LegalKey } from './paperWords.ts'
import type { Treatment } from './treatment.ts'

/**
 * The taxes of a treatment as a document keeps them, in its language. Whoever changes the language takes them over again.
 * A tax of category S says only what a country wants to have said of it (Japan, Brazil), which no e-invoice repeats as a
 * reason for an exemption (BR-S-10).
 */
export function documentTaxes(treatment: Treatment, language: PaperLanguage): readonly DocumentTax[] {
  const words = paperWords[language]
  const text = treatment.legal.map((key) => words.legal[key]).join(' ')
  return treatment.taxes.map(({ name, ...tax }) => ({
    ...tax,
    name: name === null ? '' : words.taxes[name],
    exemption: text === '' ? null : { code: treatment.vatex ?? '', text },
  }))
}

/**
 * What the seller's country wants to be said on an invoice whatever its taxes are: `paper:legal.<key>`. In France, to
 * firms: the penalty for late payment and whether less may be paid early (article L. 441-9 of the Code de commerce).
 */
export function noticesOf(
  seller: string,
  { buyer, hasEarlyPayment }: { readonly buyer: 'person' | 'firm'; readonly hasEarlyPayment: boolean },
): readonly LegalKey[] {
  if (seller !== 'FR' || buyer === 'person') return []
  return hasEarlyPayment ? ['latePaymentFrance'] : ['latePaymentFrance', 'noDiscountFrance']
}
