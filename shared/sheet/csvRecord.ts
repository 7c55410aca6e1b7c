import { defused } from './defused.ts'

function csvCell(cell: string | number): string {
  const text = defused(String(cell))
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One record of RFC 4180, safe to open in a spreadsheet whatever names and notes it holds. */
export const csvRecord = (cells: readonly (string | number)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`
