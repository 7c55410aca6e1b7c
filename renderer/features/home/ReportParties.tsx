import { useTranslation } from 'react-i18next'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { Party } from './askParties.ts'
import classes from './report.module.css'

type Props = { readonly title: string; readonly rows: readonly Party[]; readonly currency: string }

/** Products or clients of which most was kept. */
export function ReportParties({ title, rows, currency }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  return (
    <section>
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className={classes.none}>{t('report.nothing')}</p>
      ) : (
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('report.name')}</th>
              <th scope="col">{t('report.gross')}</th>
              <th scope="col">{t('report.kept')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, figures }) => (
              <tr key={key}>
                <td>
                  <bdi>{name === '' ? t('top.unnamed') : name}</bdi>
                </td>
                <td>{format.amount(figures.gross, currency)}</td>
                <td>{format.amount(figures.kept, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
