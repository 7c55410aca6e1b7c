import { etsyPlaces, sampleBuyer, sampleProducts } from './catalogue.ts'
import type { SampleBuyer, SampleProduct } from './catalogue.ts'
import type { Random } from './random.ts'
import { ordersOn, percent } from './season.ts'

export type SampleLine = {
  readonly product: SampleProduct
  readonly quantity: number
  readonly price: number
  readonly transaction: string
}
/** An order as all of Etsy's files speak of it. Cents of a US dollar. */
export type EtsyOrder = {
  readonly id: string
  readonly day: number
  readonly shipped: number | null
  readonly buyer: SampleBuyer
  readonly lines: readonly SampleLine[]
  readonly items: number
  readonly coupon: string
  readonly discount: number
  readonly shippingDiscount: number
  readonly shipping: number
  readonly wrap: number
  /** Collected and remitted by Etsy. */
  readonly tax: number
  /** What the order brings before fees: items − discount + shipping + gift wrap. */
  readonly revenue: number
  readonly processing: number
  readonly refund: { readonly day: number; readonly amount: number; readonly full: boolean } | null
}

const shippingRates = [495, 495, 650, 1100] as const

/** Two years of an Etsy shop, oldest first. */
export function makeEtsyOrders(random: Random, first: number, today: number): readonly EtsyOrder[] {
  const orders: EtsyOrder[] = []
  for (let day = first; day <= today; day++) {
    const count = ordersOn(random, day, first, today - first, 2.55, 0.25)
    for (let at = 0; at < count; at++) orders.push(makeOrder(random, orders.length, day, today))
  }
  return orders
}

function makeOrder(random: Random, number: number, day: number, today: number): EtsyOrder {
  const buyer = sampleBuyer(random.below(1500), random.weighted(etsyPlaces), random.chance(0.07))
  const lines = Array.from({ length: random.chance(0.74) ? 1 : 2 + random.below(2) }, (_, at) =>
    makeLine(random, number * 4 + at),
  )
  const items = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  const coupon = random.chance(0.13) ? random.pick(['THANKS10', 'BLOOM15', 'HELLO20']) : ''
  const discount = coupon === '' ? 0 : percent(items, Number(coupon.slice(-2)))
  const posted = lines.some(({ product }) => !product.digital)
  const rate = posted ? random.pick(shippingRates) : 0
  const free = posted && coupon === '' && random.chance(0.08)
  const shipping = free ? 0 : rate
  const wrap = posted && random.chance(0.015) ? 400 : 0
  const revenue = items - discount + shipping + wrap
  const tax = percent(items - discount + shipping, buyer.place.marketplaceTax)
  const shipDay = day + 1 + random.below(4)
  return {
    id: String(3_105_000_000 + number * 9_973),
    day,
    shipped: posted && shipDay <= today ? shipDay : null,
    buyer,
    lines,
    items,
    coupon,
    discount,
    shippingDiscount: free ? rate : 0,
    shipping,
    wrap,
    tax,
    revenue,
    processing: revenue + tax === 0 ? 0 : percent(revenue + tax, 3) + 25,
    refund: makeRefund(random, day, today, revenue, revenue + tax),
  }
}

function makeLine(random: Random, number: number): SampleLine {
  const product = random.weighted(sampleProducts)
  const quantity = random.chance(0.86) ? 1 : 2 + random.below(2)
  return { product, quantity, price: product.usd, transaction: String(4_200_000_000 + number * 7) }
}

function makeRefund(
  random: Random,
  day: number,
  today: number,
  revenue: number,
  total: number,
): EtsyOrder['refund'] {
  const full = random.chance(0.012)
  const partial = !full && random.chance(0.018)
  const refundDay = day + 4 + random.below(16)
  if ((!full && !partial) || refundDay > today || revenue < 800) return null
  const amount = full ? total : 300 + 100 * random.below(Math.floor(revenue / 200))
  return { day: refundDay, amount, full }
}
