import { useTranslation } from 'react-i18next'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { ReportMonth } from './monthReport.ts'
import classes from './report.module.css'

type Props = { readonly months: readonly ReportMonth[]; readonly currency: string }

/** The year that ends with the month of the report: what came in, and what was kept of it. */
export function ReportMonths({ months, currency }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const amounts = months.flatMap(({ cameIn, kept }) => [cameIn, kept])
  const [low, high] = [Math.min(0, ...amounts), Math.max(0, ...amounts)]
  if (low === high) return null
  /** Height of an amount in hundredths of the drawing. */
  const tall = (amount: number) => (Math.abs(amount) / (high - low)) * 100
  const bar = (amount: number, name: string) => (
    <i
      className={classes[name]}
      style={{ height: `${tall(amount)}%`, bottom: `${tall(low) - (amount < 0 ? tall(amount) : 0)}%` }}
    />
  )
  return (
    <section>
      <h3>
        {t('report.year')}{' '}
        <small className={classes.key}>
          <i className={classes.cameInKey} /> {t('report.cameIn')} <i className={classes.keptKey} />{' '}
          {t('report.keptKey')}
        </small>
      </h3>
      <ol className={classes.months}>
        {months.map(({ month, cameIn, kept }, at) => (
          <li key={month} data-now={at === months.length - 1 || undefined}>
            <b>{kept === 0 && cameIn === 0 ? '–' : format.shortAmount(kept, currency)}</b>
            <div className={classes.column}>
              {bar(cameIn, 'cameInBar')}
              {bar(kept, 'keptBar')}
            </div>
            <span>{format.shortBucket(month)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
