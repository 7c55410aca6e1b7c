import { describe, expect, test } from 'vitest'
import type { Product } from '#shared/product/product.ts'
import { applyRecords } from './applyRecords.ts'
import { addBatch, addImport, createBook, setVisible } from './book.ts'
import type { Book } from './book.ts'
import { clients } from './clients.ts'
import { countryNumber } from './country.ts'
import { accountKey, buyerText, flag, listingText } from './entry.ts'
import type { Entry } from './entry.ts'
import { offeredIds, offerOf } from './offers.ts'
import type { ClientsQuestion, ProductsQuestion } from './partyQuestions.ts'
import { products } from './products.ts'
import { proposals } from './proposals.ts'
import { batchOf, entry, saleKey } from './sampleEntries.ts'
import { settle } from './settle.ts'

const etsy = accountKey('etsy', '')
const shopify = accountKey('shopify', '')
const productKey = (id: number) => [8, id] as const

const offer = (told: Partial<Entry>): Entry =>
  entry({
    sale: productKey(1),
    key: [1, told.amount ?? 0],
    kind: 'offer',
    type: '',
    source: 'catalogue',
    stream: '',
    day: 0,
    label: 'Mug',
    ...told,
  })
const contact = (told: Partial<Entry>): Entry =>
  entry({ kind: 'contact', type: '', source: 'catalogue', stream: '', day: 0, currency: '', ...told })

/** The mug as Etsy's orders know it, and as its listings do, which have no id. */
const sold = entry({
  sale: saleKey(1),
  key: [1, 1],
  account: etsy,
  listing: listingText('id:14', 'Mug', 'MUG-L'),
  amount: 2000,
  quantity: 1,
})
const listed = (amount: number, quantity: number) =>
  offer({
    account: etsy,
    listing: listingText('sku:MUG-S', 'Mug, new glaze', 'MUG-S, MUG-L'),
    amount,
    quantity,
  })

function bring(book: Book, entries: readonly Entry[]): number {
  const order = book.imports.length
  const number = addImport(book, { id: `import ${order}`, order, visible: true, coverage: [] })
  addBatch(book, number, batchOf(entries))
  settle(book)
  return number
}
function show(book: Book, number: number, visible: boolean): void {
  setVisible(book, number, visible)
  settle(book)
}
const product = (told: Partial<Product>): object => ({
  id: 'p1',
  kind: 'physical',
  name: 'My mug',
  sku: '',
  image: null,
  listings: [],
  price: null,
  costs: [],
  stock: null,
  tags: [],
  stream: '',
  note: '',
  createdAt: '',
  archived: false,
  ...told,
})
const keep = (book: Book, record: object) => applyRecords(book, [{ table: 'products', id: 'p1', record }])
const setHome = (book: Book, currency: string) =>
  applyRecords(book, [{ table: 'settings', id: 'profile', record: { value: { currency } } }])

const productsOf = (book: Book, told: Partial<ProductsQuestion> = {}) =>
  products(book, { filter: {}, sort: { by: 'name', descending: false }, from: 0, count: 99, ...told }, {})
    .rows
const clientsOf = (book: Book, told: Partial<ClientsQuestion> = {}) =>
  clients(book, { filter: {}, sort: { by: 'name', descending: false }, from: 0, count: 99, ...told }, {}).rows

describe('a listing that sales know by its id and a catalogue by its SKU', () => {
  const either = [
    ['the catalogue first', (book: Book) => [bring(book, [listed(2400, 7)]), bring(book, [sold])]],
    ['the sales first', (book: Book) => [bring(book, [sold]), bring(book, [listed(2400, 7)])].toReversed()],
  ] as const

  test.each(either)(
    'is one product with the money of the one and the price of the other: %s',
    (_, arrive) => {
      const book = createBook()
      arrive(book)
      expect(productsOf(book)).toMatchObject([
        {
          name: 'Mug, new glaze',
          sales: 1,
          listings: 1,
          price: { currency: 'USD', amount: 2400 },
          stock: 7,
          priceFrom: { channel: 'etsy' },
        },
      ])
    },
  )

  test.each(either)('belongs to the product that names either: %s', (_, arrive) => {
    for (const key of ['id:14', 'sku:MUG-S']) {
      const book = createBook()
      keep(book, product({ listings: [{ account: etsy, key }] }))
      const [catalogue = 0] = arrive(book)
      const row = { key: 'p1', name: 'My mug', sales: 1, listings: 1, price: { amount: 2400 }, stock: 7 }
      expect(productsOf(book), key).toMatchObject([row])
      show(book, catalogue, false)
      const alone = productsOf(book).find((one) => one.isRecord)
      expect(alone, key).toMatchObject({ price: null, stock: null, sales: key === 'id:14' ? 1 : 0 })
      show(book, catalogue, true)
      expect(productsOf(book), key).toMatchObject([row])
    }
  })
})

describe('price and stock of a product', () => {
  const shop = (...entries: readonly Entry[]): Book => {
    const book = createBook()
    bring(book, entries)
    keep(
      book,
      product({
        listings: [
          { account: shopify, key: 'sku:L' },
          { account: shopify, key: 'sku:S' },
        ],
      }),
    )
    return book
  }
  const large = { account: shopify, currency: '', listing: listingText('sku:L', 'Mug - Large', 'L') }
  const small = { account: shopify, currency: '', listing: listingText('sku:S', 'Mug - Small', 'S') }
  const order = (currency: string) =>
    entry({ sale: saleKey(9), account: shopify, currency, amount: 1, quantity: 1 })

  test('are the record’s own where it says them', () => {
    const book = shop(offer({ ...large, currency: 'USD', amount: 2400, quantity: 7 }))
    keep(
      book,
      product({
        listings: [{ account: shopify, key: 'sku:L' }],
        price: { currency: 'EUR', amount: 1 },
        stock: 0,
      }),
    )
    expect(productsOf(book)).toMatchObject([
      { price: { currency: 'EUR', amount: 1 }, stock: 0, priceFrom: null, stockFrom: null },
    ])
  })

  test('are those of its variants: the lowest price, and all pieces', () => {
    const book = shop(
      offer({ ...large, amount: 240_000, quantity: 7 }),
      offer({ ...small, amount: 190_000, quantity: 2 }),
      order('CAD'),
    )
    expect(productsOf(book)).toMatchObject([
      {
        price: { currency: 'CAD', amount: 1900 },
        stock: 9,
        priceFrom: { pricesDiffer: true, channel: 'shopify' },
      },
    ])
  })

  test('are in the currency of the shop’s orders, before in the brand’s own, and nowhere while neither is known', () => {
    const priceOf = (book: Book) => productsOf(book)[0]?.price
    const book = shop(offer({ ...large, amount: 240_000, quantity: 7 }))
    expect([priceOf(book), productsOf(book)[0]?.stock]).toEqual([null, 7])
    setHome(book, 'EUR')
    expect(priceOf(book)).toEqual({ currency: 'EUR', amount: 2400 })
    setHome(book, 'JPY')
    expect(priceOf(book)).toEqual({ currency: 'JPY', amount: 24 })
    const orders = bring(book, [order('KWD')])
    expect(priceOf(book)).toEqual({ currency: 'KWD', amount: 24_000 })
    show(book, orders, false)
    expect(priceOf(book)).toEqual({ currency: 'JPY', amount: 24 })
  })

  test('are not there where they are not counted, or no amount of the currency', () => {
    const book = shop(offer({ ...large, amount: 245_000, quantity: 0, flags: flag.uncounted }), order('JPY'))
    expect(productsOf(book)).toMatchObject([{ price: null, stock: null, priceFrom: null, stockFrom: null }])
  })

  test('variants that share a SKU are one listing, whose pieces add up', () => {
    const book = shop(
      offer({ ...large, currency: 'USD', amount: 2400, quantity: 3, row: 2 }),
      offer({ ...large, currency: 'USD', amount: 2500, quantity: 4, row: 3 }),
    )
    expect(offeredIds(book).map((id) => offerOf(book, id))).toMatchObject([
      { stock: 7, price: { amount: 2400 } },
    ])
  })

  test('the cost is what the catalogue says, and no price', () => {
    const book = shop(
      offer({ ...large, currency: 'USD', amount: 2400 }),
      offer({ ...large, currency: 'USD', amount: 910, type: 'cost' }),
    )
    expect(offeredIds(book).map((id) => offerOf(book, id))).toMatchObject([
      { price: { amount: 2400 }, cost: { currency: 'USD', amount: 910 } },
    ])
  })
})

test('of several catalogues the latest counts, whole; undone, the one before', () => {
  const book = createBook()
  const l = { account: shopify, listing: listingText('sku:L', 'Mug - Large', 'L') }
  const s = { account: shopify, listing: listingText('sku:S', 'Mug - Small', 'S') }
  bring(book, [offer({ ...l, amount: 2400 }), offer({ ...s, amount: 1900 })])
  const later = bring(book, [offer({ ...l, amount: 2600, listing: listingText('sku:L', 'Mug - Huge', 'L') })])
  const told = () => productsOf(book).map(({ name, price }) => [name, price?.amount])
  expect(told()).toEqual([['Mug - Huge', 2600]])
  show(book, later, false)
  expect(told()).toEqual([
    ['Mug - Large', 2400],
    ['Mug - Small', 1900],
  ])
  show(book, later, true)
  expect(told()).toEqual([['Mug - Huge', 2600]])
})

describe('listings nobody bought yet', () => {
  const book = createBook()
  bring(book, [
    listed(2400, 7),
    offer({
      sale: productKey(2),
      account: etsy,
      type: 'archived',
      listing: listingText('sku:OLD', 'Old bowl', 'OLD'),
    }),
  ])

  test('are found, but for archived ones', () => {
    expect(productsOf(book, { show: 'found' }).map(({ name, sales, sums }) => [name, sales, sums])).toEqual([
      ['Mug, new glaze', 0, []],
    ])
    expect(productsOf(book, { archived: true }).map(({ name, archived }) => [name, archived])).toEqual([
      ['Old bowl', true],
    ])
    expect(productsOf(book, { show: 'records' })).toEqual([])
  })

  test.each([
    [{ channels: ['etsy'] }, 1],
    [{ channels: ['shopify'] }, 0],
    [{ accounts: [etsy] }, 1],
    [{ accounts: [shopify] }, 0],
    [{ streams: ['physical'] }, 0],
  ] as const)('are where the filter looks: %j', (filter, count) => {
    expect(productsOf(book, { filter }).length).toBe(count)
  })
})

test('what a catalogue offers is proposed as products: all variants as one, and with what sales know', () => {
  const book = createBook()
  const shop = { account: shopify, sale: productKey(3), label: 'Mug', currency: 'USD' }
  bring(book, [
    offer({ ...shop, listing: listingText('sku:L', 'Mug - Large', 'L'), amount: 2400 }),
    offer({ ...shop, listing: listingText('sku:S', 'Mug - Small', 'S'), amount: 1900 }),
    offer({
      ...shop,
      sale: productKey(4),
      label: 'Pattern',
      listing: listingText('sku:PDF', 'Pattern', 'PDF'),
      stream: 'digital',
    }),
    offer({ ...shop, sale: productKey(5), type: 'archived', listing: listingText('sku:OLD', 'Old', 'OLD') }),
  ])
  bring(book, [
    entry({ sale: saleKey(1), account: etsy, listing: listingText('id:14', 'A mug to love', 'S') }),
  ])
  const told = () =>
    proposals(book, { sort: { by: 'name', descending: false }, from: 0, count: 99 }).rows.map(
      ({ name, kind, evidence, listings }) => [name, kind, evidence?.by, listings.map(({ ref }) => ref.key)],
    )
  expect(told()).toEqual([
    ['Mug', 'physical', 'sku', ['sku:L', 'sku:S', 'id:14']],
    ['Pattern', 'digital', undefined, ['sku:PDF']],
  ])
  keep(book, product({ listings: [{ account: shopify, key: 'sku:L' }] }))
  expect(proposals(book, { sort: { by: 'name', descending: false }, from: 0, count: 1 }).rows).toMatchObject([
    { product: { id: 'p1' }, listings: [{ ref: { key: 'sku:S' } }, { ref: { key: 'id:14' } }] },
  ])
})

describe('customers', () => {
  const lee = buyerText('mail:lee@x.example', 'Lee')
  const book = createBook()
  const first = bring(book, [
    contact({
      sale: productKey(1),
      account: shopify,
      buyer: lee,
      amount: 1_405_000,
      quantity: countryNumber('US'),
    }),
    contact({ sale: productKey(2), account: shopify, buyer: buyerText('mail:zoe@x.example', 'Zoë') }),
  ])
  bring(book, [entry({ sale: saleKey(1), account: shopify, buyer: lee, amount: 900, quantity: 1 })])

  test('are found as clients, whether they ever bought or not', () => {
    expect(clientsOf(book, { show: 'found' })).toMatchObject([
      { name: 'Lee', mail: 'lee@x.example', country: 'US', sales: 1 },
      { name: 'Zoë', mail: 'zoe@x.example', country: '', sales: 0, sums: [] },
    ])
  })

  test('who never bought are in no filtered list, and in none once their import is undone', () => {
    expect(clientsOf(book, { filter: { channels: ['shopify'] } }).map(({ name }) => name)).toEqual(['Lee'])
    show(book, first, false)
    expect(clientsOf(book)).toMatchObject([{ name: 'Lee', country: '' }])
    show(book, first, true)
    expect(clientsOf(book).length).toBe(2)
  })
})
