import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { figuresOf } from '#shared/book/daily.ts'
import type { Report, Summary } from '#shared/book/questions.ts'
import type { Days } from '#shared/calendar/period.ts'
import { ChartCaption } from '#ui/chart/ChartCard.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Held } from '#ui/Held.tsx'
import { saveChart, type ChartFile } from '#ui/saveChart.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import type { Arrangement } from './arrangement.ts'
import { askFigures, type Figures } from './ask.ts'
import { Cards } from './Cards.tsx'
import { beside, shown } from './currency.ts'
import { sumOf } from './figures.ts'
import { Headline } from './Headline.tsx'
import type { HomeScreenProps } from './HomeScreen.tsx'
import { FiguresSkeleton } from './HomeSkeleton.tsx'
import { NothingThen } from './NothingThen.tsx'
import { OutsideNote } from './OutsideNote.tsx'
import type { Period } from './period.ts'
import classes from './home.module.css'

type Props = HomeScreenProps & {
  readonly summary: Summary
  readonly period: Period
  readonly currency: string
  readonly report: Report
  readonly together: boolean
  readonly arrangement: Arrangement
}

export function HomeFigures(props: Props) {
  const { services, summary, currency, report, together } = props
  const { t: ui } = useTranslation('ui')
  const format = useFormat()
  const key = JSON.stringify([props.period, report])
  const asked = useAnswer(
    services.book.subscribe,
    async () => ({
      ...(await askFigures(services.book, props.period, report)),
      ...{ period: props.period, report, currency, together },
    }),
    key,
  )
  // an answer of each currency by itself holds them all: another one is shown without asking again
  const { answer } = asked
  const drawn = useMemo(
    () => (answer === null || answer.together || together ? answer : { ...answer, currency }),
    [answer, currency, together],
  )
  const early = asked.answer === null ? storedFigures(summary, props.period, currency, together) : null
  const figures = drawn ?? (early && { ...early, report, currency, together })
  if (figures === null) return <FiguresSkeleton />
  if (asked.fresh && figures.whole.length === 0 && props.period.kind !== 'all')
    return <NothingThen {...props} months={figures.months} />
  const { period } = figures // what is drawn belongs together, also while the next period is asked for
  const rows = shown(figures.whole, currency)
  const currencies = together ? undefined : [currency]
  const filter = { ...period.days, ...(currencies ? { currencies } : {}) }
  const save = (name: string, file: ChartFile) =>
    void saveChart(services.api, `${name} ${period.days.from} ${period.days.to} ${currency}`, file, ui)
  return (
    <div className={classes.figures} aria-busy={!asked.fresh}>
      <Held of={[figures, currency, together, format]}>
        {() => (
          <Headline
            measures={sumOf(rows)}
            before={
              period.before === null || period.kind === 'all'
                ? null
                : { kind: period.kind, days: period.before, measures: sumOf(shown(figures.before, currency)) }
            }
            currency={currency}
            filter={filter}
            onOpen={props.onOpenSales}
          />
        )}
      </Held>
      <OutsideNote
        currency={currency}
        together={together}
        beside={beside(figures.whole, currency)}
        uncounted={figures.uncounted}
        waiting={figures.waiting}
        onCurrency={(other) => props.onSearch({ ...props.search, currency: other, together: undefined })}
        onUncounted={() => props.onOpenSales({ ...period.days, standing: ['uncounted'] })}
        onWaiting={props.onSeeImports}
        onRates={props.onSeeRates}
      />
      <ChartCaption value={`${props.brand.name} · ${format.days(period.days.from, period.days.to)}`}>
        <Cards {...props} answered={figures} onSave={save} />
      </ChartCaption>
    </div>
  )
}

/** While the columns load, the figures of any period come from the stored summary: each currency by itself. */
function storedFigures(
  { daily }: Summary,
  period: Period,
  currency: string,
  together: boolean,
): (Figures & { readonly period: Period }) | null {
  if (daily === undefined || together) return null
  const rowOf = (days: Days) => {
    const measures = figuresOf(daily, currency, days)
    return { bucket: '', key: '', currency, unconverted: false, measures, sales: 0, units: 0 }
  }
  const whole = rowOf(period.days)
  if (Object.values(whole.measures).every((amount) => amount === 0)) return null
  return {
    whole: [whole],
    before: period.before === null ? [] : [rowOf(period.before)],
    fees: [],
    uncounted: [],
    waiting: 0,
    months: [],
    period,
  }
}
