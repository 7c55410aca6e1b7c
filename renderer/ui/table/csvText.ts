/** A cell that begins like this is a formula to a spreadsheet; an apostrophe makes it a text again. */
const formula = /^[=+\-@\t\r]/
/** Plain numbers stay numbers: `-12.50` is no formula. */
const number = /^-?\d+(\.\d+)?$/

function csvCell(cell: string | number): string {
  const text = String(cell)
  const defused = formula.test(text) && !number.test(text) ? `'${text}` : text
  return /[",;\r\n\t]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused
}

/** One record of RFC 4180, safe to open in a spreadsheet whatever names and notes it holds. */
export const csvRecord = (cells: readonly (string | number)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`
