import type { Summary, TotalsRow } from '#shared/book/questions.ts'
import { cameIn } from '#shared/book/income.ts'

/** The currencies the book has money in, the largest amount first. */
export function currenciesOf({ counted }: Summary): readonly string[] {
  return Object.entries(counted)
    .toSorted(([one, ours], [other, theirs]) => cameIn(theirs) - cameIn(ours) || (one < other ? -1 : 1))
    .map(([currency]) => currency)
}

/** The currency to show: the one asked for, else the brand's own if there is money in it, else the largest. */
export function shownCurrency(
  wanted: string | undefined,
  own: string,
  known: readonly string[],
  together: boolean,
): string {
  if (wanted !== undefined && (together || known.includes(wanted))) return wanted
  return together || known.includes(own) || known.length === 0 ? own : (known[0] ?? own)
}

/** Rows in the currency that is shown, and those beside it: other currencies, or what no rate converts. */
export const shown = (rows: readonly TotalsRow[], currency: string): readonly TotalsRow[] =>
  rows.filter((row) => row.currency === currency && !row.unconverted)
export const beside = (rows: readonly TotalsRow[], currency: string): readonly TotalsRow[] =>
  rows.filter((row) => row.currency !== currency || row.unconverted)
