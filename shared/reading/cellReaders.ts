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
 * Readers of single cells. Each answers with a value that says "nothing" where the cell does, or keeps the reason why
 * it cannot be read; the first reason stays until it is taken.
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

  let lastCurrency = ''
  let exponent = exponentOf(lastCurrency)
  const amount = (column: PlannedColumn, cells: readonly string[], currency: string): number | null => {
    const text = textOf(column, cells)
    if (!filled(column, text)) return null
    if (currency !== lastCurrency) exponent = exponentOf((lastCurrency = currency))
    const read = readAmount(text, decimal, exponent)
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

  const readDay = createDayReader()
  const day = (column: PlannedColumn, cells: readonly string[]): number | null => {
    const text = textOf(column, cells)
    if (!filled(column, text)) return null
    const read = readDay(column, text)
    if (read === null) refuse('unreadable-date', column, text)
    return read
  }

  let lastText = ''
  let lastCode = ''
  const currency = (column: PlannedColumn, cells: readonly string[]): string => {
    const text = textOf(column, cells)
    if (text === lastText) return lastCode
    if (!filled(column, text)) return ''
    const code = text.toUpperCase()
    if (!isCurrency(code)) refuse('unknown-currency', column, text)
    else [lastText, lastCode] = [text, code]
    return code
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

/** Dates repeat; more than this many are forgotten. */
const mostDates = 20_000

/** Reads each date of a column once; a time behind the day is cut off first. */
function createDayReader(): (column: PlannedColumn, text: string) => number | null {
  const known = new Map<PlannedColumn, Map<string, number | null>>()
  return (column, text) => {
    let dates = known.get(column)
    if (!dates || dates.size > mostDates) known.set(column, (dates = new Map()))
    const day = column.pattern === 'Y-M-D' ? text.slice(0, 10) : text
    let read = dates.get(day)
    if (read === undefined)
      dates.set(day, (read = column.pattern === null ? null : readDate(text, column.pattern)))
    return read
  }
}
