import { describe, expect, test } from 'vitest'
import { flag } from '#shared/book/entry.ts'
import type { Entry } from '#shared/book/entry.ts'
import { continueOrders, headKeys } from '#shared/reading/continueOrders.ts'
import { entriesOf, readAll } from '#shared/reading/readAll.ts'

/** A file of Shopify orders with the columns a test speaks of. */
function shopify(rows: readonly Readonly<Record<string, string>>[], without: readonly string[] = []): string {
  const head = {
    Name: '',
    'Financial Status': '',
    Currency: '',
    Subtotal: '',
    Shipping: '',
    Taxes: '',
    Total: '',
    'Discount Amount': '',
    'Created at': '2024-03-28 23:59:59 -0400',
  }
  const line = {
    'Lineitem quantity': '1',
    'Lineitem name': 'Mug',
    'Lineitem price': '10.00',
    'Lineitem sku': '',
    'Lineitem requires shipping': 'true',
    'Lineitem taxable': 'true',
  }
  const rest = { 'Cancelled at': '', 'Refunded Amount': '', Vendor: 'Tide', Id: '', Duties: '' }
  const columns = Object.keys({ ...head, ...line, ...rest }).filter((name) => !without.includes(name))
  const cells = rows.map((row) => columns.map((name) => ({ ...head, ...line, ...rest, ...row })[name] ?? ''))
  return [columns, ...cells].map((record) => record.map((cell) => `"${cell}"`).join(',')).join('\n')
}
const paid = { 'Financial Status': 'paid', Currency: 'USD' }
const said = (entries: readonly Entry[]) =>
  entries.filter(({ kind }) => kind !== 'alias').map(({ kind, type, amount }) => [kind, type, amount])

describe('Shopify: tax on top of prices or inside them', () => {
  const order = { ...paid, Name: '#1', Subtotal: '10.00', Shipping: '5.00', Taxes: '1.00' }
  test.each([
    [
      'on top',
      { Total: '16.00' },
      [
        ['line', 'item', 1000],
        ['shipping', '', 500],
        ['tax', '', 100],
      ],
    ],
    [
      'inside',
      { Total: '15.00' },
      [
        ['line', 'item', 1000],
        ['shipping', '', 500],
        ['taxIncluded', '', -100],
      ],
    ],
    [
      'none, so both sums fit',
      { Total: '15.00', Taxes: '0.00' },
      [
        ['line', 'item', 1000],
        ['shipping', '', 500],
      ],
    ],
    [
      'on top, with a discount on shipping',
      { Total: '11.00', 'Discount Amount': '5.00' },
      [
        ['line', 'item', 1000],
        ['discount', '', -500],
        ['shipping', '', 500],
        ['tax', '', 100],
      ],
    ],
    [
      'on top, with duties',
      { Total: '18.00', Duties: '2.00' },
      [
        ['line', 'item', 1000],
        ['shipping', '', 500],
        ['tax', '', 100],
        ['tax', 'duties', 200],
      ],
    ],
    [
      'on top, a line missing',
      { Total: '23.00', Subtotal: '17.00' },
      [
        ['line', 'item', 1000],
        ['shipping', '', 500],
        ['tax', '', 100],
        ['other', 'incomplete', 700],
      ],
    ],
    [
      'inside, a line missing',
      { Total: '22.00', Subtotal: '17.00' },
      [
        ['line', 'item', 1000],
        ['shipping', '', 500],
        ['taxIncluded', '', -100],
        ['other', 'incomplete', 700],
      ],
    ],
  ] as const)('%s', async (_, change, entries) => {
    expect(said((await readAll(shopify([{ ...order, ...change }]))).entries)).toEqual(entries)
  })

  test('without the column Total taxes are on top, and a missing line shows by the subtotal', async () => {
    const { entries } = await readAll(shopify([{ ...order, Subtotal: '17.00' }], ['Total']))
    expect(said(entries)).toEqual([
      ['line', 'item', 1000],
      ['shipping', '', 500],
      ['tax', '', 100],
      ['other', 'incomplete', 700],
    ])
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
    const { entries } = await readAll(
      shopify([{ ...order, 'Financial Status': status, 'Cancelled at': cancelled }]),
    )
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
    expect(
      entries
        .filter(({ kind }) => kind !== 'alias')
        .map(({ kind, amount, quantity }) => [kind, amount, quantity]),
    ).toEqual([
      ['line', 1000, 1],
      ['refund', -1000, -1],
    ])
  })

  test.each([
    ['JPY', '1200', 1200],
    ['KWD', '1.234', 1234],
    ['EUR', '12.5', 1250],
  ])('%s has its own digits', async (Currency, price, amount) => {
    const { entries } = await readAll(
      shopify([{ ...order, Currency, Total: price, 'Lineitem price': price }]),
    )
    expect(said(entries)).toEqual([['line', 'item', amount]])
  })
})

describe('Shopify: an order in two files, or torn apart by sorting', () => {
  const head = { ...paid, Name: '#9', Id: '9', Subtotal: '30.00', Total: '30.00' }
  const other = { ...paid, Name: '#10', Id: '10', Total: '10.00' }
  const rest = [
    { Name: '#9', 'Lineitem name': 'Soap' },
    { Name: '#9', 'Lineitem name': 'Soap' },
  ]

  test('rows without a head are held back and continue the order that is known', async () => {
    const { result, entries } = await readAll(shopify([...rest, other]))
    expect(entries.every(({ label }) => label === '#10')).toBe(true)
    if (!result.ok || !result.value.held) throw new Error('not read')
    const { held } = result.value
    const [key] = headKeys(held)
    const known = { day: 19_000, currency: 'USD', status: 'pending' } as const
    const { batch, refused } = continueOrders(held, (asked) => (asked.join() === key?.join() ? known : null))
    const lines = entriesOf(batch)
    expect(refused).toEqual([])
    expect(
      lines.map(({ kind, amount, status, day, row, flags }) => [kind, amount, status, day, row, flags]),
    ).toEqual([
      ['line', 1000, 'pending', 19_000, 2, flag.continued],
      ['line', 1000, 'pending', 19_000, 3, flag.continued],
    ])
    expect(lines[0]?.key).not.toEqual(lines[1]?.key)
    expect(lines[0]?.sale).toEqual((await readAll(shopify([head], ['Id']))).entries[0]?.sale)
  })

  test('rows of an order nobody knows are refused', async () => {
    const { result } = await readAll(shopify([...rest, other]))
    if (!result.ok || !result.value.held) throw new Error('not read')
    const { batch, refused } = continueOrders(result.value.held, () => null)
    expect(batch.count).toBe(0)
    expect(refused.map(({ row, code, text }) => [row, code, text])).toEqual([
      [2, 'order-head-missing', '#9'],
      [3, 'order-head-missing', '#9'],
    ])
  })

  test('the same name beside itself is two orders when both have a head', async () => {
    const { entries } = await readAll(
      shopify([
        { ...other, Id: '11' },
        { ...other, Id: '12' },
      ]),
    )
    expect(new Set(entries.map(({ sale }) => sale.join())).size).toBe(2)
  })

  test('an order with one unreadable row is refused whole, its neighbours are not', async () => {
    const { result, entries } = await readAll(shopify([head, { Name: '#9', 'Lineitem price': 'ten' }, other]))
    expect(result.ok && result.value.refused.map(({ row, code }) => [row, code])).toEqual([
      [2, 'unreadable-amount'],
      [3, 'unreadable-amount'],
    ])
    expect(new Set(entries.map(({ label }) => label))).toEqual(new Set(['#10']))
  })
})

test('a payment that is paid out later is still the same payment', async () => {
  const file = (status: string, payout: string, date: string) =>
    readAll(
      `Transaction Date,Type,Order,Card Brand,Card Source,Payout Status,Payout Date,Payout ID,Available On,Amount,Fee,Net,Currency\n${date},charge,#1,visa,online,${status},,${payout},,10.00,0.50,9.50,USD`,
    )
  const [pending, paidOut, resaved] = await Promise.all([
    file('pending', '', '2024-03-31 08:05:00 -0400'),
    file('paid', '900', '2024-03-31 08:05:00 -0400'),
    file('paid', '900', '3/31/2024 8:05'),
  ])
  const keys = [pending, paidOut, resaved].map(({ entries }) => entries[0]?.key.join())
  expect(new Set(keys).size).toBe(1)
})
