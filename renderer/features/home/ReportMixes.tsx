import { useTranslation } from 'react-i18next'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { mixColour } from './mixColour.ts'
import type { ReportMix } from './monthReport.ts'
import { useNames } from './useNames.ts'
import classes from './report.module.css'

type Props = { readonly mixes: readonly ReportMix[]; readonly currency: string }

/** So many lines fit on the page; the others are added up. */
const lines = 7

/** What came in by stream and by shop. */
export function ReportMixes({ mixes, currency }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const names = useNames()
  return (
    <div className={classes.mixes}>
      {mixes.map(({ by, parts, titles }) => {
        const there = parts.filter(({ value }) => value !== 0)
        const named = there.length > lines ? there.slice(0, lines - 1) : there
        const others = there.slice(named.length)
        return (
          <section key={by}>
            <h3>
              {t(`report.${by}`)} <small>{t('report.cameIn')}</small>
            </h3>
            {there.length === 0 && <p className={classes.none}>{t('report.nothing')}</p>}
            <div className={classes.bar}>
              {named.map((part, place) =>
                part.share === null ? null : (
                  <i
                    key={part.sort + part.key}
                    style={{ width: `${part.share * 100}%`, background: mixColour(part, by, place) }}
                  />
                ),
              )}
              {others.length > 0 && <i className={classes.rest} />}
            </div>
            <ul>
              {named.map((part, place) => (
                <li key={part.sort + part.key}>
                  <i style={{ background: mixColour(part, by, place) }} />
                  <bdi>{names.part(part, by, titles, format.number)}</bdi>
                  <span>{format.amount(part.value, currency)}</span>
                  <span className={classes.share}>
                    {part.share === null ? '' : format.percent(part.share)}
                  </span>
                </li>
              ))}
              {others.length > 0 && (
                <li>
                  <i className={classes.rest} />
                  <bdi>{t('report.others')}</bdi>
                  <span>
                    {format.amount(
                      others.reduce((sum, { value }) => sum + value, 0),
                      currency,
                    )}
                  </span>
                  <span className={classes.share}>
                    {format.percent(others.reduce((sum, { share }) => sum + (share ?? 0), 0))}
                  </span>
                </li>
              )}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
