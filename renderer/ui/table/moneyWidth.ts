/** The track of a column of amounts: as wide as its longest sum, so that sums neither touch nor push a column out. */
export function moneyWidth(sums: readonly string[]): string {
  // in the bold digits of the foot; marks between them are half as wide, the letters of a currency wider
  const marks = (text: string, of: RegExp) => (text.match(of) ?? []).length
  const widths = sums.map(
    (text) => text.length - marks(text, /[.,\s]/g) / 2 + marks(text, /[\p{L}\p{Sc}]/gu) * 0.35,
  )
  return `minmax(calc(${Math.max(6, ...widths) * 1.04}ch + 22px), 0.7fr)`
}
