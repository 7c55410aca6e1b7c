import { expect, test } from 'vitest'
import Papa from 'papaparse'
import { findProfileError } from '#shared/brand/brand.ts'
import { sampleFiles, sampleProfile, sampleRates } from './sampleBrand.ts'

const today = '2026-11-21'
const files = sampleFiles(today)
type Row = Readonly<Record<string, string>>
const rowsOf = (name: RegExp): readonly Row[] =>
  files
    .filter((file) => name.test(file.name))
    .flatMap(
      ({ text }) =>
        Papa.parse<Row>(text.replace(/^\uFEFF/, '').trimEnd(), { header: true, delimiter: ',' }).data,
    )

/** Cents of `12.34`, `$1,053.44`, `-$0.20` and `--`. */
const cents = (text = ''): number => Math.round(Number(text.replace(/[$,]/g, '').replace('--', '0')) * 100)
const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + cents(row[column]), 0)

const orders = rowsOf(/SoldOrders\d/)
const items = rowsOf(/SoldOrderItems/)
const payments = rowsOf(/Payments/)
const statement = rowsOf(/statement/)
const store = rowsOf(/^orders_export/)
const movements = rowsOf(/payment_transactions/)
const listed = rowsOf(/Listings/)
const products = rowsOf(/^products/)
const customers = rowsOf(/^customers/)

test('it is the same on the same day, and reaches to today', () => {
  const texts = files.map(({ text }) => text).join()
  expect(
    sampleFiles(today)
      .map(({ text }) => text)
      .join() === texts,
  ).toBe(true)
  expect(store[0]?.['Created at']?.slice(0, 7)).toBe('2026-11')
})

test('it is two years of some three thousand sales', () => {
  const sales = orders.length + store.filter((row) => row['Financial Status'] !== '').length
  expect(sales).toBeGreaterThan(2700)
  expect(sales).toBeLessThan(3400)
  expect(statement.some((row) => row.Date?.endsWith('2024'))).toBe(true)
})

test("Etsy's order file keeps its law: net and fee are value, discount, shipping and gift wrap", () => {
  for (const row of orders) {
    const wrap =
      cents(row['Order Net']) +
      cents(row['Card Processing Fees']) -
      (cents(row['Order Value']) - cents(row['Discount Amount']) + cents(row.Shipping))
    expect([0, 400]).toContain(wrap)
    expect(cents(row['Order Total'])).toBeGreaterThanOrEqual(
      cents(row['Order Net']) + cents(row['Card Processing Fees']),
    )
  }
})

test("Etsy's files speak of the same money", () => {
  expect(sum(items, 'Item Total')).toBe(sum(orders, 'Order Value'))
  expect(sum(items, 'Discount Amount')).toBe(sum(orders, 'Discount Amount'))
  expect(sum(items, 'Order Shipping')).toBe(sum(orders, 'Shipping'))
  expect(sum(payments, 'Fees')).toBe(sum(orders, 'Card Processing Fees'))
  expect(sum(payments, 'Gross Amount')).toBe(sum(orders, 'Order Net') + sum(orders, 'Card Processing Fees'))
  expect(sum(payments, 'Listing Amount')).toBe(sum(orders, 'Order Total'))
  const of = (type: string, title: RegExp) =>
    statement.filter((row) => row.Type === type && title.test(row.Title ?? ''))
  expect(sum(of('Sale', /^Payment/), 'Amount')).toBe(sum(orders, 'Order Total'))
  expect(-sum(of('Fee', /^Processing fee$/), 'Fees & Taxes')).toBe(sum(orders, 'Card Processing Fees'))
  expect(-sum(of('Refund', /efund to buyer/), 'Amount')).toBe(sum(payments, 'Refund Amount'))
})

test('what the statement pays out is what came together before', () => {
  const deposits = statement.filter(({ Type }) => Type === 'Deposit')
  const paid = deposits.reduce((total, { Title = '' }) => total + cents(Title.split(' ')[0]), 0)
  const rest = sum(statement, 'Net') - paid
  expect(rest).toBeGreaterThanOrEqual(0)
  expect(rest).toBeLessThan(400_000) // not more than the last days
})

test("the store's totals are its lines, discount, shipping and tax", () => {
  let lines = 0
  for (const row of store.toReversed()) {
    lines += cents(row['Lineitem price']) * Number(row['Lineitem quantity'])
    if (row['Financial Status'] === '') continue
    expect(cents(row.Total)).toBe(
      lines + cents(row.Shipping) + cents(row.Taxes) - cents(row['Discount Amount']),
    )
    lines = 0
  }
  expect(
    -sum(
      movements.filter(({ Type }) => Type === 'refund'),
      'Amount',
    ),
  ).toBe(
    sum(
      store.filter((row) => row['Payment Method'] === 'Shopify Payments'),
      'Refunded Amount',
    ),
  )
})

test('it shows what there is to show: refunds, tips, gift cards, digital goods, guests, unpaid orders', () => {
  const names = store.map((row) => row['Lineitem name'])
  expect(names).toEqual(expect.arrayContaining(['Tip', 'Gift Card - $50.00']))
  expect(new Set(store.map((row) => row['Financial Status']))).toEqual(
    new Set(['', 'paid', 'pending', 'voided', 'refunded', 'partially_refunded']),
  )
  expect(orders.some((row) => row['Buyer User ID'] === '')).toBe(true)
  expect(orders.some((row) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(row['Full Name'] ?? ''))).toBe(true)
})

test('its brand can be kept, and each day has a rate that is not too old', () => {
  expect(findProfileError(sampleProfile)).toBeNull()
  const days = sampleRates(today).map(({ day }) => Date.parse(day) / 86_400_000)
  const first = Date.parse(today) / 86_400_000 - 729
  for (let day = first; day < first + 730; day++)
    expect(days.some((known) => known <= day && day - known <= 31)).toBe(true)
})

test('its catalogues list what was sold, at the price it is sold for, and something new in both shops', () => {
  const newest = <R extends Row>(rows: readonly R[], key: string) =>
    new Map(rows.toReversed().map((row) => [row[key] ?? '', row]))
  const onEtsy = newest(items, 'SKU')
  const known = listed.filter(({ SKU = '' }) => onEtsy.has(SKU))
  expect(known.length).toBe(listed.length - 1)
  for (const { SKU = '', TITLE, PRICE } of known)
    expect([TITLE, cents(PRICE)], SKU).toEqual([
      onEtsy.get(SKU)?.['Item Name'],
      cents(onEtsy.get(SKU)?.Price),
    ])
  const inStore = newest(store, 'Lineitem sku')
  const sold = products.filter(({ SKU = '' }) => SKU !== '' && inStore.has(SKU))
  expect(products.filter(({ SKU = '' }) => SKU !== '').length).toBe(sold.length + 2)
  for (const { SKU = '', Title, Price } of sold)
    expect([Title, cents(Price)], SKU).toEqual([
      inStore.get(SKU)?.['Lineitem name'],
      cents(inStore.get(SKU)?.['Lineitem price']),
    ])
  expect(new Set(products.map((row) => row['URL handle'])).size).toBe(sold.length + 2)
})

test('its customers are all who left a mail in the store, and some who never bought', () => {
  const buyers = new Set(store.flatMap(({ Email = '' }) => (Email === '' ? [] : [Email])))
  const known = customers.map(({ Email }) => Email)
  expect(new Set(known).size).toBe(known.length)
  expect(known.filter((mail = '') => !buyers.has(mail)).length).toBeGreaterThan(5)
  for (const mail of buyers) expect(known).toContain(mail)
})
