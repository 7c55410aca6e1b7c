import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countryOfNumber } from '#shared/book/country.ts'
import { flag, record, unit } from '#shared/book/entry.ts'
import type { Entry } from '#shared/book/entry.ts'
import { decimalText } from '#shared/money/decimalText.ts'
import { readAll } from './readAll.ts'

const folder = new URL('../../tests/fixtures/commerce/', import.meta.url)
const fixture = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
type Expected = {
  readonly format: string
  readonly columns?: number
  readonly counts: Readonly<Record<string, number>>
  readonly totals: Readonly<Record<string, Readonly<Record<string, string>>>>
}
const expected = (name: string): Expected =>
  JSON.parse(fixture(name.replace(/\.csv$/, '.expected.json'))) as Expected

/** What a file holds: its entries, and how many of its rows have a cell of this column that fits. */
type Held = {
  readonly rows: number
  readonly offers: readonly Entry[]
  readonly entries: readonly Entry[]
  readonly cells: (column: RegExp, fits?: RegExp) => number
}
const productsOf = (entries: readonly Entry[]) => new Set(entries.map(({ sale }) => sale.join(' '))).size
const staged = (held: Held, type: Entry['type']) =>
  productsOf(held.offers.filter((offer) => offer.type === type))
const sum = (entries: readonly Entry[], of: (entry: Entry) => number) =>
  entries.reduce((total, entry) => total + of(entry), 0)
/** Of a shop that trades in cents, whose currency the file does not name. */
const inCents = (open: number) => decimalText(open / 100, 'USD')
const named = (prefix: string) => (entry: Entry) => entry.buyer.startsWith(prefix)

const shopifyProducts = {
  counts: (held: Held) => ({
    dataRows: held.rows,
    products: productsOf(held.offers),
    variants: held.offers.length,
    images: held.cells(/^(?:Image Src|Product image URL)$/),
    unitsInStock: sum(held.offers, ({ quantity }) => quantity),
    active: staged(held, ''),
    draft: staged(held, 'draft'),
    archived: staged(held, 'archived'),
  }),
  totals: ({ offers }: Held) => ({
    shopCurrency: {
      sumOfVariantPrices: inCents(sum(offers, ({ amount }) => amount)),
      stockValueAtPrice: inCents(sum(offers, ({ amount, quantity }) => amount * Math.max(0, quantity))),
    },
  }),
}
const shopifyCustomers = {
  counts: (held: Held) => ({
    dataRows: held.rows,
    clients: productsOf(held.entries),
    withEmail: held.entries.filter(named('mail:')).length,
    acceptsEmail: held.cells(/^Accepts Email/, /^yes$/),
    taxExempt: held.cells(/^Tax Exempt$/, /^yes$/),
  }),
  totals: ({ entries }: Held) => ({
    shopCurrency: { totalSpent: inCents(sum(entries, ({ amount }) => amount)) },
  }),
}
const etsyListings = {
  counts: (held: Held) => ({
    dataRows: held.rows,
    products: productsOf(held.offers),
    images: held.cells(/^IMAGE\d/),
    withSku: held.offers.filter(({ listing }) => listing.split(unit)[2] !== '').length,
    outOfStock: held.offers.filter(({ quantity, flags }) => quantity === 0 && flags === 0).length,
  }),
  totals: ({ offers }: Held) => ({
    USD: {
      sumOfPrices: decimalText(
        sum(offers, ({ amount }) => amount),
        'USD',
      ),
    },
  }),
}

const checks = [
  { file: 'EtsyListingsDownload.csv', ...etsyListings, mutate: ['12.99,USD', '12.98,USD'] },
  { file: 'shopify-products-2023.csv', ...shopifyProducts, mutate: [',,19.00,', ',,19.01,'] },
  {
    file: 'shopify-products-2025-url-handle.csv',
    ...shopifyProducts,
    mutate: ['shopify,12,', 'shopify,13,'],
  },
  { file: 'shopify-customers-2023.csv', ...shopifyCustomers, mutate: ['1056.31', '1056.32'] },
  { file: 'shopify-customers-2024-default-address.csv', ...shopifyCustomers, mutate: ['38.70', '38.71'] },
] as const

async function held(text: string): Promise<Held> {
  const { entries, result, details } = await readAll(text)
  if (!result.ok) throw new Error(result.error.code)
  expect(result.value.refused).toEqual([])
  const { header } = result.value
  const rows = details.split(record).map((row) => row.split(unit).slice(2))
  return {
    rows: result.value.rows,
    entries,
    offers: entries.filter(({ kind, type }) => kind === 'offer' && type !== 'cost'),
    cells: (column, fits = /./) =>
      sum(
        entries.slice(0, 1),
        () =>
          rows.flatMap((cells) =>
            cells.filter((cell, at) => column.test(header[at] ?? '') && fits.test(cell)),
          ).length,
      ),
  }
}

describe.each(checks)('$file', ({ file, counts, totals, mutate: [from, to] }) => {
  test('holds what it should, as the format it is', async () => {
    const { result } = await readAll(fixture(file))
    const { format, columns } = expected(file)
    expect(result.ok && [result.value.format, result.value.from, result.value.coverage]).toEqual([
      format,
      '',
      null,
    ])
    if (columns !== undefined) expect(result.ok && result.value.header.length).toBe(columns)
    const found = await held(fixture(file))
    expect(counts(found)).toEqual(expected(file).counts)
    expect(totals(found)).toEqual(expected(file).totals)
  })

  test('holds something else when one digit of it is another', async () => {
    expect(fixture(file).split(from).length).toBe(2)
    expect(totals(await held(fixture(file).replace(from, to)))).not.toEqual(expected(file).totals)
  })

  test('says the same in chunks of any size', async () => {
    const whole = await readAll(fixture(file))
    for (const size of [1, 7, 64]) expect((await readAll(fixture(file), size)).entries).toEqual(whole.entries)
  })
})

const told = ({ sale, key, kind, type, listing, buyer, label, amount, quantity, flags }: Entry) => ({
  sale,
  key,
  kind,
  type,
  listing,
  buyer,
  label,
  amount,
  quantity,
  flags,
})

test.each([
  ['shopify-products-2023.csv', 'shopify-products-2025-url-handle.csv'],
  ['shopify-customers-2023.csv', 'shopify-customers-2024-default-address.csv'],
])('%s and %s say the same under other names of columns', async (old, renewed) => {
  const [before, after] = [await readAll(fixture(old)), await readAll(fixture(renewed))]
  expect(after.entries.map(told)).toEqual(before.entries.map(told))
})

test('a variant of Shopify is known by the key its orders use', async () => {
  const { offers, entries } = await held(fixture('shopify-products-2023.csv'))
  expect(offers.map(({ listing }) => listing.split(unit))).toEqual([
    ['sku:MUG-L', 'Tide Mug - Large', 'MUG-L'],
    ['sku:MUG-S', 'Tide Mug - Small', 'MUG-S'],
    ['sku:FERN-A4', 'Print "Fern" 🌿', 'FERN-A4'],
    ['name:Gift Card - $25.00', 'Gift Card - $25.00', ''],
    ['name:Gift Card - $50.00', 'Gift Card - $50.00', ''],
    ['sku:00501', 'Lavender Soap', '00501'],
    ['sku:SC-B', 'Écharpe - Bleu', 'SC-B'],
    ['sku:SC-R', 'Écharpe - Rouge', 'SC-R'],
    ['name:Écharpe - Vert', 'Écharpe - Vert', ''],
  ])
  expect(new Set(offers.slice(0, 2).map(({ label }) => label))).toEqual(new Set(['Tide Mug']))
  const costs = entries.filter(({ type }) => type === 'cost')
  expect(costs.map(({ listing, amount }) => [listing.split(unit)[0], inCents(amount)])).toEqual([
    ['sku:MUG-L', '9.10'],
    ['sku:MUG-S', '7.40'],
    ['sku:00501', '2.00'],
  ])
  const orders = await readAll(fixture('shopify-orders-2024.csv'))
  const sold = orders.entries.filter(({ listing }) => listing.startsWith('sku:MUG-L'))
  expect(sold.length).toBeGreaterThan(0)
})

test('a listing of Etsy is known by its first SKU, else by its title, and equal titles by their number', async () => {
  const { offers } = await held(fixture('EtsyListingsDownload.csv'))
  expect(offers.map(({ listing }) => listing.split(unit))).toEqual([
    ['sku:MUG-L', 'Speckled Stoneware Mug, 12 oz "Tide" Glaze', 'MUG-L, MUG-S'],
    ['sku:FERN-A4', 'Fern Botanical Print — A4 🌿', 'FERN-A4, FERN-A3'],
    ['name:Lavender Soap Bar (3 pack)', 'Lavender Soap Bar (3 pack)', ''],
    ['name:2024 Planner PDF | Instant Download', '2024 Planner PDF | Instant Download', ''],
    ['sku:SCARF-BLU', 'Écharpe en laine, tissée main', 'SCARF-BLU'],
    ['name:2024 Planner PDF | Instant Download #2', '2024 Planner PDF | Instant Download', ''],
  ])
})

test('a customer is known as the buyer of their orders, by mail or by name, postcode and country', async () => {
  const { entries } = await held(fixture('shopify-customers-2023.csv'))
  expect(entries.map(({ buyer, quantity }) => [...buyer.split(unit), countryOfNumber(quantity)])).toEqual([
    ['mail:lee@example.com', 'Lee Repeat', 'US'],
    ['mail:sakura@example.jp', 'さくら 石田', 'JP'],
    ['mail:only-mail@example.com', 'only-mail@example.com', ''],
    ["guest:quinn o'quote|02108|us", "Quinn O'Quote", 'US'],
    ['mail:zoe@example.fr', 'Zoë Façade', 'FR'],
  ])
})

describe('rows a catalogue cannot be read from', () => {
  const refusals = async (text: string) => {
    const { result, entries } = await readAll(text)
    return {
      refused: result.ok
        ? result.value.refused.map(({ row, code, column }) => [row, code, column])
        : [result.error.code],
      kept: entries.map(({ row }) => row),
    }
  }
  const etsy = (...rows: readonly string[]) =>
    refusals(['TITLE,PRICE,CURRENCY_CODE,QUANTITY,IMAGE1,SKU', ...rows].join('\n'))

  test.each([
    [',12,USD,1,,', 'missing-name', 'TITLE'],
    ['Mug,,USD,1,,', 'missing-amount', 'PRICE'],
    ['Mug,a lot,USD,1,,', 'unreadable-amount', 'PRICE'],
    ['Mug,12,,1,,', 'missing-currency', 'CURRENCY_CODE'],
    ['Mug,12,DUC,1,,', 'unknown-currency', 'CURRENCY_CODE'],
    ['Mug,12,USD,some,,', 'unreadable-quantity', 'QUANTITY'],
    ['Mug,12,USD,99999999999,,', 'unreadable-quantity', 'QUANTITY'],
    ['Mug,99999999999999999,USD,1,,', 'amount-too-large', 'PRICE'],
    ['Mug,12,USD,1,,,more', 'too-many-cells', ''],
  ])('%s', async (row, code, column) => {
    expect(await etsy('Bowl,1,USD,1,,', row, 'Dish,2,USD,2,,')).toEqual({
      refused: [[3, code, column]],
      kept: [2, 4],
    })
  })

  const shopify = (...rows: readonly string[]) =>
    refusals(
      [
        'Handle,Title,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Cost per item',
        ...rows,
      ].join('\n'),
    )
  const mug = ['mug,Mug,Large,M-L,shopify,1,9.00,', 'mug,,Small,M-S,shopify,2,8.00,', 'mug,,,,,,,']
  const bowl = 'bowl,Bowl,Default Title,B,shopify,1,9.00,'

  test('a product is refused whole when one of its variants cannot be read', async () => {
    const torn = mug.with(1, 'mug,,Small,M-S,shopify,two,8.00,')
    expect(await shopify(...torn, bowl)).toEqual({
      refused: [2, 3, 4].map((row) => [row, 'unreadable-quantity', 'Variant Inventory Qty']),
      kept: [5],
    })
  })

  test('variants without the first row of their product are refused: nothing says what they are', async () => {
    expect(await shopify(...mug.slice(1), bowl)).toEqual({
      refused: [2, 3].map((row) => [row, 'missing-name', 'Title']),
      kept: [4],
    })
    expect((await shopify(',Mug,Large,M-L,shopify,1,9.00,', bowl)).refused).toEqual([
      [2, 'missing-name', 'Handle'],
    ])
  })

  test('a customer nobody can tell from others is refused', async () => {
    const head = 'First Name,Email,Accepts Email Marketing,Total Spent'
    expect(await refusals(`${head}\n,,yes,1.00\nAna,,no,2.00\n,a@example.com,no,much`)).toEqual({
      refused: [
        [2, 'missing-name', 'First Name'],
        [4, 'unreadable-amount', 'Total Spent'],
      ],
      kept: [3],
    })
  })

  test('pieces nobody counts are said to be uncounted, not to be none', async () => {
    const { entries } = await readAll(
      [
        'Handle,Title,Option1 Value,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Requires shipping',
        'pdf,Planner,Default Title,,0,9.00,false',
        'mug,Mug,Default Title,shopify,0,9.00,true',
      ].join('\n'),
    )
    expect(entries.map(({ flags, stream }) => [flags & flag.uncounted, stream])).toEqual([
      [flag.uncounted, 'digital'],
      [0, ''],
    ])
  })
})
