import { useTranslation } from 'react-i18next'
import type { NumberReport } from '#shared/document/numberReport.ts'
import { Note } from '#ui/Note.tsx'
import classes from './business.module.css'

/** What a tax office would ask: which numbers are missing, which are there twice. */
export function NumbersReport({ report }: { readonly report: NumberReport }) {
  const { t } = useTranslation('business')
  const { periods, duplicates, foreign } = report
  const gaps = periods.flatMap(({ period, gaps: found }) => found.map((gap) => ({ period, ...gap })))
  const issued = periods.reduce((sum, one) => sum + one.issued, 0)
  if (issued === 0 && foreign.length === 0) return null
  const isWhole = gaps.length === 0 && duplicates.length === 0
  return (
    <Note tone={isWhole ? 'good' : 'bad'}>
      {isWhole && t('series.whole', { count: issued })}
      {!isWhole && (
        <ul className={classes.report}>
          {gaps.map(({ period, from, to }) => (
            <li key={`${period} ${from}`}>
              {t(from === to ? 'series.gap' : 'series.gaps', { period, from, to })}
            </li>
          ))}
          {duplicates.map((number) => (
            <li key={number}>{t('series.double', { number })}</li>
          ))}
        </ul>
      )}
      {foreign.length > 0 && <div>{t('series.foreign', { count: foreign.length })}</div>}
    </Note>
  )
}
