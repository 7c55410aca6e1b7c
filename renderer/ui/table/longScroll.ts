/**
 * Browsers cannot lay out a million rows (an element ends at 2^25 px, and sums of single-precision floats blur long
 * before). So the scroll bar covers at most this many slots, and the row in a slot is slot + shift.
 */
export const maxSlots = 100_000

/** How many rows there are, how many fit into the view, and where the view stands. Positions are in rows. */
export type Scroll = {
  readonly total: number
  readonly seen: number
  readonly top: number
  readonly shift: number
}

const slotsOf = (total: number): number => Math.min(total, maxSlots)
const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** The shift at which the scroll bar tells the truth: at its top the first row, at its end the last. */
export function shiftAt({ total, seen, top }: Omit<Scroll, 'shift'>): number {
  const slots = slotsOf(total)
  if (total <= slots || slots <= seen) return 0
  return within(Math.round((top * (total - slots)) / (slots - seen)), 0, total - slots)
}

/** The same rows at the place of the scroll bar where they belong: what is seen does not move. */
export function settle({ total, seen, top, shift }: Scroll): Pick<Scroll, 'top' | 'shift'> {
  const slots = slotsOf(total)
  if (total <= slots || slots <= seen) return { top, shift: 0 }
  const first = top + shift
  if (first <= 2 * seen) return { top: first, shift: 0 }
  if (total - first <= 3 * seen) return { top: first - (total - slots), shift: total - slots }
  const ideal = (first * (slots - seen)) / (total - seen)
  const moved = within(Math.round(ideal - top), shift - (total - slots), shift)
  return { top: top + moved, shift: shift - moved }
}

/** A drag of the scroll bar goes to that share of all rows; a wheel or a key moves by the rows it asked for. */
export function scrolled(before: Scroll, top: number): Pick<Scroll, 'top' | 'shift'> {
  const { total, seen, shift } = before
  const slots = slotsOf(total)
  if (Math.abs(top - before.top) > 3 * seen + 10) return { top, shift: shiftAt({ total, seen, top }) }
  const nearEdge = (top < seen && shift > 0) || (top > slots - 2 * seen && shift < total - slots)
  return nearEdge ? settle({ total, seen, top, shift }) : { top, shift }
}

/** Where the view must stand to show `row`, moving as little as possible. */
export function reveal(now: Scroll, row: number): Pick<Scroll, 'top' | 'shift'> {
  const { total, seen, top, shift } = now
  const first = top + shift
  const wanted = row < first ? row : row + 1 > first + seen ? row + 1 - seen : first
  const nearby =
    Math.abs(wanted - first) <= 3 * seen && wanted - shift >= 0 && wanted - shift <= slotsOf(total) - seen
  if (nearby) return { top: wanted - shift, shift }
  return settle({ total, seen, top: within(wanted, 0, Math.max(total - seen, 0)) - shift, shift })
}
