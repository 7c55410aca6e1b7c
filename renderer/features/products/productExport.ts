import type { TFunction } from 'i18next'
import type { ProductRow } from '#shared/book/partyQuestions.ts'
import type { FileColumn } from '#ui/export/lines.ts'
import type { Names } from './useNames.ts'

const figures = ['gross', 'refunds', 'fees', 'kept'] as const

/** All there is to say of a product in one line of a file. Amounts are positive where the list shows what goes out. */
export function productFileColumns(
  t: TFunction<'products'>,
  names: Names,
): readonly FileColumn<ProductRow>[] {
  const column = (
    id:
      | 'name'
      | 'sku'
      | 'stream'
      | 'channels'
      | 'price'
      | 'stock'
      | 'units'
      | 'sales'
      | 'last'
      | 'tags'
      | 'kind'
      | 'currency',
    value: FileColumn<ProductRow>['value'],
  ): FileColumn<ProductRow> => ({ id, header: t(`columns.${id}`), value })
  return [
    column('name', (row) => row.name || row.sku),
    column('sku', ({ sku }) => sku),
    column('kind', ({ kind }) => (kind === '' ? '' : names.kind(kind))),
    column('stream', ({ stream }) => (stream === '' ? '' : names.stream(stream))),
    column('channels', ({ channels }) => channels.map(names.channel).join(', ')),
    column('price', ({ price }) => price && { minor: price.amount, currency: price.currency }),
    column('stock', ({ stock }) => stock),
    column('units', ({ units }) => units),
    column('sales', ({ sales }) => sales),
    column('currency', ({ sums }) => sums[0]?.currency ?? ''),
    ...figures.map((name) => ({
      id: name,
      header: t(`columns.${name}`),
      value: ({ sums: [sum] }: ProductRow) =>
        sum ? { minor: sum.figures[name], currency: sum.currency } : null,
    })),
    column('last', ({ last }) => (last === '' ? null : { day: last })),
    column('tags', ({ tags }) => tags.join(', ')),
  ]
}

/** A product of two currencies takes a line for each; the same pieces must not add up twice. */
export const byCurrency = (row: ProductRow): readonly ProductRow[] =>
  row.sums.length < 2
    ? [row]
    : row.sums.map((sum, at) => ({ ...row, sums: [sum], ...(at === 0 ? {} : { units: 0, sales: 0 }) }))
