import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { bucketFor, bucketsIn, daysOf } from '#shared/calendar/buckets.ts'
import { decimalText } from '#shared/money/decimalText.ts'
import { ChartCard } from '#ui/chart/ChartCard.tsx'
import { ShareList } from '#ui/chart/ShareList.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Held } from '#ui/Held.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import { askParties } from './askParties.ts'
import type { CardProps } from './cardProps.ts'
import { shown } from './currency.ts'
import { NoFigures } from './NoFigures.tsx'
import { rateOf, refundRates, type RefundRate } from './refundRates.ts'
import classes from './home.module.css'

const StackedBars = lazy(() => import('#ui/chart/StackedBars.tsx'))

const height = 260
/** Bars are whole numbers: a share of 1 is so many. */
const whole = 10_000

/** How much of what came in was given back, over time, and of which products most. */
export function RefundsCard({ services, days, currency, report, filter, onOpenSales, onSave }: CardProps) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { book } = services
  const question = { filter, report, currency, days, bucket: bucketFor(days) }
  const { answer, fresh } = useAnswer(
    book.subscribe,
    (isWanted) =>
      book.unhurried(isWanted, async (asked) => {
        const rows = await asked.totals(filter, { by: 'none', bucket: question.bucket }, report)
        const products = await askParties(asked, { of: 'products', by: 'refunds', filter, report, currency })
        return { rows: shown(rows, currency), products: products.rows, of: question }
      }),
    JSON.stringify(question),
  )
  if (answer === null) return <div className={classes.cardWaiting} />
  const { of } = answer
  const amount = (value: number) => format.amount(value, of.currency)
  const rates = refundRates(answer.rows, bucketsIn(of.days, of.bucket))
  const all = rateOf('', answer.rows)
  const products = answer.products.filter(({ figures }) => figures.refunds > 0)
  const [first] = products
  const open = (bucket: string) =>
    onOpenSales({
      ...of.filter,
      ...daysOf(bucket, of.days),
      hasRefund: true,
      sort: 'refunds',
      descending: true,
    })
  const bars = [
    {
      key: 'rate',
      name: t('refunds.rate'),
      colour: 'var(--chart-minus)',
      values: rates.map(({ rate }) => Math.round((rate ?? 0) * whole)),
    },
  ]
  const row = (key: string, name: string, rate: RefundRate, onOpen?: () => void) => ({
    key,
    cells: [
      name,
      amount(rate.refunded),
      amount(rate.cameIn),
      rate.rate === null ? '' : format.percent(rate.rate),
    ],
    raw: [
      rate.bucket === '' ? name : rate.bucket,
      decimalText(rate.refunded, of.currency),
      decimalText(rate.cameIn, of.currency),
      rate.rate ?? '',
    ],
    onOpen,
  })
  const table = {
    columns: [
      { label: t('refunds.period'), numeric: false },
      { label: t('refunds.refunded', { currency: of.currency }), numeric: true },
      { label: t('refunds.cameIn', { currency: of.currency }), numeric: true },
      { label: t('refunds.share'), numeric: true },
    ],
    rows: [
      ...rates.map((rate) => row(rate.bucket, format.bucket(rate.bucket), rate, () => open(rate.bucket))),
      row('total', t('mix.total'), all),
    ],
  }
  const isNone = all.refunded === 0 && rates.every(({ refunded }) => refunded === 0)
  return (
    <ChartCard
      isBusy={!fresh}
      title={t('refunds.title')}
      sub={
        isNone || all.rate === null
          ? undefined
          : t('refunds.sub', {
              amount: format.money(all.refunded, of.currency),
              share: format.percent(all.rate),
            })
      }
      height={height}
      {...(isNone ? {} : { legend: bars })}
      table={table}
      onSave={(file) => onSave(t('refunds.title'), file)}
    >
      {isNone ? (
        <NoFigures title={t('refunds.none')} text={t('refunds.noneText')} />
      ) : (
        <Held of={[answer, format, t]}>
          {() => (
            <div className={classes.wideBesides}>
              <Suspense fallback={<div style={{ height }} />}>
                <StackedBars
                  label={t('refunds.rate')}
                  parts={bars}
                  buckets={rates.map(({ bucket }) => ({
                    name: format.bucket(bucket),
                    short: format.shortBucket(bucket),
                  }))}
                  height={height}
                  write={(value) => format.percent(value / whole)}
                  writeShort={(value) => (value === 0 ? '0' : format.percent(value / whole))}
                  onOpen={(_, at) => open(rates[at]?.bucket ?? '')}
                />
              </Suspense>
              {first === undefined ? (
                <NoFigures title={t('refunds.noProduct')} text={t('refunds.noProductText')} />
              ) : (
                <div>
                  <h3 className={classes.listTitle}>{t('refunds.most')}</h3>
                  <ShareList
                    bars="each"
                    label={t('refunds.most')}
                    items={products.map(({ key, name, figures: { refunds, gross } }) => ({
                      key,
                      name: name === '' ? t('top.unnamed') : name,
                      length: refunds / first.figures.refunds,
                      share: null,
                      amount: amount(refunds),
                      sub:
                        gross > 0
                          ? t('refunds.of', { share: format.percent(refunds / gross), amount: amount(gross) })
                          : undefined,
                      colour: 'var(--chart-minus)',
                      onOpen: () =>
                        onOpenSales({
                          ...of.filter,
                          products: [key],
                          hasRefund: true,
                          sort: 'refunds',
                          descending: true,
                        }),
                    }))}
                  />
                </div>
              )}
            </div>
          )}
        </Held>
      )}
    </ChartCard>
  )
}
