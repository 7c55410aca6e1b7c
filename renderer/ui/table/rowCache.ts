/** Rows come by the screenful: `count` of them from position `from`, and how many there are in all. */
export type RowSource<Row> = (
  from: number,
  count: number,
) => Promise<{ readonly total: number; readonly rows: readonly Row[] }>

/** The rows of one question that were asked for so far. */
export type RowCache<Row> = {
  /** null until the first answer. */
  readonly total: () => number | null
  readonly row: (index: number) => Row | undefined
  /** Fetches what is missing of `first` … `last`, and a little on both sides. */
  readonly want: (first: number, last: number) => void
  readonly subscribe: (listener: () => void) => () => void
  /** Changes with every answer; throws what the source threw, so that the error boundary shows it. */
  readonly version: () => number
}

const block = 64
const keptBlocks = 256

/** One request at a time, always for the rows that are wanted now: fast scrolling leaves no queue of old wishes. */
export function createRowCache<Row>(source: RowSource<Row>): RowCache<Row> {
  const blocks = new Map<number, readonly Row[]>()
  const listeners = new Set<() => void>()
  let wanted: readonly [first: number, last: number] = [0, block - 1]
  let total: number | null = null
  let busy = false
  let version = 0
  let failure: { readonly error: unknown } | null = null

  const missing = (): readonly number[] => {
    const first = Math.floor(Math.max(wanted[0], 0) / block)
    const last = Math.floor(Math.min(wanted[1], total === null ? wanted[1] : total - 1) / block)
    return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index).filter(
      (at) => !blocks.has(at),
    )
  }
  const keep = (from: number, rows: readonly Row[]) => {
    for (let at = 0; at * block < rows.length; at++)
      blocks.set(from + at, rows.slice(at * block, (at + 1) * block))
    for (const oldest of blocks.keys()) {
      if (blocks.size <= keptBlocks) break
      blocks.delete(oldest)
    }
  }
  const tell = () => {
    version++
    for (const listener of listeners) listener()
  }
  const fetchMissing = async () => {
    busy = true
    try {
      for (let asked = missing(); asked.length > 0 || total === null; asked = missing()) {
        const from = asked[0] ?? 0
        const answer = await source(from * block, ((asked.at(-1) ?? 0) - from + 1) * block)
        total = answer.total
        keep(from, answer.rows)
        tell()
        if (answer.rows.length === 0) break
      }
    } catch (error) {
      failure = { error }
      tell()
    }
    busy = false
  }

  return {
    total: () => total,
    row: (index) => blocks.get(Math.floor(index / block))?.[index % block],
    want: (first, last) => {
      wanted = [first, last]
      if (!busy && failure === null && (total === null || missing().length > 0)) void fetchMissing()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => {
      if (failure !== null) throw failure.error
      return version
    },
  }
}
