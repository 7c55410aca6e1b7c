import type { Book } from '#shared/book/book.ts'
import { flag, sources, statuses } from '#shared/book/entry.ts'
import type { Key } from '#shared/book/entry.ts'
import { findGroup } from '#shared/book/groups.ts'
import type { OrderHead } from './continueOrders.ts'

const orders = sources.indexOf('orders')

/** What an order export in the book says for all rows of the order with this key, its own or an alias. */
export function orderHead(book: Book, [high, low]: Key): OrderHead | null {
  const group = findGroup(book.groups, high, low)
  if (group < 0) return null
  for (const alias of book.aliases.get(group) ?? []) {
    const head = isVisible(book, alias) ? headOf(book, book.columns.group[alias] ?? 0) : null
    if (head) return head
  }
  return headOf(book, group)
}

function headOf(book: Book, group: number): OrderHead | null {
  const { columns, groups, names } = book
  for (let at = groups.head[group] ?? 0; at !== 0; at = columns.next[at - 1] ?? 0) {
    const entry = at - 1
    const isContinued = ((columns.flags[entry] ?? 0) & flag.continued) !== 0
    if (columns.source[entry] !== orders || isContinued || !isVisible(book, entry)) continue
    const currency = names.currencies.texts[columns.currency[entry] ?? 0] ?? ''
    return {
      day: columns.day[entry] ?? 0,
      currency,
      status: statuses[columns.status[entry] ?? 0] ?? 'counted',
    }
  }
  return null
}

const isVisible = (book: Book, entry: number): boolean =>
  book.imports[book.columns.importIndex[entry] ?? 0]?.visible === true
