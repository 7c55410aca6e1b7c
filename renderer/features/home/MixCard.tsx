import { lazy, Suspense } from 'react'
import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Report } from '#shared/book/questions.ts'
import type { Days } from '#shared/calendar/period.ts'
import { ChartCard } from '#ui/chart/ChartCard.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import { askMix, namedProducts, partFilter } from './ask.ts'
import { shown } from './currency.ts'
import type { HomeScreenProps } from './HomeScreen.tsx'
import { mixOf, type MixPart } from './mix.ts'
import { mixColour } from './mixColour.ts'
import { mixTable } from './mixTable.ts'
import { MixShares } from './MixShares.tsx'
import { bucketFor, bucketsIn, daysOf, type Period } from './period.ts'
import { mixKeys, mixMeasures } from './search.ts'
import { useNames } from './useNames.ts'
import classes from './home.module.css'

const StackedBars = lazy(() => import('#ui/chart/StackedBars.tsx'))

type Props = HomeScreenProps & {
  readonly period: Period
  readonly currency: string
  readonly report: Report
  readonly together: boolean
  readonly onSave: (name: string, csv: string) => void
}
const height = 408

/** The revenue mix: by stream, shop or product, over time and as shares. */
export function MixCard({
  services,
  search,
  onSearch,
  onOpenSales,
  period,
  currency,
  report,
  together,
  onSave,
}: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const names = useNames()
  const by = search.by ?? 'stream'
  const figure = search.measure ?? 'cameIn'
  const { days } = period
  const bucket = bucketFor(days)
  const key = JSON.stringify([days, by, bucket, report])
  const { answer } = useAnswer(
    services.book.subscribe,
    async () => ({ ...(await askMix(services.book, days, by, bucket, report)), by, days, bucket }),
    key,
  )
  if (answer === null) return <div className={classes.mixWaiting} />
  const buckets = bucketsIn(answer.days, answer.bucket)
  const parts = mixOf(
    shown(answer.rows, currency),
    buckets,
    figure,
    answer.by === 'listing' ? namedProducts : 11,
  )
  const named = parts.map((part, place) => ({
    ...part,
    name: names.part(part, answer.by, answer.titles, format.number),
    colour: mixColour(part, answer.by, place),
  }))
  const currencies = together ? {} : { currencies: [currency] }
  const open = (part: MixPart, span: Days = answer.days) =>
    onOpenSales({ ...span, ...partFilter(part, answer.by), ...currencies })
  const write = (value: number) => format.amount(value, currency)
  return (
    <ChartCard
      title={t('mix.title')}
      sub={t('amountsIn', { currency: format.currencyName(currency) })}
      height={height}
      table={mixTable({
        parts: named,
        buckets,
        currency,
        format,
        t,
        onOpen: (span) => onOpenSales({ ...daysOf(span, answer.days), ...currencies }),
      })}
      onSaveCsv={(csv) => onSave(t('mix.file'), csv)}
      controls={
        <>
          <Choice
            label={t('mix.by')}
            values={mixKeys}
            value={by}
            name={(value) => t(`mix.${value}`)}
            onChange={(value) => onSearch({ ...search, by: value })}
          />
          <Choice
            label={t('mix.figure')}
            values={mixMeasures}
            value={figure}
            name={(value) => t(`mix.${value}`)}
            onChange={(value) => onSearch({ ...search, measure: value })}
          />
        </>
      }
    >
      <div className={classes.mix}>
        <Suspense fallback={<div style={{ height }} />}>
          <StackedBars
            label={t('mix.title')}
            parts={named}
            buckets={buckets.map((name) => ({ name: format.bucket(name), short: format.shortBucket(name) }))}
            height={height}
            write={write}
            writeShort={(value) => format.shortAmount(value, currency)}
            totalName={t('mix.total')}
            onOpen={(place, at) => {
              const part = parts[place]
              if (part) open(part, daysOf(buckets[at] ?? '', answer.days))
            }}
          />
        </Suspense>
        <div className={classes.shares}>
          <MixShares parts={named} figure={figure} currency={currency} onOpen={open} />
        </div>
      </div>
    </ChartCard>
  )
}

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly values: readonly T[]
  readonly value: T
  readonly name: (value: T) => string
  readonly onChange: (value: T) => void
}
function Choice<T extends string>({ label, values, value, name, onChange }: ChoiceProps<T>) {
  const data = values.map((one) => ({ value: one, label: name(one) }))
  return <SegmentedControl<T> aria-label={label} data={data} value={value} onChange={onChange} />
}
