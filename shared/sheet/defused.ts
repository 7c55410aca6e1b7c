/** A cell that begins like this is a formula to a spreadsheet. */
const formula = /^[=+\-@\t\r]/
/** Plain numbers stay numbers: `-12.50` is no formula. */
const number = /^-?\d+(\.\d+)?$/

/** Text that no spreadsheet takes for a formula: an apostrophe makes it a text again. */
export const defused = (text: string): string =>
  formula.test(text) && !number.test(text) ? `'${text}` : text
