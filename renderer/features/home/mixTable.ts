import type { TFunction } from 'i18next'
import { decimalText } from '#shared/money/decimalText.ts'
import type { ChartTable } from '#ui/chart/table.ts'
import type { Format } from '#ui/format/format.ts'

type Question = {
  readonly parts: readonly {
    readonly name: string
    readonly value: number
    readonly values: readonly number[]
  }[]
  readonly buckets: readonly string[]
  readonly currency: string
  readonly format: Format
  readonly t: TFunction<'home'>
  readonly onOpen: (bucket: string) => void
}

/** The mix as rows: one for each span of time, and their sum. */
export function mixTable({ parts, buckets, currency, format, t, onOpen }: Question): ChartTable {
  const row = (key: string, name: string, raw: string, values: readonly number[], open?: () => void) => {
    const amounts = [...values, values.reduce((sum, value) => sum + value, 0)]
    return {
      key,
      cells: [name, ...amounts.map((amount) => format.amount(amount, currency))],
      raw: [raw, ...amounts.map((amount) => decimalText(amount, currency))],
      onOpen: open,
    }
  }
  const numeric = (label: string) => ({ label, numeric: true })
  return {
    columns: [
      { label: t('mix.period'), numeric: false },
      ...parts.map(({ name }) => numeric(name)),
      numeric(t('mix.totalIn', { currency })),
    ],
    rows: [
      ...buckets.map((bucket, place) =>
        row(
          bucket,
          format.bucket(bucket),
          bucket,
          parts.map(({ values }) => values[place] ?? 0),
          () => onOpen(bucket),
        ),
      ),
      row(
        'total',
        t('mix.total'),
        t('mix.total'),
        parts.map(({ value }) => value),
      ),
    ],
  }
}
