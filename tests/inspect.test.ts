import { createReadStream, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exitCode, toText } from '#scripts/inspectReport.ts'
import { measureNames } from '#shared/book/questions.ts'
import { inspectFiles } from '#shared/inspect/inspectFiles.ts'
import { changed, inspect, inspectFixtures, path } from './inspection.ts'
import type { Figures } from './inspection.ts'

type Expected = {
  readonly format: string
  readonly encoding: { readonly charset: string; readonly delimiter: string }
  readonly counts: Readonly<Record<string, number>>
  readonly totals: Figures
  readonly totalsPaid?: Figures
}
const expected = (name: string) =>
  JSON.parse(readFileSync(path(name.replace(/\.csv$/, '.expected.json')), 'utf8')) as Expected
const cents = (text: string | undefined): number => Number((text ?? '0.00').replace('.', ''))
const decimal = (amount: number): string =>
  `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`

const fixtures = [
  'etsy-sold-orders-2021-en-gb.csv',
  'etsy-sold-orders-2023-resaved.tsv.csv',
  'etsy-sold-orders-2024.csv',
  'etsy-sold-order-items-2024.csv',
  'etsy_statement_2023_3_en_gb.csv',
  'etsy_statement_2024_3.csv',
  'etsy_statement_2025_7_de.csv',
  'EtsyDirectCheckoutPayments2024-3.csv',
  'shopify-orders-2021-tax-included.csv',
  'shopify-orders-2024.csv',
  'shopify-payment-transactions-2024.csv',
]

/** What a fixture's expected file says about the figures of the promise; what it does not say is left out. */
function figuresOf(name: string, totals: Readonly<Record<string, string>>): Record<string, string> {
  const has = (key: string) => totals[key] !== undefined
  const fees = cents(totals['processingFees']) - cents(totals['feesCredited'])
  return {
    ...(has('itemsGross') && {
      gross: decimal(cents(totals['itemsGross']) - cents(totals['giftCardsSold'])),
    }),
    ...(has('discounts') && { discounts: totals['discounts'] ?? '' }),
    ...(has('shipping') && { shipping: totals['shipping'] ?? '' }),
    ...(has('tips') && { tips: totals['tips'] ?? '' }),
    ...(has('tax') && { tax: totals['tax'] ?? '' }),
    ...(has('taxIncluded') && { taxIncluded: totals['taxIncluded'] ?? '' }),
    ...(has('giftCardsSold') && { giftCards: totals['giftCardsSold'] ?? '' }),
    ...(has('payouts') && { payouts: totals['payouts'] ?? '' }),
    ...(has('processingFees') && { fees: decimal(fees) }),
    ...(has('refundsGross') && { refunds: totals['refundsGross'] ?? '' }),
    ...(name.startsWith('shopify-orders') && { refunds: totals['refunds'] ?? '' }),
    ...(name.startsWith('etsy') && has('netAfterRefunds') && { kept: totals['netAfterRefunds'] ?? '' }),
    ...(name.includes('statement') && {
      kept: decimal(cents(totals['net']) - cents(totals['paymentFromSeller'])),
    }),
  }
}

const minus = (all: Figures, part: Figures): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.entries(all).map(([currency, figures]) => [
      currency,
      Object.fromEntries(
        Object.entries(figures).map(([name, amount]) => [
          name,
          decimal(cents(amount) - cents(part[currency]?.[name])),
        ]),
      ),
    ]),
  )

describe.each(fixtures)('%s', (name) => {
  const { format, encoding, counts, totals, totalsPaid } = expected(name)

  test('is named and counted', async () => {
    const facts = await inspectFixtures(name)
    const [file] = facts.files
    const rows = (counts['dataRows'] ?? 0) - (counts['blankRows'] ?? 0)
    expect(file).toMatchObject({
      name,
      format,
      encoding: encoding.charset,
      delimiter: encoding.delimiter,
      rows,
      refused: [],
      waiting: [],
    })
    const pairs = [
      ['sales', 'orders'],
      ['lines', 'lines'],
      ['units', 'units'],
      ['buyers', 'clients'],
      ['listings', 'products'],
      ['listings', 'distinctSkusOrNames'],
    ] as const
    for (const [ours, theirs] of pairs)
      if (counts[theirs] !== undefined) expect(facts[ours], theirs).toBe(counts[theirs])
  })

  test('has the expected figures, counted and uncounted, in each currency', async () => {
    const facts = await inspectFixtures(name)
    const counted = totalsPaid ?? totals
    expect(Object.keys(facts.totals)).toEqual(Object.keys(totals).toSorted())
    for (const [currency, figures] of Object.entries(counted))
      expect(facts.totals[currency]).toMatchObject(figuresOf(name, figures))
    if (!totalsPaid) return
    for (const [currency, figures] of Object.entries(minus(totals, totalsPaid))) {
      const wanted = figuresOf(name, figures)
      if (Object.values(wanted).every((amount) => cents(amount) === 0))
        expect(facts.uncounted[currency]).toBeUndefined()
      else expect(facts.uncounted[currency]).toMatchObject(wanted)
    }
  })

  test('every currency has every figure', async () => {
    const { totals: found, uncounted } = await inspectFixtures(name)
    for (const figures of [...Object.values(found), ...Object.values(uncounted)])
      expect(Object.keys(figures)).toEqual([...measureNames])
  })
})

const catalogues = [
  'EtsyListingsDownload.csv',
  'shopify-products-2023.csv',
  'shopify-products-2025-url-handle.csv',
  'shopify-customers-2023.csv',
  'shopify-customers-2024-default-address.csv',
]

test.each(catalogues)('%s is named and counted, and holds no money and no day', async (name) => {
  const { format, counts } = expected(name)
  const facts = await inspectFixtures(name)
  expect(facts).toMatchObject({
    files: [{ name, format, rows: counts['dataRows'], from: '', to: '', refused: [], waiting: [] }],
    sales: 0,
    lines: 0,
    units: 0,
    listings: counts['products'] ?? 0,
    buyers: counts['clients'] ?? 0,
    totals: {},
    uncounted: {},
    waiting: {},
  })
})

test('a listing that was sold and is on offer is one listing, a customer who bought is one buyer', async () => {
  const sold = await inspectFixtures('shopify-orders-2024.csv')
  const both = await inspectFixtures(
    'shopify-orders-2024.csv',
    'shopify-products-2023.csv',
    'shopify-customers-2024-default-address.csv',
  )
  expect(both.totals).toEqual(sold.totals)
  expect([both.sales, both.lines, both.units]).toEqual([sold.sales, sold.lines, sold.units])
  // Five products, of which the mug and the gift card were sold; and what was sold of others: soap, framed print, engraving, sticker.
  expect(both.listings).toBe(5 + 4)
  // Lee, Sakura and Zoë bought; one customer never did, and one bought under a mail the list of customers lacks.
  expect(both.buyers).toBe(sold.buyers + 2)
})

test('a changed digit changes the figures', async () => {
  const file = changed('etsy-sold-orders-2024.csv', (text) => text.replace('USD,54.00', 'USD,55.00'))
  const facts = await inspect([file])
  expect(facts.totals['USD']?.['gross']).not.toBe(
    expected('etsy-sold-orders-2024.csv').totals['USD']?.['itemsGross'],
  )
})

// Added up by hand from the four files; see the expected files for the parts.
const month = [
  'etsy-sold-order-items-2024.csv',
  'etsy-sold-orders-2024.csv',
  'etsy_statement_2024_3.csv',
  'EtsyDirectCheckoutPayments2024-3.csv',
]
const orders: readonly (readonly number[])[] = [
  [0, 1, 2, 3],
  [3, 2, 1, 0],
  [2, 0, 3, 1],
  [1, 3, 0, 2],
  [2, 3, 1, 0],
]

test.each(orders)(
  'Etsy’s four files of a month are one set of sales, in the order %i %i %i %i',
  async (...order) => {
    const facts = await inspectFixtures(...order.map((at) => month[at] ?? ''))
    expect(facts).toMatchObject({ sales: 15, lines: 19, units: 23, buyers: 13, listings: 6 })
    expect(facts.totals['USD']).toMatchObject({
      gross: '447.00',
      discounts: '21.15',
      shipping: '112.20',
      other: '3.90',
      marketplaceTax: '29.84',
      refunds: '66.50',
      fees: '32.94',
      transfers: '12.00',
      payouts: '1262.30',
      kept: '442.51',
    })
    expect(facts.totals['EUR']).toMatchObject({
      gross: '40.00',
      shipping: '9.90',
      marketplaceTax: '9.98',
      fees: '2.05',
      kept: '47.85',
    })
    expect(facts.waiting['USD']).toMatchObject({
      gross: '1049.31',
      marketplaceTax: '4.13',
      fees: '35.05',
      kept: '1014.26',
    })
    const waiting = facts.files.flatMap(({ name, waiting: rows }) =>
      rows.map(({ row, code }) => [name, row, code]),
    )
    expect(waiting).toEqual(
      [10, 11, 12, 13, 14, 15, 16, 17, 18].map((row) => ['etsy_statement_2024_3.csv', row, 'order-unknown']),
    )
  },
)

test('a file read twice counts once', async () => {
  const once = await inspectFixtures('etsy_statement_2024_3.csv', 'shopify-orders-2024.csv')
  const twice = await inspectFixtures(
    'etsy_statement_2024_3.csv',
    'shopify-orders-2024.csv',
    'etsy_statement_2024_3.csv',
    'shopify-orders-2024.csv',
  )
  expect({ ...twice, files: [] }).toEqual({ ...once, files: [] })
})

test('an export in two files, an order torn between them, is the whole export', async () => {
  const whole = await inspectFixtures('shopify-orders-2024.csv')
  const text = readFileSync(path('shopify-orders-2024.csv'), 'utf8')
  const header = text.slice(0, text.indexOf('\n') + 1)
  const cut = text.indexOf('#1002,LEE@example.com,,')
  const halves = [
    changed('shopify-orders-2024.csv', () => text.slice(0, cut)),
    changed('shopify-orders-2024.csv', () => header + text.slice(cut)),
  ]
  for (const files of [halves, halves.toReversed()]) {
    expect({ ...(await inspect(files)), files: [] }).toEqual({ ...whole, files: [] })
  }
  const alone = await inspect(halves.slice(1))
  expect(alone.files[0]?.refused.map(({ code }) => code)).toEqual([
    'order-head-missing',
    'order-head-missing',
  ])
})

test('the table for people names the files, the rows and the figures', async () => {
  const file = changed('etsy-sold-orders-2024.csv', (text) => text.replace('USD,48.50,', 'USD,many,'))
  const inspection = await inspectFiles([{ name: 'orders.csv', open: () => createReadStream(file) }])
  expect(exitCode(inspection)).toBe(1)
  const text = toText(inspection)
  expect(text).toContain('orders.csv: Etsy orders')
  expect(text).toContain('Row 3 is refused: “many” in “Order Value” is not an amount.')
  expect(text).toMatch(/Gross\s+40\.00\s+398\.50/)
})
