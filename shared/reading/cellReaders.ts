import { readDate } from '#shared/calendar/readDate.ts'
import type { RefusalCode } from '#shared/imports/report.ts'
import { exponentOf, isCurrency } from '#shared/money/currencies.ts'
import { readAmount } from '#shared/money/readAmount.ts'
import { isBlank, isDamagedId } from './cells.ts'
import { textOf } from './plan.ts'
import type { PlannedColumn } from './plan.ts'

/** Why a row is refused. */
export type Problem = { readonly code: RefusalCode; readonly column: string; readonly text: string }

/**
 * Readers of single cells. Each answers with a value that says "nothing" where the cell does, or puts the reason why
 * it cannot be read into `problem`, where the first one stays until it is taken.
 */
export type CellReaders = {
  /** Minor units; `null` where the cell is blank. */
  readonly amount: (column: PlannedColumn, cells: readonly string[], currency: string) => number | null
  readonly quantity: (column: PlannedColumn, cells: readonly string[]) => number
  /** Day number; `null` where the cell is blank. */
  readonly day: (column: PlannedColumn, cells: readonly string[]) => number | null
  readonly currency: (column: PlannedColumn, cells: readonly string[]) => string
  readonly id: (column: PlannedColumn, cells: readonly string[]) => string
  readonly refuse: (code: RefusalCode, column: PlannedColumn, text: string) => void
  readonly takeProblem: () => Problem | null
}

const longestQuantity = 2_147_483_647
/** Dates repeat; timestamps are cut to the day first. More than this many are forgotten. */
const mostDates = 20_000

export function createCellReaders(decimal: '.' | ','): CellReaders {
  let problem: Problem | null = null
  const refuse = (code: RefusalCode, column: PlannedColumn, text: string) => {
    problem ??= { code, column: column.head, text: text.slice(0, 200) }
  }
  const filled = (column: PlannedColumn, text: string): boolean => {
    if (!isBlank(text)) return true
    if (column.needed) refuse(column.needed, column, text)
    return false
  }

  const amount = (column: PlannedColumn, cells: readonly string[], currency: string): number | null => {
    const text = textOf(column, cells)
    if (!filled(column, text)) return null
    const read = readAmount(text, decimal, exponentOf(currency))
    if (Number.isSafeInteger(read)) return read
    refuse(Number.isNaN(read) ? 'unreadable-amount' : 'amount-too-large', column, text)
    return null
  }

  const quantity = (column: PlannedColumn, cells: readonly string[]): number => {
    const text = textOf(column, cells)
    if (!filled(column, text)) return 0
    const read = readAmount(text, decimal, 0)
    if (Math.abs(read) <= longestQuantity) return read
    refuse('unreadable-quantity', column, text)
    return 0
  }

  const known = new Map<string, number | null>()
  const day = (column: PlannedColumn, cells: readonly string[]): number | null => {
    const text = textOf(column, cells)
    if (!filled(column, text) || column.pattern === null) return null
    const key = column.pattern + (column.pattern === 'Y-M-D' ? text.slice(0, 11) : text)
    let read = known.get(key)
    if (read === undefined) {
      if (known.size > mostDates) known.clear()
      known.set(key, (read = readDate(text, column.pattern)))
    }
    if (read === null) refuse('unreadable-date', column, text)
    return read
  }

  const currency = (column: PlannedColumn, cells: readonly string[]): string => {
    const text = textOf(column, cells).toUpperCase()
    if (!filled(column, text)) return ''
    if (!isCurrency(text)) refuse('unknown-currency', column, text)
    return text
  }

  const id = (column: PlannedColumn, cells: readonly string[]): string => {
    const text = textOf(column, cells)
    if (!filled(column, text)) return ''
    if (isDamagedId(text)) refuse('damaged-id', column, text)
    return text
  }

  const takeProblem = (): Problem | null => {
    const found = problem
    problem = null
    return found
  }
  return { amount, quantity, day, currency, id, refuse, takeProblem }
}
