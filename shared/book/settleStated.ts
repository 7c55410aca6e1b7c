import type { Book } from './book.ts'
import { kinds } from './entry.ts'
import { absent } from './groups.ts'
import { live } from './live.ts'
import { turnOf } from './origin.ts'

/** What of a catalogue the group is: a product, a customer, or nothing of it. */
export function statedKind({ columns, groups }: Book, group: number): 'offer' | 'contact' | null {
  const first = groups.head[group] ?? 0
  const kind = first === 0 ? undefined : kinds[columns.kind[first - 1] ?? 0]
  return kind === 'offer' || kind === 'contact' ? kind : null
}

/** Of what catalogues state of one product or customer the latest import's statement is in effect, whole. */
export function settleStated(book: Book, group: number): void {
  const { columns, groups } = book
  let latest = -1
  for (let next = groups.head[group] ?? 0; next !== 0; next = columns.next[next - 1] ?? 0) {
    columns.live[next - 1] = 0
    if (book.imports[columns.importIndex[next - 1] ?? 0]?.visible === true)
      latest = Math.max(latest, turnOf(book, next - 1))
  }
  groups.found[group] = 0
  groups.status[group] = latest < 0 ? absent : 0
  for (let next = groups.head[group] ?? 0; next !== 0; next = columns.next[next - 1] ?? 0) {
    const isVisible = book.imports[columns.importIndex[next - 1] ?? 0]?.visible === true
    if (isVisible && turnOf(book, next - 1) === latest) columns.live[next - 1] = live.counted
  }
}

/** A number that differs when what is stated of the product or customer differs. */
export function statedContent({ columns, groups }: Book, group: number): number {
  let sum = 0
  for (let next = groups.head[group] ?? 0; next !== 0; next = columns.next[next - 1] ?? 0) {
    const [high, low] = [columns.keyHigh[next - 1] ?? 0, columns.keyLow[next - 1] ?? 0]
    if (columns.live[next - 1] !== 0) sum += (Math.imul(high, 0x01000193) ^ low) >>> 0
  }
  return sum
}
