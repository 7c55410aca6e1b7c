import { oneLine } from './oneLine.ts'

/** What can be wrong; each has a sentence, `problem.<code>` of the catalogue `payment`. */
export const paymentProblemCodes = [
  ...['missing', 'too-long', 'characters', 'country'],
  ...['iban-country', 'iban-length', 'iban-characters', 'iban-checksum', 'bic'],
  ...['iban-not-swiss', 'iban-not-qr', 'iban-is-qr', 'prefix'],
  ...['routing', 'account', 'upi-address', 'pix-key', 'cpf', 'cnpj', 'pix-phone'],
  ...['bitcoin-address', 'bitcoin-test', 'ethereum-address', 'ethereum-checksum', 'chain', 'url'],
  ...['no-code', 'currency', 'amount', 'coins', 'reference', 'not-sepa', 'bic-needed'],
] as const
export type PaymentProblemCode = (typeof paymentProblemCodes)[number]

/** Where it is wrong: a field of a method or of a demand; each has a name, `field.<name>` of the catalogue `payment`. */
export const paymentFields = [
  ...['holder', 'iban', 'bic', 'bankName', 'prefix', 'routing', 'account', 'lines'],
  ...['name', 'street', 'buildingNumber', 'postcode', 'town', 'country'],
  ...['address', 'key', 'city', 'chain', 'url', 'text'],
  ...['kind', 'amount', 'currency', 'reference', 'coins'],
] as const
export type PaymentField = (typeof paymentFields)[number]

/** `limit` is a number of characters, `text` what is allowed instead (currencies). */
export type PaymentProblem = {
  readonly code: PaymentProblemCode
  readonly field: PaymentField
  readonly limit?: number
  readonly text?: string
}

export const problemAt = (field: PaymentField, code: PaymentProblemCode): PaymentProblem => ({ field, code })

/** Checks words of one line: whether they must be there, how long they may be, which characters they may have. */
export function checkWords(
  field: PaymentField,
  text: string,
  rule: { readonly needed?: boolean; readonly longest: number; readonly allowed?: RegExp },
): PaymentProblem | null {
  const line = oneLine(text)
  if (line === '') return rule.needed === true ? problemAt(field, 'missing') : null
  if (rule.allowed && !rule.allowed.test(line)) return problemAt(field, 'characters')
  if (Array.from(line).length > rule.longest) return { ...problemAt(field, 'too-long'), limit: rule.longest }
  return null
}

export const onlyProblems = (found: readonly (PaymentProblem | null)[]): readonly PaymentProblem[] =>
  found.filter((one) => one !== null)
