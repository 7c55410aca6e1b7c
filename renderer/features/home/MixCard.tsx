import { lazy, Suspense } from 'react'
import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Report } from '#shared/book/questions.ts'
import { bucketFor, bucketsIn, daysOf } from '#shared/calendar/buckets.ts'
import type { Days } from '#shared/calendar/period.ts'
import { ChartCard } from '#ui/chart/ChartCard.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Held } from '#ui/Held.tsx'
import type { ChartFile } from '#ui/saveChart.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import { askMix, partFilter } from './ask.ts'
import type { HomeScreenProps } from './HomeScreen.tsx'
import { mixOf, type MixPart } from './mix.ts'
import { mixColour } from './mixColour.ts'
import { mixTable } from './mixTable.ts'
import { MixShares } from './MixShares.tsx'
import type { Period } from './period.ts'
import { mixKeys, mixMeasures } from './search.ts'
import { useNames } from './useNames.ts'
import classes from './home.module.css'

const StackedBars = lazy(() => import('#ui/chart/StackedBars.tsx'))

type Props = HomeScreenProps & {
  readonly period: Period
  readonly currency: string
  readonly report: Report
  readonly together: boolean
  readonly onSave: (name: string, file: ChartFile) => void
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
  const question = { days: period.days, by, bucket: bucketFor(period.days), report, currency, figure }
  const { answer } = useAnswer(
    services.book.subscribe,
    async () => ({ ...(await askMix(services.book, question)), of: question }),
    JSON.stringify(question),
  )
  if (answer === null) return <div className={classes.mixWaiting} />
  // all that is drawn is of the question that was answered, also while the next one is asked
  const { of } = answer
  const buckets = bucketsIn(of.days, of.bucket)
  const parts = mixOf(answer.rows, answer.rest, buckets, of.figure)
  const named = parts.map((part, place) => ({
    ...part,
    name: names.part(part, of.by, answer.titles, format.number),
    colour: mixColour(part, of.by, place),
  }))
  const currencies = together ? {} : { currencies: [of.currency] }
  const open = (part: MixPart, span: Days = of.days) =>
    onOpenSales({ ...span, ...partFilter(part, of.by), ...currencies })
  const write = (value: number) => format.amount(value, of.currency)
  return (
    <ChartCard
      title={t('mix.title')}
      sub={t('amountsIn', { currency: format.currencyName(of.currency) })}
      height={height}
      legend={named}
      table={mixTable({
        parts: named,
        buckets,
        currency: of.currency,
        format,
        t,
        onOpen: (span) => onOpenSales({ ...daysOf(span, of.days), ...currencies }),
      })}
      onSave={(file) => onSave(t('mix.file'), file)}
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
      <Held of={[answer, names, format]}>
        {() => (
          <div className={classes.mix}>
            <Suspense fallback={<div style={{ height }} />}>
              <StackedBars
                label={t('mix.title')}
                parts={named}
                buckets={buckets.map((name) => ({
                  name: format.bucket(name),
                  short: format.shortBucket(name),
                }))}
                height={height}
                write={write}
                writeShort={(value) => format.shortAmount(value, of.currency)}
                totalName={t('mix.total')}
                onOpen={(place, at) => {
                  const part = parts[place]
                  if (part) open(part, daysOf(buckets[at] ?? '', of.days))
                }}
              />
            </Suspense>
            <div className={classes.shares}>
              <MixShares parts={named} figure={of.figure} currency={of.currency} onOpen={open} />
            </div>
          </div>
        )}
      </Held>
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
