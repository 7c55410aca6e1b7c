import type { Content } from '#shared/document/document.ts'

/** Of the table of lines. */
export type Column = 'position' | 'title' | 'quantity' | 'price' | 'tax' | 'amount'

/** The tax has a column of its own only where lines differ in it. */
export function columnsOf({ lines }: Pick<Content, 'lines'>, isPriced: boolean): readonly Column[] {
  const taxes = new Set(
    lines.flatMap((line) => (line.kind === 'item' ? [line.taxes.toSorted().join(' ')] : [])),
  )
  if (!isPriced) return ['position', 'title', 'quantity']
  return taxes.size > 1
    ? ['position', 'title', 'quantity', 'price', 'tax', 'amount']
    : ['position', 'title', 'quantity', 'price', 'amount']
}
