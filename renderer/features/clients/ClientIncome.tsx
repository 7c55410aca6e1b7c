import { useState } from 'react'
import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { bucketsIn } from '#shared/calendar/buckets.ts'
import type { Days } from '#shared/calendar/period.ts'
import { bucketOfSpan, spanOf } from '#ui/chart/income.ts'
import { IncomeCard } from '#ui/chart/IncomeCard.tsx'
import { saveChart } from '#ui/saveChart.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import type { ClientsServices } from './clientsServices.ts'
import { useClientNames } from './useClientNames.ts'

type Props = {
  readonly services: ClientsServices
  readonly clientKey: string
  readonly name: string
  /** Those the client paid in; the one with most money first. */
  readonly currencies: readonly string[]
  readonly onOpen: (days: Days, channel?: string) => void
}

/** What a client brought, month by month; each currency by itself. */
export function ClientIncome({ services, clientKey, name, currencies, onOpen }: Props) {
  const { t } = useTranslation(['ui', 'clients'])
  const names = useClientNames()
  const { book, api } = services
  const [chosen, setChosen] = useState<string | null>(null)
  const currency = currencies.find((code) => code === chosen) ?? currencies[0] ?? ''
  const { answer } = useAnswer(book.subscribe, () => askIncome(book, clientKey, currency), currency)
  if (answer === null || answer.span === null) return null
  const { rows, span, buckets } = answer
  return (
    <IncomeCard
      rows={rows}
      buckets={buckets}
      span={span}
      currency={answer.currency}
      height={200}
      channelName={names.channel}
      controls={
        currencies.length > 1 && (
          <SegmentedControl
            aria-label={t('clients:columns.currency')}
            data={[...currencies]}
            value={currency}
            onChange={setChosen}
          />
        )
      }
      onOpen={onOpen}
      onSave={(file) => void saveChart(api, `${name} ${currency}`, file, t)}
    />
  )
}

async function askIncome(book: ClientsServices['book'], client: string, currency: string) {
  const filter = { clients: [client] }
  const isShown = (row: { readonly currency: string }) => row.currency === currency
  const months = (await book.totals(filter, { by: 'channel', bucket: 'month' }, {})).filter(isShown)
  const span = spanOf(months, {})
  const bucket = span && bucketOfSpan(span, false)
  const isByMonth = bucket === null || bucket === 'month'
  const rows = isByMonth ? months : (await book.totals(filter, { by: 'channel', bucket }, {})).filter(isShown)
  return { currency, rows, span, buckets: span === null || bucket === null ? [] : bucketsIn(span, bucket) }
}
