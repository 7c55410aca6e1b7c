import type { TFunction } from 'i18next'
import type { ClientRow, PartyFigures, PartySums } from '#shared/book/partyQuestions.ts'
import type { Format } from '#ui/format/format.ts'
import type { TableColumn } from '#ui/table/columns.ts'
import { moneyWidth } from '#ui/table/moneyWidth.ts'
import classes from './clients.module.css'
import type { useClientNames } from './useClientNames.ts'

type Money = keyof PartyFigures
type Options = {
  readonly t: TFunction<'clients'>
  readonly format: Format
  readonly names: ReturnType<typeof useClientNames>
  readonly sums: PartySums
  readonly today: string
}

/** Refunds and fees are stored as positive sums; on the screen they go out, so they carry a minus. */
export const minorOf = (id: Money, figures: PartyFigures): number =>
  id === 'refunds' || id === 'fees' ? 0 - figures[id] : figures[id]

/** The columns of the list. Where there are several currencies each amount says its own. */
export function clientColumns({ t, format, names, sums, today }: Options): readonly TableColumn<ClientRow>[] {
  const isOne = sums.length < 2
  const written = (minor: number, currency: string) =>
    isOne ? format.amount(minor, currency) : format.money(minor, currency)
  const lines = (id: Money, all: PartySums) =>
    all.map(({ currency, figures }) => (
      <div key={currency} className={figures[id] === 0 ? classes.zero : undefined}>
        {written(minorOf(id, figures), currency)}
      </div>
    ))
  const money = (id: Money): TableColumn<ClientRow> => ({
    id,
    header: t(`columns.${id}`),
    width: moneyWidth(sums.map(({ currency, figures }) => written(minorOf(id, figures), currency))),
    align: 'end',
    sorts: 'descending',
    value: ({ sums: own }) =>
      own[0] === undefined ? '' : { minor: minorOf(id, own[0].figures), currency: own[0].currency },
    cell: ({ sums: own }) => {
      const [first, ...others] = own
      if (first === undefined) return <span className={classes.zero}>–</span>
      const text = written(minorOf(id, first.figures), first.currency)
      return (
        <span
          className={first.figures[id] === 0 ? classes.zero : id === 'kept' ? classes.strong : undefined}
          data-negative={(id === 'kept' && first.figures.kept < 0) || undefined}
        >
          {others.length === 0
            ? text
            : t('andOthers', { amount: text, number: format.number(others.length) })}
        </span>
      )
    },
    foot: lines(id, sums),
  })
  const day = (id: 'first' | 'last' | 'followUp', optional: boolean): TableColumn<ClientRow> => ({
    id,
    header: t(`columns.${id}`),
    width: '110px',
    sorts: id === 'followUp' ? 'ascending' : 'descending',
    ...(optional ? { optional: true } : {}),
    value: (row) => (row[id] === '' ? '' : { day: row[id] }),
    cell: (row) => (row[id] === '' ? '' : format.day(row[id])),
  })
  const text = (
    id: 'mail' | 'circles' | 'tags',
    read: (row: ClientRow) => string,
    optional: boolean,
  ): TableColumn<ClientRow> => ({
    id,
    header: t(`columns.${id}`),
    width: 'minmax(110px, 1fr)',
    ...(optional ? { optional: true } : {}),
    value: read,
    cell: (row) => <bdi>{read(row)}</bdi>,
  })
  return [
    {
      id: 'name',
      header: t('columns.name'),
      width: 'minmax(118px, 1.6fr)',
      sorts: 'ascending',
      fixed: true,
      value: (row) => names.name(row),
      cell: (row) => (
        <>
          <bdi className={row.isRecord ? classes.record : undefined}>{names.name(row)}</bdi>
          {row.followUp !== '' && row.followUp <= today && (
            <span className={classes.due}>{t(row.followUp === today ? 'due.today' : 'due.overdue')}</span>
          )}
        </>
      ),
      foot: t('total'),
    },
    text('mail', ({ mail }) => mail, true),
    {
      id: 'channel',
      header: t('columns.channel'),
      width: 'minmax(92px, 0.8fr)',
      sorts: 'ascending',
      value: ({ channels }) => names.channels(channels),
      cell: ({ channels }) => <bdi>{names.channels(channels)}</bdi>,
    },
    text('circles', (row) => row.circles.map(names.circle).join(', '), true),
    text('tags', ({ tags }) => tags.join(', '), true),
    {
      id: 'sales',
      header: t('columns.sales'),
      width: '64px',
      align: 'end',
      sorts: 'descending',
      value: ({ sales }) => sales,
      cell: ({ sales }) => format.number(sales),
    },
    money('gross'),
    money('refunds'),
    { ...money('fees'), optional: true },
    money('kept'),
    day('first', true),
    day('last', false),
    day('followUp', true),
  ]
}
