import { decimalText } from '#shared/money/decimalText.ts'
import type { CellValue } from './cellValue.ts'
import { csvRecord } from './csvRecord.ts'
import type { SheetLine, SheetSpec } from './sheetRequest.ts'

/** Without it spreadsheets take the file for one of the machine's old character sets. */
const byteOrderMark = '\uFEFF'

/** Lines as UTF-8 CSV: amounts with a decimal point, days as `2024-03-28`. */
export async function* writeCsv(
  { heads }: SheetSpec,
  pages: AsyncIterable<readonly SheetLine[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(byteOrderMark + csvRecord(heads))
  for await (const lines of pages)
    yield encoder.encode(lines.map((line) => csvRecord(line.map(csvText))).join(''))
}

function csvText(value: CellValue): string | number {
  if (value === null) return ''
  if (typeof value !== 'object') return value
  return 'day' in value ? value.day : decimalText(value.minor, value.currency)
}
