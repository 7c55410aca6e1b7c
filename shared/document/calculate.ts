import { exponentOf } from '#shared/money/currencies.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { Calculation, CalculationError, Line, Totals } from './calculation.ts'
import { over, plus, readDecimal, rounded, times, whole } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { adjusted, settleShare, sharesOf } from './share.ts'
import type { SettledShare } from './share.ts'
import { addTaxes, readRates } from './taxes.ts'

/**
 * What a document comes to: one calculation for editor, list, paper and e-invoice. Rounds as EN 16931 does: each line's
 * amount once (BT-131), each tax once on the sum of what falls under it (BR-CO-17). Where prices include tax, what is asked
 * for stays as it is, and the net is what remains when the tax is taken out, once for each set of taxes.
 */
export function calculate(calculation: Calculation): Result<Totals, CalculationError> {
  const { currency, pricesIncludeTax, lines, adjustments } = calculation
  const rates = readRates(calculation.taxes)
  if (!rates.ok) return rates
  const unit = whole(10n ** BigInt(exponentOf(currency)))
  const amounts: LineAmount[] = []
  for (const [at, line] of lines.entries()) {
    const amount = amountOf(line, unit)
    if (typeof amount === 'string') return err({ code: amount, line: at })
    amounts.push(amount)
  }
  const unreadable = adjustments.findIndex((one) => 'percent' in one && readDecimal(one.percent) === null)
  if (unreadable >= 0) return err({ code: 'unreadable-document-percent', adjustment: unreadable })

  const shares = sharesOf(
    lines.map(({ taxes }, at) => ({ taxes, amount: amounts[at]?.amount ?? 0 })),
    adjustments,
  ).map((share) => settleShare(share, rates.value, pricesIncludeTax))
  const totals = add(calculation, amounts, shares, addTaxes(shares, rates.value))
  return Number.isSafeInteger(totals.payable) && Number.isSafeInteger(totals.taxInclusive)
    ? ok(totals)
    : err({ code: 'too-large' })
}

type LineAmount = { readonly amount: number; readonly adjustments: readonly number[] }

/** A line as its prices are: quantity × price, less and plus what is its own, each rounded once. */
function amountOf(
  line: Line,
  unit: Fraction,
): LineAmount | 'unreadable-quantity' | 'unreadable-price' | 'unreadable-percent' {
  const quantity = readDecimal(line.quantity)
  const priceQuantity = readDecimal(line.priceQuantity)
  if (!quantity || !priceQuantity || priceQuantity.top <= 0n) return 'unreadable-quantity'
  const price = readDecimal(line.unitPrice)
  if (!price) return 'unreadable-price'
  const gross = over(times(times(quantity, price), unit), priceQuantity)
  const adjustments: number[] = []
  let exact = gross
  for (const adjustment of line.adjustments) {
    const size = adjusted(adjustment, gross)
    if (size === null) return 'unreadable-percent'
    adjustments.push(size)
    exact = plus(exact, whole(adjustment.kind === 'allowance' ? 0 - size : size))
  }
  return { amount: rounded(exact), adjustments }
}

function add(
  { lines, prepaid, roundPayableTo }: Calculation,
  amounts: readonly LineAmount[],
  shares: readonly SettledShare[],
  { taxes, withheld }: Pick<Totals, 'taxes' | 'withheld'>,
): Totals {
  const nets = new Map(shares.flatMap((share) => share.lines.map(({ at, net }) => [at, net] as const)))
  const adjustments = shares
    .flatMap(({ parts, taxes: under }) => parts.map((part) => ({ ...part, taxes: under })))
    .toSorted((a, b) => a.at - b.at)
  const total = (kind: 'allowance' | 'charge') =>
    adjustments.reduce((all, part) => all + (part.kind === kind ? part.net : 0), 0)
  const [allowances, charges] = [total('allowance'), total('charge')]
  const lineTotal = lines.reduce((all, _, at) => all + (nets.get(at) ?? 0), 0)
  const taxExclusive = lineTotal - allowances + charges
  const tax = taxes.reduce((all, { amount }) => all + amount, 0)
  const taxInclusive = taxExclusive + tax
  const due = taxInclusive - prepaid - withheld.reduce((all, { amount }) => all + amount, 0)
  const payable = rounded(over(whole(due), whole(roundPayableTo))) * roundPayableTo
  return {
    lines: amounts.map(({ amount, adjustments: own }, at) => ({
      amount,
      net: nets.get(at) ?? 0,
      adjustments: own,
    })),
    adjustments,
    taxes,
    withheld,
    lineTotal,
    allowances,
    charges,
    taxExclusive,
    tax,
    taxInclusive,
    prepaid,
    rounding: payable - due,
    payable,
  }
}
