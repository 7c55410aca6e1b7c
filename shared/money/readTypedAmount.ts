import { exponentOf } from './currencies.ts'
import { plainText, type DecimalSign, type NumberWriting } from './typedNumber.ts'
import { readSum, roundedAt } from './typedSum.ts'

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

type Failure = 'no-amount' | 'too-fine' | 'too-large'

function evaluate(sum: string, decimalSign: DecimalSign | null, exponent: number): number | Failure {
  const read = readSum(sum, decimalSign)
  if (read === null) return 'no-amount'
  const { value, calculated } = read
  if (!calculated && (value.over * 10n ** BigInt(exponent)) % value.under !== 0n) return 'too-fine'
  const minor = Number(roundedAt(value, exponent))
  return Number.isSafeInteger(minor) ? minor : 'too-large'
}
