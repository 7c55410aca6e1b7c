import type { Measures } from './questions.ts'

/** What customers paid for the seller: before refunds, fees and the tax inside prices. */
export const cameIn = ({ gross, discounts, shipping, tips, other }: Measures): number =>
  gross - discounts + shipping + tips + other

/** What refunds cost the seller; the tax inside them was never the seller's. */
export const refundCost = ({ refunds, refundedTax }: Measures): number => refunds - refundedTax

/** The two ways to say what something earned. */
export type IncomeName = 'cameIn' | 'kept'
export const incomeOf = (measures: Measures, name: IncomeName): number =>
  name === 'kept' ? measures.kept : cameIn(measures)
