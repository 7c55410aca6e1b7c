import { apportion } from './fraction.ts'

/** What happened to an invoice on a day. Minor units of its currency, above 0 but for money that went back (`paid`). */
export type Event = {
  readonly day: number
  readonly kind: 'issued' | 'paid' | 'givenUp' | 'credited'
  readonly amount: number
}

/** How much of an invoice is settled by now, in minor units. */
export type Settled = {
  /** Counted as earned where money counts as it comes in: what was paid, given up and credited, at most all of it. */
  readonly earned: number
  /** Given up: written off, or let go to who paid early. */
  readonly givenUp: number
  /** Taken back by credit notes and no longer in the till. */
  readonly refunded: number
}

/**
 * How an invoice over `payable` stands after each event, in order. What was paid too much is not earned; what was credited
 * but not paid back yet is not refunded. Once nothing is open, it is the same as if all had counted when it was written.
 */
export function settlementOf(payable: number, events: readonly Event[]): readonly Settled[] {
  let [paid, givenUp, credited] = [0, 0, 0]
  return events.map(({ kind, amount }) => {
    if (kind === 'paid') paid += amount
    if (kind === 'givenUp') givenUp += amount
    if (kind === 'credited') credited += amount
    const kept = Math.min(Math.max(paid, Math.min(0, payable)), Math.max(0, payable))
    const left = Math.max(0, payable - kept)
    const lost = Math.min(givenUp, left)
    const refunded = Math.min(credited, left - lost)
    return { earned: kept + lost + refunded, givenUp: lost, refunded }
  })
}

/** Shares of `total` by these weights, whole and adding up to it (largest remainder); the weights do not sum to 0. */
export function partsOf(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (sum === 0 || total === 0) return weights.map(() => 0)
  const sign = sum < 0 ? -1n : 1n
  return apportion(
    total,
    weights.map((weight) => ({ top: BigInt(total) * BigInt(weight) * sign, bottom: BigInt(sum) * sign })),
  ).map((part) => part + 0)
}

/** What one amount grows by, by parts, when a share of `of` grows from one size to another. */
export function growthOf(weights: readonly number[], from: number, to: number): readonly number[] {
  const before = partsOf(from, weights)
  return partsOf(to, weights).map((part, at) => part - (before[at] ?? 0))
}
