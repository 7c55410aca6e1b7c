import { describe, expect, test } from 'vitest'
import { flag } from '#shared/book/entry.ts'
import type { Entry } from '#shared/book/entry.ts'
import { continueOrders, headKeys } from './continueOrders.ts'
import { entriesOf, readAll } from './readAll.ts'

/** A file of Shopify orders with the columns a test speaks of. */
function shopify(rows: readonly Readonly<Record<string, string>>[], without: readonly string[] = []): string {
  const head = { Name: '', 'Financial Status': '', Currency: '', Subtotal: '', Shipping: '', Taxes: '', Total: '', 'Discount Amount': '', 'Created at': '2024-03-28 23:59:59 -0400' }
  const line = { 'Lineitem quantity': '1', 'Lineitem name': 'Mug', 'Lineitem price': '10.00', 'Lineitem sku': '', 'Lineitem requires shipping': 'true', 'Lineitem taxable': 'true' }
  const rest = { 'Cancelled at': '', 'Refunded Amount': '', Vendor: 'Tide', Id: '', Duties: '' }
  const columns = Object.keys({ ...head, ...line, ...rest }).filter((name) => !without.includes(name))
  const cells = rows.map((row) => columns.map((name) => ({ ...head, ...line, ...rest, ...row })[name] ?? ''))
  return [columns, ...cells].map((record) => record.map((cell) => `"${cell}"`).join(',')).join('\n')
}
const paid = { 'Financial Status': 'paid', Currency: 'USD' }
const said = (entries: readonly Entry[]) => entries.filter(({ kind }) => kind !== 'alias').map(({ kind, type, amount }) => [kind, type, amount])

describe('Shopify: tax on top of prices or inside them', () => {
  const order = { ...paid, Name: '#1', Subtotal: '10.00', Shipping: '5.00', Taxes: '1.00' }
  test.each([
    ['on top', { Total: '16.00' }, [['line', 'item', 1000], ['shipping', '', 500], ['tax', '', 100]]],
    ['inside', { Total: '15.00' }, [['line', 'item', 1000], ['shipping', '', 500], ['taxIncluded', '', -100]]],
    ['none, so both sums fit', { Total: '15.00', Taxes: '0.00' }, [['line', 'item', 1000], ['shipping', '', 500]]],
    ['on top, with a discount on shipping', { Total: '11.00', 'Discount Amount': '5.00' }, [['line', 'item', 1000], ['discount', '', -500], ['shipping', '', 500], ['tax', '', 100]]],
    ['on top, with duties', { Total: '18.00', Duties: '2.00' }, [['line', 'item', 1000], ['shipping', '', 500], ['tax', '', 100], ['tax', 'duties', 200]]],
    ['on top, a line missing', { Total: '23.00', Subtotal: '17.00' }, [['line', 'item', 1000], ['shipping', '', 500], ['tax', '', 100], ['other', 'incomplete', 700]]],
    ['inside, a line missing', { Total: '22.00', Subtotal: '17.00' }, [['line', 'item', 1000], ['shipping', '', 500], ['taxIncluded', '', -100], ['other', 'incomplete', 700]]],
  ] as const)('%s', async (_, change, entries) => {
    expect(said((await readAll(shopify([{ ...order, ...change }]))).entries)).toEqual(entries)
  })

  test('without the column Total taxes are on top, and a missing line shows by the subtotal', async () => {
    const { entries } = await readAll(shopify([{ ...order, Subtotal: '17.00' }], ['Total']))
    expect(said(entries)).toEqual([['line', 'item', 1000], ['shipping', '', 500], ['tax', '', 100], ['other', 'incomplete', 700]])
  })
})

describe('Shopify: what a sale and its lines are', () => {
  const order = { ...paid, Name: '#7', Id: '5600000001007', Total: '10.00' }

  test.each([
    ['paid', '', 'counted'],
    ['partially_paid', '', 'counted'],
    ['refunded', '2024-03-29', 'counted'],
    ['partially_refunded', '', 'counted'],
    ['PAID', '2024-03-29', 'counted'],
    ['', '', 'counted'],
    ['pending', '', 'pending'],
    ['pending', '2024-03-29', 'cancelled'],
    ['authorized', '', 'authorised'],
    ['authorized', '2024-03-29', 'cancelled'],
    ['voided', '2024-03-29', 'voided'],
    ['expired', '', 'voided'],
  ])('%s, cancelled at %j, is %s', async (status, cancelled, expected) => {
    const { entries } = await readAll(shopify([{ ...order, 'Financial Status': status, 'Cancelled at': cancelled }]))
    expect(new Set(entries.map((entry) => entry.status))).toEqual(new Set([expected]))
  })

  test('a sale is its Id, and its Name is an alias; without Id it is its Name', async () => {
    const both = (await readAll(shopify([order]))).entries
    const alias = both.find(({ kind }) => kind === 'alias')
    const named = (await readAll(shopify([order], ['Id']))).entries
    expect(alias?.sale).toEqual(both[0]?.sale)
    expect(alias?.key).toEqual(named[0]?.sale)
    expect(named.some(({ kind }) => kind === 'alias')).toBe(false)
    expect(named[0]?.label).toBe('#7')
  })

  test('the day is the shop’s own, not the one in Greenwich', async () => {
    const { entries } = await readAll(shopify([order]))
    expect(entries[0]?.day).toBe(Date.UTC(2024, 2, 28) / 86_400_000)
  })

  const loose = { 'Lineitem requires shipping': 'false', 'Lineitem taxable': 'false' }
  test.each([
    ['Tip', { ...loose, Vendor: '' }, ['tip', '', 'tip']],
    ['Tip', { 'Lineitem requires shipping': 'true' }, ['line', 'item', 'physical']],
    ['Gift Card - $50.00', loose, ['giftCard', '', '']],
    ['Tide & Fern E-Gift Card', loose, ['giftCard', '', '']],
    ['Geschenkgutschein 25 €', loose, ['giftCard', '', '']],
    ['Carte-cadeau - 20 €', loose, ['giftCard', '', '']],
    ['Gift Card - $50.00', { 'Lineitem requires shipping': 'true' }, ['line', 'item', 'physical']],
    ['Gift Card Template PDF', loose, ['line', 'item', 'digital']],
    ['Gift Cards for Designers (e-book)', loose, ['line', 'item', 'digital']],
    ['Pattern', loose, ['line', 'item', 'digital']],
    ['Pattern', { 'Lineitem requires shipping': 'FALSE' }, ['line', 'item', 'digital']],
    ['Mug', {}, ['line', 'item', 'physical']],
  ] as const)('%s %j', async (name, change, expected) => {
    const { entries } = await readAll(shopify([{ ...order, 'Lineitem name': name, ...change }]))
    const [line] = entries
    expect([line?.kind, line?.type, line?.stream]).toEqual(expected)
  })

  test('pieces that came back are a refund, none is no line', async () => {
    const rows = [
      { ...order, Total: '0.00', Subtotal: '0.00' },
      { Name: '#7', 'Lineitem quantity': '-1' },
      { Name: '#7', 'Lineitem quantity': '0' },
    ]
    const { entries } = await readAll(shopify(rows))
    expect(entries.filter(({ kind }) => kind !== 'alias').map(({ kind, amount, quantity }) => [kind, amount, quantity])).toEqual([['line', 1000, 1], ['refund', -1000, -1]])
  })

  test.each([
    ['JPY', '1200', 1200],
    ['KWD', '1.234', 1234],
    ['EUR', '12.5', 1250],
  ])('%s has its own digits', async (Currency, price, amount) => {
    const { entries } = await readAll(shopify([{ ...order, Currency, Total: price, 'Lineitem price': price }]))
    expect(said(entries)).toEqual([['line', 'item', amount]])
  })
})

describe('Shopify: an order in two files, or torn apart by sorting', () => {
  const head = { ...paid, Name: '#9', Id: '9', Subtotal: '30.00', Total: '30.00' }
  const other = { ...paid, Name: '#10', Id: '10', Total: '10.00' }
  const rest = [{ Name: '#9', 'Lineitem name': 'Soap' }, { Name: '#9', 'Lineitem name': 'Soap' }]

  test('rows without a head are held back and continue the order that is known', async () => {
    const { result, entries } = await readAll(shopify([...rest, other]))
    expect(entries.every(({ label }) => label === '#10')).toBe(true)
    if (!result.ok) throw new Error('not read')
    const [key] = headKeys(result.value.held)
    const known = { day: 19_000, currency: 'USD', status: 'pending' } as const
    const { batch, refused } = continueOrders(result.value.held, (asked) => (asked.join() === key?.join() ? known : null))
    const lines = entriesOf(batch)
    expect(refused).toEqual([])
    expect(lines.map(({ kind, amount, status, day, row, flags }) => [kind, amount, status, day, row, flags])).toEqual([
      ['line', 1000, 'pending', 19_000, 2, flag.continued],
      ['line', 1000, 'pending', 19_000, 3, flag.continued],
    ])
    expect(lines[0]?.key).not.toEqual(lines[1]?.key)
    expect(lines[0]?.sale).toEqual((await readAll(shopify([head], ['Id']))).entries[0]?.sale)
  })

  test('rows of an order nobody knows are refused', async () => {
    const { result } = await readAll(shopify([...rest, other]))
    if (!result.ok) throw new Error('not read')
    const { batch, refused } = continueOrders(result.value.held, () => null)
    expect(batch.count).toBe(0)
    expect(refused.map(({ row, code, text }) => [row, code, text])).toEqual([[2, 'order-head-missing', '#9'], [3, 'order-head-missing', '#9']])
  })

  test('the same name beside itself is two orders when both have a head', async () => {
    const { entries } = await readAll(shopify([{ ...other, Id: '11' }, { ...other, Id: '12' }]))
    expect(new Set(entries.map(({ sale }) => sale.join())).size).toBe(2)
  })

  test('an order with one unreadable row is refused whole, its neighbours are not', async () => {
    const { result, entries } = await readAll(shopify([head, { Name: '#9', 'Lineitem price': 'ten' }, other]))
    expect(result.ok && result.value.refused.map(({ row, code }) => [row, code])).toEqual([[2, 'unreadable-amount'], [3, 'unreadable-amount']])
    expect(new Set(entries.map(({ label }) => label))).toEqual(new Set(['#10']))
  })
})

test.each([[0], [1], [2]])('an order of Etsy items is refused whole when its row %i is torn', async (torn) => {
  const row = (order: number, at: number, title: string) => `03/15/24,${title},Fay (fay),1,5.00,5,USD,${order}${at},14,${order}`
  const lines = [row(41, 0, 'Mug'), ...[0, 1, 2].map((at) => row(42, at, at === torn ? 'Mug, blue' : 'Mug')), row(43, 0, 'Mug')]
  const { result, entries } = await readAll(['Sale Date,Item Name,Buyer,Quantity,Price,Item Total,Currency,Transaction ID,Listing ID,Order ID', ...lines].join('\n'))
  expect(result.ok && result.value.refused.map(({ row: number }) => number)).toEqual([3, 4, 5])
  expect(new Set(entries.map(({ label }) => label))).toEqual(new Set(['41', '43']))
})

describe('Etsy statement: what a row means', () => {
  const row = (type: string, title: string, info: string, amount: string, fees: string, net: string) =>
    readAll(`Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net,Tax Details\n"March 1, 2024",${type},"${title}","${info}",USD,"${amount}","${fees}","${net}",--`)

  test.each([
    ['Sale', 'Payment for Order #31', '', '$10.00', '--', '$10.00', [['line', 'total', 1000]]],
    ['Fee', 'Transaction fee: Shipping', 'Order #31', '--', '-$0.32', '-$0.32', [['fee', 'transaction', -32]]],
    ['Fee', 'Share & Save refund', 'Order #31', '--', '$1.00', '$1.00', [['fee', 'transaction', 100]]],
    ['Fee', 'Regulatory operating fee', 'Order #31', '--', '-$0.05', '-$0.05', [['fee', 'regulatory', -5]]],
    ['Fee', 'A fee of tomorrow', '', '--', '-$0.05', '-$0.05', [['fee', 'unknown', -5]]],
    ['Marketing', 'Etsy Ads', 'Bill', '--', '-$2.50', '-$2.50', [['fee', 'ads', -250]]],
    ['Marketing', 'Fee for sale made through Offsite Ads', 'Order #31', '--', '-$7.44', '-$7.44', [['fee', 'offsiteAds', -744]]],
    ['VAT', 'VAT: Processing Fee', 'Order #31', '--', '-$0.42', '-$0.42', [['fee', 'taxOnFees', -42]]],
    ['Tax', 'Sales tax on Etsy Ads', '', '--', '-$0.42', '-$0.42', [['fee', 'taxOnFees', -42]]],
    ['Tax', 'Sales tax paid by buyer', 'Order #31', '--', '-$2.03', '-$2.03', [['marketplaceTax', '', 203], ['line', 'total', -203]]],
    ['Tax', 'Refund to buyer for sales tax', 'Order #31', '--', '$3.95', '$3.95', [['refund', '', 395], ['marketplaceTax', '', -395]]],
    ['Buyer Fee', 'Colorado Retail Delivery Fee (paid by buyer)', 'Order #31', '--', '-$0.29', '-$0.29', [['marketplaceTax', '', 29], ['line', 'total', -29]]],
    ['Buyer Fee', 'Colorado Retail Delivery Fee (paid by buyer)', 'Order #31', '--', '$0.29', '$0.29', [['refund', '', 29], ['marketplaceTax', '', -29]]],
    ['Shipping', 'USPS shipping label', 'Order #31', '--', '-$4.63', '-$4.63', [['fee', 'postage', -463]]],
    ['Deposit', '$1,204.10 sent to your bank account', '', '--', '--', '--', [['payout', '', -120410]]],
    ['Deposit', 'Something else', '', '--', '--', '--', [['adjustment', 'unknown', 0]]],
    ['Payment', 'Payment received', '', '$12.00', '--', '$12.00', [['transfer', '', 1200]]],
    ['Mystery', 'Something new', '', '--', '-$0.10', '-$0.10', [['adjustment', 'unknown', -10]]],
    ['Sale', 'Payment for Order #31', '', '$10.00', '-$1.00', '$8.50', [['line', 'total', 850]]],
    ['Sale', 'Payment for Order #31', '', '$10.00', '-$1.00', '--', [['line', 'total', 900]]],
  ] as const)('%s: %s', async (type, title, info, amount, fees, net, expected) => {
    const { entries } = await row(type, title, info, amount, fees, net)
    expect(said(entries)).toEqual(expected)
    expect(entries.every(({ flags, source }) => flags === flag.event && source === 'statement')).toBe(true)
  })

  test('a row of a listing belongs to the listing, one of an order to the sale', async () => {
    const [listing] = (await row('Fee', 'Listing fee', 'Listing #1410000001', '--', '-$0.20', '-$0.20')).entries
    expect([listing?.sale, listing?.listing, listing?.type]).toEqual([[0, 0], 'id:1410000001\u001f\u001f', 'listing'])
    const [fee] = (await row('Fee', 'Processing fee', 'Order #31', '--', '-$0.20', '-$0.20')).entries
    expect([fee?.label, fee?.listing]).toEqual(['31', ''])
  })

  test('equal rows have equal keys, in every language and layout of the file', async () => {
    const us = await row('Fee', 'Processing fee', 'Order #31', '--', '-$0.20', '-$0.20')
    const de = await readAll('\ufeffDatum;Art;Titel;Info;Währung;Betrag;Gebühren & Steuern;Netto;Steuerliche Angaben;Status\n1. March 2024;Fee;Processing fee;Order #31;USD;--;-$0.20;-$0.20;--;Paid')
    expect(de.entries[0]?.key).toEqual(us.entries[0]?.key)
    const later = await row('Fee', 'Processing fee', 'Order #31', '--', '-$0.21', '-$0.21')
    expect(later.entries[0]?.key).not.toEqual(us.entries[0]?.key)
  })
})

test('a payment that is paid out later is still the same payment', async () => {
  const file = (status: string, payout: string, date: string) =>
    readAll(`Transaction Date,Type,Order,Card Brand,Card Source,Payout Status,Payout Date,Payout ID,Available On,Amount,Fee,Net,Currency\n${date},charge,#1,visa,online,${status},,${payout},,10.00,0.50,9.50,USD`)
  const [pending, paidOut, resaved] = await Promise.all([
    file('pending', '', '2024-03-31 08:05:00 -0400'),
    file('paid', '900', '2024-03-31 08:05:00 -0400'),
    file('paid', '900', '3/31/2024 8:05'),
  ])
  const keys = [pending, paidOut, resaved].map(({ entries }) => entries[0]?.key.join())
  expect(new Set(keys).size).toBe(1)
})

test('days before months are noticed when the file proves them', async () => {
  const file = (date: string) => `Sale Date,Order ID,Currency,Order Value,Order Net\n${date},1,GBP,5.00,5.00\n04/03/21,2,GBP,5.00,5.00`
  const days = async (date: string) => (await readAll(file(date))).entries.filter(({ kind }) => kind === 'line').map(({ day }) => new Date(day * 86_400_000).toISOString().slice(0, 10))
  expect(await days('28/03/21')).toEqual(['2021-03-28', '2021-03-04'])
  expect(await days('03/28/21')).toEqual(['2021-03-28', '2021-04-03'])
})
