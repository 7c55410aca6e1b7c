import type { Book } from './book.ts'
import { dayOfIso } from './days.ts'
import { accountTable } from './filter.ts'
import { ledgerOf } from './ledger.ts'
import { once } from './once.ts'
import type { Filter } from './questions.ts'

/** What money in effect there is: the filter that asks for all of it leaves nothing out. */
type Extent = {
  /** First and last day of any amount or sale. */
  readonly first: number
  readonly last: number
  /** Those that occur. */
  readonly currencies: readonly string[]
  readonly accounts: readonly number[]
}

export const extentOf = once((book): Extent => {
  const { columns, groups, names } = book
  const { count, group, entry, day } = ledgerOf(book)
  const currencies = new Uint8Array(names.currencies.texts.length)
  const accounts = new Uint8Array(names.accounts.texts.length)
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let row = 0; row < count; row++) {
    const own = entry[row] ?? 0
    const on = day[row] ?? 0
    const begun = groups.day[group[row] ?? 0] ?? 0 // a sale may be older than what counts of it
    if (begun < first) first = begun
    if (on < first) first = on
    if (on > last) last = on
    currencies[columns.currency[own] ?? 0] = 1
    accounts[columns.account[own] ?? 0] = 1
  }
  const used = (marks: Uint8Array) => [...marks.keys()].filter((id) => marks[id] === 1)
  return {
    first,
    last,
    currencies: used(currencies).map((id) => names.currencies.texts[id] ?? ''),
    accounts: used(accounts),
  }
})

/** The same filter without what leaves nothing of the book out: all time in the only currency is no filter at all. */
export function plainFilter(book: Book, filter: Filter): Filter {
  const { from, to, currencies, accounts, channels, ...rest } = filter
  const extent = extentOf(book)
  const isWhole = (key: 'accounts' | 'channels') => {
    const table = accountTable(book, { [key]: filter[key] })
    return table === null || extent.accounts.every((id) => table[id] === 1)
  }
  return {
    ...rest,
    ...(from === undefined || dayOfIso(from) <= extent.first ? {} : { from }),
    ...(to === undefined || dayOfIso(to) >= extent.last ? {} : { to }),
    ...(currencies === undefined || extent.currencies.every((one) => currencies.includes(one))
      ? {}
      : { currencies }),
    ...(accounts === undefined || isWhole('accounts') ? {} : { accounts }),
    ...(channels === undefined || isWhole('channels') ? {} : { channels }),
  }
}
