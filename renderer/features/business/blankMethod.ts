import type { PaymentMethod } from '#shared/payment/method.ts'
import type { Party } from '#shared/document/party.ts'

type Seller = Pick<Party, 'name' | 'street' | 'postcode' | 'city' | 'country'>

export const methodKinds = [
  'bank',
  'account',
  'swissQr',
  'pix',
  'upi',
  'link',
  'bitcoin',
  'ethereum',
  'text',
] as const satisfies readonly PaymentMethod['kind'][]

/** A way to be paid of which nothing is known but who is paid. */
export function blankMethod(kind: PaymentMethod['kind'], seller: Seller): PaymentMethod {
  const { name, street, postcode, city, country } = seller
  switch (kind) {
    case 'bank':
      return { kind, holder: name, iban: '', bic: '', bankName: '' }
    case 'account':
      return {
        kind,
        country: accountCountryOf(country),
        holder: name,
        bankName: '',
        routing: '',
        account: '',
        bic: '',
        lines: [],
      }
    case 'swissQr': {
      const creditor = { name, street, buildingNumber: '', postcode, town: city, country }
      return { kind, iban: '', reference: 'none', prefix: '', creditor }
    }
    case 'upi':
      return { kind, address: '', name }
    case 'pix':
      return { kind, key: '', name, city }
    case 'bitcoin':
      return { kind, address: '', name }
    case 'ethereum':
      return { kind, address: '', chain: 1 }
    case 'link':
      return { kind, url: '' }
    case 'text':
      return { kind, text: '' }
  }
}

const accountCountryOf = (country: string) =>
  (['US', 'GB', 'CA', 'AU', 'IN'] as const).find((one) => one === country) ?? 'other'
