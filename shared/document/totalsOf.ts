import type { Result } from '#shared/result.ts'
import { calculate } from './calculate.ts'
import type { CalculationError, Totals } from './calculation.ts'
import type { Content, ItemLine } from './document.ts'

export const itemsOf = ({ lines }: Pick<Content, 'lines'>): readonly ItemLine[] =>
  lines.filter((line) => line.kind === 'item')

/** What a document comes to; `totals.lines` are its items in order. Deductions are what was asked for before (BT-113). */
export const totalsOf = (content: Content): Result<Totals, CalculationError> =>
  calculate({
    currency: content.currency,
    pricesIncludeTax: content.pricesIncludeTax,
    taxes: content.taxes,
    lines: itemsOf(content),
    adjustments: content.adjustments,
    prepaid: content.deducts.reduce((sum, { amount }) => sum + amount, 0),
    roundPayableTo: content.roundPayableTo,
  })
