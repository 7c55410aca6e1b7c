import { streamOf } from './assigned.ts'
import type { Book } from './book.ts'
import { covers } from './coverage.ts'
import type { Covered } from './coverage.ts'
import { derive } from './derive.ts'
import { flag, kinds, sources, statuses, types } from './entry.ts'
import { absent, found, several, severalStreams } from './groups.ts'
import { classOf, classes, rankOf, silentlyStated, sourceCount } from './precedence.ts'
import { live } from './live.ts'
import { settleStated, statedKind } from './settleStated.ts'
import { chooseVersions } from './versions.ts'

const kindCode = (kind: (typeof kinds)[number]) => kinds.indexOf(kind)
const sourceCode = (source: (typeof sources)[number]) => sources.indexOf(source)
const line = kindCode('line')
const giftCard = kindCode('giftCard')
const tip = kindCode('tip')
const fee = kindCode('fee')
const alias = kindCode('alias')
const orders = sourceCode('orders')
const items = sourceCode('items')
const hand = sourceCode('hand')
const documents = sourceCode('documents')
const itemType = types.indexOf('item')
const voided = statuses.indexOf('voided')
const statusRank = Uint8Array.from(
  sources.map((source) =>
    ['documents', 'hand', 'orders', 'items', 'payments', 'statement', 'derived'].indexOf(source),
  ),
)

const gathered: number[] = []

/** Decides, for one sale or single event, which of its entries are in effect and in which standing. */
export function settleGroup(book: Book, group: number, covered: Covered): void {
  const { groups, columns } = book
  if (statedKind(book, group) !== null) return settleStated(book, group)
  groups.found[group] = 0
  groups.status[group] = absent
  groups.lines[group] = 0
  gather(book, group)
  if (gathered.length === 0) return
  if (chooseVersions(book, gathered)) groups.found[group] |= found.decidedByOrder
  const stated = overrule(book)
  const kept = gathered
  if (groups.isSale[group] === 1 && !kept.some((entry) => isOrder(book, entry)))
    groups.found[group] |= found.orphan
  const status = statusOf(book, kept)
  const waits = (groups.found[group] & found.orphan) !== 0 && isCovered(book, kept, covered)
  const hides = groups.isSale[group] === 1 && book.assigned.sales.get(group)?.hidden === true
  for (const entry of kept) columns.live[entry] = hides ? live.hidden : standingOf(book, entry, status, waits)
  if (derive(book, group, kept, stated)) groups.found[group] |= found.incomplete
  groups.status[group] = waits ? statuses.indexOf('waiting') : status
  describe(book, group, kept)
}

/** Collects the group's entries of visible imports, those of groups that count in it included. */
function gather(book: Book, group: number): void {
  const { columns, groups } = book
  gathered.length = 0
  const walk = (from: number) => {
    for (let at = groups.head[from] ?? 0; at !== 0; at = columns.next[at - 1] ?? 0) {
      const entry = at - 1
      columns.live[entry] = 0
      if (columns.source[entry] === 0 || columns.kind[entry] === alias) continue
      if (book.imports[columns.importIndex[entry] ?? 0]?.visible !== true) continue
      columns.stream[entry] = streamOf(book, entry, group)
      gathered.push(entry)
    }
  }
  walk(group)
  const members = book.members.get(group)
  if (members) for (const member of members) walk(member)
}

const best = new Int8Array(classes)

/**
 * Drops what a better source states: `gathered` is left with the entries in effect. Answers the items' value that an
 * orders export states where an items export's lines are believed instead, else `null`.
 */
function overrule(book: Book): number | null {
  const { columns } = book
  const first = columns.source[gathered[0] ?? 0]
  if (gathered.every((entry) => columns.source[entry] === first)) return null
  const rank = (entry: number) =>
    rankOf[(columns.kind[entry] ?? 0) * sourceCount + (columns.source[entry] ?? 0)] ?? -1
  const place = (entry: number) =>
    classOf(columns.kind[entry] ?? 0, columns.type[entry] ?? 0, columns.amount[entry] ?? 0)
  const hasOrders = gathered.some((entry) => columns.source[entry] === orders)
  for (const entry of gathered) best[place(entry)] = 127
  for (const entry of gathered) {
    const own = rank(entry)
    if (own >= 0 && states(book, entry) && own < (best[place(entry)] ?? 0)) best[place(entry)] = own
  }
  let kept = 0
  let stated: number | null = null
  for (const entry of gathered) {
    const own = rank(entry)
    const silenced =
      hasOrders && silentlyStated[columns.kind[entry] ?? 0] === 1 && columns.source[entry] !== orders
    if (own < 0 || (!silenced && own <= (best[place(entry)] ?? 0))) gathered[kept++] = entry
    else if (columns.source[entry] === orders && columns.kind[entry] === line)
      stated = (stated ?? 0) + (columns.amount[entry] ?? 0)
  }
  gathered.length = kept
  return stated
}

/** A fee or refund of 0 states nothing; a line of 0 does. */
function states(book: Book, entry: number): boolean {
  const kind = book.columns.kind[entry]
  return book.columns.amount[entry] !== 0 || kind === line || kind === giftCard || kind === tip
}

function isOrder(book: Book, entry: number): boolean {
  const source = book.columns.source[entry]
  return source === orders || source === items || source === hand || source === documents
}

/** The sale's status is what its best source says; a sale of events alone is voided only when all of them are. */
function statusOf(book: Book, kept: readonly number[]): number {
  const { columns } = book
  let chosen = -1
  for (const entry of kept) {
    const rank = statusRank[columns.source[entry] ?? 0] ?? 9
    const chosenRank = chosen < 0 ? 9 : (statusRank[columns.source[chosen] ?? 0] ?? 9)
    const better =
      rank < chosenRank ||
      (rank === chosenRank && (columns.status[entry] ?? 0) < (columns.status[chosen] ?? 0))
    if (chosen < 0 || better) chosen = entry
  }
  return columns.status[chosen] ?? 0
}

/** The day that decides is that of what was paid, else the earliest of its rows. */
function isCovered(book: Book, kept: readonly number[], covered: Covered): boolean {
  const { columns, names } = book
  const account = names.accounts.texts[columns.account[kept[0] ?? 0] ?? 0] ?? ''
  const paid = kept.filter((entry) => columns.kind[entry] === line)
  const day = (paid.length > 0 ? paid : kept).reduce(
    (least, entry) => Math.min(least, columns.day[entry] ?? 0),
    Infinity,
  )
  return covers(covered, account, day)
}

function standingOf(book: Book, entry: number, status: number, waits: boolean): number {
  const { columns } = book
  if (waits) return live.waiting
  const isEvent = ((columns.flags[entry] ?? 0) & flag.event) !== 0
  // A failed charge never counts; a fee that was really charged does, whatever became of the sale.
  if (isEvent && columns.status[entry] === voided) return live.uncounted
  if (isEvent && columns.kind[entry] === fee) return live.counted
  return status === 0 ? live.counted : live.uncounted
}

/** Keeps for each group what lists show and split by: day, buyer, lines, units, its only listing and stream. */
function describe(book: Book, group: number, kept: readonly number[]): void {
  const { columns, groups } = book
  let lines = 0
  let units = 0
  let day = Number.POSITIVE_INFINITY
  let anyDay = Number.POSITIVE_INFINITY
  let listing = 0
  let stream = 0
  let soldLines = 0
  let buyer = 0
  let buyerRank = 99
  for (const entry of kept) {
    const kind = columns.kind[entry]
    anyDay = Math.min(anyDay, columns.day[entry] ?? 0)
    const rank = statusRank[columns.source[entry] ?? 0] ?? 9
    const own = columns.buyer[entry] ?? 0
    if (own !== 0 && (rank < buyerRank || (rank === buyerRank && own < buyer)))
      [buyer, buyerRank] = [own, rank]
    if (kind !== line && kind !== giftCard && kind !== tip) continue
    day = Math.min(day, columns.day[entry] ?? 0)
    if (kind !== tip) units += columns.quantity[entry] ?? 0
    if (kind === giftCard || (kind === line && columns.type[entry] === itemType)) lines++
    if (kind !== line) continue
    listing = soldLines === 0 || listing === columns.listing[entry] ? (columns.listing[entry] ?? 0) : several
    stream =
      soldLines === 0 || stream === columns.stream[entry] ? (columns.stream[entry] ?? 0) : severalStreams
    soldLines++
  }
  groups.lines[group] = Math.min(lines, 0xffff)
  groups.units[group] = units
  groups.day[group] = Number.isFinite(day) ? day : anyDay
  groups.buyer[group] = buyer
  groups.account[group] = columns.account[kept[0] ?? 0] ?? 0
  groups.listing[group] = listing
  groups.stream[group] = stream
}
