import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClientRow, PartyFigures } from '#shared/book/partyQuestions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { minorOf } from './clientColumns.tsx'
import classes from './clients.module.css'

const shown = ['kept', 'gross', 'refunds', 'fees'] as const satisfies readonly (keyof PartyFigures)[]

/** What came of a client: kept after fees first, for that is what it is worth. Several currencies stand in a table. */
export function ClientFigures({ row }: { readonly row: ClientRow }) {
  const { t } = useTranslation('clients')
  const format = useFormat()
  const days = row.first === '' ? '' : format.days(row.first, row.last)
  const [sum, ...others] = row.sums
  const nameOf = (id: keyof PartyFigures) => (id === 'kept' ? t('figures.kept') : t(`columns.${id}`))
  return (
    <section className={classes.figures} aria-label={t('figures.label')}>
      {others.length > 0 && <Sums row={row} nameOf={nameOf} />}
      <dl className={classes.figureRow}>
        {sum !== undefined && others.length === 0 && (
          <>
            {shown.map((id) => (
              <Figure
                key={id}
                name={nameOf(id)}
                value={format.money(minorOf(id, sum.figures), sum.currency)}
                strong={id === 'kept'}
                isLoss={id === 'kept' && sum.figures.kept < 0}
              />
            ))}
            {row.sales > 1 && (
              <Figure
                name={t('figures.average')}
                value={format.money(Math.round(sum.figures.gross / row.sales), sum.currency)}
              />
            )}
          </>
        )}
        <Figure name={t('columns.sales')} value={format.number(row.sales)} />
        {days !== '' && <Figure name={t(row.sales > 1 ? 'figures.days' : 'figures.day')} value={days} />}
      </dl>
    </section>
  )
}

type SumsProps = { readonly row: ClientRow; readonly nameOf: (id: keyof PartyFigures) => string }

/** A line for each currency. */
function Sums({ row, nameOf }: SumsProps) {
  const { t } = useTranslation('clients')
  const format = useFormat()
  return (
    <table className={classes.sums}>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{t('columns.currency')}</VisuallyHidden>
          </th>
          {shown.map((id) => (
            <th key={id} scope="col">
              {nameOf(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row.sums.map(({ currency, figures }) => (
          <tr key={currency}>
            <th scope="row">{currency}</th>
            {shown.map((id) => (
              <td
                key={id}
                data-strong={id === 'kept'}
                data-loss={(id === 'kept' && figures.kept < 0) || undefined}
              >
                {format.money(minorOf(id, figures), currency)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type FigureProps = {
  readonly name: string
  readonly value: string
  readonly strong?: boolean
  readonly isLoss?: boolean
}

function Figure({ name, value, strong = false, isLoss = false }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-strong={strong} data-loss={isLoss || undefined}>
        {value}
      </dd>
    </div>
  )
}
