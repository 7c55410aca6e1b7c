import { isSelected, type Selection } from '#shared/list/selection.ts'
import type { RowSource } from './rowCache.ts'

type Loaded<Row> = {
  readonly source: RowSource<Row>
  readonly rowId: (row: Row) => string
  /** Rows on the screen and around it. */
  readonly row: (index: number) => Row | undefined
}
const atOnce = 2000

/** Keys of the rows from one to another: at once where all are loaded, else asked for. */
export function keysBetween<Row>(
  { source, rowId, row }: Loaded<Row>,
  first: number,
  last: number,
): readonly string[] | Promise<readonly string[]> {
  const keys: string[] = []
  for (let index = first; index <= last; index++) {
    const there = row(index)
    if (there === undefined) return keysAsked(source, rowId, first, last)
    keys.push(rowId(there))
  }
  return keys
}

async function keysAsked<Row>(
  source: RowSource<Row>,
  rowId: (row: Row) => string,
  first: number,
  last: number,
): Promise<readonly string[]> {
  const keys: string[] = []
  for (let from = first; from <= last; from += atOnce) {
    const { rows } = await source(from, Math.min(atOnce, last - from + 1))
    if (rows.length === 0) break
    for (const row of rows) keys.push(rowId(row))
  }
  return keys
}

/** What is selected, as a source of its own, for lists whose source cannot be asked for it: the whole list is walked. */
export async function* walkSelected<Row>(
  source: RowSource<Row>,
  rowId: (row: Row) => string,
  selection: Selection,
): AsyncGenerator<readonly Row[]> {
  for (let from = 0, total = 1; from < total; from += atOnce) {
    const answer = await source(from, atOnce)
    total = answer.total
    if (answer.rows.length === 0) return
    yield answer.rows.filter((row) => isSelected(selection, rowId(row)))
  }
}
