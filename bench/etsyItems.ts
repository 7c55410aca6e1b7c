import { createCounter, nothingExtra } from './expected.ts'
import type { Expected } from './expected.ts'
import { orders } from './orders.ts'
import type { Order } from './orders.ts'

const header =
  '"Sale Date","Item Name",Buyer,Quantity,Price,"Coupon Code","Coupon Details","Discount Amount","Shipping Discount","Order Shipping",' +
  '"Order Sales Tax","Item Total",Currency,"Transaction ID","Listing ID","Date Paid","Date Shipped","Ship Name","Ship Address1","Ship Address2",' +
  '"Ship City","Ship State","Ship Zipcode","Ship Country","Order ID",Variations,"Order Type","Listings Type","Payment Type","InPerson Discount",' +
  '"InPerson Location","VAT Paid by Buyer",SKU\n'

/** An average order has 1.75 lines. */
const linesPerOrder = 1.75

/** Etsy's Sold Order Items with exactly so many lines: one row per line, what belongs to the order on its first row. */
export function* etsyItems(lines: number, seed: number): Generator<string, Expected> {
  const counter = createCounter()
  yield header
  let written = 0
  for (const order of orders(lines / linesPerOrder, seed)) {
    if (written >= lines) break
    const cut = cutTo(order, lines - written)
    yield rowsOf(cut, written)
    written += cut.lines.length
    counter.add(cut, cut.lines.length, nothingExtra, cut.discount, cut.shipping)
  }
  return counter.expected()
}

/** The last order may have fewer lines than it was drawn with, and then no discount. */
function cutTo(order: Order, room: number): Order {
  if (order.lines.length <= room) return order
  const lines = order.lines.slice(0, room)
  return {
    ...order,
    lines,
    items: lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0),
    discount: 0,
    coupon: '',
  }
}

function rowsOf(order: Order, before: number): string {
  const { client, lines, coupon } = order
  const name = `${client.first} ${client.last}`
  const [year = '', month = '', day = ''] = order.day.split('-')
  const all = (text: string) => (coupon === '' ? '' : lines.map(() => text).join(';'))
  const where = [
    name,
    client.street,
    client.number % 6 === 0 ? 'Flat 2' : '',
    'Nowhere',
    client.place.region,
    client.zip,
    client.place.country,
  ]
  return lines
    .map(({ product, quantity, price }, at) => [
      `${month}/${day}/${year.slice(2)}`,
      product.title,
      client.isGuest ? name : `${name} (buyer${client.number})`,
      String(quantity),
      padded(price),
      all(coupon),
      all(`${coupon} - % off`),
      at === 0 ? padded(order.discount) : '0',
      at === 0 ? padded(order.shippingDiscount) : '0',
      at === 0 ? plain(order.shipping) : '0',
      '0',
      plain(price * quantity),
      'USD',
      String(3_600_000_000 + before + at),
      product.listing,
      `${month}/${day}/${year}`,
      order.isShipped ? `${month}/${day}/${year}` : '',
      ...where,
      String(3_200_000_000 - order.number),
      product.price % 3 === 0 ? 'Size:A4,Frame:Oak' : '',
      'online',
      'listing',
      'online_cc',
      '',
      '',
      '0',
      product.sku,
    ])
    .map((cells) => `${cells.map(quoted).join(',')}\n`)
    .join('')
}

const padded = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
const plain = (cents: number): string => String(cents / 100)
const quoted = (cell: string): string => (/[ ,"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
