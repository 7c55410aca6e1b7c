import { createCounter } from './expected.ts'
import type { Expected, Extra } from './expected.ts'
import { orders } from './orders.ts'
import type { Client, Order } from './orders.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'

const address = (of: string): readonly string[] =>
  ['Name', 'Street', 'Address1', 'Address2', 'Company', 'City', 'Zip', 'Province', 'Country', 'Phone'].map(
    (part) => `${of} ${part}`,
  )
const taxes = [1, 2, 3, 4, 5].flatMap((at) => [`Tax ${at} Name`, `Tax ${at} Value`])
const line = [
  'quantity',
  'name',
  'price',
  'compare at price',
  'sku',
  'requires shipping',
  'taxable',
  'fulfillment status',
].map((part) => `Lineitem ${part}`)

/** The columns of today's export, in their order. */
export const columns: readonly string[] = [
  ...[
    'Name',
    'Email',
    'Financial Status',
    'Paid at',
    'Fulfillment Status',
    'Fulfilled at',
    'Accepts Marketing',
    'Currency',
    'Subtotal',
    'Shipping',
  ],
  ...[
    'Taxes',
    'Total',
    'Discount Code',
    'Discount Amount',
    'Shipping Method',
    'Created at',
    ...line,
    ...address('Billing'),
    ...address('Shipping'),
  ],
  ...[
    'Notes',
    'Note Attributes',
    'Cancelled at',
    'Payment Method',
    'Payment Reference',
    'Refunded Amount',
    'Vendor',
    'Outstanding Balance',
    'Employee',
  ],
  ...[
    'Location',
    'Device ID',
    'Id',
    'Tags',
    'Risk Level',
    'Source',
    'Lineitem discount',
    ...taxes,
    'Phone',
    'Receipt Number',
    'Duties',
  ],
  ...[
    'Billing Province Name',
    'Shipping Province Name',
    'Payment ID',
    'Payment Terms Name',
    'Next Payment Due At',
    'Payment References',
  ],
]

type Paid = Order & Extra & { readonly status: string; readonly total: number }

/** Shopify's orders: one row per line, and a tip is a line; what belongs to the order on its first row alone. */
export function* shopifyOrders(count: number, seed: number): Generator<string, Expected> {
  const counter = createCounter()
  const random = createRandom(seed + 1)
  yield `${columns.join(',')}\n`
  for (const order of orders(count, seed)) {
    if (order.number >= count) break
    const paid = pay(order, random)
    const rows = paid.lines.length + (paid.tips > 0 ? 1 : 0)
    yield rowsOf(paid, count)
    // A discount on shipping leaves Shipping as it was and is part of the order's discount.
    counter.add(
      paid,
      rows,
      paid,
      paid.discount + paid.shippingDiscount,
      paid.shipping + paid.shippingDiscount,
    )
  }
  return counter.expected()
}

/** Taxes are on top of prices. What is refunded in part is refunded on an order without tax, so that no share is guessed. */
function pay(order: Order, random: Random): Paid {
  const before = order.items - order.discount + order.shipping
  const tax = order.client.place.region === 'OR' ? 0 : Math.round(before * 0.0825)
  const tips = random.chance(0.03) ? 100 + random.below(9) * 50 : 0
  const total = before + tax + tips
  const fate = random.below(100)
  const paid = { ...order, tips, tax, total, refunds: 0, refundedTax: 0, isCounted: true, status: 'paid' }
  if (fate === 0) return { ...paid, status: 'voided', isCounted: false }
  if (fate === 1) return { ...paid, status: 'pending', isCounted: false }
  if (fate < 4 && total > 0) return { ...paid, status: 'refunded', refunds: total, refundedTax: tax }
  if (fate < 10 && tax === 0 && before > 1000)
    return { ...paid, status: 'partially_refunded', refunds: 100 + random.below(9) * 100 }
  return paid
}

function rowsOf(order: Paid, count: number): string {
  const { client } = order
  const name = `#${count - order.number + 1000}`
  const email = client.isGuest ? '' : `buyer${client.number}@example.com`
  const at = `${order.day} ${two(order.number % 24)}:${two((order.number * 7) % 60)}:${two((order.number * 13) % 60)} +0000`
  const lines = order.lines.map(({ product, quantity, price }) => ({
    'Lineitem quantity': String(quantity),
    'Lineitem name': product.title,
    'Lineitem price': decimal(price),
    'Lineitem sku': product.sku,
    'Lineitem requires shipping': 'true',
    'Lineitem taxable': 'true',
    'Lineitem fulfillment status': 'fulfilled',
    Vendor: 'Sample & Co',
  }))
  const tip = {
    'Lineitem quantity': '1',
    'Lineitem name': 'Tip',
    'Lineitem price': decimal(order.tips),
    'Lineitem requires shipping': 'false',
  }
  const tips =
    order.tips > 0
      ? [{ ...tip, 'Lineitem taxable': 'false', 'Lineitem fulfillment status': 'not_eligible' }]
      : []
  return [...lines, ...tips]
    .map((cells, row) => ({
      ...(row === 0 ? headOf(order, at) : {}),
      ...cells,
      Name: name,
      Email: email,
      'Created at': at,
      'Lineitem discount': '0.00',
    }))
    .map(
      (cells: Readonly<Record<string, string>>) =>
        `${columns.map((column) => quoted(cells[column] ?? '')).join(',')}\n`,
    )
    .join('')
}

function headOf(order: Paid, at: string): Readonly<Record<string, string>> {
  const isPaid = order.status !== 'voided' && order.status !== 'pending'
  return {
    'Financial Status': order.status,
    'Paid at': isPaid ? at : '',
    'Fulfillment Status': order.isShipped ? 'fulfilled' : 'unfulfilled',
    'Fulfilled at': order.isShipped ? at : '',
    'Accepts Marketing': order.client.number % 3 === 0 ? 'yes' : 'no',
    Currency: 'USD',
    Subtotal: decimal(order.items - order.discount),
    Shipping: decimal(order.shipping + order.shippingDiscount),
    Taxes: decimal(order.tax),
    Total: decimal(order.total),
    'Discount Code': order.coupon || (order.shippingDiscount > 0 ? 'FREESHIP' : ''),
    'Discount Amount': decimal(order.discount + order.shippingDiscount),
    'Shipping Method': 'Standard',
    ...addressOf('Billing', order.client),
    ...addressOf('Shipping', order.client),
    Notes: order.number % 400 === 0 ? 'Please wrap:\r\n"with love" 🎁, thanks' : '',
    'Cancelled at': order.status === 'voided' ? at : '',
    'Payment Method': 'Shopify Payments',
    'Payment Reference': `rMade${order.number}.1`,
    'Refunded Amount': decimal(order.refunds),
    'Outstanding Balance': order.status === 'pending' ? decimal(order.total) : '0.00',
    Id: String(6_100_000_000_000 + order.number),
    'Risk Level': 'Low',
    Source: 'web',
    'Tax 1 Name': order.tax > 0 ? 'Sales tax' : '',
    'Tax 1 Value': order.tax > 0 ? decimal(order.tax) : '',
    'Payment References': `rMade${order.number}.1`,
  }
}

function addressOf(
  of: string,
  { first, last, street, zip, place }: Client,
): Readonly<Record<string, string>> {
  const zipCell = place.code === 'US' ? `'${zip}` : zip
  const cells = {
    Name: `${first} ${last}`,
    Street: street,
    Address1: street,
    City: 'Nowhere',
    Zip: zipCell,
    Province: place.region,
    Country: place.code,
  }
  return Object.fromEntries(Object.entries(cells).map(([part, cell]) => [`${of} ${part}`, cell]))
}

const two = (value: number): string => String(value).padStart(2, '0')
const decimal = (cents: number): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
const quoted = (cell: string): string => (/[,"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
