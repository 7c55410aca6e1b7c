import { dueOf, earlyPaymentOf } from '#shared/document/terms.ts'
import type { Parts } from './parts.ts'
import { WaysToPay } from './WaysToPay.tsx'
import classes from './paper.module.css'

/** When an invoice is to be paid, and how. Nothing for what asks for nothing. */
export function PaymentBlock(parts: Parts) {
  const { document, totals, words, today } = parts
  const { content, issued } = document
  const payable = totals?.payable ?? 0
  if (content.kind !== 'invoice' || document.voided !== null || payable <= 0) return null
  const day = issued?.day ?? content.day ?? today
  const due = issued?.due ?? dueOf(content.terms, day, payable)
  const money = (minor: number) => words.money(minor, content.currency)
  const [first] = due
  const early = earlyPaymentOf(content.earlyPayment, day, payable)
  return (
    <div className={classes.payment}>
      <div className={classes.paymentTexts}>
        {due.length > 1 ? (
          <>
            <p>{words.t('pay.parts', { count: due.length })}</p>
            <ul className={classes.instalments}>
              {due.map((part, at) => (
                <li key={at}>
                  <span>{words.day(part.day)}</span> <span>{money(part.amount)}</span>
                </li>
              ))}
            </ul>
          </>
        ) : (
          first && (
            <p>
              {first.day === day
                ? words.t('pay.now', { amount: money(payable) })
                : words.t('pay.by', { amount: money(payable), day: words.day(first.day) })}
            </p>
          )
        )}
        {early && (
          <p>
            {words.t('pay.early', {
              percent: words.percent(content.earlyPayment?.percent ?? '0'),
              day: words.day(early.until),
              amount: money(early.payable),
            })}
          </p>
        )}
      </div>
      <WaysToPay {...parts} payable={payable} />
    </div>
  )
}
