import { canadianTaxes, isInUnion } from './taxRates.ts'
import type { Treatment } from './treatment.ts'
import { oneStopShop, treatmentOf, treatmentsOf } from './treatments.ts'

export type Deal = {
  readonly seller: {
    /** ISO 3166-1 alpha-2. */
    readonly country: string
    /** State or province, as its address says it. */
    readonly region?: string
    /** Below the threshold of its country, and so without tax on what it sells at home. */
    readonly isSmall: boolean
    /** Takes part in the one-stop shop of the European Union. */
    readonly inOneStopShop?: boolean
  }
  readonly buyer: {
    readonly country: string
    readonly region?: string
    readonly kind: 'person' | 'firm'
    readonly hasTaxId: boolean
  }
  readonly supply: 'goods' | 'services'
}

export const reasons = [
  'home',
  'small',
  'withholding',
  'reverseCharge',
  'intraCommunity',
  'export',
  'servicesAbroad',
  'consumerInUnion',
  'oneStopShop',
  'consumerAbroad',
  'noTax',
] as const
/** Why a treatment is likely; the sentences stand under `treatments:reasons`. */
export type Reason = (typeof reasons)[number]
export type Suggestion = { readonly treatment: Treatment; readonly because: Reason }

/**
 * What is likely right: a suggestion, never a decision, for the rules know more cases than these. An unknown country of
 * the buyer is taken as the seller's own.
 */
export function suggestTreatment(deal: Deal): Suggestion {
  const { seller, buyer } = deal
  if (seller.isSmall && !small(seller.country))
    return suggestTreatment({ ...deal, seller: { ...seller, isSmall: false } })
  const abroad = buyer.country !== '' && buyer.country !== seller.country
  const found = !abroad ? atHome(deal) : isInUnion(seller.country) ? fromUnion(deal) : fromElsewhere(deal)
  return found ?? usual(seller.country, 'noTax')
}

type Found = Suggestion | null
function found(id: string, because: Reason): Found {
  const treatment = treatmentOf(id)
  return treatment && { treatment, because }
}
function usual(country: string, because: Reason): Suggestion {
  const [treatment] = treatmentsOf(country)
  if (!treatment) throw new Error('Every country has a treatment')
  return { treatment, because: treatment.kind === 'none' ? 'noTax' : because }
}

/** Without tax at home: by the scheme of its country, or with nothing to say. */
const small = (country: string): Found =>
  found(`${country}-small`, 'small') ?? found(`${country}-none`, 'small')

function atHome({ seller, buyer, supply }: Deal): Found {
  const { country } = seller
  if (seller.isSmall) return small(country)
  if (country === 'ES' && buyer.kind === 'firm' && supply === 'services')
    return found('ES-withheld-15', 'withholding')
  if (country === 'CA')
    return found(`CA-${provinceOf(buyer.region) ?? provinceOf(seller.region) ?? 'AB'}`, 'home')
  if (country === 'IN' && isOtherRegion(seller.region, buyer.region)) return found('IN-otherState-18', 'home')
  return usual(country, 'home')
}

/** Services to firms are taxed where they are received, also those of small sellers (Articles 44 and 196). */
function fromUnion({ seller, buyer, supply }: Deal): Found {
  const { country } = seller
  const toFirm = buyer.kind === 'firm' || buyer.hasTaxId
  if (!isInUnion(buyer.country)) {
    if (supply === 'services' && toFirm) return found(`${country}-outside`, 'servicesAbroad')
    if (seller.isSmall) return small(country)
    return supply === 'goods' ? found(`${country}-export`, 'export') : usual(country, 'consumerAbroad')
  }
  if (buyer.hasTaxId && supply === 'services') return found(`${country}-reverseCharge`, 'reverseCharge')
  if (seller.isSmall) return small(country)
  if (buyer.hasTaxId) return found(`${country}-intraCommunity`, 'intraCommunity')
  const there = seller.inOneStopShop ? oneStopShop(country, buyer.country) : null
  return there ? { treatment: there, because: 'oneStopShop' } : usual(country, 'consumerInUnion')
}

function fromElsewhere({ seller, buyer, supply }: Deal): Found {
  const { country } = seller
  if (seller.isSmall) return small(country)
  const export_ = found(`${country}-export`, 'export')
  if (supply === 'goods' || !treatmentOf(`${country}-outside`)) return export_ ?? usual(country, 'noTax')
  // the United Kingdom taxes most services to people abroad; Switzerland goes by where they are received
  return country === 'GB' && buyer.kind === 'person' && !buyer.hasTaxId
    ? usual(country, 'consumerAbroad')
    : found(`${country}-outside`, 'servicesAbroad')
}

const provinces: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alberta: 'AB',
    'british columbia': 'BC',
    'colombie-britannique': 'BC',
    manitoba: 'MB',
    'new brunswick': 'NB',
    'nouveau-brunswick': 'NB',
    newfoundland: 'NL',
    'newfoundland and labrador': 'NL',
    'terre-neuve-et-labrador': 'NL',
    'nova scotia': 'NS',
    'nouvelle-ecosse': 'NS',
    'northwest territories': 'NT',
    'territoires du nord-ouest': 'NT',
    nunavut: 'NU',
    ontario: 'ON',
    'prince edward island': 'PE',
    'ile-du-prince-edouard': 'PE',
    quebec: 'QC',
    saskatchewan: 'SK',
    yukon: 'YT',
  }),
)

/** `ON` for `Ontario`, `on` and `ON`; null where it is none of Canada's. */
function provinceOf(region = ''): string | null {
  const text = plain(region)
  const code = provinces.get(text) ?? text.toUpperCase()
  return Object.hasOwn(canadianTaxes, code) ? code : null
}

/** Of two regions that are both written out, or both abbreviated; else nobody knows. */
function isOtherRegion(one = '', other = ''): boolean {
  const [a, b] = [plain(one), plain(other)]
  return a !== '' && b !== '' && a.length > 3 === b.length > 3 && a !== b
}
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()
