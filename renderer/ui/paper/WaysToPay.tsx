import type { PaymentDemand } from '#shared/payment/demand.ts'
import { codeDrawing } from '#shared/payment/codeDrawing.ts'
import { filledLink } from '#shared/payment/linkUrl.ts'
import type { PaymentMethod } from '#shared/payment/method.ts'
import { paymentLines } from '#shared/payment/paymentLines.ts'
import { paymentCode } from '#shared/payment/paymentCode.ts'
import { swissCurrencies } from '#shared/payment/swissBill.ts'
import { paperDemand } from '#shared/paper/paperDemand.ts'
import { decimalText } from '#shared/money/decimalText.ts'
import type { Parts } from './parts.ts'
import { Drawing } from './Drawing.tsx'
import type { PaperWords } from './words.ts'
import classes from './paper.module.css'

/** A Swiss QR-bill has its own part at the foot; in a currency it does not take, the account is what is left of it. */
const isInWords = (method: PaymentMethod, currency: string): boolean =>
  method.kind !== 'swissQr' || (method.reference !== 'qr' && !swissCurrencies.includes(currency))

/** Each way to pay in words, with its code beside it where it has one. */
export function WaysToPay(parts: Parts & { readonly payable: number }) {
  const { seller, words, document, payable } = parts
  const demand = paperDemand(parts, payable)
  const shown = seller.payments.filter((method) => isInWords(method, demand.currency))
  return shown.map((method, at) => {
    const code = document.issued === null ? null : paymentCode(method, demand)
    const lines = linesOf(method, demand, words)
    if (lines.length === 0) return null
    return (
      <div key={at} className={classes.way}>
        <dl className={classes.wayLines}>
          {lines.map(([title, text], place) => (
            <div key={place}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {code?.ok && (
          <figure className={classes.code}>
            <Drawing drawing={codeDrawing(code.value)} label={words.t('pay.scan')} />
            <figcaption>{words.t('pay.scan')}</figcaption>
          </figure>
        )}
      </div>
    )
  })
}

type Line = readonly [title: string, text: string]

/** What is typed by hand to pay, and the number of the document, by which the payment is known again. */
function linesOf(method: PaymentMethod, demand: PaymentDemand, { t }: PaperWords): readonly Line[] {
  const lines = paymentLines(method).map(({ label, text }): Line => {
    if (label === 'text') return ['', text]
    return [t(`pay.label.${label}`), label === 'link' ? filled(text, demand) : text]
  })
  const isTransfer = method.kind === 'bank' || method.kind === 'account' || method.kind === 'upi'
  return isTransfer && demand.reference !== '' ? [...lines, [t('pay.reference'), demand.reference]] : lines
}

const filled = (url: string, { amount, currency, reference }: PaymentDemand): string =>
  filledLink(url, {
    amount: amount === null ? '' : decimalText(amount, currency),
    currency,
    number: reference,
  })
