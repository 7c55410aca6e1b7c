import type { TotalsRow } from '#shared/book/questions.ts'
import { mixOf } from './mix.ts'

/** In the order in which they are stacked. */
export const buyerKinds = ['returning', 'fresh', 'unknown'] as const
export type BuyerKind = (typeof buyerKinds)[number]
export type BuyerPart = {
  readonly kind: BuyerKind
  readonly cameIn: number
  readonly sales: number
  /** One for each bucket. */
  readonly amounts: readonly number[]
  readonly counts: readonly number[]
}

/** Rows of one currency as kinds of buyers over time; a kind that nobody is of is left out. */
export function buyerParts(rows: readonly TotalsRow[], buckets: readonly string[]): readonly BuyerPart[] {
  return buyerKinds.flatMap((kind) => {
    const own = rows.filter(({ key, sales, measures }) => key === kind && (sales > 0 || measures.gross !== 0))
    const [mix] = mixOf(own, null, buckets, 'cameIn')
    if (mix === undefined) return []
    const counts = buckets.map((bucket) => salesOf(own.filter((row) => row.bucket === bucket)))
    return [{ kind, cameIn: mix.value, sales: salesOf(own), amounts: mix.values, counts }]
  })
}

const salesOf = (rows: readonly TotalsRow[]): number => rows.reduce((sum, { sales }) => sum + sales, 0)
