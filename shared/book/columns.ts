const arrays = {
  /** Group (sale or single event) the entry belongs to, and the next entry of the same group + 1. */
  group: Uint32Array,
  next: Uint32Array,
  day: Int32Array,
  kind: Uint8Array,
  type: Uint8Array,
  status: Uint8Array,
  source: Uint8Array,
  flags: Uint8Array,
  /** The stream in effect, and the one the file says. */
  stream: Uint8Array,
  said: Uint8Array,
  currency: Uint8Array,
  /** 0 = overruled or of an undone import; else a `live` code. */
  live: Uint8Array,
  account: Uint16Array,
  importIndex: Uint16Array,
  file: Uint16Array,
  listing: Uint32Array,
  buyer: Uint32Array,
  row: Uint32Array,
  keyHigh: Uint32Array,
  keyLow: Uint32Array,
  quantity: Int32Array,
  amount: Float64Array,
} as const

type Name = keyof typeof arrays

/** The entries of a book in memory: one typed array a column, grown as entries arrive (about 60 bytes an entry). */
export type Columns = { size: number } & { [N in Name]: InstanceType<(typeof arrays)[N]> }

const names = Object.keys(arrays) as readonly Name[]

export function createColumns(): Columns {
  const columns = { size: 0 } as Columns
  for (const name of names) grow(columns, name, 64)
  return columns
}

/** Makes room for `more` entries; growing by a quarter keeps the slack small. */
export function reserve(columns: Columns, more: number): void {
  const needed = columns.size + more
  if (needed <= columns.day.length) return
  const capacity = Math.max(needed, Math.ceil(columns.day.length * 1.25))
  for (const name of names) grow(columns, name, capacity)
}

function grow<N extends Name>(columns: Columns, name: N, capacity: number): void {
  const wider = new arrays[name](capacity)
  const narrow: Columns[N] | undefined = columns[name]
  if (narrow) wider.set(narrow)
  columns[name] = wider as Columns[N]
}
