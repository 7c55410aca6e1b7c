import { createBook } from './book.ts'
import type { Book } from './book.ts'
import { cellsOf, keepCells } from './cells.ts'
import type { Cells } from './cells.ts'
import type { Filter, Group, Report } from './questions.ts'
import { waitingCount } from './summary.ts'
import { isInCells } from './totals.ts'
import { wordId } from './words.ts'

/** The book's sums by day and what they speak of, as they are stored for the next start. */
export type StoredCells = {
  readonly cells: Cells
  readonly accounts: readonly string[]
  readonly currencies: readonly string[]
  readonly firstDay: number
  readonly lastDay: number
  /** Rows that wait for their order. */
  readonly waiting: number
}

export function storedCells(book: Book): StoredCells {
  const { names, firstDay, lastDay } = book
  return {
    cells: cellsOf(book, {}),
    accounts: names.accounts.texts,
    currencies: names.currencies.texts,
    firstDay,
    lastDay,
    waiting: waitingCount(book),
  }
}

/** Whether sums by day are all that is needed to answer. */
export const isInStoredCells = (filter: Filter, group: Group, report: Report): boolean =>
  report.currency === undefined && isInCells(filter, group)

/** A book without entries that answers what `isInStoredCells` as the one did of which these cells were stored. */
export function bookOfCells({ cells, accounts, currencies, firstDay, lastDay }: StoredCells): Book {
  const book = { ...createBook(), firstDay, lastDay }
  for (const text of accounts) wordId(book.names.accounts, text)
  for (const text of currencies) wordId(book.names.currencies, text)
  keepCells(book, {}, cells)
  return book
}
