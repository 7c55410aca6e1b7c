import { applyRecords } from '#shared/book/applyRecords.ts'
import { createBook } from '#shared/book/book.ts'
import type { Measures } from '#shared/book/questions.ts'
import { summary } from '#shared/book/summary.ts'
import type { HandSale } from './handSale.ts'

export type HandSaleError =
  | { readonly code: 'no-day' | 'no-lines' }
  /** The line by its place. */
  | { readonly code: 'no-title' | 'no-price' | 'no-quantity' | 'discount-too-large'; readonly line: number }
  | { readonly code: 'no-refund-day'; readonly refund: number }

/** The first thing that keeps a sale from being saved, or null. Amounts are minor units. */
export function findHandSaleError({ day, lines, refunds }: HandSale): HandSaleError | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return { code: 'no-day' }
  if (lines.length === 0) return { code: 'no-lines' }
  for (const [line, { title, product, unitPrice, quantity, discount }] of lines.entries()) {
    if (title.trim() === '' && product === null) return { code: 'no-title', line }
    if (!Number.isSafeInteger(unitPrice) || unitPrice < 0) return { code: 'no-price', line }
    if (!Number.isSafeInteger(quantity) || quantity < 1) return { code: 'no-quantity', line }
    if (discount > unitPrice * quantity) return { code: 'discount-too-large', line }
  }
  const refund = refunds.findIndex(({ day: on, amount }) => amount !== 0 && !/^\d{4}-\d{2}-\d{2}$/.test(on))
  return refund < 0 ? null : { code: 'no-refund-day', refund }
}

/** What the sale comes to, counted as the book counts it; null while it has nothing to count. */
export function figuresOfHandSale(sale: HandSale): Measures | null {
  if (findHandSaleError(sale) !== null) return null
  const book = createBook()
  applyRecords(book, [{ table: 'handSales', id: sale.id, record: sale }])
  return summary(book).counted[sale.currency] ?? null
}
