import type { TFunction } from 'i18next'
import { unit } from '#shared/book/entry.ts'
import { measureNames, type SaleRow } from '#shared/book/questions.ts'
import type { FileColumn } from '#ui/export/lines.ts'

/** All there is to say of a sale in one line of a file. Amounts are positive where the list shows what goes out. */
export function saleFileColumns(t: TFunction<'sales'>): readonly FileColumn<SaleRow>[] {
  const column = (
    id: Parameters<typeof head>[0],
    value: FileColumn<SaleRow>['value'],
  ): FileColumn<SaleRow> => ({ id, header: head(id), value })
  return [
    column('day', ({ day }) => ({ day })),
    column('label', ({ label }) => label),
    column('channel', ({ channel }) => channel),
    column('account', ({ account }) => account.split(unit).at(-1) ?? ''),
    column('buyer', ({ buyer }) => buyer),
    column('title', ({ title }) => title),
    column('lines', ({ lines }) => lines),
    column('units', ({ units }) => units),
    column('status', ({ status }) => status),
    column('currency', ({ currency }) => currency),
    ...measureNames.map((name) =>
      column(name, ({ measures, currency }) => ({ minor: measures[name], currency })),
    ),
  ]

  function head(id: (typeof measureNames)[number] | (typeof texts)[number]): string {
    return t(`export.columns.${id}`)
  }
}

const texts = [
  'day',
  'label',
  'channel',
  'account',
  'buyer',
  'title',
  'lines',
  'units',
  'status',
  'currency',
] as const

/** A sale of two currencies takes a line for each; the same pieces must not add up twice. */
export const byCurrency = (sale: SaleRow): readonly SaleRow[] => [
  sale,
  ...sale.others.map((other) => ({ ...sale, ...other, lines: 0, units: 0 })),
]
