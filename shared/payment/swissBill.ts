import type { Result } from '#shared/result.ts'
import { err, ok } from '#shared/result.ts'
import { billingText } from './billingInformation.ts'
import { checkAddress } from './checkMethod.ts'
import { demandedAmount } from './demand.ts'
import type { PaymentDemand } from './demand.ts'
import type { StructuredAddress, SwissQrMethod } from './method.ts'
import { compact } from './oneLine.ts'
import { problemAt } from './problem.ts'
import type { PaymentProblem } from './problem.ts'
import { creditorReference, isCreditorReference, isQrReference, qrReference } from './reference.ts'
import { swissCharacters, swissLine } from './swissText.ts'

/** What a QR-bill says, in its code and in print. Texts that are not there are ''. */
export type SwissBill = {
  readonly iban: string
  readonly creditor: StructuredAddress
  /** Decimal text, or '' where it is filled in by hand. */
  readonly amount: string
  readonly currency: string
  readonly debtor: StructuredAddress | null
  readonly referenceKind: 'QRR' | 'SCOR' | 'NON'
  readonly reference: string
  readonly message: string
  readonly billing: string
}

export const swissCurrencies: readonly string[] = ['CHF', 'EUR']

/**
 * The QR-bill of a demand (Swiss Implementation Guidelines QR-bill 2.3). What is needed is refused where it does not fit;
 * what is not (who pays, words, billing information) is left out whole.
 */
export function swissBill(method: SwissQrMethod, demand: PaymentDemand): Result<SwissBill, PaymentProblem> {
  const amount = demandedAmount(demand, { currencies: swissCurrencies, most: 99_999_999_999 })
  if (!amount.ok) return amount
  const { reference } = method
  const referenced = reference === 'none' ? ok('') : structured(method, demand.reference)
  if (!referenced.ok) return referenced
  const isNumber = referenced.value === compact(demand.reference) // it is printed as the reference already
  const words = unstructured(demand, isNumber ? '' : swissLine(demand.reference), reference === 'none')
  if (!words.ok) return words
  const debtor = demand.debtor ?? null
  return ok({
    iban: compact(method.iban),
    creditor: tidyAddress(method.creditor),
    amount: amount.value,
    currency: demand.currency,
    debtor: debtor !== null && checkAddress(debtor).length === 0 ? tidyAddress(debtor) : null,
    referenceKind: ({ qr: 'QRR', creditor: 'SCOR', none: 'NON' } as const)[reference],
    reference: referenced.value,
    message: words.value,
    billing: billing(demand, words.value),
  })
}

const tidyAddress = (address: StructuredAddress): StructuredAddress => ({
  name: swissLine(address.name),
  street: swissLine(address.street),
  buildingNumber: swissLine(address.buildingNumber),
  postcode: swissLine(address.postcode),
  town: swissLine(address.town),
  country: compact(address.country),
})

/** The reference of the document's number; one that is already such a reference stays as it is. */
function structured(method: SwissQrMethod, number: string): Result<string, PaymentProblem> {
  const plain = compact(number)
  const qr = method.reference === 'qr'
  if (qr ? isQrReference(plain) : isCreditorReference(plain)) return ok(plain)
  const made = qr ? qrReference(number, compact(method.prefix)) : creditorReference(number)
  return made === null ? err(problemAt('reference', 'reference')) : ok(made)
}

const longestMessage = 140

/** The number and words for who pays, in one line. Where no reference holds the number, it has to be there. */
function unstructured(
  demand: PaymentDemand,
  number: string,
  needsNumber: boolean,
): Result<string, PaymentProblem> {
  const fits = (text: string) => text.length <= longestMessage && swissCharacters.test(text)
  const both = swissLine(`${number} ${demand.message ?? ''}`)
  if (fits(both)) return ok(both)
  if (fits(number) || !needsNumber) return ok(fits(number) ? number : '')
  if (!swissCharacters.test(number)) return err(problemAt('reference', 'characters'))
  return err({ ...problemAt('reference', 'too-long'), limit: longestMessage })
}

/** Together with the message it has 140 characters. */
function billing(demand: PaymentDemand, message: string): string {
  const text = demand.billing ? swissLine(billingText(demand.billing, demand.currency)) : ''
  return text.length + message.length <= longestMessage && swissCharacters.test(text) ? text : ''
}

/** The text of the Swiss QR Code: `SPC`, version 0200, UTF-8, a line each. */
export function swissQrText(bill: SwissBill): string {
  const unused = Array.from({ length: 7 }, () => '') // the ultimate creditor, for future use
  const lines = [
    ...['SPC', '0200', '1', bill.iban],
    ...addressLines(bill.creditor),
    ...unused,
    ...[bill.amount, bill.currency],
    ...(bill.debtor === null ? unused : addressLines(bill.debtor)),
    ...[bill.referenceKind, bill.reference, bill.message, 'EPD'],
  ]
  return [...lines, ...(bill.billing === '' ? [] : [bill.billing])].join('\n')
}

const addressLines = (address: StructuredAddress): readonly string[] => [
  'S',
  address.name,
  address.street,
  address.buildingNumber,
  address.postcode,
  address.town,
  address.country,
]
