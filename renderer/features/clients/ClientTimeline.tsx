import { Button, Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Filter, SaleRow } from '#shared/book/questions.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import type { ClientsServices } from './clientsServices.ts'
import { useClientNames } from './useClientNames.ts'
import classes from './clients.module.css'

type Props = {
  readonly book: ClientsServices['book']
  readonly clientKey: string
  readonly filter: Filter
  readonly onSeeSale: (key: string) => void
  readonly onSeeAll: () => void
}

const shown = 50

/** What happened with a client, the newest first, year by year. */
export function ClientTimeline({ book, clientKey, filter, onSeeSale, onSeeAll }: Props) {
  const { t } = useTranslation('clients')
  const format = useFormat()
  const { answer } = useAnswer(
    book.subscribe,
    () =>
      book.sales(
        {
          filter: { ...filter, clients: [clientKey] },
          sort: { by: 'day', descending: true },
          from: 0,
          count: shown,
        },
        {},
      ),
    clientKey,
  )
  const years = [...new Set(answer?.rows.map(({ day }) => day.slice(0, 4)))]
  return (
    <Card
      title={t('timeline.title')}
      actions={
        answer !== null &&
        answer.total > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={onSeeAll}>
            {t('timeline.all', { count: answer.total, number: format.number(answer.total) })}
          </Button>
        )
      }
    >
      {answer === null && <Skeleton h={160} />}
      {answer?.total === 0 && <p className={classes.quiet}>{t('timeline.none')}</p>}
      {years.map((year) => (
        <section key={year} aria-label={year}>
          <h3 className={classes.year}>{year}</h3>
          <ol className={classes.timeline}>
            {answer?.rows
              .filter(({ day }) => day.startsWith(year))
              .map((sale) => (
                <Happened key={sale.key} sale={sale} onOpen={() => onSeeSale(sale.key)} />
              ))}
          </ol>
        </section>
      ))}
      {answer !== null && answer.total > shown && (
        <p className={classes.quiet}>
          {t('timeline.older', { number: format.number(answer.total - shown) })}
        </p>
      )}
    </Card>
  )
}

function Happened({ sale, onOpen }: { readonly sale: SaleRow; readonly onOpen: () => void }) {
  const { t } = useTranslation(['clients', 'sales'])
  const format = useFormat()
  const names = useClientNames()
  const { measures, currency } = sale
  const title =
    sale.lines > 1 && sale.title !== ''
      ? t('sales:more', { title: sale.title, number: format.number(sale.lines - 1) })
      : sale.title || sale.label
  const said = [
    names.channel(sale.channel),
    sale.status === 'counted' ? '' : t(`sales:status.${sale.status}`),
    measures.refunds === 0
      ? ''
      : t('timeline.refunded', { amount: format.money(measures.refunds, currency) }),
  ]
  return (
    <li>
      <button type="button" className={classes.happened} onClick={onOpen}>
        <span className={classes.when}>{format.day(sale.day)}</span>
        <span className={classes.what}>
          <bdi>{title}</bdi>
          <span className={classes.quiet}>{said.filter((text) => text !== '').join(' · ')}</span>
        </span>
        <span className={classes.amount}>
          {format.money(measures.gross, currency)}
          <span className={classes.quiet}>
            {t('timeline.kept', { amount: format.money(measures.kept, currency) })}
          </span>
        </span>
      </button>
    </li>
  )
}
