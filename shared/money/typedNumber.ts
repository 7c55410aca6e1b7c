import { asciiDigits, digitsOf } from '#shared/text/digits.ts'

export type DecimalSign = '.' | ','

/** How a locale writes numbers. */
export type NumberWriting = {
  readonly locale: string
  readonly decimal: DecimalSign
  /** The ten digits, zero first. */
  readonly digits: readonly string[]
}

export function numberWriting(locale: string): NumberWriting {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  return {
    locale,
    decimal: parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.',
    digits: digitsOf(locale),
  }
}

/** The same text in ASCII digits, with one kind of space, apostrophe and minus. */
export function plainText(text: string, { digits }: NumberWriting): string {
  return asciiDigits(text, digits)
    .replace(/[\s\u200e\u200f\u061c]+/g, ' ')
    .replace(/[’‘`´]/g, "'")
    .replace(/[−–]/g, '-')
    .replace(/٫/g, '.')
    .replace(/٬/g, ' ')
    .trim()
}

/** A decimal number, exactly: `digits` × 10 to the minus `scale`. */
export type Decimal = { readonly digits: bigint; readonly scale: number }

const grouped = /^\d{1,3}(?:([.,' ])\d{2,3})*$/

/**
 * Reads digits with separators of any country. `1.200` is a thousand in one and a fraction in another: a single point or
 * comma before three digits is a decimal sign only if it is `decimalSign`.
 */
export function readNumber(text: string, decimalSign: DecimalSign | null): Decimal | null {
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  const [before, sign, behind] = [text.slice(0, Math.max(0, at)), text.charAt(at), text.slice(at + 1)]
  // what stands twice groups, and what groups stands before the decimal sign
  if (at < 0 || before.includes(sign) || behind.includes(' ') || behind.includes("'"))
    return decimal(ungrouped(text), '')
  if (before + behind === '' || !/^\d*$/.test(behind)) return null
  const groups = behind.length === 3 && /^[1-9]\d{0,2}$/.test(before) && sign !== decimalSign
  if (groups) return decimal(before + behind, '')
  return decimal(before === '' ? '0' : ungrouped(before), behind)
}

function decimal(whole: string | null, fraction: string): Decimal | null {
  if (whole === null || whole.length + fraction.length > 30) return null
  return { digits: BigInt(whole + fraction), scale: fraction.length }
}

/** The digits of a whole number in groups of three (in India of two above the thousands), by one sign alone. */
function ungrouped(text: string): string | null {
  if (/^\d+$/.test(text)) return text
  const sign = grouped.exec(text)?.[1]
  if (sign === undefined) return null
  const groups = text.split(sign)
  return groups.every((group) => /^\d+$/.test(group)) && groups.at(-1)?.length === 3 ? groups.join('') : null
}
