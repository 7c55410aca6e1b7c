import type { Cost, Price } from './product.ts'

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

/** Pieces of one listing sold on a calendar day. */
export type ListingSoldOn = SoldOn & { readonly listing: number }

/** The same for pieces of several listings, each with costs of its own. */
export function costOfListings(
  sold: readonly ListingSoldOn[],
  costsOf: (listing: number) => readonly Cost[],
  convert: (cost: Cost, day: string) => number | null,
): CostOfSales {
  let [amount, known, unknown] = [0, 0, 0]
  for (const one of sold) {
    const cost = costOfSales([one], costsOf(one.listing), convert)
    amount += cost.amount
    known += cost.known
    unknown += cost.unknown
  }
  return { amount, known, unknown }
}

/**
 * What catalogues say a piece of each listing costs, for all days: they say nothing of earlier ones. A listing they do
 * not speak of costs what the product's others do, as long as those agree. null where no catalogue says anything.
 */
export function catalogueCosts(
  listings: readonly { readonly id: number; readonly cost: Price | null }[],
): ((listing: number) => readonly Cost[]) | null {
  const stated = new Map(
    listings.flatMap(({ id, cost }) => (cost ? [[id, [{ ...cost, from: '' }] as const] as const] : [])),
  )
  const all = [...stated.values()]
  const [first] = all
  if (first === undefined) return null
  const agreed = all.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : []
  return (listing) => stated.get(listing) ?? agreed
}
