import type { CellValue } from '#shared/sheet/cellValue.ts'
import type { NextLines, SheetLine } from '#shared/sheet/sheetRequest.ts'
import type { RowSource } from '#ui/table/rowCache.ts'

/** A column of a file. */
export type FileColumn<Row> = {
  readonly id: string
  readonly header: string
  readonly value: (row: Row) => CellValue
}
type Parts<Row> = {
  readonly source: RowSource<Row>
  readonly columns: readonly FileColumn<Row>[]
  /** A row that takes more than one line, for instance one for each of its currencies. */
  readonly expand: (row: Row) => readonly Row[]
  readonly onProgress: (done: number, total: number) => void
  /** The list has become another one meanwhile: half of each would be in the file. */
  readonly onChanged: () => void
}

/** Small enough that the window answers between two of them. */
const atOnce = 1000

/** The lines of a list, a screenful at a time, from its first row to its last. */
export function linesOf<Row>({ source, columns, expand, onProgress, onChanged }: Parts<Row>): NextLines {
  let from = 0
  let total: number | null = null
  return async () => {
    if (total !== null && from >= total) return null
    const answer = await source(from, atOnce)
    if (total !== null && total !== answer.total) {
      onChanged()
      return null
    }
    total = answer.total
    from += atOnce
    onProgress(Math.min(from, total), total)
    return answer.rows.flatMap(expand).map((row): SheetLine => columns.map(({ value }) => value(row)))
  }
}

const isMoney = (value: CellValue): value is { readonly minor: number; readonly currency: string } =>
  value !== null && typeof value === 'object' && 'minor' in value

/**
 * Amounts are plain numbers in a file, so their currency stands in a column of its own: the list's, or one before the
 * first amount. `sample` is any row; columns without one are asked again by the row.
 */
export function withCurrency<Row>(
  columns: readonly FileColumn<Row>[],
  header: string,
  sample: Row | undefined,
): readonly FileColumn<Row>[] {
  if (sample === undefined || columns.some(({ id }) => id === 'currency')) return columns
  const amounts = columns.filter(({ value }) => isMoney(value(sample)))
  const [first] = amounts
  if (first === undefined) return columns
  const currency = {
    id: 'currency',
    header,
    value: (row: Row) => {
      const value = amounts.map((column) => column.value(row)).find(isMoney)
      return value?.currency ?? null
    },
  }
  return columns.flatMap((column) => (column === first ? [currency, column] : [column]))
}
