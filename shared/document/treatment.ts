import type { Tax, TaxCategory } from './calculation.ts'
import type { LegalKey, TaxName } from './paperWords.ts'

export const treatmentKinds = [
  'standard',
  'reduced',
  'zero',
  'exempt',
  /** No tax of its own is shown: none is charged there, or whoever sells need not. */
  'none',
  'small',
  'reverseCharge',
  'intraCommunity',
  'export',
  'outside',
  /** The tax of the buyer's country, for sellers in the one-stop shop (OSS) of the European Union. */
  'oneStopShop',
  /** With a tax the buyer keeps back. */
  'withheld',
  /** The rate is to be typed: it depends on the place. */
  'byHand',
] as const
export type TreatmentKind = (typeof treatmentKinds)[number]

/** `name` is null where the sentence says all and paper shows no line with nothing in it. */
export type NamedTax = Tax & { readonly name: TaxName | null }

/**
 * What somebody chooses for a document, or for one of its lines. The taxes are taken over into the document, where all of
 * them can be edited: what counts there are the taxes, not this.
 */
export type Treatment = {
  /** Its country, a hyphen, and what it is: `DE-standard`, `FR-reduced-5.5`, `CA-ON`, `ES-withheld-15`. */
  readonly id: string
  /** Of the seller, ISO 3166-1 alpha-2. */
  readonly country: string
  readonly kind: TreatmentKind
  /** UNTDID 5305, of what is sold (BT-151), also where there is no tax. */
  readonly category: TaxCategory
  /** BT-121, from the code list VATEX of EN 16931; null where it has none for the case. */
  readonly vatex: string | null
  readonly taxes: readonly NamedTax[]
  /** What a document must say (BT-120): `paper:legal.<key>`. */
  readonly legal: readonly LegalKey[]
}

const whatIsTaxed: ReadonlySet<TreatmentKind> = new Set([
  'standard',
  'reduced',
  'oneStopShop',
  'withheld',
  'byHand',
])
const categories: Readonly<Partial<Record<TreatmentKind, TaxCategory>>> = {
  zero: 'Z',
  exempt: 'E',
  none: 'O',
  small: 'E',
  reverseCharge: 'AE',
  intraCommunity: 'K',
  export: 'G',
  outside: 'O',
}

/** One tax of a treatment that charges it. */
export const charged = (name: TaxName, rate: string, withheld = false): NamedTax => ({
  id: `${name}-${rate}`,
  category: 'S',
  rate,
  compound: false,
  withheld,
  name,
})

/** A treatment without tax still has one of 0 %, by which an e-invoice says why; without `legal` or a name there is none. */
export function treatment(
  country: string,
  kind: TreatmentKind,
  told: {
    readonly id?: string
    readonly taxes?: readonly NamedTax[]
    readonly name?: TaxName
    readonly vatex?: string
    readonly legal?: readonly LegalKey[]
  } = {},
): Treatment {
  const { id = kind, legal = [], vatex = null, name = null } = told
  const category = categories[kind] ?? 'S'
  const free: NamedTax = { id: kind, category, rate: '0', compound: false, withheld: false, name }
  const taxes = whatIsTaxed.has(kind) || (legal.length === 0 && name === null) ? [] : [free]
  return { id: `${country}-${id}`, country, kind, category, vatex, taxes: told.taxes ?? taxes, legal }
}
