import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OpenInvoice } from '#data/documents/related.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { MoneyInput } from '#ui/MoneyInput.tsx'
import classes from './issued.module.css'

type Props = {
  /** What is more than this invoice asks for, in minor units. */
  readonly rest: number
  readonly others: readonly OpenInvoice[]
  readonly shares: ReadonlyMap<string, number>
  readonly currency: string
  readonly onChange: (id: string, share: number) => void
}

/** Where the rest of a payment goes: other open invoices of the client, or it waits for the client. */
export function OtherInvoices({ rest, others, shares, currency, onChange }: Props) {
  const { t } = useTranslation('issued')
  const format = useFormat()
  const given = [...shares.values()].reduce((sum, share) => sum + share, 0)
  const money = (minor: number) => format.money(minor, currency)
  return (
    <div className={classes.others}>
      <Text size="sm">{t('payment.over', { amount: money(rest) })}</Text>
      {others.map(({ document, open }) => (
        <div key={document.id} className={classes.other}>
          <span>
            {document.issued.number} <small>{t('payment.openOf', { amount: money(open) })}</small>
          </span>
          <MoneyInput
            bare
            size="xs"
            label={t('payment.shareOf', { number: document.issued.number })}
            currency={currency}
            value={shares.get(document.id) ?? 0}
            onChange={(share) => onChange(document.id, share ?? 0)}
          />
        </div>
      ))}
      {rest > given && <Text size="xs">{t('payment.waits', { amount: money(rest - given) })}</Text>}
    </div>
  )
}
