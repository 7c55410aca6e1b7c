import type { Measures, TotalsRow } from '#shared/book/questions.ts'
import { figureOf, shareOf, sumOf, type Figure } from './figures.ts'

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

/** Rows of one currency as parts over time, the largest first, then the rest, then what is tied to nothing. */
export function mixOf(
  rows: readonly TotalsRow[],
  buckets: readonly string[],
  figure: Figure,
  most: number,
): readonly MixPart[] {
  const byKey = groupByKey(rows)
  const untied = byKey.get('') ?? []
  byKey.delete('')
  const named = [...byKey].map(([key, own]) => ({ key, own, value: figureOf(sumOf(own), figure) }))
  named.sort((one, other) => other.value - one.value || (one.key < other.key ? -1 : 1))
  const largest = named.slice(0, named.length > most + 1 ? most : named.length)
  const others = named.slice(largest.length)
  const whole = named.reduce((sum, { value }) => sum + Math.max(0, value), 0)
  const part = (sort: MixPart['sort'], key: string, own: readonly TotalsRow[], keys: number): MixPart => {
    const measures = sumOf(own)
    const value = figureOf(measures, figure)
    return {
      sort,
      key,
      measures,
      value,
      share: shareOf(value, whole),
      values: valuesOf(own, buckets, figure),
      keys,
    }
  }
  return [
    ...largest.map(({ key, own }) => part('named', key, own, 1)),
    ...(others.length === 0
      ? []
      : [
          part(
            'rest',
            '',
            others.flatMap(({ own }) => own),
            others.length,
          ),
        ]),
    ...(untied.length === 0 ? [] : [part('untied', '', untied, 1)]),
  ]
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

function valuesOf(rows: readonly TotalsRow[], buckets: readonly string[], figure: Figure): readonly number[] {
  const places = new Map(buckets.map((bucket, place) => [bucket, place]))
  const values = buckets.map(() => 0)
  for (const row of rows) {
    const place = places.get(row.bucket)
    if (place !== undefined) values[place] = (values[place] ?? 0) + figureOf(row.measures, figure)
  }
  return values
}
