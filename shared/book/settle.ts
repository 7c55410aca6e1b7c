import { assign } from './assign.ts'
import { touch } from './book.ts'
import type { Book } from './book.ts'
import { coveredDays } from './coverage.ts'
import { kinds } from './entry.ts'
import { absent, found } from './groups.ts'
import { sameListings } from './sameListings.ts'
import { settleGroup } from './settleGroup.ts'
import { isStated } from './stated.ts'

/** Finds what counts in every sale touched since the last time, and lays the entries in effect out for questions. */
export function settle(book: Book): void {
  const { touched, groups } = book
  for (let at = 0; at < touched.length; at++) settleAlias(book, touched[at] ?? 0)
  if (book.importsChanged) {
    book.sameListing = sameListings(book)
    book.importsVersion++
  }
  book.importsChanged = false
  assign(book)
  if (book.coverageChanged) touchOrphans(book)
  book.coverageChanged = false
  const covered = coveredDays(book)
  for (let at = 0; at < touched.length; at++) {
    const group = touched[at] ?? 0
    groups.touched[group] = 0
    const into = groups.into[group] ?? 0
    if (into === 0) settleGroup(book, group, covered)
    else {
      groups.status[group] = absent
      touch(book, into - 1)
    }
  }
  touched.length = 0
  layOut(book)
  spanDays(book)
  book.version++
}

/**
 * A second key of a sale (the name of a Shopify order that also has an id) counts in the sale that claims it. Of
 * several claims the smallest key wins, so that the order of imports does not matter.
 */
function settleAlias(book: Book, group: number): void {
  const entries = book.aliases.get(group)
  if (!entries) return
  const { groups, columns } = book
  let target = -1
  for (const entry of entries) {
    if (book.imports[columns.importIndex[entry] ?? 0]?.visible !== true) continue
    const claimant = columns.group[entry] ?? 0
    if (target < 0 || isSmaller(book, claimant, target)) target = claimant
  }
  const before = (groups.into[group] ?? 0) - 1
  if (before === target) return
  if (before >= 0) {
    book.members.set(
      before,
      (book.members.get(before) ?? []).filter((member) => member !== group),
    )
    touch(book, before)
  }
  groups.into[group] = target + 1
  book.importsVersion++ // what was said of one of them is said of both, or of each again
  if (target >= 0) {
    book.members.set(target, [...(book.members.get(target) ?? []), group])
    touch(book, target)
  }
}

function isSmaller(book: Book, a: number, b: number): boolean {
  const { keyHigh, keyLow } = book.groups
  const high = (keyHigh[a] ?? 0) - (keyHigh[b] ?? 0)
  return high !== 0 ? high < 0 : (keyLow[a] ?? 0) < (keyLow[b] ?? 0)
}

/** Sales that only completing exports speak of count or wait by what the order exports cover: look again. */
function touchOrphans(book: Book): void {
  const { status, found: finds, isSale, count } = book.groups
  for (let group = 0; group < count; group++) {
    if (isSale[group] === 1 && status[group] !== absent && ((finds[group] ?? 0) & found.orphan) !== 0)
      touch(book, group)
  }
}

function spanDays(book: Book): void {
  const { day, kind, size } = book.columns
  let [first, last] = [Infinity, -Infinity]
  for (let entry = 0; entry < size; entry++) {
    const on = day[entry] ?? 0
    if ((on >= first && on <= last) || isStated[kind[entry] ?? 0] === 1) continue
    if (on < first) first = on
    if (on > last) last = on
  }
  book.firstDay = first <= last ? first : 0
  book.lastDay = first <= last ? last : -1
}

/** Kinds no question about money meets. */
const isAside = Uint8Array.from(kinds.map((kind, code) => (kind === 'alias' ? 1 : (isStated[code] ?? 0))))

/** Lists the entries in effect group by group, so that questions read memory in one direction. */
function layOut(book: Book): void {
  const { columns, groups } = book
  let live = 0
  for (let entry = 0; entry < columns.size; entry++) if (columns.live[entry] !== 0) live++
  if (book.order.length < live || book.order.length > live * 2)
    book.order = new Uint32Array(Math.ceil(live * 1.1))
  if (book.start.length < groups.count + 1) book.start = new Uint32Array(Math.ceil(groups.count * 1.1) + 1)
  const { order, start } = book
  let place = 0
  const append = (group: number) => {
    for (let at = groups.head[group] ?? 0; at !== 0; at = columns.next[at - 1] ?? 0) {
      if (columns.live[at - 1] !== 0 && isAside[columns.kind[at - 1] ?? 0] === 0) order[place++] = at - 1
    }
  }
  for (let group = 0; group < groups.count; group++) {
    start[group] = place
    if (groups.into[group] !== 0) continue
    append(group)
    const members = book.members.get(group)
    if (members) for (const member of members) append(member)
  }
  start[groups.count] = place
}
