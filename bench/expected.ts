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
  /** The product with the largest gross of all. */
  readonly bestEver: string
  /** Its gross, and how many counted sales it is in. */
  readonly bestEverGross: number
  readonly bestEverSales: number
  /** How many counted sales have a product with the rare word in its title; how many such products were sold. */
  readonly withRareWord: number
  readonly rareProducts: number
  /** Buyers: with several counted sales, with the first name that is searched for, of 2025. */
  readonly returning: number
  readonly namesakes: number
  readonly ofThisYear: number
  /** Of those of 2025, who had not bought before. */
  readonly newThisYear: number
  /** Who bought for `muchBought` or more. */
  readonly boughtMuch: number
  /** The most counted sales of one buyer. */
  readonly mostSales: number
}

/** A first name that is typed to find clients. */
export const searchedName = 'Dörte'

/** What a buyer may spend over the years, in cents. */
export const muchBought = 50_000

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
  const [lately, ever] = [new Map<string, number>(), new Map<string, number>()]
  const salesWith = new Map<string, number>()
  const [rare, namesakes, thisYear] = [new Set<string>(), new Set<number>(), new Set<number>()]
  const [salesOf, grossOf, before] = [new Map<number, number>(), new Map<number, number>(), new Set<number>()]
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
    for (const { product, price, quantity } of order.lines) {
      const sold = (of: Map<string, number>) =>
        void of.set(product.title, (of.get(product.title) ?? 0) + price * quantity)
      sold(ever)
      if (order.day >= lastYearFrom) sold(lately)
      if (product.title.startsWith(rareWord)) rare.add(product.title)
    }
    for (const title of new Set(order.lines.map(({ product }) => product.title)))
      salesWith.set(title, (salesWith.get(title) ?? 0) + 1)
    const who = identityOf(order.client)
    salesOf.set(who, (salesOf.get(who) ?? 0) + 1)
    if (order.client.first === searchedName) namesakes.add(who)
    ;(order.day >= '2025' ? thisYear : before).add(who)
    grossOf.set(who, (grossOf.get(who) ?? 0) + figures.gross)
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
    const bestOf = (sold: ReadonlyMap<string, number>) =>
      [...sold].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? ''
    const sales = [...salesOf.values()]
    const [who, what] = [buyers.size, listings.size]
    const best = bestOf(ever)
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
      bestSeller: bestOf(lately),
      bestEver: best,
      bestEverGross: ever.get(best) ?? 0,
      bestEverSales: salesWith.get(best) ?? 0,
      rareProducts: rare.size,
      returning: sales.filter((count) => count > 1).length,
      namesakes: namesakes.size,
      ofThisYear: thisYear.size,
      newThisYear: [...thisYear].filter((who) => !before.has(who)).length,
      boughtMuch: [...grossOf.values()].filter((gross) => gross >= muchBought).length,
      mostSales: sales.reduce((most, count) => Math.max(most, count), 0),
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
