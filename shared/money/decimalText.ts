import { exponentOf } from './currencies.ts'

/** `-1234.50` for -123450 cents: the currency's own digits, no grouping, no sign of a currency. */
export function decimalText(minor: number, currency: string): string {
  const exponent = exponentOf(currency)
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  return (minor < 0 ? '-' : '') + whole + (exponent > 0 ? `.${digits.slice(-exponent)}` : '')
}
