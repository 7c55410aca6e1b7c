import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { unit } from '#shared/book/entry.ts'
import type { Entry, Kind, Status } from '#shared/book/entry.ts'
import { decimalText } from '#shared/money/decimalText.ts'
import { checks } from './fixtureFigures.ts'
import type { Check, Part } from './fixtureFigures.ts'
import { readAll } from './readAll.ts'

const folder = new URL('../../tests/fixtures/commerce/', import.meta.url)
const fixture = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
type Expected = {
  readonly counts: Readonly<Record<string, unknown>>
  readonly totals: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly totalsPaid?: Readonly<Record<string, Readonly<Record<string, string>>>>
}
const expected = (name: string): Expected =>
  JSON.parse(fixture(name.replace(/\.csv$/, '.expected.json'))) as Expected

const belongs = (entry: Entry, part: Part): boolean =>
  entry.kind === part.kind &&
  (part.type === undefined || entry.type === part.type) &&
  (part.only === undefined || (part.only === 'charges') === entry.amount < 0)

const sumOf = (entries: readonly Entry[], parts: readonly Part[]): number =>
  parts.reduce(
    (sum, part) =>
      entries
        .filter((entry) => belongs(entry, part))
        .reduce((all, { amount }) => all + amount * (part.sign ?? 1), sum),
    0,
  )

/** The figures of an expected file, added up from entries. */
function figuresOf(
  entries: readonly Entry[],
  { figures }: Check,
  statuses: readonly Status[],
  named: Expected['totals'],
) {
  return Object.fromEntries(
    Object.entries(named).map(([currency, names]) => {
      const own = entries.filter((entry) => entry.currency === currency && statuses.includes(entry.status))
      const known = Object.keys(names).filter((name) => figures[name] !== undefined)
      return [
        currency,
        Object.fromEntries(
          known.map((name) => [name, decimalText(sumOf(own, figures[name] ?? []), currency)]),
        ),
      ]
    }),
  )
}
const named = (totals: Expected['totals'], { figures }: Check) =>
  Object.fromEntries(
    Object.entries(totals).map(([currency, names]) => [
      currency,
      Object.fromEntries(Object.entries(names).filter(([name]) => figures[name] !== undefined)),
    ]),
  )

const everyStatus = ['counted', 'pending', 'authorised', 'voided', 'cancelled'] as const
const countedHere = (file: string): readonly Status[] =>
  file.includes('transactions') ? ['counted'] : everyStatus

describe.each(checks)('$file', (check) => {
  const wanted = expected(check.file)

  test('adds up to the expected totals, in each currency', async () => {
    const { entries, result } = await readAll(fixture(check.file))
    expect(result.ok && result.value.refused).toEqual([])
    expect(figuresOf(entries, check, countedHere(check.file), wanted.totals)).toEqual(
      named(wanted.totals, check),
    )
    if (wanted.totalsPaid)
      expect(figuresOf(entries, check, ['counted'], wanted.totalsPaid)).toEqual(
        named(wanted.totalsPaid, check),
      )
  })

  test('adds up to something else when one digit of it is another', async () => {
    const [from, to] = check.mutate
    const changed = fixture(check.file).replace(from, to)
    expect(changed).not.toBe(fixture(check.file))
    const { entries } = await readAll(changed)
    expect(figuresOf(entries, check, countedHere(check.file), wanted.totals)).not.toEqual(
      named(wanted.totals, check),
    )
  })

  test('has the expected number of orders, lines, pieces, clients and products', async () => {
    const { entries } = await readAll(fixture(check.file))
    const { orders, lines, units, clients, products, distinctSkusOrNames, tips } = wanted.counts
    const sales = new Set(entries.map(({ sale }) => sale.join(' ')))
    const buyers = new Set(entries.flatMap(({ buyer }) => (buyer === '' ? [] : [buyer.split(unit)[0]])))
    const listings = new Set(
      entries.flatMap(({ listing }) => (listing === '' ? [] : [listing.split(unit)[0]])),
    )
    const sold = entries.filter(
      ({ kind, type }) => kind === 'giftCard' || (kind === 'line' && (type === 'item' || type === 'total')),
    )
    if (orders !== undefined) expect(sales.size).toBe(orders)
    if (lines !== undefined) expect(sold.length).toBe(lines)
    if (units !== undefined) expect(sold.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(units)
    if (clients !== undefined) expect(buyers.size).toBe(clients)
    if (products !== undefined) expect(listings.size).toBe(products)
    if (distinctSkusOrNames !== undefined) expect(listings.size).toBe(distinctSkusOrNames)
    if (tips !== undefined) expect(entries.filter(({ kind }) => kind === 'tip').length).toBe(tips)
  })
})

test('the order ids of Etsy’s four files are the same sales', async () => {
  const files = [
    'etsy-sold-orders-2024.csv',
    'etsy-sold-order-items-2024.csv',
    'EtsyDirectCheckoutPayments2024-3.csv',
    'etsy_statement_2024_3.csv',
  ]
  const keys = await Promise.all(
    files.map(async (file) =>
      (await readAll(fixture(file))).entries.find(({ label }) => label === '3105550130')?.sale.join(' '),
    ),
  )
  expect(new Set(keys).size).toBe(1)
})

test('an order of Shopify is known by its name to its payment', async () => {
  const orders = await readAll(fixture('shopify-orders-2024.csv'))
  const payments = await readAll(fixture('shopify-payment-transactions-2024.csv'))
  const alias = orders.entries.find(({ kind, label }) => kind === 'alias' && label === '#1016')
  expect(alias?.key).toEqual(payments.entries.find(({ label }) => label === '#1016')?.sale)
})

test.each(checks.filter(({ file }) => file.startsWith('etsy_statement')).map(({ file }) => file))(
  '%s tells what was paid from the tax in it',
  async (file) => {
    const { entries } = await readAll(fixture(file))
    for (const [currency, totals] of Object.entries(expected(file).totals)) {
      const cents = (name: string) => Number((totals[name] ?? '0.00').replace('.', ''))
      const sum = (kind: Kind) => sumOf(entries, [{ kind }])
      expect(sum('line'), currency).toBe(cents('sale') + cents('buyerTax') + cents('buyerFee'))
      expect(sum('refund'), currency).toBe(cents('refund') + cents('buyerTaxRefund'))
      expect(sum('marketplaceTax'), currency).toBe(
        0 - cents('buyerTax') - cents('buyerFee') - cents('buyerTaxRefund'),
      )
    }
    const { payouts, unrecognised } = expected(file).counts
    expect(entries.filter(({ kind }) => kind === 'payout').length).toBe(payouts)
    expect(entries.filter(({ kind }) => kind === 'adjustment').length).toBe(unrecognised)
  },
)

test('the statuses of Shopify’s orders say which of them count', async () => {
  const { entries } = await readAll(fixture('shopify-orders-2024.csv'))
  const aliases = entries.filter(({ kind }) => kind === 'alias')
  const having = (status: Status) =>
    aliases.filter((alias) => alias.status === status).map(({ label }) => label)
  expect(having('counted').length).toBe(15)
  expect([having('pending'), having('authorised'), having('voided')]).toEqual([
    ['#1006'],
    ['#1017'],
    ['#1005'],
  ])
})

test('what needs no shipping is digital, a tip is a tip', async () => {
  const { entries } = await readAll(fixture('shopify-orders-2024.csv'))
  const streamOf = (listing: string) => entries.find((entry) => entry.listing.startsWith(listing))?.stream
  expect(streamOf('name:Custom engraving')).toBe('digital')
  expect(streamOf('sku:MUG-L')).toBe('physical')
  expect(entries.find(({ kind }) => kind === 'tip')?.stream).toBe('tip')
})

test('entities, apostrophes and line breaks of a file are read as what they stand for', async () => {
  const items = await readAll(fixture('etsy-sold-order-items-2024.csv'))
  expect(
    items.entries.some(
      ({ listing }) => listing === `id:1410000004${unit}Ring Dish, Hand's Width${unit}RING-1`,
    ),
  ).toBe(true)
  const orders = await readAll(fixture('shopify-orders-2024.csv'))
  expect(orders.entries.find(({ label }) => label === '#1018')?.buyer).toBe(
    `mail:freeship@example.com${unit}Flo Freeship`,
  )
})
