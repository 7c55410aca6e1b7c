import type { Book } from './book.ts'
import { reserve } from './columns.ts'
import { flag, kinds, sources, types } from './entry.ts'
import type { EntryType, Kind } from './entry.ts'
import { shareOf } from './share.ts'

const code = (kind: Kind) => kinds.indexOf(kind)
const refund = code('refund')
const exchanged = code('exchanged')
const other = code('other')
const documents = sources.indexOf('documents')
const incomplete = types.indexOf('incomplete')
const paidKinds = new Set(
  (['line', 'giftCard', 'discount', 'shipping', 'tip', 'other', 'tax'] as const).map(code),
)

/**
 * Adds to a sale's entries in effect what no file says but follows from them: the tax and the gift cards inside its
 * refunds, and the difference between its lines and the value its order states. Answers whether such a difference is left.
 */
export function derive(book: Book, group: number, kept: readonly number[], stated: number | null): boolean {
  const { columns } = book
  const isStated = columns.source[kept[0] ?? 0] === documents // credit notes say their tax themselves
  if (!isStated && kept.some((entry) => columns.kind[entry] === refund)) deriveRefunds(book, group, kept)
  return deriveMissing(book, group, kept, stated)
}

/**
 * The tax inside refunds. A full refund (as much as was paid) holds all of the sale's tax; a partial one its share, marked
 * as an estimate. Gift cards sold with the sale leave the refund in the same share: they were a debt, not revenue.
 */
function deriveRefunds(book: Book, group: number, kept: readonly number[]): void {
  const { columns } = book
  const refunds = kept.filter((entry) => columns.kind[entry] === refund)
  const currency = columns.currency[refunds[0] ?? 0]
  const own = columns.currency[kept.find((entry) => paidKinds.has(columns.kind[entry] ?? 0)) ?? 0]
  const sum = (kind: Kind) =>
    total(book, kept, (entry) => columns.kind[entry] === code(kind) && columns.currency[entry] === own)
  const paid = total(
    book,
    kept,
    (entry) => paidKinds.has(columns.kind[entry] ?? 0) && columns.currency[entry] === own,
  )
  const rate =
    currency === own
      ? paid
      : total(
          book,
          kept,
          (entry) => columns.kind[entry] === exchanged && columns.currency[entry] === currency,
        )
  const inRefundCurrency = currency === own ? rate : Math.abs(rate)
  const refunded = 0 - total(book, refunds, (entry) => columns.currency[entry] === currency)
  if (paid <= 0 || inRefundCurrency <= 0 || refunded <= 0) return
  const full = refunded >= inRefundCurrency
  const inside = (part: number) =>
    full ? shareOf(part, inRefundCurrency, paid) : shareOf(part, refunded, paid)
  const included = 0 - sum('taxIncluded')
  const marks = full ? 0 : flag.estimate
  spread(book, group, refunds, inside(sum('tax')), [{ kind: 'refundedTax', type: '', sign: 1, marks }])
  spread(book, group, refunds, inside(included), [{ kind: 'refundedTax', type: 'included', sign: 1, marks }])
  spread(book, group, refunds, inside(sum('giftCard')), [
    { kind: 'refund', type: 'giftCard', sign: 1, marks },
    { kind: 'giftCard', type: 'giftCard', sign: -1, marks },
  ])
}

type Derived = {
  readonly kind: Kind
  readonly type: EntryType
  readonly sign: 1 | -1
  readonly marks: number
}

/** Spreads an amount over the refunds by their size, each part on its refund's day. */
function spread(
  book: Book,
  group: number,
  refunds: readonly number[],
  amount: number,
  derived: readonly Derived[],
): void {
  if (amount === 0) return
  const whole = total(book, refunds, () => true)
  let before = 0
  let given = 0
  for (const entry of refunds) {
    before += book.columns.amount[entry] ?? 0
    const part = shareOf(amount, before, whole) - given
    given += part
    for (const { kind, type, sign, marks } of derived)
      append(book, group, entry, kind, type, part * sign, marks)
  }
}

/** What the lines leave of the value the order states, as money of its own (DESIGN: `other`, signed). */
function deriveMissing(book: Book, group: number, kept: readonly number[], stated: number | null): boolean {
  const { columns } = book
  const isLine = (entry: number) => columns.kind[entry] === 0
  const first = kept.find(isLine) ?? kept[0] ?? 0
  let missing = total(
    book,
    kept,
    (entry) => columns.kind[entry] === other && columns.type[entry] === incomplete,
  )
  if (stated !== null) {
    const difference = stated - total(book, kept, isLine)
    append(book, group, first, 'other', 'incomplete', difference, 0)
    missing += difference
  }
  const continued = total(book, kept, (entry) => ((columns.flags[entry] ?? 0) & flag.continued) !== 0)
  append(book, group, first, 'other', 'incomplete', -continued, 0)
  return missing - continued !== 0
}

/** A derived entry beside the one it follows from: same day, account, currency and standing. */
function append(
  book: Book,
  group: number,
  like: number,
  kind: Kind,
  type: EntryType,
  amount: number,
  marks: number,
): void {
  if (amount === 0) return
  const { columns, groups } = book
  reserve(columns, 1)
  const entry = columns.size++
  columns.group[entry] = group
  columns.next[entry] = groups.head[group] ?? 0
  groups.head[group] = entry + 1
  columns.day[entry] = columns.day[like] ?? 0
  columns.kind[entry] = code(kind)
  columns.type[entry] = types.indexOf(type)
  columns.status[entry] = columns.status[like] ?? 0
  columns.source[entry] = 0
  columns.flags[entry] = marks
  columns.stream[entry] = columns.stream[like] ?? 0
  columns.said[entry] = columns.said[like] ?? 0
  columns.currency[entry] = columns.currency[like] ?? 0
  columns.live[entry] = columns.live[like] ?? 0
  columns.account[entry] = columns.account[like] ?? 0
  columns.importIndex[entry] = 0
  columns.file[entry] = 0
  columns.listing[entry] = 0
  columns.buyer[entry] = 0
  columns.row[entry] = 0
  columns.keyHigh[entry] = 0
  columns.keyLow[entry] = 0
  columns.quantity[entry] = 0
  columns.amount[entry] = amount
}

function total({ columns }: Book, entries: readonly number[], counts: (entry: number) => boolean): number {
  let sum = 0
  for (const entry of entries) if (counts(entry)) sum += columns.amount[entry] ?? 0
  return sum
}
