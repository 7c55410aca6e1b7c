import type { Key } from '#shared/book/entry.ts'
import type { EntryWriter } from '#shared/book/entryWriter.ts'
import type { SheetRow } from './amountReader.ts'
import type { CellReaders, Problem } from './cellReaders.ts'
import type { MutableEntry } from './mutableEntry.ts'
import type { Plan } from './plan.ts'

/** What the readers of offers and contacts have in common. */
export type CatalogueParts = {
  readonly plan: Plan
  readonly readers: CellReaders
  readonly contentOf: (cells: readonly string[]) => Key
  readonly entry: MutableEntry
  readonly writer: EntryWriter
}
/** Reads the rows of one product, or of one customer: all of them, or none and the reason. */
export type RowsReader = (rows: readonly SheetRow[]) => Problem | null
