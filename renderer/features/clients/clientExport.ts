import type { TFunction } from 'i18next'
import type { ClientRow } from '#shared/book/partyQuestions.ts'
import type { FileColumn } from '#ui/export/lines.ts'
import type { useClientNames } from './useClientNames.ts'

const figures = ['gross', 'refunds', 'fees', 'kept'] as const
const days = ['first', 'last', 'followUp'] as const

/** All there is to say of a client in one line of a file. Amounts are positive where the list shows what goes out. */
export function clientFileColumns(
  t: TFunction<'clients'>,
  names: ReturnType<typeof useClientNames>,
): readonly FileColumn<ClientRow>[] {
  const column = (
    id: 'name' | 'mail' | 'channel' | 'circles' | 'tags' | 'sales' | 'currency',
    value: FileColumn<ClientRow>['value'],
  ): FileColumn<ClientRow> => ({ id, header: t(`columns.${id}`), value })
  return [
    column('name', (row) => names.name(row)),
    column('mail', ({ mail }) => mail),
    column('channel', ({ channels }) => names.channels(channels)),
    column('circles', (row) => row.circles.map(names.circle).join(', ')),
    column('tags', ({ tags }) => tags.join(', ')),
    column('sales', ({ sales }) => sales),
    column('currency', ({ sums }) => sums[0]?.currency ?? ''),
    ...figures.map((id): FileColumn<ClientRow> => ({
      id,
      header: t(`columns.${id}`),
      value: ({ sums: [sum] }) => (sum ? { minor: sum.figures[id], currency: sum.currency } : null),
    })),
    ...days.map((id): FileColumn<ClientRow> => ({
      id,
      header: t(`columns.${id}`),
      value: (row) => (row[id] === '' ? null : { day: row[id] }),
    })),
  ]
}

/** A client of two currencies takes a line for each; the same sales must not add up twice. */
export const byCurrency = (row: ClientRow): readonly ClientRow[] =>
  row.sums.length < 2
    ? [row]
    : row.sums.map((sum, at) => ({ ...row, sums: [sum], ...(at === 0 ? {} : { sales: 0 }) }))
