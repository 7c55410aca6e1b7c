import { refundCost } from '#shared/book/income.ts'
import { measureNames, type Measures, type MeasureName, type TotalsRow } from '#shared/book/questions.ts'

export function sumOf(rows: readonly TotalsRow[]): Measures {
  const sum: Record<MeasureName, number> = { ...nothing }
  for (const { measures } of rows) for (const name of measureNames) sum[name] += measures[name]
  return sum
}

export const nothing: Measures = {
  gross: 0,
  discounts: 0,
  shipping: 0,
  tips: 0,
  other: 0,
  giftCards: 0,
  tax: 0,
  taxIncluded: 0,
  marketplaceTax: 0,
  refunds: 0,
  refundedTax: 0,
  fees: 0,
  payouts: 0,
  transfers: 0,
  kept: 0,
}

export type StepName =
  | 'gross'
  | 'discounts'
  | 'shipping'
  | 'tips'
  | 'other'
  | 'refunds'
  | 'fees'
  | 'taxIncluded'
  | 'kept'
/** One bar of the way from prices to what is kept; `amount` is signed by its effect. */
export type Step = {
  readonly name: StepName
  readonly amount: number
  readonly from: number
  readonly to: number
}

/** From what was asked to what stays. Steps of nothing are left out; the first and the last always stand. */
export function waterfall(measures: Measures): readonly Step[] {
  const changes: readonly (readonly [StepName, number])[] = [
    ['gross', measures.gross],
    ['discounts', -measures.discounts],
    ['shipping', measures.shipping],
    ['tips', measures.tips],
    ['other', measures.other],
    ['refunds', -refundCost(measures)],
    ['fees', -measures.fees],
    ['taxIncluded', -measures.taxIncluded],
  ]
  let level = 0
  const steps = changes
    .filter(([name, amount]) => name === 'gross' || amount !== 0)
    .map(([name, amount]): Step => ({ name, amount, from: level, to: (level += amount) }))
  return [...steps, { name: 'kept', amount: measures.kept, from: 0, to: measures.kept }]
}

/** Growth against an earlier amount; null where there is nothing to compare with. */
export const growth = (now: number, before: number): number | null =>
  before === 0 ? null : (now - before) / Math.abs(before)

/** Part of a whole; null where shares would mislead (nothing there, or a part that is not above zero). */
export const shareOf = (part: number, whole: number): number | null =>
  whole <= 0 || part <= 0 ? null : part / whole

/** The same, but nothing is more than the whole: where some parts are below zero, the others add up to more. */
export function partOf(part: number, whole: number): number | null {
  const share = shareOf(part, whole)
  return share !== null && share > 1 ? null : share
}
