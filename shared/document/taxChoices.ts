import type { Content, DocumentTax } from './document.ts'
import { documentTaxes } from './documentTaxes.ts'
import { treatmentsOf } from './treatments.ts'
import type { TreatmentKind } from './treatment.ts'

/** One way to tax a line or a document. */
export type TaxChoice = {
  /** The ids of its taxes, joined. */
  readonly id: string
  readonly treatment: string | null
  readonly kind: TreatmentKind | 'own' | 'nothing'
  readonly taxes: readonly DocumentTax[]
}

export const idOfTaxes = (ids: readonly string[]): string => ids.toSorted().join('+')

/** What lines can be taxed with: by the treatments of the seller's country, by what the document has of its own, or not at all. */
export function taxChoices(country: string, { language, taxes }: Pick<Content, 'language' | 'taxes'>) {
  const known: TaxChoice[] = treatmentsOf(country).map((treatment) => {
    const own = documentTaxes(treatment, language).map((tax) => taxes.find(({ id }) => id === tax.id) ?? tax)
    return {
      id: idOfTaxes(own.map(({ id }) => id)),
      treatment: treatment.id,
      kind: treatment.kind,
      taxes: own,
    }
  })
  const named = new Set(known.flatMap((choice) => choice.taxes.map(({ id }) => id)))
  const own = taxes
    .filter(({ id }) => !named.has(id))
    .map((tax): TaxChoice => ({ id: tax.id, treatment: null, kind: 'own', taxes: [tax] }))
  const nothing: TaxChoice = { id: '', treatment: null, kind: 'nothing', taxes: [] }
  const all = [...known, ...own, nothing]
  return all.filter((choice, at) => all.findIndex(({ id }) => id === choice.id) === at)
}
