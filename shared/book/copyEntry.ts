import { link, touch } from './book.ts'
import type { Book } from './book.ts'
import { reserve } from './columns.ts'
import type { Columns } from './columns.ts'
import { kinds } from './entry.ts'
import { groupOf } from './groups.ts'

const alias = kinds.indexOf('alias')
const copied = [
  'day',
  'kind',
  'type',
  'status',
  'source',
  'flags',
  'stream',
  'said',
  'currency',
  'account',
  'importIndex',
  'file',
  'listing',
  'buyer',
  'row',
  'keyHigh',
  'keyLow',
  'quantity',
  'amount',
] as const satisfies readonly (keyof Columns)[]

/** Copies one entry into another book that shares this one's names and numbers of imports. */
export function copyEntry(from: Book, to: Book, entry: number): void {
  reserve(to.columns, 1)
  const copy = to.columns.size++
  for (const name of copied) to.columns[name][copy] = from.columns[name][entry] ?? 0
  to.columns.live[copy] = 0
  link(to, copy, sameGroup(from, to, from.columns.group[entry] ?? 0))
  const offeredAs = from.offeredAs.get(entry)
  if (offeredAs) to.offeredAs.set(copy, offeredAs)
  const contactedAs = from.contactedAs.get(entry)
  if (contactedAs !== undefined) to.contactedAs.set(copy, contactedAs)
  if (from.columns.kind[entry] !== alias) return
  const second = groupOf(to.groups, from.columns.keyHigh[entry] ?? 0, from.columns.keyLow[entry] ?? 0)
  to.groups.isSale[second] = 1
  const known = to.aliases.get(second)
  if (known) known.push(copy)
  else to.aliases.set(second, [copy])
  touch(to, second)
}

/** The group of the other book with the same key, made if it is new. */
function sameGroup(from: Book, to: Book, group: number): number {
  const same = groupOf(to.groups, from.groups.keyHigh[group] ?? 0, from.groups.keyLow[group] ?? 0)
  to.groups.isSale[same] = from.groups.isSale[group] ?? 0
  if (to.groups.label[same] === '') to.groups.label[same] = from.groups.label[group] ?? ''
  return same
}
