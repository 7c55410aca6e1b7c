import type { Figure, SalesFormat } from '#shared/formats/format.ts'
import { convert } from '#shared/money/convert.ts'
import { exponentOf } from '#shared/money/currencies.ts'
import type { CellReaders } from './cellReaders.ts'
import { textOf } from './plan.ts'
import type { Plan, PlannedColumn } from './plan.ts'

export type SheetRow = { readonly number: number; readonly cells: readonly string[] }

/** Fills the plan with a sale's amounts and units, each cell read once: first the columns, then what is computed from them. */
export type AmountReader = {
  readonly readColumns: (rows: readonly SheetRow[], currency: string) => void
  readonly readFigures: (head: readonly string[], currency: string) => void
}

export function createAmountReader(plan: Plan, format: SalesFormat, readers: CellReaders): AmountReader {
  const columns = plan.columns
    .filter(
      ({ read, on, place, within }) =>
        (read === 'money' || read === 'quantity') && on !== 'line' && (place >= 0 || within),
    )
    .map((column) => ({ column, own: column.currency === undefined ? null : plan.columnOf(column.currency) }))
  const figures = Object.entries(format.figures ?? {}).map(([name, figure]) =>
    planFigure(plan, readers, plan.slotOf(name), figure),
  )

  const readCell = (column: PlannedColumn, cells: readonly string[], currency: string): number | null =>
    column.read === 'money' ? readers.amount(column, cells, currency) : readers.quantity(column, cells)

  const readColumns = (rows: readonly SheetRow[], currency: string) => {
    for (const { column, own } of columns) {
      const count = column.on === 'all' ? rows.length : 1
      let sum = 0
      let filled = 0
      for (let at = 0; at < count; at++) {
        const cells = rows[at]?.cells ?? []
        const amount = readCell(
          column,
          cells,
          own === null ? currency : readers.currency(own, cells) || currency,
        )
        if (amount === null) continue
        sum += amount
        filled = 1
      }
      plan.values[column.slot] = sum
      plan.filled[column.slot] = filled
    }
  }

  const readFigures = (head: readonly string[], currency: string) => {
    for (const figure of figures) figure(head, currency)
  }
  return { readColumns, readFigures }
}

function planFigure(
  plan: Plan,
  readers: CellReaders,
  slot: number,
  figure: Figure,
): (head: readonly string[], currency: string) => void {
  const { values, filled } = plan
  if ('convert' in figure) {
    const [amount, from, rate] = [
      plan.columnOf(figure.convert),
      plan.columnOf(figure.from),
      plan.columnOf(figure.rate),
    ]
    return (head, currency) => {
      const value = values[amount.slot] ?? 0
      const other = textOf(from, head).toUpperCase()
      filled[slot] = filled[amount.slot] ?? 0
      values[slot] = value
      if (other === '' || other === currency || value === 0) return
      const converted = convert(value, exponentOf(other), exponentOf(currency), textOf(rate, head))
      if (Number.isSafeInteger(converted)) values[slot] = converted
      else readers.refuse('unreadable-amount', rate, textOf(rate, head))
    }
  }
  const alternatives = ('first' in figure ? figure.first : [figure.sum]).map(plan.terms)
  return () => {
    const chosen = alternatives.find(plan.hasFilled) ?? alternatives[0] ?? []
    filled[slot] = plan.hasFilled(chosen) ? 1 : 0
    values[slot] = plan.total(chosen)
  }
}
