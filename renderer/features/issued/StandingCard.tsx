import { useTranslation } from 'react-i18next'
import { earlyPaymentOf } from '#shared/document/terms.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { Opened } from './issuedServices.ts'
import classes from './issued.module.css'

/** The figures of a document: what it asks for, what came in, what is open and when that is due. */
export function StandingCard({ opened }: { readonly opened: Opened }) {
  const { t } = useTranslation(['issued', 'documents'])
  const format = useFormat()
  const { document, settled, open } = opened
  const { content, issued } = document
  const money = (minor: number) => format.money(minor, content.currency)
  const isInvoice = content.kind === 'invoice'
  const early = earlyPaymentOf(content.earlyPayment, issued.day, issued.totals.payable)
  const facts: (readonly [name: string, value: string])[] = [
    [t('facts.day'), format.day(issued.day)],
    ...(content.validUntil === null
      ? []
      : [[t('facts.validUntil'), format.day(content.validUntil)] as const]),
    ...issued.due.map(
      ({ day, amount }) =>
        [
          t('facts.due'),
          issued.due.length === 1 ? format.day(day) : `${format.day(day)}: ${money(amount)}`,
        ] as const,
    ),
    ...(early === null || !isInvoice
      ? []
      : [[t('facts.early', { day: format.day(early.until) }), money(early.payable)] as const]),
    [t('facts.total'), money(issued.totals.payable)],
    ...(settled.paid === 0 ? [] : [[t('facts.paid'), money(0 - settled.paid)] as const]),
    ...(settled.credited === 0 ? [] : [[t('facts.credited'), money(0 - settled.credited)] as const]),
  ]
  return (
    <Card>
      {isInvoice && (
        <p className={classes.open}>
          <span>{t(open < 0 ? 'facts.over' : 'facts.open')}</span>
          <strong>{money(Math.abs(open))}</strong>
        </p>
      )}
      <dl className={classes.facts}>
        {facts.map(([name, value], at) => [
          <dt key={`name ${at}`}>{name}</dt>,
          <dd key={`value ${at}`}>{value}</dd>,
        ])}
      </dl>
    </Card>
  )
}
