import { sampleBuyer, sampleProducts, storePlaces } from './catalogue.ts'
import type { SampleBuyer } from './catalogue.ts'
import type { Random } from './random.ts'
import { ordersOn, percent } from './season.ts'

export type StoreLine = {
  readonly name: string
  readonly sku: string
  readonly price: number
  readonly quantity: number
  readonly sort: 'physical' | 'digital' | 'giftCard' | 'tip'
}
/** An order of the own store as Shopify's files speak of it. Canadian cents. */
export type StoreOrder = {
  readonly number: number
  readonly day: number
  readonly minute: number
  readonly buyer: SampleBuyer
  readonly lines: readonly StoreLine[]
  readonly subtotal: number
  readonly code: string
  readonly discount: number
  readonly shipping: number
  readonly tax: number
  readonly total: number
  readonly status: 'paid' | 'pending' | 'voided' | 'refunded' | 'partially_refunded'
  readonly method: string
  readonly refund: { readonly day: number; readonly amount: number } | null
  readonly note: string
}

/** Two years of the own store, oldest first. It grows faster than the marketplace. */
export function makeStoreOrders(random: Random, first: number, today: number): readonly StoreOrder[] {
  const orders: StoreOrder[] = []
  for (let day = first; day <= today; day++) {
    const count = ordersOn(random, day, first, today - first, 1.5, 1)
    for (let at = 0; at < count; at++) orders.push(makeOrder(random, orders.length, day, today))
  }
  return orders
}

const rates = [0, 900, 1200, 1500] as const

function makeOrder(random: Random, number: number, day: number, today: number): StoreOrder {
  const buyer = sampleBuyer(2000 + random.below(700), random.weighted(storePlaces), random.chance(0.05))
  const goods = Array.from({ length: random.chance(0.62) ? 1 : 2 + random.below(2) }, () => makeLine(random))
  const tips: StoreLine[] = random.chance(0.05)
    ? [{ name: 'Tip', sku: '', price: 200 + 100 * random.below(6), quantity: 1, sort: 'tip' }]
    : []
  const sum = (lines: readonly StoreLine[]) =>
    lines.reduce((total, { price, quantity }) => total + price * quantity, 0)
  const taxable = sum(goods.filter(({ sort }) => sort !== 'giftCard'))
  const code = random.chance(0.12) ? 'NEWSLETTER10' : ''
  const discount = code === '' ? 0 : percent(taxable, 10)
  const shipping = goods.some(({ sort }) => sort === 'physical') && taxable < 9000 ? random.pick(rates) : 0
  const tax = percent(taxable - discount + shipping, buyer.place.storeTax)
  const total = sum(goods) + sum(tips) - discount + shipping + tax
  const { status, method, refund } = makePayment(random, day, today, total)
  return {
    number: 1001 + number,
    day,
    minute: random.below(1440),
    buyer,
    lines: [...goods, ...tips],
    subtotal: sum(goods) - discount,
    code,
    discount,
    shipping,
    tax,
    total,
    status,
    method,
    refund,
    note: random.chance(0.03) ? 'A gift! Please write:\n"Happy birthday, Zoë 🎂", thanks' : '',
  }
}

function makeLine(random: Random): StoreLine {
  if (random.chance(0.012))
    return { name: 'Gift Card - $50.00', sku: '', price: 5000, quantity: 1, sort: 'giftCard' }
  const { title, sku, cad, digital } = random.weighted(sampleProducts)
  return {
    name: title,
    sku,
    price: cad,
    quantity: random.chance(0.88) ? 1 : 2,
    sort: digital ? 'digital' : 'physical',
  }
}

function makePayment(
  random: Random,
  day: number,
  today: number,
  total: number,
): Pick<StoreOrder, 'status' | 'method' | 'refund'> {
  const method = random.chance(0.83)
    ? 'Shopify Payments'
    : random.chance(0.7)
      ? 'PayPal Express Checkout'
      : 'Cash'
  const refundDay = day + 3 + random.below(14)
  const luck = random.below(1000)
  if (luck < 4) return { status: 'voided', method, refund: null }
  if (luck < 12 && today - day < 30) return { status: 'pending', method: 'Bank Deposit', refund: null }
  if (luck >= 45 || refundDay > today || total < 1000) return { status: 'paid', method, refund: null }
  if (luck < 24) return { status: 'refunded', method, refund: { day: refundDay, amount: total } }
  return {
    status: 'partially_refunded',
    method,
    refund: { day: refundDay, amount: 300 + 100 * random.below(Math.floor(total / 200)) },
  }
}
