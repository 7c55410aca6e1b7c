import type { Book } from './book.ts'
import { absent, findGroup, found, keyOfText, keyText } from './groups.ts'

/** The keys under which the book knows one sale. */
export type SaleKeys = {
  readonly keys: readonly string[]
  /** A later import may still show that it is the same as another. */
  readonly mayGrow: boolean
}

/** The keys of the sales named by these, each sale once. One that the book does not know has the key it was named by. */
export function saleKeys(book: Book, named: readonly string[]): readonly SaleKeys[] {
  const seen = new Set<number>()
  return named.flatMap((text): readonly SaleKeys[] => {
    const group = saleNamed(book, text)
    if (group < 0) return [{ keys: [text], mayGrow: true }]
    if (seen.has(group)) return []
    seen.add(group)
    const keys = keysOfSale(book, group)
    return [{ keys, mayGrow: keys.length > 1 || isOpen(book, group) }]
  })
}

/** The group of the sale with this key, be it its first or another; -1 where the book knows none. */
export function saleNamed({ groups }: Book, text: string): number {
  const key = keyOfText(text)
  const named = key ? findGroup(groups, key[0], key[1]) : -1
  const into = groups.into[named] ?? 0
  return into === 0 ? named : into - 1
}

/** All keys of the sale with this group. */
export const keysOfSale = (book: Book, group: number): readonly string[] =>
  [group, ...(book.members.get(group) ?? [])].map((one) => keyOf(book, one))

const keyOf = ({ groups }: Book, group: number): string =>
  keyText(groups.keyHigh[group] ?? 0, groups.keyLow[group] ?? 0)

/** No order export speaks of it (yet). */
const isOpen = ({ groups }: Book, group: number): boolean =>
  groups.status[group] === absent || ((groups.found[group] ?? 0) & found.orphan) !== 0
