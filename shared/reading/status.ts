import type { Status } from '#shared/book/entry.ts'
import type { SalesFormat } from '#shared/formats/format.ts'
import type { CellReaders } from './cellReaders.ts'
import { textOf } from './plan.ts'
import type { Plan } from './plan.ts'

/** How a row's status counts: by the format's words; a word nobody knows is refused, for it may mean "never paid". */
export function createStatusReader(
  plan: Plan,
  { status: rule }: SalesFormat,
  readers: CellReaders,
): (cells: readonly string[]) => Status {
  if (!rule) return () => 'counted'
  const column = plan.columnOf(rule.column)
  const cancelled = rule.cancelled ? plan.columnOf(rule.cancelled.column) : null
  const words = new Map(Object.entries(rule.words))
  return (cells) => {
    const text = textOf(column, cells)
    const status = words.get(text.toLowerCase().replaceAll(' ', '_')) ?? rule.otherwise
    if (status === undefined) {
      readers.refuse('unknown-status', column, text)
      return 'counted'
    }
    const isCancelled = cancelled !== null && textOf(cancelled, cells) !== ''
    return (isCancelled ? rule.cancelled?.instead[status] : undefined) ?? status
  }
}
