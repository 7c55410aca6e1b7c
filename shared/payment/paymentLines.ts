import { plainNumber } from './account.ts'
import { checksummed } from './ethereumAddress.ts'
import { printedIban } from './iban.ts'
import type { AccountCountry, AccountMethod, PaymentMethod } from './method.ts'
import { compact, oneLine } from './oneLine.ts'

/** A line of print: what it is, by which the language of the document names it, and its text. */
export type PaymentLine = { readonly label: PaymentLabel; readonly text: string }
export type PaymentLabel =
  | 'holder'
  | 'bank'
  | 'iban'
  | 'bic'
  | 'account'
  | (typeof routingLabels)[AccountCountry]
  | 'upi'
  | 'pix'
  | 'bitcoin'
  | 'ethereum'
  | 'link'
  | 'text'

const routingLabels = {
  US: 'routingNumber',
  GB: 'sortCode',
  CA: 'transitNumber',
  AU: 'bsb',
  IN: 'ifsc',
  other: 'bankCode',
} as const

/** What a payer needs to type a payment by hand, in the order it is printed; what was not said is left out. */
export function paymentLines(method: PaymentMethod): readonly PaymentLine[] {
  return linesOf(method).filter(({ text }) => text !== '')
}

function linesOf(method: PaymentMethod): readonly PaymentLine[] {
  switch (method.kind) {
    case 'bank':
      return [
        { label: 'holder', text: oneLine(method.holder) },
        { label: 'iban', text: printedIban(method.iban) },
        { label: 'bic', text: compact(method.bic) },
        { label: 'bank', text: oneLine(method.bankName) },
      ]
    case 'swissQr':
      return [
        { label: 'holder', text: oneLine(method.creditor.name) },
        { label: 'iban', text: printedIban(method.iban) },
      ]
    case 'account':
      return accountLines(method)
    case 'upi':
      return [
        { label: 'upi', text: oneLine(method.address) },
        { label: 'holder', text: oneLine(method.name) },
      ]
    case 'pix':
      return [
        { label: 'pix', text: oneLine(method.key) },
        { label: 'holder', text: oneLine(method.name) },
      ]
    case 'bitcoin':
      return [{ label: 'bitcoin', text: oneLine(method.address) }]
    case 'ethereum':
      return [{ label: 'ethereum', text: checksummed(oneLine(method.address)) }]
    case 'link':
      return [{ label: 'link', text: oneLine(method.url) }]
    case 'text':
      return [{ label: 'text', text: method.text.trim() }]
  }
}

function accountLines(method: AccountMethod): readonly PaymentLine[] {
  const { country } = method
  return [
    { label: 'holder', text: oneLine(method.holder) },
    { label: routingLabels[country], text: printedRouting(country, method.routing) },
    { label: 'account', text: oneLine(method.account) },
    { label: 'bic', text: compact(method.bic) },
    { label: 'bank', text: oneLine(method.bankName) },
    ...method.lines.map((line) => ({ label: 'text', text: oneLine(line) }) as const),
  ]
}

/** As the country's banks write it: `60-16-13`, `062-000`, `12345-003`. */
function printedRouting(country: AccountCountry, routing: string): string {
  const plain = plainNumber(routing)
  if (country === 'GB') return plain.replace(/^(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3')
  if (country === 'AU') return plain.replace(/^(\d{3})(\d{3})$/, '$1-$2')
  if (country === 'CA') return plain.replace(/^(\d{5})(\d{3})$/, '$1-$2')
  return country === 'other' ? oneLine(routing) : plain
}
