import { kinds } from './entry.ts'
import type { Kind } from './entry.ts'
import { measureNames } from './questions.ts'
import type { MeasureName, Measures } from './questions.ts'

/** Which figure a kind adds to, and whether the figure is shown with the opposite sign of the entry's amount. */
const figures: { readonly [K in Kind]: readonly [MeasureName | null, 1 | -1, countsAsKept: boolean] } = {
  line: ['gross', 1, true],
  giftCard: ['giftCards', 1, false],
  discount: ['discounts', -1, true],
  shipping: ['shipping', 1, true],
  tip: ['tips', 1, true],
  tax: ['tax', 1, false],
  taxIncluded: ['taxIncluded', -1, true],
  marketplaceTax: ['marketplaceTax', 1, false],
  refund: ['refunds', -1, true],
  refundedTax: ['refundedTax', 1, true],
  fee: ['fees', -1, true],
  payout: ['payouts', -1, false],
  transfer: ['transfers', 1, false],
  adjustment: ['other', 1, true],
  other: ['other', 1, true],
  exchanged: [null, 1, false],
  alias: [null, 1, false],
  offer: [null, 1, false],
  contact: [null, 1, false],
}

export const measureCount = measureNames.length
/** By kind: position of its figure, or -1. */
export const figureOf = Int8Array.from(
  kinds.map((kind) => (figures[kind][0] === null ? -1 : measureNames.indexOf(figures[kind][0]))),
)
export const signOf = Int8Array.from(kinds.map((kind) => figures[kind][1]))
export const keptOf = Uint8Array.from(kinds.map((kind) => (figures[kind][2] ? 1 : 0)))
export const keptFigure = measureNames.indexOf('kept')

/** Adds one entry's amount to the figures that begin at `base`. */
export function addFigure(sums: Float64Array, base: number, kind: number, amount: number): void {
  const figure = figureOf[kind] ?? -1
  if (figure < 0) return
  sums[base + figure] = (sums[base + figure] ?? 0) + amount * (signOf[kind] ?? 1)
  if (keptOf[kind] === 1) sums[base + keptFigure] = (sums[base + keptFigure] ?? 0) + amount
}

/** The figures that begin at `base`, by name. */
export function figuresAt(sums: Float64Array, base: number): Measures {
  const result = {} as Record<MeasureName, number>
  measureNames.forEach((name, at) => {
    result[name] = (sums[base + at] ?? 0) + 0
  })
  return result
}

export const noMeasures: Measures = figuresAt(new Float64Array(measureCount), 0)
