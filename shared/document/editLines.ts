import { blankItem } from './derive.ts'
import type { Content, DocumentLine, ItemLine } from './document.ts'

/** A new line under the one at `at`, taxed as the item before it is. */
export function lineAfter(
  lines: readonly DocumentLine[],
  at: number,
  id: string,
  usual: readonly string[],
): readonly DocumentLine[] {
  const before = lines.slice(0, at + 1).findLast((line) => line.kind === 'item')
  return lines.toSpliced(at + 1, 0, { ...blankItem, id, taxes: before?.taxes ?? usual })
}

/** The line at `from` at the place of the one at `to`; places outside are none. */
export function movedLine(lines: readonly DocumentLine[], from: number, to: number): readonly DocumentLine[] {
  const line = lines[from]
  if (line === undefined || to < 0 || to >= lines.length || from === to) return lines
  return lines.toSpliced(from, 1).toSpliced(to, 0, line)
}

/** Nothing was said in it yet. */
export const isBlankItem = ({ title, details, sku, unitPrice, quantity }: ItemLine): boolean =>
  title.trim() === '' &&
  details.trim() === '' &&
  sku === '' &&
  (unitPrice === '0' || unitPrice === '') &&
  (quantity === '1' || quantity === '')

/** What is checked and issued: without lines nobody wrote in. */
export const withoutBlankLines = (content: Content): Content => ({
  ...content,
  lines: content.lines.filter((line) =>
    line.kind === 'item' ? !isBlankItem(line) : line.title !== '' || line.kind === 'subtotal',
  ),
})

/**
 * By line id: what an item comes to, and of a subtotal what the items since the one before do; minor units as the prices
 * are. `amounts` are those of the items, in order.
 */
export function amountsByLine(
  lines: readonly DocumentLine[],
  amounts: readonly { readonly amount: number }[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  let [sum, item] = [0, 0]
  for (const line of lines) {
    if (line.kind === 'item') {
      const amount = amounts[item++]?.amount ?? 0
      found.set(line.id, amount)
      sum += amount
    }
    if (line.kind !== 'subtotal') continue
    found.set(line.id, sum)
    sum = 0
  }
  return found
}
