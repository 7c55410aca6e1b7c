import { lazy, Suspense, useState, type ReactNode } from 'react'
import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TotalsRow } from '#shared/book/questions.ts'
import { daysOf } from '#shared/calendar/buckets.ts'
import type { Days } from '#shared/calendar/period.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { ChartFile } from '#ui/saveChart.ts'
import { ChartCard } from './ChartCard.tsx'
import { incomeFigures, incomeParts, incomeTable, type IncomeFigure } from './income.ts'
import classes from './IncomeCard.module.css'
import { channelColour } from './palette.ts'

const StackedBars = lazy(() => import('./StackedBars.tsx'))

type Props = {
  readonly rows: readonly TotalsRow[]
  readonly buckets: readonly string[]
  readonly span: Days
  readonly currency: string
  /** Pixels. */
  readonly height: number
  /** What a person calls a channel. */
  readonly channelName: (channel: string) => string
  /** Stands beside the choice of the figure. */
  readonly controls?: ReactNode
  readonly onOpen: (days: Days, channel?: string) => void
  readonly onSave: (file: ChartFile) => void
}

/** What a product or a client brought, over time and by channel. */
export function IncomeCard(props: Props) {
  const { rows, buckets, span, currency, height, channelName, controls, onOpen, onSave } = props
  const { t } = useTranslation('ui')
  const format = useFormat()
  const [figure, setFigure] = useState<IncomeFigure>('cameIn')
  const parts = incomeParts(rows, buckets, figure).map((part) => ({
    ...part,
    key: part.channel,
    name: channelName(part.channel),
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
        <>
          {controls}
          <SegmentedControl<IncomeFigure>
            aria-label={t('income.figure')}
            data={incomeFigures.map((value) => ({ value, label: t(`income.${value}`) }))}
            value={figure}
            onChange={setFigure}
          />
        </>
      }
    >
      {parts.length > 1 && (
        <ul className={classes.legend} aria-label={t('income.channels')}>
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
          totalName={t('income.total')}
          onOpen={(part, at) => onOpen(daysOf(buckets[at] ?? '', span), parts[part]?.channel)}
        />
      </Suspense>
    </ChartCard>
  )
}
