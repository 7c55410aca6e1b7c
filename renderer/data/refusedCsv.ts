import Papa from 'papaparse'
import type { FileReport } from '#shared/imports/report.ts'

/**
 * The refused rows of a file with its own header and delimiter, to be corrected and imported. Cells that a spreadsheet
 * would take for a formula get the apostrophe that reading takes off again, so that both are safe and nothing changes.
 */
export const refusedCsv = ({
  header,
  delimiter,
  refused,
}: Pick<FileReport, 'header' | 'delimiter' | 'refused'>): string =>
  Papa.unparse([header.map(guardCell), ...refused.map(({ cells }) => cells.map(guardCell))], {
    delimiter,
    newline: '\r\n',
  }) + '\r\n'

/** Outer blanks carry no meaning in an export; a leading tab or line break must not hide a formula from the guard. */
export function guardCell(cell: string): string {
  const text = cell.trimStart()
  return /^[=+\-@]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text.trimEnd()) ? `'${text}` : text
}
