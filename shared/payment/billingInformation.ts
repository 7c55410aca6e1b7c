import { decimalText } from '#shared/money/decimalText.ts'
import { oneLine } from './oneLine.ts'

/** What the books of who pays a QR-bill need. Days are `YYYY-MM-DD`; '' and empty lists are left out. */
export type BillingInformation = {
  readonly number: string
  readonly day: string
  readonly customerReference: string
  /** The Swiss UID, in any writing (`CHE-106.017.086 MWST`). */
  readonly uid: string
  /** When it was delivered: one day, or from the first to the last. */
  readonly service: { readonly from: string; readonly to: string } | null
  /** Rates in per cent as decimal text, with the net amount in minor units of the document. */
  readonly taxes: readonly { readonly rate: string; readonly net: number }[]
  /** Discount in per cent as decimal text for payment within so many days; `0` is when it is due. */
  readonly terms: readonly { readonly percent: string; readonly days: number }[]
}

/** Swico S1, version 1.2 (`//S1/10/…`), as it stands in a QR-bill behind the end of the payment data. */
export function billingText(billing: BillingInformation, currency: string): string {
  const { service, taxes, terms } = billing
  const whole = taxes.length === 1 ? taxes[0]?.rate : undefined
  const rates = taxes.map(({ rate, net }) => `${rate}:${decimalText(net, currency)}`).join(';')
  const tags: readonly (readonly [number, string])[] = [
    [10, escaped(billing.number)],
    [11, shortDay(billing.day)],
    [20, escaped(billing.customerReference)],
    [30, billing.uid.replace(/\D/g, '')],
    [31, service === null ? '' : period(service)],
    [32, whole ?? rates],
    [40, terms.map(({ percent, days }) => `${percent}:${days}`).join(';')],
  ]
  const told = tags.filter(([, value]) => value !== '')
  return told.length === 0 ? '' : `//S1${told.map(([tag, value]) => `/${tag}/${value}`).join('')}`
}

const escaped = (text: string): string => oneLine(text).replace(/[\\/]/g, String.raw`\$&`)

/** `190512` for 2019-05-12. */
const shortDay = (day: string): string => day.replaceAll('-', '').slice(2)

const period = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? shortDay(from) : shortDay(from) + shortDay(to)
