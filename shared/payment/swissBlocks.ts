import type swissPaymentPart from '#resources/swissPaymentPart.json'
import { printedIban } from './iban.ts'
import type { StructuredAddress } from './method.ts'
import { printedReference } from './reference.ts'
import type { SwissBill } from './swissBill.ts'

export type Labels = (typeof swissPaymentPart)['en']

/** A heading and the lines below it, or a field of so many millimetres to be filled in by hand. */
export type Block = {
  readonly heading: string
  readonly lines: readonly string[]
  /** The same where room is scarce. */
  readonly shortLines?: readonly string[]
  readonly blank?: { readonly width: number; readonly height: number }
}

export function receiptBlocks(bill: SwissBill, words: Labels): readonly Block[] {
  const { iban, creditor, debtor } = bill
  return [
    {
      heading: words.account,
      lines: [printedIban(iban), ...addressLines(creditor)],
      shortLines: [printedIban(iban), ...withoutStreet(creditor)],
    },
    ...referenceBlock(bill, words),
    debtor === null
      ? { heading: words.payableByBlank, lines: [], blank: { width: 52, height: 20 } }
      : { heading: words.payableBy, lines: addressLines(debtor), shortLines: withoutStreet(debtor) },
  ]
}

export function paymentBlocks(bill: SwissBill, words: Labels): readonly Block[] {
  const { iban, creditor, debtor, message, billing } = bill
  const information = [message, billing].filter((text) => text !== '')
  return [
    { heading: words.account, lines: [printedIban(iban), ...addressLines(creditor)] },
    ...referenceBlock(bill, words),
    ...(information.length === 0 ? [] : [{ heading: words.information, lines: information }]),
    debtor === null
      ? { heading: words.payableByBlank, lines: [], blank: { width: 65, height: 25 } }
      : { heading: words.payableBy, lines: addressLines(debtor) },
  ]
}

const referenceBlock = ({ reference }: SwissBill, words: Labels): readonly Block[] =>
  reference === '' ? [] : [{ heading: words.reference, lines: [printedReference(reference)] }]

/** Name, street, town; the country before the postcode where it is not Switzerland. */
const addressLines = (address: StructuredAddress): readonly string[] =>
  [address.name, `${address.street} ${address.buildingNumber}`.trim(), townLine(address)].filter(
    (line) => line !== '',
  )

const withoutStreet = (address: StructuredAddress): readonly string[] => [address.name, townLine(address)]

const townLine = ({ country, postcode, town }: StructuredAddress): string =>
  `${country === 'CH' ? '' : `${country}-`}${postcode} ${town}`
