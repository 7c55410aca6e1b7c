import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { decimalText } from '#shared/money/decimalText.ts'
import { ChartCard } from '#ui/chart/ChartCard.tsx'
import { seriesColour } from '#ui/chart/palette.ts'
import { ShareList } from '#ui/chart/ShareList.tsx'
import { firstWeekday } from '#ui/format/firstWeekday.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Held } from '#ui/Held.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import { bestOf, knownDays, weekdaysOf } from './bestDays.ts'
import type { CardProps } from './cardProps.ts'
import { shown } from './currency.ts'
import { NoFigures } from './NoFigures.tsx'
import { weekdayNames } from './weekdayNames.ts'
import classes from './home.module.css'

const StackedBars = lazy(() => import('#ui/chart/StackedBars.tsx'))

const height = 290

/** Which weekdays bring most, and which single days did. */
export function BestDaysCard({
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
  const question = { filter, report, currency, span: knownDays(days, known) }
  const { answer, fresh } = useAnswer(
    services.book.subscribe,
    (isWanted) =>
      services.book.unhurried(isWanted, async (book) => {
        const rows = await book.totals(filter, { by: 'none', bucket: 'day' }, report)
        return { rows: shown(rows, currency), of: question }
      }),
    JSON.stringify(question),
  )
  if (answer === null) return <div className={classes.cardWaiting} />
  const { of } = answer
  const names = weekdayNames(format.locale)
  const weekdays = weekdaysOf(answer.rows, of.span, firstWeekday(format.locale))
  const best = bestOf(answer.rows)
  const [top] = best
  const write = (value: number) => format.amount(value, of.currency)
  const parts = [
    {
      key: 'average',
      name: t('bestDays.average', { currency: of.currency }),
      colour: seriesColour(0),
      values: (weekdays ?? []).map(({ average }) => average),
    },
  ]
  const table = {
    columns: [
      { label: t('bestDays.weekday'), numeric: false },
      { label: t('bestDays.days'), numeric: true },
      { label: t('bestDays.average', { currency: of.currency }), numeric: true },
      { label: t('bestDays.total', { currency: of.currency }), numeric: true },
    ],
    rows: [
      ...(weekdays ?? []).map(({ weekday, days: count, average, sum }) => ({
        key: String(weekday),
        cells: [names.long[weekday] ?? '', format.number(count), write(average), write(sum)],
        raw: [
          names.long[weekday] ?? '',
          count,
          decimalText(average, of.currency),
          decimalText(sum, of.currency),
        ],
      })),
      ...best.map(({ day, amount }) => ({
        key: day,
        cells: [format.fullDay(day), format.number(1), write(amount), write(amount)],
        raw: [day, 1, decimalText(amount, of.currency), decimalText(amount, of.currency)],
        onOpen: () => onOpenSales({ ...of.filter, from: day, to: day }),
      })),
    ],
  }
  return (
    <ChartCard
      isBusy={!fresh}
      title={t('bestDays.title')}
      sub={t('bestDays.sub', { currency: format.currencyName(of.currency) })}
      height={height}
      {...(weekdays === null || top === undefined ? {} : { legend: parts })}
      table={table}
      onSave={(file) => onSave(t('bestDays.title'), file)}
    >
      {top === undefined ? (
        <NoFigures title={t('bestDays.none')} text={t('bestDays.noneText')} />
      ) : (
        <Held of={[answer, format, t]}>
          {() => (
            <div className={classes.besides}>
              {weekdays === null ? (
                <NoFigures title={t('bestDays.tooShort')} text={t('bestDays.tooShortText')} />
              ) : (
                <Suspense fallback={<div style={{ height }} />}>
                  <StackedBars
                    label={t('bestDays.title')}
                    parts={parts}
                    buckets={weekdays.map(({ weekday }) => ({
                      name: names.long[weekday] ?? '',
                      short: names.short[weekday] ?? '',
                    }))}
                    height={height}
                    write={write}
                    writeShort={(value) => format.shortAmount(value, of.currency)}
                  />
                </Suspense>
              )}
              <div>
                <h3 className={classes.listTitle}>{t('bestDays.single')}</h3>
                <ShareList
                  bars="each"
                  label={t('bestDays.single')}
                  items={best.map(({ day, amount, sales }) => ({
                    key: day,
                    name: format.day(day),
                    length: amount / top.amount,
                    share: null,
                    amount: write(amount),
                    sub: t('bestDays.salesOf', { count: sales, number: format.number(sales) }),
                    colour: 'var(--app-accent-bar)',
                    onOpen: () => onOpenSales({ ...of.filter, from: day, to: day }),
                  }))}
                />
              </div>
            </div>
          )}
        </Held>
      )}
    </ChartCard>
  )
}
