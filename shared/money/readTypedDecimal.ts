import { plainText, type DecimalSign, type NumberWriting } from './typedNumber.ts'
import { readSum, roundedAt } from './typedSum.ts'

/** `text` is plain decimal text (`-12.5`); `instead` what else it could have meant, or null. */
export type TypedDecimal =
  | { readonly as: 'empty' }
  | { readonly as: 'decimal'; readonly text: string; readonly instead: string | null }
  | { readonly as: 'unreadable' }

/** Finer than any price or quantity on paper. */
const places = 6

/**
 * Reads a quantity, a price or a percentage as a person types it: `12,50`, `1.5`, `-3`, `12 %`, and simple sums. `1.200` is
 * a thousand of money (`as` price), and of all else what it is at home.
 */
export function readTypedDecimal(text: string, as: 'price' | 'number', writing: NumberWriting): TypedDecimal {
  const plain = plainText(text, writing).replace(/\s*%$/, '')
  if (plain === '') return { as: 'empty' }
  const read = decimalIn(plain, as === 'price' ? null : writing.decimal)
  if (read === null) return { as: 'unreadable' }
  const other = decimalIn(plain, as === 'price' ? writing.decimal : null)
  return { as: 'decimal', text: read, instead: other === read ? null : other }
}

function decimalIn(sum: string, sign: DecimalSign | null): string | null {
  const read = readSum(sum, sign)
  if (read === null) return null
  const whole = roundedAt(read.value, places)
  const digits = String(whole < 0n ? -whole : whole).padStart(places + 1, '0')
  if (digits.length > 18) return null
  const behind = digits.slice(-places).replace(/0+$/, '')
  const text = digits.slice(0, -places) + (behind === '' ? '' : `.${behind}`)
  return whole < 0n ? `-${text}` : text
}
