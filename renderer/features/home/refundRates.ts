import { cameIn, refundCost } from '#shared/book/income.ts'
import type { TotalsRow } from '#shared/book/questions.ts'
import { sumOf } from './figures.ts'

export type RefundRate = {
  readonly bucket: string
  readonly refunded: number
  readonly cameIn: number
  /** Of what came in; null where nothing did. */
  readonly rate: number | null
}

/** What was given back in each span of time, as a part of what came in then. */
export const refundRates = (rows: readonly TotalsRow[], buckets: readonly string[]): readonly RefundRate[] =>
  buckets.map((bucket) =>
    rateOf(
      bucket,
      rows.filter((row) => row.bucket === bucket),
    ),
  )

export function rateOf(bucket: string, rows: readonly TotalsRow[]): RefundRate {
  const measures = sumOf(rows)
  const [refunded, income] = [refundCost(measures), cameIn(measures)]
  return { bucket, refunded, cameIn: income, rate: income > 0 ? refunded / income : null }
}
