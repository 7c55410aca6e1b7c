import { csv } from './etsyFiles.ts'
import type { EtsyOrder } from './etsyOrders.ts'
import { dateOf, isoDay, percent, plain } from './season.ts'

/** One row of the ledger: `amount` holds sales and refunds, `fees` all else. */
type Row = {
  readonly day: number
  readonly type: string
  readonly title: string
  readonly info: string
  readonly amount: number
  readonly fees: number
}
const fee = (day: number, type: string, title: string, info: string, fees: number): Row => ({
  day,
  type,
  title,
  info,
  amount: 0,
  fees,
})

/** Etsy's monthly statements, by month (`2025-03`): the ledger of the shop's payment account. */
export function makeStatements(
  orders: readonly EtsyOrder[],
  first: number,
  today: number,
): ReadonlyMap<string, string> {
  const rows = [
    ...orders.flatMap((order) => [...saleRows(order), ...refundRows(order)]),
    ...upkeep(first, today),
  ]
  const ledger = withDeposits(
    rows.sort((a, b) => a.day - b.day),
    first,
    today,
  )
  const months = new Map<string, string[][]>()
  for (const row of ledger.toReversed()) {
    const month = isoDay(row.day).slice(0, 7)
    const rowsOfMonth = months.get(month)
    if (rowsOfMonth) rowsOfMonth.push(cells(row))
    else months.set(month, [cells(row)])
  }
  return new Map([...months].map(([month, rowsOfMonth]) => [month, `\uFEFF${csv(columns, rowsOfMonth)}`]))
}

const columns = 'Date|Type|Title|Info|Currency|Amount|Fees & Taxes|Net|Tax Details'

function saleRows(order: EtsyOrder): Row[] {
  const { day, id, tax, revenue } = order
  const info = `Order #${id}`
  const rows = [
    { day, type: 'Sale', title: `Payment for Order #${id}`, info: '', amount: revenue + tax, fees: 0 },
    fee(day, 'Tax', 'Sales tax paid by buyer', info, -tax),
    ...order.lines.map(({ product }, at) =>
      fee(day, 'Fee', `Transaction fee: ${product.title}`, info, -transactionFee(order, at)),
    ),
    fee(day, 'Fee', 'Transaction fee: Shipping', info, -percent(order.shipping, 6.5)),
    fee(day, 'Fee', 'Processing fee', info, -order.processing),
    fee(day, 'Fee', 'Regulatory operating fee', info, -percent(revenue, 1.15)),
    ...order.lines.map(({ product }) => fee(day, 'Fee', 'Listing fee', `Listing #${product.listing}`, -20)),
  ]
  const number = Number(id.slice(-4))
  if (number % 25 === 0)
    rows.push(fee(day, 'Marketing', 'Fee for sale made through Offsite Ads', info, -percent(revenue, 15)))
  if (order.shipped !== null && number % 2 === 0)
    rows.push(fee(order.shipped, 'Shipping', 'Canada Post shipping label', info, -(410 + (number % 7) * 60)))
  return rows.filter(({ amount, fees }) => amount !== 0 || fees !== 0)
}

const transactionFee = ({ lines, discount, items }: EtsyOrder, at: number): number => {
  const line = lines[at]
  if (!line || items === 0) return 0
  return percent(Math.floor((line.price * line.quantity * (items - discount)) / items), 6.5)
}

function refundRows(order: EtsyOrder): Row[] {
  const { refund, id, tax, processing } = order
  if (refund === null) return []
  const { day, amount, full } = refund
  const info = `Order #${id}`
  const charged = order.lines.reduce(
    (sum, _, at) => sum + transactionFee(order, at),
    percent(order.shipping, 6.5),
  )
  return [
    {
      day,
      type: 'Refund',
      title: `${full ? 'Refund' : 'Partial refund'} to buyer for Order #${id}`,
      info,
      amount: -amount,
      fees: 0,
    },
    fee(day, 'Tax', 'Refund to buyer for sales tax', info, full ? tax : 0),
    fee(day, 'Fee', 'Credit for transaction fee', info, full ? charged : percent(amount, 6.5)),
    fee(day, 'Fee', 'Credit for processing fee', info, full ? processing : percent(amount, 3)),
  ].filter((row) => row.amount !== 0 || row.fees !== 0)
}

/** What the shop costs whether it sells or not. */
function upkeep(first: number, today: number): Row[] {
  const rows: Row[] = []
  for (let day = first; day <= today; day++) {
    const date = dateOf(day)
    if (day % 3 === 0)
      rows.push(fee(day, 'Marketing', 'Etsy Ads', `Bill for ${words(day - 1)}`, -(140 + (day % 11) * 23)))
    if (date.getUTCDate() === 15) rows.push(fee(day, 'Marketing', 'Etsy Plus subscription fee', '', -1000))
  }
  return rows
}

/** Every Monday what has come together goes to the bank. */
function withDeposits(rows: readonly Row[], first: number, today: number): Row[] {
  const ledger: Row[] = []
  let balance = 0
  let next = 0
  for (let day = first; day <= today; day++) {
    if (dateOf(day).getUTCDay() === 1 && balance > 0) {
      ledger.push({
        day,
        type: 'Deposit',
        title: `${dollars(balance)} sent to your bank account`,
        info: '',
        amount: 0,
        fees: 0,
      })
      balance = 0
    }
    for (let row = rows[next]; row && row.day === day; row = rows[++next]) {
      balance += row.amount + row.fees
      ledger.push(row)
    }
  }
  return ledger
}

const cells = ({ day, type, title, info, amount, fees }: Row): string[] => [
  words(day),
  type,
  title,
  info,
  'USD',
  dollars(amount),
  dollars(fees),
  dollars(amount + fees),
  '--',
]

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const words = (day: number): string => {
  const date = dateOf(day)
  return `${monthNames[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`
}

/** `-$1,234.56`, and `--` for nothing. */
function dollars(cents: number): string {
  if (cents === 0) return '--'
  return `${cents < 0 ? '-' : ''}$${plain(Math.abs(cents)).replace(/\d(?=(\d{3})+\.)/g, '$&,')}`
}
