import { lazy, Suspense, useState } from 'react'
import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TotalsRow } from '#shared/book/questions.ts'
import { daysOf } from '#shared/calendar/buckets.ts'
import type { Days } from '#shared/calendar/period.ts'
import { ChartCard } from '#ui/chart/ChartCard.tsx'
import { channelColour } from '#ui/chart/palette.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { ChartFile } from '#ui/saveChart.ts'
import { incomeFigures, incomeParts, incomeTable, type IncomeFigure } from './income.ts'
import { useNames } from './useNames.ts'
import classes from './product.module.css'

const StackedBars = lazy(() => import('#ui/chart/StackedBars.tsx'))

type Props = {
  readonly rows: readonly TotalsRow[]
  readonly buckets: readonly string[]
  readonly span: Days
  readonly currency: string
  readonly onOpen: (days: Days, channel?: string) => void
  readonly onSave: (file: ChartFile) => void
}
const height = 260

/** What a product brought, over time and by channel. */
export function IncomeCard({ rows, buckets, span, currency, onOpen, onSave }: Props) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const names = useNames()
  const [figure, setFigure] = useState<IncomeFigure>('cameIn')
  const parts = incomeParts(rows, buckets, figure).map((part) => ({
    ...part,
    key: part.channel,
    name: names.channel(part.channel),
    colour: channelColour(part.channel),
  }))
  return (
    <ChartCard
      title={t('income.title')}
      sub={t('income.amountsIn', { currency: format.currencyName(currency) })}
      height={height}
      legend={parts}
      table={incomeTable({
        parts,
        buckets,
        currency,
        format,
        t,
        onOpen: (bucket) => onOpen(daysOf(bucket, span)),
      })}
      onSave={onSave}
      controls={
        <SegmentedControl<IncomeFigure>
          aria-label={t('income.figure')}
          data={incomeFigures.map((value) => ({ value, label: t(`income.${value}`) }))}
          value={figure}
          onChange={setFigure}
        />
      }
    >
      {parts.length > 1 && (
        <ul className={classes.legend} aria-label={t('columns.channels')}>
          {parts.map(({ key, name, colour, value }) => (
            <li key={key}>
              <span className={classes.swatch} style={{ background: colour }} />
              {name} <span className={classes.quiet}>{format.amount(value, currency)}</span>
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={<div style={{ height }} />}>
        <StackedBars
          label={t('income.title')}
          parts={parts}
          buckets={buckets.map((name) => ({ name: format.bucket(name), short: format.shortBucket(name) }))}
          height={height}
          write={(value) => format.amount(value, currency)}
          writeShort={(value) => format.shortAmount(value, currency)}
          totalName={t('total')}
          onOpen={(part, at) => onOpen(daysOf(buckets[at] ?? '', span), parts[part]?.channel)}
        />
      </Suspense>
    </ChartCard>
  )
}
