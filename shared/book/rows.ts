import { addFigure, measureCount } from './measures.ts'

type Row = {
  readonly span: number
  readonly key: number
  readonly sums: Float64Array
  readonly base: number
  readonly sales: number
  readonly units: number
}

/** More cells than this are looked up by hash instead of by place. */
const tableLimit = 1 << 22

/** Sums in one growing array; a row is made when the first amount falls into it. */
export function createRows(spanCount: number, keyCount: number) {
  const table = spanCount * keyCount <= tableLimit ? new Uint32Array(spanCount * keyCount) : null
  const hashed = new Map<number, number>()
  const places: number[] = []
  const sales: number[] = []
  const units: number[] = []
  let sums = new Float64Array(measureCount * 64)
  const make = (place: number): number => {
    const row = places.push(place) - 1
    sales.push(0)
    units.push(0)
    if (table) table[place] = row + 1
    else hashed.set(place, row + 1)
    if ((row + 1) * measureCount > sums.length) {
      const wider = new Float64Array(sums.length * 2)
      wider.set(sums)
      sums = wider
    }
    return row
  }
  return {
    at(span: number, key: number): number {
      const place = span * keyCount + key
      const known = (table ? table[place] : hashed.get(place)) ?? 0
      return known === 0 ? make(place) : known - 1
    },
    add: (row: number, kind: number, amount: number) => addFigure(sums, row * measureCount, kind, amount),
    count(row: number, more: number, quantity: number) {
      units[row] = (units[row] ?? 0) + quantity
      sales[row] = (sales[row] ?? 0) + more
    },
    list: <T>(make: (row: Row) => T): T[] =>
      places.map((place, row) => {
        const key = place % keyCount
        return make({
          span: (place - key) / keyCount,
          key,
          sums,
          base: row * measureCount,
          sales: sales[row] ?? 0,
          units: units[row] ?? 0,
        })
      }),
  }
}

export type Rows = ReturnType<typeof createRows>
