import type { Assignment } from '#shared/assignments/assignment.ts'
import { nothingAssigned, streamOf } from './assigned.ts'
import type { Assigned } from './assigned.ts'
import { assignedAfter, assignedIn } from './assignedIn.ts'
import type { ChangedIds } from './assignedIn.ts'
import { touch } from './book.ts'
import type { Book } from './book.ts'
import { kinds } from './entry.ts'
import { severalStreams } from './groups.ts'

/**
 * Works out what the records say of the listings, buyers and sales the book knows by now. Sales of which they say
 * something else than before are touched; where whole listings change their stream, that is set at once, and true is
 * answered.
 */
export function assign(book: Book, changed: ChangedIds | null = null): boolean {
  const before = book.assigned
  const { names, groups } = book
  const grown =
    before === nothingAssigned ||
    before.sameListing !== book.sameListing ||
    before.listings !== names.listings.length ||
    before.buyers !== names.buyers.length ||
    before.accounts !== names.accounts.texts.length ||
    (book.records.assignments.size + book.records.handSales.size > 0 &&
      (before.groups !== groups.count || before.importsVersion !== book.importsVersion))
  if (!grown && changed === null) return false
  book.assigned = before === nothingAssigned ? assignedIn(book) : assignedAfter(book, changed ?? {})
  touchDifferent(book, before.sales, book.assigned.sales)
  if (!differentStreams(before, book.assigned)) return false
  if (changed !== null) return restream(book)
  touchOtherStreams(book)
  return false
}

function touchDifferent(book: Book, before: Assigned['sales'], after: Assigned['sales']): void {
  if (before === after) return
  const says = (one: Assignment | undefined) => `${one?.hidden === true} ${one?.stream ?? ''}`
  for (const [group, one] of after) {
    const other = before.get(group)
    if (other !== one && says(other) !== says(one)) touch(book, group)
  }
  for (const [group, one] of before)
    if (!after.has(group) && says(undefined) !== says(one)) touch(book, group)
}

/** What is new has no stream to differ from: it is settled anyway. */
const differ = (before: Uint8Array, after: Uint8Array) => before.some((one, at) => one !== after[at])
const differentStreams = (a: Assigned, b: Assigned): boolean =>
  differ(a.streamOfListing, b.streamOfListing) || differ(a.streamOfAccount, b.streamOfAccount)

const line = kinds.indexOf('line')

const groupOfEntry = ({ columns, groups }: Book, entry: number): number => {
  const own = columns.group[entry] ?? 0
  const into = groups.into[own] ?? 0
  return into === 0 ? own : into - 1
}

/** A listing whose title came with a later file may fit a rule only now. */
function touchOtherStreams(book: Book): void {
  for (let entry = 0; entry < book.columns.size; entry++) {
    const group = groupOfEntry(book, entry)
    if (book.columns.stream[entry] !== streamOf(book, entry, group)) touch(book, group)
  }
}

/** Sets the streams in effect without settling: nothing else of a sale depends on them. */
function restream(book: Book): boolean {
  const { columns, groups } = book
  const changed = new Uint8Array(groups.count)
  let any = false
  for (let entry = 0; entry < columns.size; entry++) {
    const group = groupOfEntry(book, entry)
    const stream = streamOf(book, entry, group)
    if (columns.stream[entry] === stream) continue
    columns.stream[entry] = stream
    changed[group] = 1
    any = true
  }
  for (let group = 0; any && group < groups.count; group++)
    if (changed[group] === 1) describeStream(book, group)
  return any
}

function describeStream({ columns, groups, order, start }: Book, group: number): void {
  let stream = -1
  const end = start[group + 1] ?? 0
  for (let at = start[group] ?? 0; at < end; at++) {
    const entry = order[at] ?? 0
    if (columns.kind[entry] !== line) continue
    const own = columns.stream[entry] ?? 0
    stream = stream < 0 || stream === own ? own : severalStreams
  }
  groups.stream[group] = Math.max(0, stream)
}
