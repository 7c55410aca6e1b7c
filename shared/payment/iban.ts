import { isQRIBAN, isValidBIC, validateIBAN, ValidationErrorsIBAN } from 'ibantools'
import { compact, grouped } from './oneLine.ts'
import { problemAt } from './problem.ts'
import type { PaymentProblem, PaymentProblemCode } from './problem.ts'

/** ISO 13616: what is wrong, the plainest first. National check digits beyond mod 97 are the bank's affair. */
const ibanErrors: readonly (readonly [ValidationErrorsIBAN, PaymentProblemCode])[] = [
  [ValidationErrorsIBAN.NoIBANProvided, 'missing'],
  [ValidationErrorsIBAN.NoIBANCountry, 'iban-country'],
  [ValidationErrorsIBAN.WrongBBANLength, 'iban-length'],
  [ValidationErrorsIBAN.WrongBBANFormat, 'iban-characters'],
  [ValidationErrorsIBAN.ChecksumNotNumber, 'iban-characters'],
  [ValidationErrorsIBAN.WrongIBANChecksum, 'iban-checksum'],
]

/** Country, its length and characters, and the check digits (ISO 7064, mod 97-10). */
export function checkIban(iban: string): PaymentProblem | null {
  const { errorCodes } = validateIBAN(compact(iban))
  const found = ibanErrors.find(([error]) => errorCodes.includes(error))
  return found ? problemAt('iban', found[1]) : null
}

/** ISO 9362, of 8 or 11 characters; '' is no problem. */
export const checkBic = (bic: string): PaymentProblem | null =>
  compact(bic) === '' || isValidBIC(compact(bic)) ? null : problemAt('bic', 'bic')

/** Whether a bank keeps the account for QR references alone: its institution number is 30000 to 31999. */
export const isQrIban = (iban: string): boolean => isQRIBAN(compact(iban))

/** `DE71 1102 2033 …`: as it is printed (ISO 13616, paper form). */
export const printedIban = (iban: string): string => grouped(compact(iban), 4)
