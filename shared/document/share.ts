import type { Adjustment, Calculation } from './calculation.ts'
import { apportion, over, plus, readDecimal, rounded, times, whole } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { exactTaxes } from './taxes.ts'
import type { ExactTax, Rates } from './taxes.ts'

/** All of a document that falls under the same taxes. Amounts are minor units, as the prices are. */
export type Share = {
  readonly taxes: readonly string[]
  readonly lines: readonly { readonly at: number; readonly amount: number }[]
  /** Of the document's adjustments, signed by their effect. */
  readonly parts: readonly {
    readonly at: number
    readonly kind: 'allowance' | 'charge'
    readonly amount: number
  }[]
}

/** The same without tax, and its taxes. */
export type SettledShare = {
  readonly taxes: readonly string[]
  readonly lines: readonly { readonly at: number; readonly net: number }[]
  /** Above 0 as long as the adjustment takes off or adds what its kind says. */
  readonly parts: readonly {
    readonly at: number
    readonly kind: 'allowance' | 'charge'
    readonly net: number
  }[]
  readonly exact: readonly ExactTax[]
  /** What was taken out of prices with tax, for each tax of `exact`; null where taxes come on top. */
  readonly inside: readonly number[] | null
}

/** An adjustment in minor units, its share taken of `base`; null where its per cent cannot be read. */
export function adjusted(adjustment: Adjustment, base: Fraction): number | null {
  if (!('percent' in adjustment)) return adjustment.amount
  const percent = readDecimal(adjustment.percent)
  return percent && rounded(over(times(base, percent), whole(100)))
}

/** Lines by their sets of taxes, and what each adjustment of the document takes from or adds to each. */
export function sharesOf(
  lines: readonly { readonly taxes: readonly string[]; readonly amount: number }[],
  adjustments: Calculation['adjustments'],
): readonly Share[] {
  const total = lines.reduce((all, { amount }) => all + amount, 0)
  const shares = new Map<
    string,
    {
      taxes: readonly string[]
      lines: Share['lines'][number][]
      parts: Share['parts'][number][]
      sum: number
    }
  >()
  const shareFor = (taxes: readonly string[]) => {
    const key = JSON.stringify([...new Set(taxes)].toSorted())
    const share = shares.get(key) ?? { taxes: [...new Set(taxes)], lines: [], parts: [], sum: 0 }
    shares.set(key, share)
    return share
  }
  for (const [at, { taxes, amount }] of lines.entries()) {
    const share = shareFor(taxes)
    share.lines.push({ at, amount })
    share.sum += amount
  }
  const spread = [...shares.values()]
  for (const [at, adjustment] of adjustments.entries()) {
    const size = (adjusted(adjustment, whole(total)) ?? 0) * (adjustment.kind === 'allowance' ? -1 : 1)
    const { kind } = adjustment
    if (adjustment.taxes) shareFor(adjustment.taxes).parts.push({ at, kind, amount: size })
    else if (total === 0) (spread[0] ?? shareFor([])).parts.push({ at, kind, amount: size })
    else {
      const exact = spread.map(({ sum }) => over(times(whole(size), whole(sum)), whole(total)))
      for (const [place, amount] of apportion(size, exact).entries())
        spread[place]?.parts.push({ at, kind, amount })
    }
  }
  return [...shares.values()]
}

/** Takes the tax out of a share whose prices include it, so that its parts add up to what was asked for. */
export function settleShare(share: Share, rates: Rates, pricesIncludeTax: boolean): SettledShare {
  const factor = pricesIncludeTax ? inPrices(share.taxes, rates) : whole(1)
  const net = (amount: number) => over(whole(amount), factor)
  const asked = share.lines.reduce((all, { amount }) => all + amount, 0)
  const settled = share.parts.reduce((all, { amount }) => all + amount, asked)
  const [linesNet, settledNet] = [rounded(net(asked)), rounded(net(settled))]
  const lineNets = apportion(
    linesNet,
    share.lines.map(({ amount }) => net(amount)),
  )
  const partNets = apportion(
    settledNet - linesNet,
    share.parts.map(({ amount }) => net(amount)),
  )
  const exact = exactTaxes(share.taxes, settledNet, rates)
  const inside = apportion(
    settled - settledNet,
    exact.map(({ withheld, amount }) => (withheld ? whole(0) : amount)),
  )
  return {
    taxes: share.taxes,
    lines: share.lines.map(({ at }, place) => ({ at, net: lineNets[place] ?? 0 })),
    parts: share.parts.map(({ at, kind }, place) => ({
      at,
      kind,
      net: (partNets[place] ?? 0) * (kind === 'allowance' ? -1 : 1) + 0,
    })),
    exact,
    inside: pricesIncludeTax ? inside : null,
  }
}

/** What a price of 1 without tax is with it. */
function inPrices(taxes: readonly string[], rates: Rates) {
  return exactTaxes(taxes, 1, rates)
    .filter(({ withheld }) => !withheld)
    .reduce((all, { amount }) => plus(all, amount), whole(1))
}
