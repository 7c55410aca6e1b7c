import type { Cost } from './product.ts'

/** Pieces sold on a calendar day. */
export type SoldOn = { readonly day: string; readonly units: number }

/** What the pieces that were sold cost their maker, in minor units of one currency. */
export type CostOfSales = {
  readonly amount: number
  /** Pieces with a cost that counts on their day, and those without (or without a rate to the currency). */
  readonly known: number
  readonly unknown: number
}

/** The cost that counts on a day: the last that began by then. `costs` are in the order of `from`. */
export const costOn = (costs: readonly Cost[], day: string): Cost | undefined =>
  costs.findLast(({ from }) => from <= day)

/** `convert` brings an amount of a day into the currency that is shown; null where no rate is known. */
export function costOfSales(
  sold: readonly SoldOn[],
  costs: readonly Cost[],
  convert: (cost: Cost, day: string) => number | null,
): CostOfSales {
  let [amount, known, unknown] = [0, 0, 0]
  for (const { day, units } of sold) {
    const cost = costOn(costs, day)
    const each = cost === undefined ? null : convert(cost, day)
    if (each === null) unknown += units
    else {
      amount += each * units
      known += units
    }
  }
  return { amount, known, unknown }
}
