import { readNumber, type DecimalSign } from './typedNumber.ts'

/** A number, exactly; `under` is not 0. */
export type Exact = { readonly over: bigint; readonly under: bigint }

const operators = /\s*([-+*/x×·÷])\s*/i

/** What digits come to, or a simple sum of them (`3*12,50 + 4`); `calculated`: it multiplies or divides. Null for what is none. */
export function readSum(
  sum: string,
  decimalSign: DecimalSign | null,
): { readonly value: Exact; readonly calculated: boolean } | null {
  const pieces = (/^[-+]/.test(sum) ? `0${sum}` : sum).split(operators)
  const numbers = pieces.filter((_, at) => at % 2 === 0).map((text) => readNumber(text.trim(), decimalSign))
  const signs = pieces.filter((_, at) => at % 2 === 1)
  const values: Exact[] = []
  for (const number of numbers) {
    if (number === null) return null
    values.push({ over: number.digits, under: 10n ** BigInt(number.scale) })
  }
  const value = addUp(values, signs)
  return value && { value, calculated: signs.some((sign) => !/[-+]/.test(sign)) }
}

/** So many decimal places, as a whole number of the last of them; half away from zero. */
export function roundedAt({ over, under }: Exact, places: number): bigint {
  const scaled = over * 10n ** BigInt(places)
  const size = ((scaled < 0n ? -scaled : scaled) * 2n + under) / (under * 2n)
  return scaled < 0n ? -size : size
}

/** Products before sums, from left to right; null where it divides by nothing. */
function addUp(values: readonly Exact[], signs: readonly string[]): Exact | null {
  let total: Exact = { over: 0n, under: 1n }
  let term: Exact = values[0] ?? total
  for (const [at, sign] of signs.entries()) {
    const next = values[at + 1]
    if (next === undefined) return null
    if (sign === '+' || sign === '-') {
      total = plus(total, term)
      term = sign === '-' ? { over: -next.over, under: next.under } : next
    } else if (/[/÷]/.test(sign)) {
      if (next.over === 0n) return null
      term = { over: term.over * next.under, under: term.under * next.over }
    } else term = { over: term.over * next.over, under: term.under * next.under }
  }
  return plus(total, term)
}

const plus = (one: Exact, other: Exact): Exact => ({
  over: one.over * other.under + other.over * one.under,
  under: one.under * other.under,
})
