import { calculate } from '#shared/document/calculate.ts'
import type {
  Adjustment,
  Calculation,
  CalculationError,
  Tax,
  TaxCategory,
  Totals,
} from '#shared/document/calculation.ts'
import { exponentOf } from '#shared/money/currencies.ts'
import { decimalText } from '#shared/money/decimalText.ts'
import { readAmount } from '#shared/money/readAmount.ts'
import { ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { Said } from './readEInvoice.ts'

/** A figure a file states that does not follow from its lines. Decimal texts in the document's currency. */
export type Difference = { readonly term: string; readonly stated: string; readonly computed: string }

/** By its place, from 0. */
export type LineDifference = { readonly line: number; readonly stated: string; readonly computed: string }

/**
 * What an e-invoice comes to by the nets of its lines, its rates and adjustments, and every total that says otherwise: the
 * document's (BT-106 to BT-115) and its taxes' (BT-116, BT-117). Besides, lines whose net (BT-131) is not their quantity
 * times their price: no rule of EN 16931 forbids them, a client asks.
 */
export function recompute(invoice: Said): Result<
  {
    readonly totals: Totals
    readonly differences: readonly Difference[]
    readonly lines: readonly LineDifference[]
  },
  CalculationError
> {
  const currency = invoice.terms.get('BT-5') ?? ''
  const calculation = calculationOf(invoice, currency)
  const result = calculate(calculation)
  if (!result.ok) return result
  const totals = result.value
  const [stated] = groupsOf(invoice, 'BG-22')
  const differences: Difference[] = []
  const compare = (term: string, text: string | undefined, computed: number) => {
    if (text === undefined || amountOf(text, currency) === computed) return
    differences.push({ term, stated: text, computed: decimalText(computed, currency) })
  }
  for (const [term, computed] of documentTotals(totals)) compare(term, stated?.terms.get(term), computed)
  for (const one of groupsOf(invoice, 'BG-23')) {
    const id = taxId(one.terms.get('BT-118'), one.terms.get('BT-119'))
    const tax = totals.taxes.find((found) => found.id === id)
    compare('BT-116', one.terms.get('BT-116'), tax?.taxable ?? 0)
    compare('BT-117', one.terms.get('BT-117'), tax?.amount ?? 0)
  }
  return ok({ totals, differences, lines: lineDifferences(invoice, currency) })
}

const documentTotals = (totals: Totals): readonly (readonly [string, number])[] => [
  ['BT-106', totals.lineTotal],
  ['BT-107', totals.allowances],
  ['BT-108', totals.charges],
  ['BT-109', totals.taxExclusive],
  ['BT-110', totals.tax],
  ['BT-112', totals.taxInclusive],
  ['BT-115', totals.payable],
]

function calculationOf(invoice: Said, currency: string): Calculation {
  const lines = groupsOf(invoice, 'BG-25')
  const [sums] = groupsOf(invoice, 'BG-22')
  const documentWide = [
    ...groupsOf(invoice, 'BG-20').map((one) => ({
      ...adjustment('allowance', one.terms.get('BT-92'), currency),
      taxes: [taxId(one.terms.get('BT-95'), one.terms.get('BT-96'))],
    })),
    ...groupsOf(invoice, 'BG-21').map((one) => ({
      ...adjustment('charge', one.terms.get('BT-99'), currency),
      taxes: [taxId(one.terms.get('BT-102'), one.terms.get('BT-103'))],
    })),
  ]
  const taxes = lines.map(({ terms }) => [taxId(terms.get('BT-151'), terms.get('BT-152'))])
  const named = [...taxes.flat(), ...documentWide.flatMap((one) => one.taxes)]
  return {
    currency,
    pricesIncludeTax: false,
    taxes: [...new Set(named)].map(taxOf),
    lines: lines.map(({ terms }, at) => ({
      quantity: '1',
      unitPrice: terms.get('BT-131') ?? '0',
      priceQuantity: '1',
      adjustments: [],
      taxes: taxes[at] ?? [],
    })),
    adjustments: documentWide,
    prepaid:
      amountOf(sums?.terms.get('BT-113') ?? '0', currency) -
      amountOf(sums?.terms.get('BT-114') ?? '0', currency),
    roundPayableTo: 1,
  }
}

function lineDifferences(invoice: Said, currency: string): readonly LineDifference[] {
  const lines = groupsOf(invoice, 'BG-25')
  const result = calculate({
    currency,
    pricesIncludeTax: false,
    taxes: [],
    lines: lines.map(({ terms, groups }) => ({
      quantity: terms.get('BT-129') ?? '1',
      unitPrice: terms.get('BT-146') ?? '0',
      priceQuantity: terms.get('BT-149') ?? '1',
      adjustments: groups.flatMap((one) => {
        if (one.id === 'BG-27') return [adjustment('allowance', one.terms.get('BT-136'), currency)]
        return one.id === 'BG-28' ? [adjustment('charge', one.terms.get('BT-141'), currency)] : []
      }),
      taxes: [],
    })),
    adjustments: [],
    prepaid: 0,
    roundPayableTo: 1,
  })
  if (!result.ok) return []
  return lines.flatMap(({ terms }, line) => {
    const [stated, computed] = [terms.get('BT-131') ?? '', result.value.lines[line]?.net ?? 0]
    return amountOf(stated, currency) === computed
      ? []
      : [{ line, stated, computed: decimalText(computed, currency) }]
  })
}

const groupsOf = ({ groups }: Said, id: string): readonly Said[] => groups.filter((group) => group.id === id)

const adjustment = (kind: Adjustment['kind'], text = '0', currency: string): Adjustment => ({
  kind,
  amount: amountOf(text, currency),
})

/** Category and rate name a value added tax (BG-23); `25` and `25.00` are one. */
const taxId = (category = 'O', rate = '0') =>
  `${category} ${rate.replace(/^(\d+)\.?(\d*?)0*$/, (_, whole: string, rest: string) => (rest === '' ? whole : `${whole}.${rest}`))}`
function taxOf(id: string): Tax {
  const [category = '', rate = '0'] = id.split(' ')
  return { id, category: category as TaxCategory, rate, compound: false, withheld: false }
}

/** Files may write more digits than the currency has, as long as they say nothing (`12.500`). */
const amountOf = (text: string, currency: string) =>
  readAmount(text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''), '.', exponentOf(currency))
