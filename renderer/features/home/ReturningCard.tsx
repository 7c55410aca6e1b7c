import { lazy, Suspense, useState } from 'react'
import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { bucketFor, bucketsIn, daysOf } from '#shared/calendar/buckets.ts'
import { ChartCard } from '#ui/chart/ChartCard.tsx'
import { seriesColour, untiedColour } from '#ui/chart/palette.ts'
import { ShareList } from '#ui/chart/ShareList.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Held } from '#ui/Held.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import { buyerParts, type BuyerKind } from './buyers.ts'
import { buyersTable } from './buyersTable.ts'
import type { CardProps } from './cardProps.ts'
import { shown } from './currency.ts'
import { shareOf } from './figures.ts'
import { NoFigures } from './NoFigures.tsx'
import classes from './home.module.css'

const StackedBars = lazy(() => import('#ui/chart/StackedBars.tsx'))

const height = 220
const colours: { readonly [K in BuyerKind]: string } = {
  returning: seriesColour(0),
  fresh: seriesColour(1),
  unknown: untiedColour,
}

/** What buyers brought who bought for the first time, and what those who came back. */
export function ReturningCard({
  services,
  days,
  known,
  currency,
  report,
  filter,
  onOpenSales,
  onSave,
}: CardProps) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const [figure, setFigure] = useState<'cameIn' | 'sales'>('cameIn')
  const question = { filter, bucket: bucketFor(days), report, currency, days }
  const { answer, fresh } = useAnswer(
    services.book.subscribe,
    (isWanted) =>
      services.book.unhurried(isWanted, async (book) => {
        const told = await book.returning(filter, question.bucket, report)
        return { ...told, rows: shown(told.rows, currency), of: question }
      }),
    JSON.stringify(question),
  )
  if (answer === null) return <div className={classes.cardWaiting} />
  const { of, buyers } = answer
  const buckets = bucketsIn(of.days, of.bucket)
  const isCount = figure === 'sales'
  const parts = buyerParts(answer.rows, buckets).map((part) => ({
    ...part,
    key: part.kind,
    name: t(`returning.${part.kind}`),
    colour: colours[part.kind],
    value: isCount ? part.sales : part.cameIn,
    values: isCount ? part.counts : part.amounts,
  }))
  const whole = parts.reduce((sum, { value }) => sum + Math.max(0, value), 0)
  const writeCount = (value: number) => (Number.isInteger(value) ? format.number(value) : '')
  const write = (value: number) => (isCount ? writeCount(value) : format.amount(value, of.currency))
  const counted = t('returning.buyers', {
    fresh: format.number(buyers.fresh),
    returning: format.number(buyers.returning),
  })
  const isKnown = parts.some(({ kind }) => kind !== 'unknown')
  const open = (bucket: string) => onOpenSales({ ...of.filter, ...daysOf(bucket, of.days) })
  return (
    <ChartCard
      isBusy={!fresh}
      title={t('returning.title')}
      sub={
        !isKnown
          ? undefined
          : of.days.from > known.from
            ? counted
            : t('returning.beginning', { buyers: counted, day: format.day(known.from) })
      }
      height={height + 70}
      legend={parts}
      table={buyersTable({ parts, buckets, currency: of.currency, format, t, onOpen: open })}
      onSave={(file) => onSave(t('returning.title'), file)}
      controls={
        <SegmentedControl<'cameIn' | 'sales'>
          aria-label={t('returning.by')}
          data={[
            { value: 'cameIn', label: t('returning.cameIn') },
            { value: 'sales', label: t('returning.sales') },
          ]}
          value={figure}
          onChange={setFigure}
        />
      }
    >
      {!isKnown ? (
        <NoFigures
          title={t(parts.length === 0 ? 'returning.none' : 'returning.nobody')}
          text={t(parts.length === 0 ? 'returning.noneText' : 'returning.nobodyText')}
        />
      ) : (
        <Held of={[answer, figure, format, t]}>
          {() => (
            <>
              <Suspense fallback={<div style={{ height }} />}>
                <StackedBars
                  label={t('returning.title')}
                  parts={parts}
                  buckets={buckets.map((name) => ({
                    name: format.bucket(name),
                    short: format.shortBucket(name),
                  }))}
                  height={height}
                  write={write}
                  writeShort={(value) =>
                    isCount ? writeCount(value) : format.shortAmount(value, of.currency)
                  }
                  totalName={t('returning.total')}
                  onOpen={(_, at) => open(buckets[at] ?? '')}
                />
              </Suspense>
              <div className={classes.kinds}>
                <ShareList
                  bars="none"
                  label={t('returning.parts')}
                  items={parts.map((part) => ({
                    key: part.key,
                    name: part.name,
                    colour: part.colour,
                    share: shareOf(part.value, whole),
                    amount: write(part.value),
                    sub: isCount
                      ? t('returning.cameInOf', { amount: format.amount(part.cameIn, of.currency) })
                      : t('returning.salesOf', { count: part.sales, number: format.number(part.sales) }),
                    hint: t(`returning.${part.kind}Text`),
                  }))}
                />
              </div>
            </>
          )}
        </Held>
      )}
    </ChartCard>
  )
}
