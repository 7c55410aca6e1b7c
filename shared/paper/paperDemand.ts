import { dayOfIso } from '#shared/calendar/day.ts'
import type { Document, Issued } from '#shared/document/document.ts'
import type { Party } from '#shared/document/party.ts'
import type { BillingInformation } from '#shared/payment/billingInformation.ts'
import type { PaymentDemand } from '#shared/payment/demand.ts'
import type { StructuredAddress } from '#shared/payment/method.ts'
import type { Sheet } from './sheet.ts'

/** What the codes of a sheet ask for: so many minor units, by the number of the document, of its buyer. */
export function paperDemand(
  { document, seller }: Pick<Sheet, 'document' | 'seller'>,
  payable: number,
): PaymentDemand {
  const { content, issued } = document
  const demand = { amount: payable, currency: content.currency, reference: issued?.number ?? '' }
  if (issued === null) return demand
  const billing = content.buyer.kind === 'firm' ? billingOf({ ...document, issued }) : null
  return { ...demand, debtor: debtorOf(content.buyer, seller.country), billing }
}

/** A street of several lines is one in a code; a buyer without a country is of the seller's. */
const debtorOf = ({ name, street, postcode, city, country }: Party, home: string): StructuredAddress => ({
  name,
  street: street.split(/\s*\n\s*/).join(', '),
  buildingNumber: '',
  postcode,
  town: city,
  country: country === '' ? home : country,
})

/** What a firm books the invoice by. Taxes are told by who has a Swiss number for them. */
function billingOf({ content, issued }: Document & { readonly issued: Issued }): BillingInformation {
  const { seller, totals, due, day } = issued
  const isSwiss = /^CHE/i.test(seller.taxId)
  const taxes = totals.taxes.flatMap(({ id, taxable }) => {
    const tax = content.taxes.find((one) => one.id === id)
    return tax?.category === 'S' ? [{ rate: tax.rate, net: taxable }] : []
  })
  const [only, ...others] = due
  return {
    number: issued.number,
    day,
    customerReference: content.buyerReference === '' ? content.orderNumber : content.buyerReference,
    uid: isSwiss ? seller.taxId : '',
    service: content.delivered,
    taxes: isSwiss ? taxes : [],
    terms: [
      ...(content.earlyPayment ? [content.earlyPayment] : []),
      ...(only && others.length === 0 ? [{ percent: '0', days: dayOfIso(only.day) - dayOfIso(day) }] : []),
    ],
  }
}
