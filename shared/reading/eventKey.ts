import { unit } from '#shared/book/entry.ts'
import type { Key } from '#shared/book/entry.ts'
import type { SalesFormat } from '#shared/formats/format.ts'
import { hasherFor } from '#shared/hash/hashText.ts'
import type { CellReaders } from './cellReaders.ts'
import { noKey } from './mutableEntry.ts'
import { textOf } from './plan.ts'
import type { Plan, PlannedColumn } from './plan.ts'

/**
 * What tells one event from another: the cells that never change, by what they mean, so that a file saved again by a
 * spreadsheet, or by an account in another language, says the same.
 */
export function createEventKey(
  plan: Plan,
  format: SalesFormat,
  readers: CellReaders,
): (cells: readonly string[]) => Key {
  const columns = (format.key ?? []).map(plan.columnOf)
  if (columns.length === 0) return () => noKey
  const part = (column: PlannedColumn, cells: readonly string[]): string => {
    if (column.read === 'money') return plan.filled[column.slot] === 1 ? String(plan.values[column.slot]) : ''
    const text = textOf(column, cells)
    if (column.read === 'date')
      return `${readers.day(column, cells) ?? ''} ${/\b(\d{1,2}):(\d{2})/.exec(text)?.slice(1).map(Number).join(':') ?? ''}`
    return column.read === 'currency' ? text.toUpperCase() : text
  }
  const hash = hasherFor(format.name + unit)
  return (cells) => hash(columns.map((column) => part(column, cells)).join(unit))
}
