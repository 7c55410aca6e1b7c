import { useTranslation } from 'react-i18next'
import type { ClientRow } from '#shared/book/partyQuestions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { minorOf } from './clientColumns.tsx'
import classes from './clients.module.css'

/** What came of a client, in each currency: kept after fees first, for that is what it is worth. */
export function ClientFigures({ row }: { readonly row: ClientRow }) {
  const { t } = useTranslation('clients')
  const format = useFormat()
  const days = row.first === '' ? '' : format.days(row.first, row.last)
  return (
    <section className={classes.figures} aria-label={t('figures.label')}>
      {row.sums.map(({ currency, figures }) => (
        <dl key={currency} className={classes.figureRow}>
          <Figure name={t('figures.kept')} value={format.money(figures.kept, currency)} strong />
          <Figure name={t('columns.gross')} value={format.money(figures.gross, currency)} />
          <Figure name={t('columns.refunds')} value={format.money(minorOf('refunds', figures), currency)} />
          <Figure name={t('columns.fees')} value={format.money(minorOf('fees', figures), currency)} />
          {row.sums.length === 1 && row.sales > 0 && (
            <Figure
              name={t('figures.average')}
              value={format.money(Math.round(figures.gross / row.sales), currency)}
            />
          )}
        </dl>
      ))}
      <dl className={classes.figureRow}>
        <Figure name={t('columns.sales')} value={format.number(row.sales)} />
        {days !== '' && <Figure name={t('figures.days')} value={days} />}
      </dl>
    </section>
  )
}

function Figure(props: { readonly name: string; readonly value: string; readonly strong?: boolean }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd data-strong={props.strong}>{props.value}</dd>
    </div>
  )
}
