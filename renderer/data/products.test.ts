import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { emptyDraft, type FoundProduct } from '#shared/product/newProduct.ts'
import type { Product } from '#shared/product/product.ts'
import type { Attachment } from './database.ts'
import { BrandDatabase } from './database.ts'
import {
  acceptListings,
  archiveProducts,
  assignListings,
  changeProducts,
  createProduct,
  mergeProducts,
  removeProducts,
  saveProduct,
  splitListing,
} from './products.ts'
import { uuidv7 } from './uuid.ts'

const open: BrandDatabase[] = []
const database = () => {
  const db = new BrandDatabase(uuidv7())
  open.push(db)
  return db
}
afterEach(() => {
  for (const db of open.splice(0)) db.close()
})

const etsy = { account: 'etsy\u001f', key: 'id:1' }
const store = { account: 'shopify\u001f', key: 'sku:MUG' }
const mug: FoundProduct = { name: 'Stoneware mug', sku: 'MUG', kind: 'physical', listings: [etsy] }
const plan: FoundProduct = { name: 'Planner', sku: 'PDF', kind: 'digital', listings: [store] }
const picture: Attachment = { id: 'a'.repeat(64), type: 'image/webp', bytes: new Uint8Array([1, 2, 3]) }
const fresh = (product: string | null = null) => ({ ...mug, product })

/** By name: ids made within one millisecond have no order. */
const all = async (db: BrandDatabase) =>
  (await db.products.toArray()).toSorted((a, b) => (a.name < b.name ? -1 : 1))
const changeNames = async (db: BrandDatabase) => (await db.changes.toArray()).map(({ name }) => name)
async function made(db: BrandDatabase, told: Partial<Product> = {}): Promise<Product> {
  const result = await createProduct(db, { ...emptyDraft, name: 'Mug', ...told }, null)
  if (!result.ok) throw new Error(result.error.code)
  return result.value.product
}

test('a whole bulk is accepted in one change, and accepting it again adds nothing', async () => {
  const db = database()
  const bulk = [fresh(), { ...plan, product: null }]
  await acceptListings(db, bulk)
  await acceptListings(db, bulk)
  expect((await all(db)).map(({ name, listings }) => [name, listings])).toEqual([
    ['Planner', [store]],
    ['Stoneware mug', [etsy]],
  ])
  expect(await changeNames(db)).toEqual(['accept products'])
})

test('what belongs to a product there is goes to it', async () => {
  const db = database()
  const product = await made(db, { listings: [store] })
  await acceptListings(db, [fresh(product.id)])
  expect((await all(db)).map(({ listings }) => listings)).toEqual([[store, etsy]])
})

test('merged products keep the first one’s name and unite listings, tags, costs and notes', async () => {
  const db = database()
  const first = await made(db, {
    name: 'Mug',
    listings: [etsy],
    tags: ['clay'],
    costs: [{ from: '2024-01-01', currency: 'USD', amount: 500 }],
    note: 'Blue glaze',
  })
  const other = await made(db, {
    name: 'Mug again',
    sku: 'MUG',
    listings: [store],
    tags: ['clay', 'gift'],
    costs: [{ from: '', currency: 'USD', amount: 450 }],
    price: { currency: 'USD', amount: 3400 },
    note: 'Sold at fairs',
  })
  await mergeProducts(db, { ids: [first.id, other.id], found: [] })
  expect(await all(db)).toEqual([
    {
      ...first,
      sku: 'MUG',
      price: { currency: 'USD', amount: 3400 },
      listings: [etsy, store],
      tags: ['clay', 'gift'],
      costs: [
        { from: '', currency: 'USD', amount: 450 },
        { from: '2024-01-01', currency: 'USD', amount: 500 },
      ],
      note: 'Blue glaze\n\nSold at fairs',
    },
  ])
})

test('sales by hand and rules that spoke of a merged product speak of the one that stays', async () => {
  const db = database()
  const [first, other] = [await made(db), await made(db)]
  const line = { id: 'l1', title: 'Mug', stream: '', quantity: 1, unitPrice: 100, discount: 0 } as const
  await db.handSales.put({
    id: 's1',
    day: '2024-03-01',
    channel: 'market',
    account: '',
    label: '',
    client: null,
    buyerName: '',
    currency: 'USD',
    lines: [
      { ...line, product: other.id },
      { ...line, id: 'l2', product: null },
    ],
    shipping: 0,
    tip: 0,
    tax: { amount: 0, included: false },
    fees: [],
    refunds: [],
    note: '',
    tags: [],
    createdAt: '2024-03-01T10:00:00.000Z',
  })
  await db.rules.put({
    id: 'r1',
    order: 1,
    name: 'Mugs',
    enabled: true,
    when: { title: 'mug' },
    gives: { product: other.id },
  })
  await mergeProducts(db, { ids: [first.id, other.id], found: [] })
  expect((await db.handSales.get('s1'))?.lines.map(({ product }) => product)).toEqual([first.id, null])
  expect((await db.rules.get('r1'))?.gives).toEqual({ product: first.id })
})

test('one product alone is not merged with itself', async () => {
  const db = database()
  const { id } = await made(db)
  expect(await mergeProducts(db, { ids: [id, id], found: [] })).toEqual({ ok: true, value: null })
})

test('a listing that is split off is found again, and remembered as none of that product', async () => {
  const db = database()
  const { id } = await made(db, { listings: [etsy, store] })
  await splitListing(db, id, store, null)
  await splitListing(db, id, store, null)
  expect((await all(db)).map(({ listings }) => listings)).toEqual([[etsy]])
  expect((await db.assignments.toArray()).map(({ apart }) => apart)).toEqual([
    { listings: ['shopify\u001f\u001fsku:MUG'], from: [id] },
  ])
  expect(await changeNames(db)).toEqual(['new product', 'split listing'])
})

test('or it is a product of its own', async () => {
  const db = database()
  const { id } = await made(db, { listings: [etsy, store] })
  await splitListing(db, id, store, { ...plan, name: 'The store’s mug' })
  expect((await all(db)).map(({ name, listings }) => [name, listings])).toEqual([
    ['Mug', [etsy]],
    ['The store’s mug', [store]],
  ])
})

test('a listing belongs to one product only', async () => {
  const db = database()
  const [first, other] = [await made(db, { listings: [etsy, store] }), await made(db, { name: 'Other' })]
  await assignListings(db, [store], other.id)
  await assignListings(db, [store], other.id)
  expect((await db.products.get(first.id))?.listings).toEqual([etsy])
  expect((await db.products.get(other.id))?.listings).toEqual([store])
  expect(await changeNames(db)).toEqual(['new product', 'new product', 'assign listing'])
})

test('what is said of many products is said of found listings too: they become products', async () => {
  const db = database()
  const { id } = await made(db, { tags: ['old'] })
  const words = { kind: 'digital', addTags: ['new'], removeTags: ['old'] } as const
  await changeProducts(db, { ids: [id], found: [mug] }, words)
  await archiveProducts(db, { ids: [id], found: [] }, true)
  expect((await all(db)).map(({ name, kind, tags, archived }) => [name, kind, tags, archived])).toEqual([
    ['Mug', 'digital', ['new'], true],
    ['Stoneware mug', 'digital', ['new'], false],
  ])
  expect(await changeNames(db)).toEqual(['new product', 'change products', 'archive products'])
})

test('a picture goes with the last product that shows it', async () => {
  const db = database()
  const { id } = await made(db)
  const first = await db.products.get(id)
  if (!first) throw new Error('not made')
  await saveProduct(db, first, picture)
  const other = await made(db, { image: picture.id })
  await removeProducts(db, [id])
  expect(await db.attachments.count()).toBe(1)
  await saveProduct(db, { ...other, image: null })
  expect(await db.attachments.count()).toBe(0)
})

test('saving what is so already changes nothing', async () => {
  const db = database()
  const product = await made(db)
  expect(await saveProduct(db, product)).toEqual({ ok: true, value: null })
})
