import { useState } from 'react'
import { ActionIcon } from '@mantine/core'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useTranslation } from 'react-i18next'
import type { Payment } from '#shared/document/payment.ts'
import { paidOf } from '#shared/document/settle.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { Opened } from './issuedServices.ts'
import classes from './issued.module.css'
import { ReasonDialog } from './ReasonDialog.tsx'
import type { IssuedActs } from './useIssuedActs.ts'

type Props = {
  readonly opened: Opened
  readonly acts: IssuedActs
}

/** The money that came in for an invoice, went back, or was given up. */
export function PaymentsCard({ opened, acts }: Props) {
  const { t } = useTranslation('issued')
  const format = useFormat()
  const [voiding, setVoiding] = useState<Payment | null>(null)
  const { document, around } = opened
  const { currency } = document.content
  const money = (minor: number) => format.money(minor, currency)
  return (
    <Card title={t('payments.title')}>
      {around.payments.length === 0 ? (
        <p className={classes.none}>{t('payments.none')}</p>
      ) : (
        <ul className={classes.list}>
          {around.payments.map((payment) => {
            const { id, kind, day, amount, fee, shares, documents, method, reference, note, voided } = payment
            const share = shares[documents.indexOf(document.id)] ?? 0
            const rest = amount - shares.reduce((sum, one) => sum + one, 0)
            const about = [
              method === '' ? '' : t(`methods.${method as 'bank'}`, { defaultValue: method }),
              reference,
              note,
              documents.length > 1 ? t('payments.ofWhole', { amount: money(amount) }) : '',
              fee > 0 ? t('payments.fee', { amount: money(fee) }) : '',
              rest > 0 ? t('payments.rest', { amount: money(rest) }) : '',
              voided === null ? '' : t('payments.voided', { reason: voided.reason }),
            ].filter((part) => part !== '')
            return (
              <li key={id} data-void={voided !== null || undefined}>
                <span>
                  {t(`payments.kinds.${kind}`)}, {format.day(day)}
                  {about.length > 0 && <small>{about.join(' · ')}</small>}
                </span>
                <span className={classes.figure}>
                  {money(voided === null ? paidOf(document.id, payment) : share)}
                </span>
                {voided === null && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    aria-label={t('payments.void', { day: format.day(day), amount: money(share) })}
                    onClick={() => setVoiding(payment)}
                  >
                    <IconX size={14} aria-hidden />
                  </ActionIcon>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {voiding !== null && (
        <ReasonDialog
          title={t('void.payment')}
          text={t('void.paymentText')}
          act={t('void.paymentDo')}
          onClose={() => setVoiding(null)}
          onGive={async (reason) => {
            if (await acts.voidPayment(voiding, reason)) setVoiding(null)
          }}
        />
      )}
    </Card>
  )
}
