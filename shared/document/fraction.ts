/** An exact number: a whole over a whole that is above 0. Prices, quantities and rates are multiplied so, and rounded once. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint }

export const whole = (number: number | bigint): Fraction => ({ top: BigInt(number), bottom: 1n })
export const nothing = whole(0)
export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.bottom === b.bottom
    ? { top: a.top + b.top, bottom: a.bottom }
    : { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom }
export const times = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.top,
  bottom: a.bottom * b.bottom,
})
/** `b` is not 0. */
export const over = (a: Fraction, b: Fraction): Fraction =>
  b.top < 0n
    ? { top: 0n - a.top * b.bottom, bottom: 0n - a.bottom * b.top }
    : { top: a.top * b.bottom, bottom: a.bottom * b.top }
export const sum = (parts: readonly Fraction[]): Fraction => parts.reduce(plus, nothing)

/** A decimal as documents and e-invoices write it (`-12.50`, `1000`, `.5` is none), exactly; null where the text is none. */
export function readDecimal(text: string): Fraction | null {
  const [, sign = '', digits = '', fraction = ''] = /^([+-]?)(\d{1,18})(?:\.(\d{0,18}))?$/.exec(text) ?? []
  if (digits === '') return null
  const top = BigInt(digits + fraction)
  return { top: sign === '-' ? 0n - top : top, bottom: 10n ** BigInt(fraction.length) }
}

/** The decimal text of a sum or difference of decimals, without zeros at its end. */
export function decimalOf({ top, bottom }: Fraction): string {
  const digits = String(top < 0n ? 0n - top : top).padStart(String(bottom).length, '0')
  const point = digits.length - (String(bottom).length - 1)
  const behind = digits.slice(point).replace(/0+$/, '')
  return `${top < 0n ? '-' : ''}${digits.slice(0, point)}${behind === '' ? '' : `.${behind}`}`
}

/** The nearest whole number; a half goes away from zero, as EN 16931 and people round. */
export function rounded({ top, bottom }: Fraction): number {
  const size = top < 0n ? 0n - top : top
  const nearest = Number((size * 2n + bottom) / (bottom * 2n))
  return (top < 0n ? 0 - nearest : nearest) + 0
}

/**
 * Whole parts of `total` as near to the exact ones as can be (largest remainder; of equal ones the earlier), for exact
 * parts that add up to about `total`. They add up to `total`.
 */
export function apportion(total: number, exact: readonly Fraction[]): readonly number[] {
  if (total < 0)
    return apportion(
      0 - total,
      exact.map(({ top, bottom }) => ({ top: 0n - top, bottom })),
    ).map((part) => 0 - part)
  const floors = exact.map(({ top, bottom }) => (top - (((top % bottom) + bottom) % bottom)) / bottom)
  const rest = BigInt(total) - floors.reduce((all, part) => all + part, 0n)
  if (exact.length === 0 || rest === 0n) return floors.map(Number)
  const remainder = exact.map(({ top, bottom }, at) => ({
    at,
    left: { top: top - (floors[at] ?? 0n) * bottom, bottom },
  }))
  const order = remainder.toSorted((a, b) => compare(b.left, a.left) || a.at - b.at).map(({ at }) => at)
  const turns = rest < 0n ? order.toReversed() : order
  const parts = floors.map(Number)
  for (let turn = 0; turn < Math.abs(Number(rest)); turn++) {
    const at = turns[turn % turns.length] ?? 0
    parts[at] = (parts[at] ?? 0) + (rest < 0n ? -1 : 1)
  }
  return parts
}

function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}
