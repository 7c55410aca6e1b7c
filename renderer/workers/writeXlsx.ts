import { writeXlsxStream } from 'hucre/xlsx'
import { exponentOf } from '#shared/money/currencies.ts'
import { decimalText } from '#shared/money/decimalText.ts'
import type { CellValue } from '#shared/sheet/cellValue.ts'
import { defused } from '#shared/sheet/defused.ts'
import { mostRowsOfSheet, type SheetLine, type SheetSpec } from '#shared/sheet/sheetRequest.ts'

type Cell = string | number | Date | null

/**
 * Lines as a workbook, written while they come: its size in memory does not grow with them. What does not fit on one
 * sheet goes on on the next. Amounts are numbers, days are dates, and text stays text.
 */
export async function* writeXlsx(
  { title, heads }: SheetSpec,
  pages: AsyncIterable<readonly SheetLine[]>,
  rowsOfSheet = mostRowsOfSheet,
): AsyncGenerator<Uint8Array> {
  const source = pages[Symbol.asyncIterator]()
  const first = await source.next() // what a column holds is seen in its first lines
  const begun = first.done === true ? [] : first.value
  const stream = writeXlsxStream(cellsOf(begun, source), {
    name: sheetName(title),
    columns: heads.map((head, at) =>
      column(
        head,
        begun.map((line) => line[at] ?? null),
      ),
    ),
    freezePane: { rows: 1 },
    maxRowsPerSheet: rowsOfSheet,
  })
  const reader = stream.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
}

async function* cellsOf(
  begun: readonly SheetLine[],
  source: AsyncIterator<readonly SheetLine[]>,
): AsyncGenerator<Cell[]> {
  for (const line of begun) yield line.map(cellOf)
  for (let page = await source.next(); page.done !== true; page = await source.next())
    for (const line of page.value) yield line.map(cellOf)
}

function cellOf(value: CellValue): Cell {
  if (value === null || typeof value === 'number') return value
  if (typeof value === 'string') return value === '' ? null : defused(value)
  if ('day' in value) return new Date(`${value.day}T00:00:00Z`)
  return Number(decimalText(value.minor, value.currency))
}

function column(head: string, cells: readonly CellValue[]) {
  const [only = null] = cells.filter((cell) => cell !== null)
  const header = defused(head)
  if (only === null || typeof only !== 'object') return { header, width: widthOf(head, cells) }
  if ('day' in only) return { header, width: 12, numFmt: 'yyyy-mm-dd' }
  const digits = Math.max(
    ...cells.map((cell) =>
      cell !== null && typeof cell === 'object' && 'minor' in cell ? exponentOf(cell.currency) : 0,
    ),
  )
  return { header, width: 14, numFmt: digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}` }
}

const widthOf = (head: string, cells: readonly CellValue[]): number =>
  Math.min(
    Math.max(
      head.length,
      ...cells.slice(0, 200).map((cell) => (typeof cell === 'string' ? cell.length : 0)),
    ) + 2,
    60,
  )

/** Excel forbids some marks in the name of a sheet, and more than 31. */
const sheetName = (title: string): string =>
  title
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 28) || 'Sheet'
