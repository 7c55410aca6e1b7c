/** The ten digits a locale writes with, zero first. */
export function digitsOf(locale: string): readonly string[] {
  const plain = new Intl.NumberFormat(locale, { useGrouping: false })
  return Array.from({ length: 10 }, (_, digit) => plain.format(digit))
}

/** The text with these digits as 0 to 9. */
export const asciiDigits = (text: string, digits: readonly string[]): string =>
  text.replace(/\p{Nd}/gu, (sign) => (digits.includes(sign) ? String(digits.indexOf(sign)) : sign))
