import { incomeOf, type IncomeName } from '#shared/book/income.ts'
import { measureNames, type MeasureName, type Measures, type TotalsRow } from '#shared/book/questions.ts'
import { nothing, shareOf, sumOf } from './figures.ts'

/** `untied` belongs to no stream or product (a listing fee, advertising); `rest` is all that is not among the largest. */
export type MixPart = {
  readonly sort: 'named' | 'rest' | 'untied'
  readonly key: string
  readonly measures: Measures
  readonly value: number
  /** Of all that is above zero. */
  readonly share: number | null
  /** One amount for each bucket. */
  readonly values: readonly number[]
  /** How many keys it stands for. */
  readonly keys: number
}
/** What the named parts leave over, one row for each bucket. */
export type MixRest = { readonly rows: readonly TotalsRow[]; readonly keys: number }

/** Rows of one currency as parts over time, the largest first, then the rest, then what is tied to nothing. */
export function mixOf(
  rows: readonly TotalsRow[],
  rest: MixRest | null,
  buckets: readonly string[],
  figure: IncomeName,
): readonly MixPart[] {
  const part = (sort: MixPart['sort'], key: string, own: readonly TotalsRow[], keys = 1): MixPart => {
    const measures = sumOf(own)
    const values = valuesOf(own, buckets, figure)
    return { sort, key, measures, value: incomeOf(measures, figure), share: null, values, keys }
  }
  const byKey = groupByKey(rows)
  const untied = byKey.get('')
  byKey.delete('')
  const named = [...byKey].map(([key, own]) => part('named', key, own))
  named.sort((one, other) => other.value - one.value || (one.key < other.key ? -1 : 1))
  const parts = [
    ...named,
    ...(rest === null ? [] : [part('rest', '', rest.rows, rest.keys)]),
    ...(untied === undefined ? [] : [part('untied', '', untied)]),
  ]
  const whole = parts.reduce((sum, { value }) => sum + Math.max(0, value), 0)
  return parts.map((one) => ({ ...one, share: shareOf(one.value, whole) }))
}

/** All there is without what has a name, bucket by bucket: exact, because amounts are whole numbers. */
export function restOf(all: readonly TotalsRow[], named: readonly TotalsRow[]): readonly TotalsRow[] {
  return all.map((row) => {
    const taken = sumOf(named.filter(({ bucket }) => bucket === row.bucket))
    const left: Record<MeasureName, number> = { ...nothing }
    for (const name of measureNames) left[name] = row.measures[name] - taken[name]
    return { ...row, measures: left }
  })
}

function groupByKey(rows: readonly TotalsRow[]): Map<string, TotalsRow[]> {
  const groups = new Map<string, TotalsRow[]>()
  for (const row of rows) {
    const group = groups.get(row.key)
    if (group === undefined) groups.set(row.key, [row])
    else group.push(row)
  }
  return groups
}

function valuesOf(
  rows: readonly TotalsRow[],
  buckets: readonly string[],
  figure: IncomeName,
): readonly number[] {
  const places = new Map(buckets.map((bucket, place) => [bucket, place]))
  const values = buckets.map(() => 0)
  for (const row of rows) {
    const place = places.get(row.bucket)
    if (place !== undefined) values[place] = (values[place] ?? 0) + incomeOf(row.measures, figure)
  }
  return values
}
