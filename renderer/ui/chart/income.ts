import type { TFunction } from 'i18next'
import { cameIn } from '#shared/book/income.ts'
import type { Filter, Measures, TotalsRow } from '#shared/book/questions.ts'
import { bucketFor, daysOf } from '#shared/calendar/buckets.ts'
import type { Days } from '#shared/calendar/period.ts'
import { decimalText } from '#shared/money/decimalText.ts'
import type { Format } from '#ui/format/format.ts'
import type { ChartTable } from './table.ts'

export const incomeFigures = ['cameIn', 'kept'] as const
export type IncomeFigure = (typeof incomeFigures)[number]

/** What a channel brought, bucket by bucket, in minor units. */
export type IncomePart = {
  readonly channel: string
  readonly value: number
  readonly values: readonly number[]
}

const valueOf = (measures: Measures, figure: IncomeFigure): number =>
  figure === 'kept' ? measures.kept : cameIn(measures)

/** The days money of a product fell on, as far as months tell; null where there is none. */
export function spanOf(months: readonly TotalsRow[], { from, to }: Filter): Days | null {
  const names = months.map(({ bucket }) => bucket).sort()
  const [first, last] = [names[0], names.at(-1)]
  if (first === undefined || last === undefined) return null
  const whole = { from: `${first}-01`, to: daysOf(last, { from: '', to: '9999-12-31' }).to }
  return { from: from ?? whole.from, to: to ?? whole.to }
}

/** Months, unless the person asks for a short time or there are too many of them. */
export function bucketOfSpan(span: Days, isChosen: boolean) {
  const fitting = bucketFor(span)
  return fitting === 'day' && !isChosen ? 'month' : fitting
}

/** Channels by what they brought, the largest first. */
export function incomeParts(
  rows: readonly TotalsRow[],
  buckets: readonly string[],
  figure: IncomeFigure,
): readonly IncomePart[] {
  const places = new Map(buckets.map((bucket, place) => [bucket, place]))
  const byChannel = new Map<string, number[]>()
  for (const { key, bucket, measures } of rows) {
    const values = byChannel.get(key) ?? buckets.map(() => 0)
    byChannel.set(key, values)
    const place = places.get(bucket)
    if (place !== undefined) values[place] = (values[place] ?? 0) + valueOf(measures, figure)
  }
  return [...byChannel]
    .map(([channel, values]) => ({ channel, values, value: values.reduce((sum, one) => sum + one, 0) }))
    .toSorted((a, b) => b.value - a.value || (a.channel < b.channel ? -1 : 1))
}

type TableOf = {
  readonly parts: readonly (IncomePart & { readonly name: string })[]
  readonly buckets: readonly string[]
  readonly currency: string
  readonly format: Format
  readonly t: TFunction<'ui'>
  readonly onOpen: (bucket: string) => void
}

/** The chart as rows: one for each span of time, and their sum. */
export function incomeTable({ parts, buckets, currency, format, t, onOpen }: TableOf): ChartTable {
  const row = (key: string, name: string, values: readonly number[], open?: () => void) => {
    const amounts = [...values, values.reduce((sum, value) => sum + value, 0)]
    return {
      key,
      cells: [name, ...amounts.map((amount) => format.amount(amount, currency))],
      raw: [key === 'total' ? name : key, ...amounts.map((amount) => decimalText(amount, currency))],
      onOpen: open,
    }
  }
  return {
    columns: [
      { label: t('income.period'), numeric: false },
      ...parts.map(({ name }) => ({ label: name, numeric: true })),
      { label: t('income.totalIn', { currency }), numeric: true },
    ],
    rows: [
      ...buckets.map((bucket, place) =>
        row(
          bucket,
          format.bucket(bucket),
          parts.map(({ values }) => values[place] ?? 0),
          () => onOpen(bucket),
        ),
      ),
      row(
        'total',
        t('income.total'),
        parts.map(({ value }) => value),
      ),
    ],
  }
}
