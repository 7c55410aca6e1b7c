/**
 * The sales of a book (and the single events without a sale): found by their 64-bit key through an open hash table.
 * One number for each group in typed arrays; a group's place never changes.
 */
export type Groups = {
  count: number
  /** Open addressing: group + 1, 0 = free; length is a power of two. */
  table: Uint32Array
  keyHigh: Uint32Array
  keyLow: Uint32Array
  /** First entry + 1. */
  head: Uint32Array
  /** Group + 1 that this one's entries count in (a Shopify order's name in its id), 0 = itself. */
  into: Uint32Array
  /** 1 = a sale, 0 = an event without a sale. */
  isSale: Uint8Array
  /** 1 while it waits to be settled again. */
  touched: Uint8Array
  // What settling found:
  /** Status code, or `absent`. */
  status: Uint8Array
  /** Bits of `found`. */
  found: Uint8Array
  day: Int32Array
  buyer: Uint32Array
  account: Uint16Array
  /** Item lines and units of the entries in effect. */
  lines: Uint16Array
  units: Int32Array
  /** The only listing and stream of its lines, else `several`. */
  listing: Uint32Array
  stream: Uint8Array
  label: string[]
}

/** No entry of the group is in effect. */
export const absent = 255
export const several = 0xffffffff
export const severalStreams = 255
export const found = {
  /** No order export speaks of it. */
  orphan: 1,
  /** Its lines do not reach the subtotal the file states. */
  incomplete: 2,
  /** Two of its snapshots differ and only the later import decided. */
  decidedByOrder: 4,
} as const

export function createGroups(): Groups {
  const groups = { count: 0, table: new Uint32Array(256), label: [] as string[] } as Groups
  resize(groups, 64)
  return groups
}

/** The group with this key, made if it is new. */
export function groupOf(groups: Groups, high: number, low: number): number {
  const known = findGroup(groups, high, low)
  if (known >= 0) return known
  if ((groups.count + 1) * 2 > groups.table.length) rehash(groups)
  if (groups.count === groups.head.length) resize(groups, Math.ceil(groups.count * 1.5))
  const group = groups.count++
  groups.keyHigh[group] = high
  groups.keyLow[group] = low
  groups.status[group] = absent
  groups.label[group] = ''
  place(groups, group)
  return group
}

/** The group with this key, or -1. */
export function findGroup(groups: Groups, high: number, low: number): number {
  const mask = groups.table.length - 1
  for (let slot = slotOf(high, low) & mask; ; slot = (slot + 1) & mask) {
    const held = groups.table[slot] ?? 0
    if (held === 0) return -1
    if (groups.keyHigh[held - 1] === high && groups.keyLow[held - 1] === low) return held - 1
  }
}

/** The key as 16 hex digits, and back (`null` for anything else). */
export const keyText = (high: number, low: number): string =>
  high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
export const keyOfText = (text: string): readonly [number, number] | null =>
  /^[0-9a-f]{16}$/.test(text)
    ? [Number.parseInt(text.slice(0, 8), 16), Number.parseInt(text.slice(8), 16)]
    : null

const slotOf = (high: number, low: number): number => Math.imul(high ^ low, 0x9e3779b1) >>> 0

function place(groups: Groups, group: number): void {
  const mask = groups.table.length - 1
  let slot = slotOf(groups.keyHigh[group] ?? 0, groups.keyLow[group] ?? 0) & mask
  while (groups.table[slot] !== 0) slot = (slot + 1) & mask
  groups.table[slot] = group + 1
}

function rehash(groups: Groups): void {
  groups.table = new Uint32Array(groups.table.length * 2)
  for (let group = 0; group < groups.count; group++) place(groups, group)
}

function resize(groups: Groups, capacity: number): void {
  const wide = (old: Uint32Array | undefined) => copied(old, new Uint32Array(capacity))
  const narrow = (old: Uint8Array | undefined) => copied(old, new Uint8Array(capacity))
  const middle = (old: Uint16Array | undefined) => copied(old, new Uint16Array(capacity))
  const signed = (old: Int32Array | undefined) => copied(old, new Int32Array(capacity))
  groups.keyHigh = wide(groups.keyHigh)
  groups.keyLow = wide(groups.keyLow)
  groups.head = wide(groups.head)
  groups.into = wide(groups.into)
  groups.buyer = wide(groups.buyer)
  groups.listing = wide(groups.listing)
  groups.isSale = narrow(groups.isSale)
  groups.touched = narrow(groups.touched)
  groups.status = narrow(groups.status)
  groups.found = narrow(groups.found)
  groups.stream = narrow(groups.stream)
  groups.account = middle(groups.account)
  groups.lines = middle(groups.lines)
  groups.day = signed(groups.day)
  groups.units = signed(groups.units)
}

function copied<A extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
  old: A | undefined,
  wider: A,
): A {
  if (old) wider.set(old)
  return wider
}
