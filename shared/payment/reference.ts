import { grouped } from './oneLine.ts'

/** A whole number of any length by 97, its letters counted as 10 to 35 (ISO 7064, mod 97-10). */
function mod97(text: string): number {
  let rest = 0
  for (const sign of text) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/** ISO 11649: RF, two check digits, 1 to 21 letters and digits; spaces do not count. */
export function isCreditorReference(text: string): boolean {
  const plain = text.replaceAll(' ', '').toUpperCase()
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(plain) && mod97(plain.slice(4) + plain.slice(0, 4)) === 1
}

/** The ISO 11649 reference of a document's number (`2026-0001` → `RF3120260001`), or null where it has none or over 21 signs. */
export function creditorReference(number: string): string | null {
  const plain = number.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (plain === '' || plain.length > 21) return null
  const check = 98 - mod97(`${plain}RF00`)
  return `RF${String(check).padStart(2, '0')}${plain}`
}

const carries = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5] as const

/** The check digit of Swiss QR references: modulo 10, recursive. */
function checkDigit(digits: string): string {
  const carry = Array.from(digits).reduce((held, digit) => carries[(held + Number(digit)) % 10] ?? 0, 0)
  return String((10 - carry) % 10)
}

/** 27 digits, the last of them the check digit. */
export const isQrReference = (text: string): boolean =>
  /^\d{27}$/.test(text) && checkDigit(text.slice(0, 26)) === text.slice(26)

/**
 * The QR reference of a document's number: the bank's prefix, zeros, the number's digits, the check digit. Null where the
 * number has no digit other than 0, or too many. Numbers that differ in letters alone share one.
 */
export function qrReference(number: string, prefix: string): string | null {
  const digits = number.replace(/\D/g, '').replace(/^0+/, '')
  if (digits === '' || prefix.length + digits.length > 26) return null
  const body = prefix + digits.padStart(26 - prefix.length, '0')
  return body + checkDigit(body)
}

/** As it is printed: QR references in fives from the right, creditor references in fours from the left. */
export const printedReference = (reference: string): string =>
  isQrReference(reference) ? grouped(reference, 5, true) : grouped(reference, 4)
