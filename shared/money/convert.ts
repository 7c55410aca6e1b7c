/**
 * An amount in another currency, by a rate as a file writes it (`1.2692` units of the second for one of the first),
 * rounded once, half away from zero. `NaN` where the rate cannot be read.
 */
export function convert(amount: number, from: number, to: number, rate: string): number {
  const [, whole = '', fraction = ''] = /^(\d{1,12})(?:[.,](\d{0,18}))?$/.exec(rate) ?? []
  if (whole === '') return Number.NaN
  const scaled = BigInt(amount) * BigInt(whole + fraction) * 10n ** BigInt(to)
  const divisor = 10n ** BigInt(fraction.length + from)
  const size = scaled < 0n ? -scaled : scaled
  const rounded = (size * 2n + divisor) / (divisor * 2n)
  return Number(scaled < 0n ? -rounded : rounded)
}
