import { exponentOf } from './currencies.ts'
import { plainText, readNumber, type DecimalSign, type NumberWriting } from './typedNumber.ts'

/** What a person's text says. `instead` is the other amount it could have meant, in minor units, or null. */
export type TypedAmount =
  | { readonly as: 'empty' }
  | { readonly as: 'amount'; readonly minor: number; readonly instead: number | null }
  | { readonly as: 'unreadable'; readonly code: 'no-amount' | 'other-currency' | 'too-fine' | 'too-large' }

/**
 * Reads an amount as a person types it, in minor units: `12,50`, `1.200`, `$ 1,200.50`, `-3`, and simple sums like
 * `3*12,50 + 4`, which are rounded once, at their end.
 */
export function readTypedAmount(text: string, currency: string, writing: NumberWriting): TypedAmount {
  const plain = plainText(text, writing)
  if (plain === '') return { as: 'empty' }
  const sum = withoutCurrency(plain, currency, writing.locale)
  if (/[\p{L}\p{Sc}]/u.test(sum.replace(/x/gi, ''))) {
    return { as: 'unreadable', code: /\p{Sc}|\b\p{Lu}{3}\b/u.test(sum) ? 'other-currency' : 'no-amount' }
  }
  const exponent = exponentOf(currency)
  // Money of two digits has no third one: `1.200` is a thousand. Where it has, the locale's own sign decides.
  const read = evaluate(sum, exponent < 3 ? null : writing.decimal, exponent)
  if (typeof read !== 'number') return { as: 'unreadable', code: read }
  const local = evaluate(sum, writing.decimal, exponent)
  return { as: 'amount', minor: read, instead: typeof local === 'number' && local !== read ? local : null }
}

/** The field says the currency; a person may say it too, as at home or as everybody writes it. */
function withoutCurrency(text: string, currency: string, locale: string): string {
  const symbol = (place: string, currencyDisplay: 'symbol' | 'narrowSymbol') =>
    new Intl.NumberFormat(place, { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .find(({ type }) => type === 'currency')?.value ?? currency
  const names = [
    currency,
    symbol(locale, 'symbol'),
    symbol(locale, 'narrowSymbol'),
    symbol('en', 'narrowSymbol'),
  ]
  const found = names.find((name) => text.toUpperCase().includes(name.toUpperCase()))
  if (found === undefined) return text
  const at = text.toUpperCase().indexOf(found.toUpperCase())
  return `${text.slice(0, at)}${text.slice(at + found.length)}`.trim()
}

type Fraction = { readonly over: bigint; readonly under: bigint }
type Failure = 'no-amount' | 'too-fine' | 'too-large'

const operators = /\s*([-+*/x×·÷])\s*/i

function evaluate(sum: string, decimalSign: DecimalSign | null, exponent: number): number | Failure {
  const pieces = (/^[-+]/.test(sum) ? `0${sum}` : sum).split(operators)
  const numbers = pieces.filter((_, at) => at % 2 === 0).map((text) => readNumber(text.trim(), decimalSign))
  const signs = pieces.filter((_, at) => at % 2 === 1)
  const values: Fraction[] = []
  for (const number of numbers) {
    if (number === null) return 'no-amount'
    values.push({ over: number.digits, under: 10n ** BigInt(number.scale) })
  }
  const total = addUp(values, signs)
  if (total === null) return 'no-amount'
  const scaled = total.over * 10n ** BigInt(exponent)
  const calculated = signs.some((sign) => !/[-+]/.test(sign))
  if (!calculated && scaled % total.under !== 0n) return 'too-fine'
  const minor = Number(rounded(scaled, total.under))
  return Number.isSafeInteger(minor) ? minor : 'too-large'
}

/** Products before sums, from left to right; null where it divides by nothing. */
function addUp(values: readonly Fraction[], signs: readonly string[]): Fraction | null {
  let total: Fraction = { over: 0n, under: 1n }
  let term: Fraction = values[0] ?? total
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

const plus = (one: Fraction, other: Fraction): Fraction => ({
  over: one.over * other.under + other.over * one.under,
  under: one.under * other.under,
})

/** Half away from zero. */
function rounded(over: bigint, under: bigint): bigint {
  const size = ((over < 0n ? -over : over) * 2n + under) / (under * 2n)
  return over < 0n ? -size : size
}
