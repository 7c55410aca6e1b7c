import type { Result } from '#shared/result.ts'
import type { CellValue } from './cellValue.ts'

export type SheetKind = 'csv' | 'xlsx'
export type SheetLine = readonly CellValue[]
/** What is written: one head and one kind of cell for each column. */
export type SheetSpec = {
  readonly kind: SheetKind
  /** Names the sheet of a workbook. */
  readonly title: string
  readonly heads: readonly string[]
}
/** The next lines, or null after the last. */
export type NextLines = () => Promise<readonly SheetLine[] | null>

export type SheetRequest = SheetSpec & {
  readonly suggestedName: string
  readonly next: NextLines
  readonly signal: AbortSignal
}
export type SheetFailure = { readonly code: 'cancelled' | 'disk-full' | 'not-allowed' | 'failed' | 'changed' }
/** Writes a sheet where the person says in the system's dialog: all of it, or nothing. */
export type SaveSheet = (request: SheetRequest) => Promise<Result<{ readonly name: string }, SheetFailure>>

/** Excel's own limit, the heads counted with the others. */
export const mostRowsOfSheet = 1_048_576
