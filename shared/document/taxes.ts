import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { CalculationError, Tax, Totals } from './calculation.ts'
import { nothing, over, plus, readDecimal, rounded, sum, times, whole } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import type { SettledShare } from './share.ts'

/** The taxes of a document in its order, with their rates as parts of one. */
export type Rates = ReadonlyMap<string, { readonly tax: Tax; readonly rate: Fraction }>

/** A tax on a part of a document, before it is rounded. */
export type ExactTax = {
  readonly id: string
  readonly withheld: boolean
  readonly taxable: Fraction
  readonly amount: Fraction
}

export function readRates(taxes: readonly Tax[]): Result<Rates, CalculationError> {
  const rates = new Map<string, { tax: Tax; rate: Fraction }>()
  for (const tax of taxes) {
    const rate = readDecimal(tax.rate)
    if (!rate || rate.top < 0n) return err({ code: 'unreadable-rate', tax: tax.id })
    rates.set(tax.id, { tax, rate: over(rate, whole(100)) })
  }
  return ok(rates)
}

/** The taxes on `net` minor units that fall under all of `ids`, in the document's order; unknown ids are none. */
export function exactTaxes(ids: readonly string[], net: number, rates: Rates): readonly ExactTax[] {
  const exact: ExactTax[] = []
  for (const [id, { tax, rate }] of rates) {
    if (!ids.includes(id)) continue
    const before = exact.filter(({ withheld }) => tax.compound && !withheld)
    const taxable = before.reduce((all, { amount }) => plus(all, amount), whole(net))
    exact.push({ id, withheld: tax.withheld, taxable, amount: times(taxable, rate) })
  }
  return exact
}

/** Each tax over all shares: rounded once on the sum, or what was taken out of the prices. */
export function addTaxes(shares: readonly SettledShare[], rates: Rates): Pick<Totals, 'taxes' | 'withheld'> {
  const found = [...rates].flatMap(([id, { tax }]) => {
    const parts = shares.flatMap(({ exact, inside }) =>
      exact.flatMap((one, at) =>
        one.id === id ? [{ ...one, inside: tax.withheld || !inside ? null : (inside[at] ?? 0) }] : [],
      ),
    )
    if (parts.length === 0) return []
    const onTop = parts.map(({ amount, inside }) => (inside === null ? amount : nothing))
    const inside = parts.reduce((all, part) => all + (part.inside ?? 0), 0)
    const taxable = rounded(sum(parts.map((part) => part.taxable)))
    return [{ id, withheld: tax.withheld, taxable, amount: rounded(sum(onTop)) + inside }]
  })
  const plain = (withheld: boolean) =>
    found
      .filter((one) => one.withheld === withheld)
      .map(({ id, taxable, amount }) => ({ id, taxable, amount }))
  return { taxes: plain(false), withheld: plain(true) }
}
