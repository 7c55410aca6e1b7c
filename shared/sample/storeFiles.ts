import { csv } from './etsyFiles.ts'
import { percent, dateOf, isoDay, plain, twoDigits } from './season.ts'
import type { StoreLine, StoreOrder } from './storeOrders.ts'

const orderColumns =
  'Name|Email|Financial Status|Paid at|Fulfillment Status|Fulfilled at|Accepts Marketing|Currency|Subtotal|Shipping|Taxes|Total|Discount Code|Discount Amount|Shipping Method|Created at|Lineitem quantity|Lineitem name|Lineitem price|Lineitem compare at price|Lineitem sku|Lineitem requires shipping|Lineitem taxable|Lineitem fulfillment status|Billing Name|Billing Street|Billing Address1|Billing Address2|Billing Company|Billing City|Billing Zip|Billing Province|Billing Country|Billing Phone|Shipping Name|Shipping Street|Shipping Address1|Shipping Address2|Shipping Company|Shipping City|Shipping Zip|Shipping Province|Shipping Country|Shipping Phone|Notes|Note Attributes|Cancelled at|Payment Method|Payment Reference|Refunded Amount|Vendor|Outstanding Balance|Employee|Location|Device ID|Id|Tags|Risk Level|Source|Lineitem discount|Tax 1 Name|Tax 1 Value|Tax 2 Name|Tax 2 Value|Tax 3 Name|Tax 3 Value|Tax 4 Name|Tax 4 Value|Tax 5 Name|Tax 5 Value|Phone|Receipt Number|Duties|Billing Province Name|Shipping Province Name|Payment ID|Payment Terms Name|Next Payment Due At|Payment References'
const movementColumns =
  'Transaction Date|Type|Order|Card Brand|Card Source|Payout Status|Payout Date|Payout ID|Available On|Amount|Fee|Net|Checkout|Payment Method Name|Presentment Amount|Presentment Currency|Currency'

/** Shopify *orders*: one row per line; what belongs to the order stands on its first row. */
export const storeOrders = (orders: readonly StoreOrder[]): string =>
  csv(orderColumns, orders.toReversed().flatMap(orderRows))

function orderRows(order: StoreOrder): string[][] {
  const names = orderColumns.split('|')
  const email = order.buyer.email
  return order.lines.map((line, at) => {
    const cells: Readonly<Record<string, string>> = {
      Name: `#${order.number}`,
      Email: email,
      'Created at': stamp(order.day, order.minute),
      'Lineitem discount': '0.00',
      ...lineCells(line, order.status),
      ...(at === 0 ? { ...headCells(order), ...addressCells(order) } : {}),
    }
    return names.map((name) => cells[name] ?? '')
  })
}

const lineCells = (line: StoreLine, status: StoreOrder['status']) => ({
  'Lineitem quantity': String(line.quantity),
  'Lineitem name': line.name,
  'Lineitem price': plain(line.price),
  'Lineitem sku': line.sku,
  'Lineitem requires shipping': String(line.sort === 'physical'),
  'Lineitem taxable': String(line.sort === 'physical' || line.sort === 'digital'),
  'Lineitem fulfillment status':
    line.sort === 'tip'
      ? 'not_eligible'
      : status === 'pending' || status === 'voided'
        ? 'pending'
        : 'fulfilled',
  Vendor: line.sort === 'tip' ? '' : 'Salt & Spruce Studio',
})

function headCells(order: StoreOrder) {
  const created = stamp(order.day, order.minute)
  const paid = order.status === 'pending' || order.status === 'voided' ? '' : created
  const reference = `rSample${order.number}.1`
  return {
    'Financial Status': order.status,
    'Paid at': paid,
    'Fulfillment Status': paid === '' ? 'unfulfilled' : 'fulfilled',
    'Fulfilled at': paid,
    'Accepts Marketing': order.number % 3 === 0 ? 'yes' : 'no',
    Currency: 'CAD',
    Subtotal: plain(order.subtotal),
    Shipping: plain(order.shipping),
    Taxes: plain(order.tax),
    Total: plain(order.total),
    'Discount Code': order.code,
    'Discount Amount': plain(order.discount),
    'Shipping Method': order.shipping === 0 ? '' : 'Tracked parcel',
    Notes: order.note,
    'Cancelled at':
      order.status === 'voided'
        ? created
        : order.status === 'refunded' && order.refund
          ? stamp(order.refund.day, order.minute)
          : '',
    'Payment Method': order.method,
    'Payment Reference': reference,
    'Refunded Amount': plain(order.refund?.amount ?? 0),
    'Outstanding Balance': plain(order.status === 'pending' ? order.total : 0),
    Id: String(5_600_000_000_000 + order.number * 104_729),
    'Risk Level': 'Low',
    Source: order.method === 'Cash' ? 'pos' : 'web',
    'Tax 1 Name':
      order.tax === 0
        ? ''
        : `${order.buyer.place.storeTax > 5 ? 'HST' : 'GST'} ${order.buyer.place.storeTax}%`,
    'Tax 1 Value': order.tax === 0 ? '' : plain(order.tax),
    'Payment ID': reference,
    'Payment References': reference,
  }
}

function addressCells({ buyer, lines }: StoreOrder) {
  const { name, street, place } = buyer
  const zip = /^\d+$/.test(place.zip) ? `'${place.zip}` : place.zip
  const address = (of: 'Billing' | 'Shipping') => ({
    [`${of} Name`]: name,
    [`${of} Street`]: street,
    [`${of} Address1`]: street,
    [`${of} City`]: place.city,
    [`${of} Zip`]: zip,
    [`${of} Province`]: place.province,
    [`${of} Country`]: place.code,
  })
  return {
    ...address('Billing'),
    ...(lines.some(({ sort }) => sort === 'physical') ? address('Shipping') : {}),
  }
}

/** Shopify *payment transactions*: every movement of the Shopify Payments balance, newest first. */
export function paymentTransactions(orders: readonly StoreOrder[], today: number): string {
  const own = orders.filter(
    ({ method, total, status }) => method === 'Shopify Payments' && total > 0 && status !== 'voided',
  )
  const charges = own.map((order) => ({
    order,
    day: order.day,
    type: 'charge',
    amount: order.total,
    fee: percent(order.total, 2.9) + 30,
  }))
  const refunds = own.flatMap((order) =>
    order.refund
      ? [{ order, day: order.refund.day, type: 'refund', amount: -order.refund.amount, fee: 0 }]
      : [],
  )
  const movements = [...charges, ...refunds].sort((a, b) => b.day - a.day || b.order.number - a.order.number)
  return csv(
    movementColumns,
    movements.map((movement) => movementRow(movement, today)),
  )
}

type Movement = {
  readonly order: StoreOrder
  readonly day: number
  readonly type: string
  readonly amount: number
  readonly fee: number
}

function movementRow({ order, day, type, amount, fee }: Movement, today: number): string[] {
  const payout = day + 2
  const paid = payout <= today
  return [
    stamp(day, order.minute),
    type,
    `#${order.number}`,
    order.number % 3 === 0 ? 'master' : 'visa',
    'online',
    paid ? 'paid' : 'pending',
    isoDay(payout),
    paid ? String(90_000_000_000 + payout) : '',
    isoDay(payout),
    plain(amount),
    plain(fee),
    plain(amount - fee),
    `#${50_000_000_000_000 + order.number}`,
    'card',
    plain(amount),
    'CAD',
    'CAD',
  ]
}

/** A local time in Halifax with its offset, as Shopify writes it. */
function stamp(day: number, minute: number): string {
  const offset = isSummerTime(day) ? '-0300' : '-0400'
  return `${isoDay(day)} ${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00 ${offset}`
}

/** From the second Sunday of March to the day before the first Sunday of November. */
function isSummerTime(day: number): boolean {
  const date = dateOf(day)
  const [month, dayOfMonth] = [date.getUTCMonth(), date.getUTCDate()]
  const sunday = dayOfMonth - date.getUTCDay() // the Sunday on or before
  if (month === 2) return sunday >= 8
  if (month === 10) return sunday < 1
  return month > 2 && month < 10
}
