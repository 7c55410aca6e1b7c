/** `total × part ÷ whole`, rounded half away from zero, exact at any size. All safe integers; `whole` is not 0. */
export function shareOf(total: number, part: number, whole: number): number {
  const numerator = BigInt(total) * BigInt(part)
  const denominator = BigInt(whole)
  const negative = numerator < 0n !== denominator < 0n
  const [top, bottom] = [
    numerator < 0n ? -numerator : numerator,
    denominator < 0n ? -denominator : denominator,
  ]
  const rounded = Number((top * 2n + bottom) / (bottom * 2n))
  return negative ? 0 - rounded : rounded
}

/**
 * Splits `total` minor units by `weights` (≥ 0, not all 0) into `into`: parts differ from the exact share by less than
 * one unit and add up to `total` (largest remainder; of equal remainders the earlier part).
 */
export function split(total: number, weights: Float64Array, count: number, into: Float64Array): void {
  let whole = 0
  for (let at = 0; at < count; at++) whole += weights[at] ?? 0
  const sign = total < 0 ? -1 : 1
  const size = Math.abs(total)
  const exact = size * whole <= Number.MAX_SAFE_INTEGER
  let given = 0
  for (let at = 0; at < count; at++) {
    const weight = weights[at] ?? 0
    const product = size * weight
    const part = exact
      ? (product - (product % whole)) / whole
      : Number((BigInt(size) * BigInt(weight)) / BigInt(whole))
    remainders[at] = exact ? product % whole : Number((BigInt(size) * BigInt(weight)) % BigInt(whole))
    into[at] = part * sign + 0
    given += part
  }
  for (let rest = size - given; rest > 0; rest--) {
    let best = 0
    for (let at = 1; at < count; at++) if ((remainders[at] ?? 0) > (remainders[best] ?? 0)) best = at
    into[best] = (into[best] ?? 0) + sign
    remainders[best] = -1
  }
}

const remainders: number[] = []
