import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addBatch, addImport, createBook, setCoverage, setVisible } from '#shared/book/book.ts'
import type { Book, Coverage } from '#shared/book/book.ts'
import { clients } from '#shared/book/clients.ts'
import { contactIds, contactOf } from '#shared/book/contacts.ts'
import { dayOfIso } from '#shared/book/days.ts'
import type { EntryBatch } from '#shared/book/entry.ts'
import { offeredIds, offerOf } from '#shared/book/offers.ts'
import { decodePage, encodePage } from '#shared/book/page.ts'
import { addPending, adopt, beginPending, previewPending } from '#shared/book/pending.ts'
import { products } from '#shared/book/products.ts'
import { sales } from '#shared/book/sales.ts'
import { settle } from '#shared/book/settle.ts'
import { summary } from '#shared/book/summary.ts'
import { totals } from '#shared/book/totals.ts'
import { readFile } from '#shared/reading/readFile.ts'

type ReadFile = { readonly batches: readonly EntryBatch[]; readonly coverage: readonly Coverage[] }

/** Reads a file as the app does, its entries cut into pages of three and passed through their stored form. */
async function read(text: string): Promise<ReadFile> {
  const open = async function* () {
    yield new TextEncoder().encode(text)
  }
  const batches: EntryBatch[] = []
  const reading = readFile(open, { file: 0, account: '', entriesPerBatch: 3 })
  for (;;) {
    const next = await reading.next()
    if (!next.done) {
      const page = decodePage(encodePage(next.value), next.value.count)
      if (!page.ok) throw new Error('a page did not come back')
      batches.push(page.value)
      continue
    }
    if (!next.value.ok) throw new Error(next.value.error.code)
    const { coverage, refused } = next.value.value
    expect(refused).toEqual([])
    const { account = '', from = '', to = '' } = coverage ?? {}
    return { batches, coverage: coverage ? [{ account, from: dayOfIso(from), to: dayOfIso(to) }] : [] }
  }
}

function bring(book: Book, file: ReadFile): number {
  const order = book.imports.length
  const number = addImport(book, { id: `import ${order}`, order, visible: true, coverage: [] })
  for (const batch of file.batches) addBatch(book, number, batch)
  setCoverage(book, number, file.coverage)
  settle(book)
  return number
}
function bookOf(files: readonly ReadFile[]): Book {
  const book = { ...createBook(), home: 'CAD' }
  for (const file of files) bring(book, file)
  settle(book)
  return book
}

/** What catalogues state, by the keys of the book's listings and buyers, and what was joined to what. */
function stated(book: Book) {
  const { names } = book
  const keyOf = (id: number) => names.listings[id]?.key ?? ''
  const offers = offeredIds(book).map((id) => {
    const {
      origin: _origin,
      costOrigin,
      product: _product,
      listing: _listing,
      ...offer
    } = offerOf(book, id) ?? {}
    // the newest import that says so is named, so only the row is the same however often a file is read
    return [keyOf(id), { ...offer, costRow: costOrigin?.row }] as const
  })
  const contacts = contactIds(book).map((id) => {
    const { country, spent } = contactOf(book, id) ?? {}
    return [names.buyers[id]?.key ?? '', { country, spent }] as const
  })
  const same = [...book.sameListing].map(([offered, known]) => [keyOf(offered), keyOf(known)] as const)
  return {
    offers: Object.fromEntries(offers),
    contacts: Object.fromEntries(contacts),
    same: Object.fromEntries(same),
    products: rowsOf(products(book, all, {}).rows),
    clients: rowsOf(clients(book, all, {}).rows),
    summary: summary(book),
  }
}
const all = { filter: {}, sort: { by: 'name', descending: false }, from: 0, count: 999 } as const
/** Rows without what depends on which import said so. */
const rowsOf = (rows: readonly object[]) =>
  rows
    .map((row) =>
      JSON.stringify({ ...row, priceFrom: 'priceFrom' in row && row.priceFrom !== null, stockFrom: null }),
    )
    .toSorted()

/** All that is money: but for the names of buyers, which lists of customers may know better. */
const money = (book: Book) => {
  const { listings: _listings, buyers: _buyers, ...figures } = summary(book)
  const byLabel = { ...all, sort: { by: 'label', descending: false } } as const
  const found = sales(book, byLabel, {})
  return {
    figures,
    days: [book.firstDay, book.lastDay],
    months: totals(book, {}, { by: 'channel', bucket: 'month' }, {}),
    sales: { ...found, rows: found.rows.map(({ buyer: _name, ...row }) => row) },
  }
}

/** A small shop on Etsy and Shopify: what its files say of the products with these numbers. */
type Product = {
  readonly title: string
  readonly sku: string
  readonly price: number
  readonly stock: number
}
const titles = ['Mug', 'Mug, blue', 'Print', 'Scarf', 'Soap'] as const
const skus = ['', 'M-1', 'M-2', 'P-1', 'S-1'] as const
const product = fc.record({
  title: fc.constantFrom(...titles),
  sku: fc.constantFrom(...skus),
  price: fc.integer({ min: 0, max: 9999 }),
  stock: fc.integer({ min: -3, max: 99 }),
})
const shop = fc.array(product, { minLength: 1, maxLength: 6 })
const cell = (text: string): string => `"${text}"`
const decimal = (cents: number): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`

const etsyItems = (products: readonly Product[]): string =>
  [
    'Sale Date,Item Name,Buyer,Quantity,Price,Item Total,Currency,Transaction ID,Listing ID,Order ID,SKU',
    ...products.map(({ title, sku, price }, at) =>
      [
        '03/15/24',
        cell(title),
        'Fay',
        1,
        decimal(price),
        decimal(price),
        'USD',
        100 + at,
        14 + at,
        9 + at,
        sku,
      ].join(','),
    ),
  ].join('\n')
const etsyListings = (products: readonly Product[]): string =>
  [
    'TITLE,PRICE,CURRENCY_CODE,QUANTITY,IMAGE1,SKU',
    ...products.map(({ title, sku, price, stock }) =>
      [cell(title), decimal(price), 'USD', stock, '', sku].join(','),
    ),
  ].join('\n')
const shopifyOrders = (products: readonly Product[]): string =>
  [
    'Name,Email,Financial Status,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku',
    ...products.map(({ title, sku, price }, at) =>
      [
        `#${at}`,
        `buyer${at % 3}@example.com`,
        'paid',
        'EUR',
        decimal(price),
        decimal(price),
        '2024-03-28 14:00:00 -0400',
        1,
        cell(title),
        decimal(price),
        sku,
      ].join(','),
    ),
  ].join('\n')
const shopifyProducts = (products: readonly Product[]): string =>
  [
    'Handle,Title,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Cost per item',
    ...products.map(({ title, sku, price, stock }, at) =>
      [
        `handle-${at}`,
        cell(title),
        'Default Title',
        sku,
        'shopify',
        stock,
        decimal(price),
        decimal(price >> 1),
      ].join(','),
    ),
  ].join('\n')
const shopifyCustomers = (products: readonly Product[]): string =>
  [
    'First Name,Email,Accepts Email Marketing,Country Code,Total Spent',
    ...products.map(({ price, title }, at) =>
      [title[0], `buyer${at}@example.com`, 'no', at % 2 === 0 ? 'CA' : '', decimal(price)].join(','),
    ),
  ].join('\n')

const platforms = [
  { name: 'Etsy', sold: etsyItems, catalogues: [etsyListings] },
  { name: 'Shopify', sold: shopifyOrders, catalogues: [shopifyProducts, shopifyCustomers] },
] as const

describe.each(platforms)('$name', ({ sold, catalogues }) => {
  const filesOf = (before: readonly Product[], now: readonly Product[]) =>
    Promise.all([read(sold(before)), ...catalogues.map((catalogue) => read(catalogue(now)))])

  test('what is found does not depend on the order of imports, nor on how often a file is imported', () =>
    fc.assert(
      fc.asyncProperty(shop, shop, fc.array(fc.nat(9)), async (before, now, turns) => {
        const files = await filesOf(before, now)
        const forth = stated(bookOf(files))
        expect(stated(bookOf(files.toReversed()))).toEqual(forth)
        const again = turns.flatMap((turn) => files[turn % files.length] ?? [])
        expect(stated(bookOf([...files, ...again]))).toEqual(forth)
      }),
      { numRuns: 60 },
    ))

  test('an undone catalogue leaves no trace, and undoing that brings all back', () =>
    fc.assert(
      fc.asyncProperty(shop, shop, shop, async (before, now, later) => {
        const [bought, ...first] = await filesOf(before, now)
        const [, ...second] = await filesOf(before, later)
        if (!bought) throw new Error('no file')
        const book = bookOf([bought, ...first])
        const then = [stated(book), money(book)]
        const numbers = second.map((file) => bring(book, file))
        const after = [stated(book), money(book)]
        for (const number of numbers) setVisible(book, number, false)
        settle(book)
        expect([stated(book), money(book)]).toEqual(then)
        for (const number of numbers) setVisible(book, number, true)
        settle(book)
        expect([stated(book), money(book)]).toEqual(after)
      }),
      { numRuns: 40 },
    ))

  test('a catalogue changes no figure, no day and no list of sales', () =>
    fc.assert(
      fc.asyncProperty(shop, shop, async (before, now) => {
        const files = await filesOf(before, now)
        expect(money(bookOf(files))).toEqual(money(bookOf(files.slice(0, 1))))
      }),
      { numRuns: 25 },
    ))

  test('a preview promises what adopting it states, and letting it go changes nothing', () =>
    fc.assert(
      fc.asyncProperty(shop, shop, shop, async (before, now, later) => {
        const files = [...(await filesOf(before, now)), ...(await filesOf(before, later)).slice(1)]
        const straight = bookOf(files)
        let book: Book = { ...createBook(), home: 'CAD' }
        for (const { batches, coverage } of files) {
          const held = JSON.stringify([stated(book), money(book)])
          const pending = beginPending(book, `import ${book.imports.length}`, book.imports.length)
          for (const batch of batches) addPending(pending, batch)
          const { catalogue, sales: promised, others, decidedByOrder } = previewPending(pending, coverage, 5)
          expect(JSON.stringify([stated(book), money(book)])).toBe(held)
          const customers = contactIds(book).length
          if (coverage.length === 0) expect([promised.added, others.added, decidedByOrder]).toEqual([0, 0, 0])
          book = adopt(pending)
          expect(contactIds(book).length - customers).toBe(catalogue.customers.added)
          const again = beginPending(book, `import ${book.imports.length}`, book.imports.length)
          for (const batch of batches) addPending(again, batch)
          const { listings, customers: known } = previewPending(again, coverage, 5).catalogue
          expect([listings.added, listings.changed, known.added, known.changed]).toEqual([0, 0, 0, 0])
        }
        expect(stated(book)).toEqual(stated(straight))
      }),
      { numRuns: 25 },
    ))
})
