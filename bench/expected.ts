import { rareWord } from './orders.ts'
import type { Client, Order } from './orders.ts'

/** The names are the inspect promise's; cents of the file's one currency. */
export type Figures = {
  gross: number
  discounts: number
  shipping: number
  tips: number
  tax: number
  refunds: number
  refundedTax: number
  kept: number
}

/** What a correct importer finds in the file, counted while it was written and apart from any importer. */
export type Expected = {
  readonly rows: number
  readonly sales: number
  readonly lines: number
  readonly units: number
  readonly buyers: number
  readonly listings: number
  /** First and last day of a sale. */
  readonly from: string
  readonly to: string
  readonly counted: Figures
  readonly uncounted: Figures
  /** By `YYYY-MM`: what is counted. */
  readonly months: Readonly<
    Record<string, { readonly sales: number; readonly gross: number; readonly kept: number }>
  >
  /** The largest of all counted sales. */
  readonly largest: { readonly gross: number; readonly kept: number }
  /** The product with the largest gross from `lastYearFrom` on. */
  readonly bestSeller: string
  /** How many counted sales have a product with the rare word in its title. */
  readonly withRareWord: number
}

/** The twelve months that end with the last day of every export. */
export const lastYearFrom = '2024-07-01'

/** What an export adds to the order it is made of. */
export type Extra = {
  readonly tips: number
  readonly tax: number
  readonly refunds: number
  readonly refundedTax: number
  readonly isCounted: boolean
}
export const nothingExtra: Extra = { tips: 0, tax: 0, refunds: 0, refundedTax: 0, isCounted: true }

const noFigures = (): Figures => ({
  gross: 0,
  discounts: 0,
  shipping: 0,
  tips: 0,
  tax: 0,
  refunds: 0,
  refundedTax: 0,
  kept: 0,
})

export function createCounter() {
  const counts = { rows: 0, sales: 0, lines: 0, units: 0, withRareWord: 0 }
  const [buyers, listings] = [new Set<number>(), new Set<string>()]
  const [counted, uncounted] = [noFigures(), noFigures()]
  const months: Record<string, { sales: number; gross: number; kept: number }> = {}
  const largest = { gross: 0, kept: 0 }
  const lately = new Map<string, number>()
  let [from, to] = ['', '']

  const add = (order: Order, rows: number, extra: Extra, discounts: number, shipping: number) => {
    const figures = figuresOf(order, extra, discounts, shipping)
    countWho(order, rows)
    addTo(extra.isCounted ? counted : uncounted, figures)
    if (from === '' || order.day < from) from = order.day
    if (order.day > to) to = order.day
    if (!extra.isCounted) return
    const month = (months[order.day.slice(0, 7)] ??= { sales: 0, gross: 0, kept: 0 })
    month.sales++
    month.gross += figures.gross
    month.kept += figures.kept
    largest.gross = Math.max(largest.gross, figures.gross)
    largest.kept = Math.max(largest.kept, figures.kept)
    if (order.day >= lastYearFrom) {
      for (const { product, price, quantity } of order.lines)
        lately.set(product.title, (lately.get(product.title) ?? 0) + price * quantity)
    }
    if (order.lines.some(({ product }) => product.title.startsWith(rareWord))) counts.withRareWord++
  }

  const countWho = ({ client, lines }: Order, rows: number) => {
    counts.rows += rows
    counts.sales++
    counts.lines += lines.length
    buyers.add(identityOf(client))
    for (const { product, quantity } of lines) {
      counts.units += quantity
      listings.add(product.listing)
    }
  }

  const expected = (): Expected => {
    const [bestSeller = ''] = [...lately].toSorted((one, other) => other[1] - one[1])[0] ?? []
    const [who, what] = [buyers.size, listings.size]
    return {
      ...counts,
      buyers: who,
      listings: what,
      from,
      to,
      counted,
      uncounted,
      months,
      largest,
      bestSeller,
    }
  }
  return { add, expected }
}

const identityOf = ({ number }: Client): number => number

/** Of an order: gross − discounts + shipping + tips − what was refunded, without the tax in it. */
function figuresOf({ items }: Order, extra: Extra, discounts: number, shipping: number): Figures {
  const { tips, tax, refunds, refundedTax } = extra
  const kept = items - discounts + shipping + tips - (refunds - refundedTax)
  return { gross: items, discounts, shipping, tips, tax, refunds, refundedTax, kept }
}

function addTo(sum: Figures, one: Figures): void {
  for (const name of Object.keys(sum) as (keyof Figures)[]) sum[name] += one[name]
}
