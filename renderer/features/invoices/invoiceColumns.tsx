import type { TFunction } from 'i18next'
import type { DocumentRow, DocumentSums } from '#shared/book/documentQuestions.ts'
import type { Format } from '#ui/format/format.ts'
import type { TableColumn } from '#ui/table/columns.ts'
import { moneyWidth } from '#ui/table/moneyWidth.ts'
import { StandingBadge } from '#ui/document/StandingBadge.tsx'
import classes from './invoices.module.css'

/** The list's own words, and those that every document is told with. */
export type InvoicesText = TFunction<['invoices', 'documents']>

type Options = {
  readonly t: InvoicesText
  readonly format: Format
  readonly sums: readonly DocumentSums[]
}

/** The columns of the list. Where there are several currencies each amount says its own. */
export function invoiceColumns({ t, format, sums }: Options): readonly TableColumn<DocumentRow>[] {
  const written = (minor: number, currency: string) =>
    sums.length < 2 ? format.amount(minor, currency) : format.money(minor, currency)
  const sumOf = (id: 'payable' | 'open', sum: DocumentSums) => (id === 'open' ? sum.open : sum.total)
  const money = (id: 'payable' | 'open'): TableColumn<DocumentRow> => ({
    id,
    header: t(`columns.${id}`),
    width: moneyWidth(sums.map((sum) => written(sumOf(id, sum), sum.currency))),
    align: 'end',
    sorts: 'descending',
    value: (row) => ({ minor: row[id], currency: row.currency }),
    cell: ({ [id]: minor, currency, standing }) =>
      minor === 0 ? (
        <span className={classes.zero}>–</span>
      ) : (
        <span
          className={id === 'open' ? (standing === 'overdue' ? classes.late : classes.strong) : undefined}
          data-negative={minor < 0 || undefined}
        >
          {written(minor, currency)}
        </span>
      ),
    foot: sums.map((sum) => <div key={sum.currency}>{written(sumOf(id, sum), sum.currency)}</div>),
  })
  return [
    {
      id: 'number',
      header: t('columns.number'),
      width: 'minmax(112px, 0.9fr)',
      sorts: 'ascending',
      fixed: true,
      value: ({ number }) => number,
      cell: ({ number }) =>
        number === '' ? (
          <span className={classes.quiet}>{t('noNumber')}</span>
        ) : (
          <bdi className={classes.number}>{number}</bdi>
        ),
      foot: t('total'),
    },
    {
      id: 'kind',
      header: t('columns.kind'),
      width: '104px',
      sorts: 'ascending',
      value: (row) => kindText(t, row),
      cell: (row) => kindText(t, row),
    },
    {
      id: 'buyer',
      header: t('columns.buyer'),
      width: 'minmax(130px, 1.6fr)',
      sorts: 'ascending',
      value: ({ buyer }) => buyer,
      cell: ({ buyer }) =>
        buyer === '' ? <span className={classes.quiet}>{t('nameless')}</span> : <bdi>{buyer}</bdi>,
    },
    {
      id: 'subject',
      header: t('columns.subject'),
      width: 'minmax(110px, 1.3fr)',
      sorts: 'ascending',
      optional: true,
      value: ({ subject }) => subject,
      cell: ({ subject }) => <bdi>{subject}</bdi>,
    },
    {
      id: 'day',
      header: t('columns.day'),
      width: '110px',
      sorts: 'descending',
      value: ({ day }) => ({ day }),
      cell: ({ day }) => format.day(day),
    },
    {
      id: 'due',
      header: t('columns.due'),
      width: '110px',
      sorts: 'ascending',
      value: ({ due }) => (due === '' ? '' : { day: due }),
      cell: ({ due, standing }) =>
        due === '' ? (
          ''
        ) : (
          <span className={standing === 'overdue' ? classes.late : undefined}>{format.day(due)}</span>
        ),
    },
    {
      id: 'standing',
      header: t('columns.standing'),
      width: '124px',
      sorts: 'ascending',
      value: ({ standing }) => t(`documents:standings.${standing}`),
      cell: ({ standing }) => <StandingBadge standing={standing} />,
    },
    {
      id: 'sent',
      header: t('columns.sent'),
      width: '110px',
      optional: true,
      value: ({ sent }) => (sent === '' ? '' : { day: sent }),
      cell: ({ sent }) => (sent === '' ? '' : format.day(sent)),
    },
    money('payable'),
    money('open'),
  ]
}

/** A deposit invoice says that it is one. */
export const kindText = (t: InvoicesText, { kind, isDeposit }: DocumentRow): string =>
  t(kind === 'invoice' && isDeposit ? 'kinds.deposit' : `kinds.${kind}`)
