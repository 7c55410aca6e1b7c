import { useTranslation } from 'react-i18next'
import type { Report, Summary } from '#shared/book/questions.ts'
import { saveCsv } from '#ui/saveCsv.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import { askFigures, type Figures } from './ask.ts'
import { beside, shown } from './currency.ts'
import { FeesCard } from './FeesCard.tsx'
import { sumOf } from './figures.ts'
import { Headline } from './Headline.tsx'
import type { HomeScreenProps } from './HomeScreen.tsx'
import { FiguresSkeleton } from './HomeSkeleton.tsx'
import { MixCard } from './MixCard.tsx'
import { NothingThen } from './NothingThen.tsx'
import { OutsideNote } from './OutsideNote.tsx'
import type { Period } from './period.ts'
import { WaterfallCard } from './WaterfallCard.tsx'
import classes from './home.module.css'

type Props = HomeScreenProps & {
  readonly summary: Summary
  readonly period: Period
  readonly currency: string
  readonly report: Report
  readonly together: boolean
}

export function HomeFigures(props: Props) {
  const { services, summary, currency, report, together } = props
  const { t: ui } = useTranslation('ui')
  const key = JSON.stringify([props.period, report])
  const asked = useAnswer(
    services.book.subscribe,
    async () => ({ ...(await askFigures(services.book, props.period, report)), period: props.period }),
    key,
  )
  const figures = asked.answer ?? storedFigures(summary, props.period, currency, together)
  if (figures === null) return <FiguresSkeleton />
  if (asked.fresh && figures.whole.length === 0 && props.period.kind !== 'all')
    return <NothingThen {...props} months={figures.months} />
  const { period } = figures // what is drawn belongs together, also while the next period is asked for
  const rows = shown(figures.whole, currency)
  const currencies = together ? undefined : [currency]
  const filter = { ...period.days, ...(currencies ? { currencies } : {}) }
  const save = (name: string, csv: string) =>
    void saveCsv(services.api, `${name} ${period.days.from} ${period.days.to} ${currency}`, csv, ui)
  return (
    <div className={classes.figures} aria-busy={!asked.fresh}>
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
      <MixCard {...props} onSave={save} />
      <div className={classes.pair}>
        <WaterfallCard
          measures={sumOf(rows)}
          currency={currency}
          filter={filter}
          onOpen={props.onOpenSales}
          onSave={save}
        />
        <FeesCard
          rows={shown(figures.fees, currency)}
          measures={sumOf(rows)}
          currency={currency}
          onOpen={() => props.onOpenSales({ ...filter, sort: 'fees', descending: true })}
          onSave={save}
        />
      </div>
    </div>
  )
}

/** While the columns load, all there is can be shown from the stored summary; a part of it cannot. */
function storedFigures(
  { counted, sales }: Summary,
  period: Period,
  currency: string,
  together: boolean,
): (Figures & { readonly period: Period }) | null {
  const measures = counted[currency]
  if (period.kind !== 'all' || together || measures === undefined) return null
  const whole = [{ bucket: '', key: '', currency, unconverted: false, measures, sales, units: 0 }]
  return { whole, before: [], fees: [], uncounted: [], waiting: 0, months: [], period }
}
