import type { TFunction } from 'i18next'
import { decimalText } from '#shared/money/decimalText.ts'
import type { ChartTable } from '#ui/chart/table.ts'
import type { Format } from '#ui/format/format.ts'
import type { BuyerPart } from './buyers.ts'

type Question = {
  readonly parts: readonly (BuyerPart & { readonly name: string })[]
  readonly buckets: readonly string[]
  readonly currency: string
  readonly format: Format
  readonly t: TFunction<'home'>
  readonly onOpen: (bucket: string) => void
}

/** Sales and money of each kind of buyer, one row for each span of time, and their sums. */
export function buyersTable({ parts, buckets, currency, format, t, onOpen }: Question): ChartTable {
  const row = (key: string, name: string, figures: readonly Figures[], open?: () => void) => ({
    key: key === '' ? 'total' : key,
    cells: [
      name,
      ...figures.flatMap(({ cameIn, sales }) => [format.amount(cameIn, currency), format.number(sales)]),
    ],
    raw: [
      key === '' ? name : key,
      ...figures.flatMap(({ cameIn, sales }) => [decimalText(cameIn, currency), sales]),
    ],
    onOpen: open,
  })
  return {
    columns: [
      { label: t('mix.period'), numeric: false },
      ...parts.flatMap(({ name }) => [
        { label: t('returning.columns.cameIn', { name, currency }), numeric: true },
        { label: t('returning.columns.sales', { name }), numeric: true },
      ]),
    ],
    rows: [
      ...buckets.map((bucket, at) =>
        row(
          bucket,
          format.bucket(bucket),
          parts.map(({ amounts, counts }) => ({ cameIn: amounts[at] ?? 0, sales: counts[at] ?? 0 })),
          () => onOpen(bucket),
        ),
      ),
      row('', t('returning.total'), parts),
    ],
  }
}

type Figures = Pick<BuyerPart, 'cameIn' | 'sales'>
