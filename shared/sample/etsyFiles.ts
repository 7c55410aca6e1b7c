import Papa from 'papaparse'
import type { EtsyOrder } from './etsyOrders.ts'
import { dateOf, percent, plain, twoDigits } from './season.ts'

const orderColumns =
  'Sale Date|Order ID|Buyer User ID|Full Name|First Name|Last Name|Number of Items|Payment Method|Date Shipped|Street 1|Street 2|Ship City|Ship State|Ship Zipcode|Ship Country|Currency|Order Value|Coupon Code|Coupon Details|Discount Amount|Shipping Discount|Shipping|Sales Tax|Order Total|Status|Card Processing Fees|Order Net|Adjusted Order Total|Adjusted Card Processing Fees|Adjusted Net Order Amount|Buyer|Order Type|Payment Type|InPerson Discount|InPerson Location|SKU'
const itemColumns =
  'Sale Date|Item Name|Buyer|Quantity|Price|Coupon Code|Coupon Details|Discount Amount|Shipping Discount|Order Shipping|Order Sales Tax|Item Total|Currency|Transaction ID|Listing ID|Date Paid|Date Shipped|Ship Name|Ship Address1|Ship Address2|Ship City|Ship State|Ship Zipcode|Ship Country|Order ID|Variations|Order Type|Listings Type|Payment Type|InPerson Discount|InPerson Location|VAT Paid by Buyer|SKU'
const paymentColumns =
  'Payment ID|Buyer Username|Buyer Name|Order ID|Gross Amount|Fees|Net Amount|Posted Gross|Posted Fees|Posted Net|Adjusted Gross|Adjusted Fees|Adjusted Net|Currency|Listing Amount|Listing Currency|Exchange Rate|VAT Amount|Gift Card Applied?|Status|Funds Available|Order Date|Buyer|Order Type|Payment Type|Refund Amount'

/** A CSV with the columns of `header`, whose names are separated by `|`. */
export const csv = (header: string, rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse([header.split('|'), ...rows.map((row) => [...row])], { newline: '\n' })}\n`

const shortDate = (day: number): string => longDate(day).replace(/\/20(\d\d)$/, '/$1')
const longDate = (day: number): string => {
  const date = dateOf(day)
  return `${twoDigits(date.getUTCMonth() + 1)}/${twoDigits(date.getUTCDate())}/${date.getUTCFullYear()}`
}

/** Etsy *Sold Orders*: one row per order, newest first. */
export const soldOrders = (orders: readonly EtsyOrder[]): string =>
  csv(orderColumns, orders.toReversed().map(orderRow))

function orderRow(order: EtsyOrder): string[] {
  const { buyer, lines } = order
  const posted = lines.some(({ product }) => !product.digital)
  const net = order.revenue - order.processing
  const partial = order.refund !== null && !order.refund.full ? order.refund.amount : 0
  const credit = partial === 0 ? 0 : percent(partial, 3)
  return [
    shortDate(order.day),
    order.id,
    buyer.user,
    buyer.name,
    buyer.given,
    buyer.family,
    String(lines.reduce((sum, { quantity }) => sum + quantity, 0)),
    'Credit Card',
    order.shipped === null ? '' : shortDate(order.shipped),
    posted ? buyer.street : '',
    '',
    buyer.place.city,
    buyer.place.province,
    buyer.place.zip,
    buyer.place.country,
    'USD',
    plain(order.items),
    lines
      .map(() => order.coupon)
      .filter(Boolean)
      .join(';'),
    order.coupon === '' ? '' : lines.map(() => '% off').join(';'),
    plain(order.discount),
    plain(order.shippingDiscount),
    plain(order.shipping),
    '0',
    plain(order.revenue + order.tax),
    '',
    plain(order.processing),
    plain(net),
    '0.00',
    plain(partial === 0 ? 0 : order.processing - credit),
    plain(partial === 0 ? 0 : net - partial + credit),
    buyer.name,
    'online',
    'online_cc',
    '',
    '',
    lines.map(({ product }) => product.sku).join(','),
  ]
}

/** Etsy *Sold Order Items*: one row per line; what belongs to the order stands on its first row. */
export const soldOrderItems = (orders: readonly EtsyOrder[]): string =>
  csv(itemColumns, orders.toReversed().flatMap(itemRows))

function itemRows(order: EtsyOrder): string[][] {
  const { buyer, lines } = order
  const shipped = order.shipped === null ? '' : longDate(order.shipped)
  const coupons =
    order.coupon === ''
      ? ['', '']
      : [order.coupon, `${order.coupon} - % off`].map((text) => lines.map(() => text).join(';'))
  return lines.map(({ product, quantity, price, transaction }, at) => [
    shortDate(order.day),
    product.title,
    buyer.user === '' ? buyer.name : `${buyer.name} (${buyer.user})`,
    String(quantity),
    plain(price),
    ...coupons,
    plain(at === 0 ? order.discount : 0),
    plain(at === 0 ? order.shippingDiscount : 0),
    at === 0 ? plain(order.shipping) : '0',
    '0',
    plain(price * quantity),
    'USD',
    transaction,
    product.listing,
    longDate(order.day),
    product.digital ? '' : shipped,
    buyer.name,
    ...(product.digital
      ? ['', '', '', '', '']
      : [buyer.street, '', buyer.place.city, buyer.place.province, buyer.place.zip]),
    buyer.place.country,
    order.id,
    product.sku.startsWith('PRINT') ? 'Frame:None' : '',
    'online',
    'listing',
    'online_cc',
    '',
    '',
    '0',
    product.sku,
  ])
}

/** Etsy *Payments*: one row per payment; its gross is without the tax Etsy collected. */
export const payments = (orders: readonly EtsyOrder[]): string =>
  csv(
    paymentColumns,
    orders
      .filter(({ revenue, tax }) => revenue + tax > 0)
      .toReversed()
      .map(paymentRow),
  )

function paymentRow(order: EtsyOrder): string[] {
  const { buyer, refund, processing, revenue } = order
  const amounts = [revenue, processing, revenue - processing].map(plain)
  return [
    String(Number(order.id) + 85_000_000_000),
    buyer.user,
    buyer.name,
    order.id,
    ...amounts,
    ...amounts,
    ...adjusted(order),
    'USD',
    plain(revenue + order.tax),
    'USD',
    '',
    '0',
    'No',
    'SETTLED',
    longDate(order.day),
    longDate(order.day),
    buyer.name,
    'online',
    'online_cc',
    refund === null ? '0' : plain(refund.amount),
  ]
}

function adjusted({ refund, revenue, processing }: EtsyOrder): string[] {
  if (refund === null) return ['', '', '']
  if (refund.full) return ['0.00', '0.00', '0.00']
  const gross = revenue - refund.amount
  const fees = processing - percent(refund.amount, 3)
  return [gross, fees, gross - fees].map(plain)
}
