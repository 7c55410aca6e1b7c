import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Brand } from '#shared/brand/brand.ts'
import { cameIn, refundCost } from '#shared/book/income.ts'
import type { Measures } from '#shared/book/questions.ts'
import type { Paper } from '#shared/ipc/contract.ts'
import { BrandMark } from '#ui/BrandMark.tsx'
import { chartVariables } from '#ui/chart/palette.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { accentShade, accentShades } from '#ui/theme/accent.ts'
import { beside, shown } from './currency.ts'
import { growth, sumOf } from './figures.ts'
import type { MonthReport } from './monthReport.ts'
import { ReportMixes } from './ReportMixes.tsx'
import { ReportMonths } from './ReportMonths.tsx'
import { ReportParties } from './ReportParties.tsx'
import classes from './report.module.css'

type Props = {
  readonly brand: Pick<Brand, 'name' | 'accent' | 'logo'>
  readonly report: MonthReport
  readonly paper: Paper
}
const figures: readonly (readonly [
  name: 'cameIn' | 'refunds' | 'fees' | 'kept',
  of: (measures: Measures) => number,
])[] = [
  ['cameIn', cameIn],
  ['refunds', refundCost],
  ['fees', ({ fees }) => fees],
  ['kept', ({ kept }) => kept],
]

/** Beyond so many times as much a percentage tells nothing. */
const enough = 10

/** A month on one page, in the brand's look. Paper is light whatever the window is. */
export function ReportSheet({ brand, report, paper }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { question, span } = report
  const { currency, together } = question
  const now = sumOf(shown(report.now, currency))
  const before = sumOf(shown(report.before, currency))
  const outside = beside(report.now, currency)
    .filter(({ measures }) => cameIn(measures) !== 0)
    .map((row) => format.money(cameIn(row.measures), row.currency))
  const changeOf = (change: number) =>
    change > enough ? t('report.manyTimes', { times: format.number(enough) }) : format.change(change)
  const compared = (change: string) =>
    span.isWhole
      ? t('report.before', { change, month: format.bucket(span.before.from.slice(0, 7)) })
      : t('report.beforeDays', { change, days: format.days(span.before.from, span.before.to) })
  // a shade darker than on the screen: it also carries text on its own pale wash
  const look = { ...chartVariables('light'), '--accent': accentShades(brand.accent)[accentShade + 1] }
  return (
    <article className={classes.sheet} data-paper={paper} style={look as CSSProperties}>
      <header className={classes.head}>
        <BrandMark name={brand.name} accent={brand.accent} logo={brand.logo} size={44} />
        <div className={classes.brand}>
          <bdi className={classes.brandName} data-long={brand.name.length > 36 || undefined}>
            {brand.name}
          </bdi>
          <span>{t('report.subtitle')}</span>
        </div>
        <div className={classes.month}>
          <strong>{format.bucket(question.month)}</strong>
          <span>
            {span.isWhole
              ? t(together ? 'report.together' : 'report.amountsIn', {
                  currency: format.currencyName(currency),
                })
              : t('report.soFar', { days: format.days(span.days.from, span.days.to) })}
          </span>
        </div>
      </header>
      <dl className={classes.figures}>
        {figures.map(([name, of]) => {
          const change = growth(of(now), of(before))
          return (
            <div key={name} data-part={name}>
              <dt>{t(`headline.${name}`)}</dt>
              <dd data-long={format.money(of(now), currency).length > 12 || undefined}>
                {format.money(of(now), currency)}
              </dd>
              <dd className={classes.change}>
                {change === null ? t('report.nothingBefore') : compared(changeOf(change))}
              </dd>
            </div>
          )
        })}
      </dl>
      <ReportMonths months={report.months} currency={currency} />
      <ReportMixes mixes={report.mixes} currency={currency} />
      <div className={classes.parties}>
        <ReportParties title={t('report.products')} rows={report.products} currency={currency} />
        <ReportParties title={t('report.clients')} rows={report.clients} currency={currency} />
      </div>
      <footer className={classes.foot}>
        <span>
          {outside.length > 0 &&
            t(together ? 'report.unconverted' : 'report.outside', { amounts: outside.join(', ') })}
        </span>
        <span>{t('report.made', { day: format.day(question.today) })}</span>
      </footer>
    </article>
  )
}
