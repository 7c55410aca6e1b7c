import { expect, test } from 'vitest'
import type { Apart } from '#shared/assignments/assignment.ts'
import { accountKey } from '#shared/book/entry.ts'
import { listingKey } from './newProduct.ts'
import { foldedSku, proposals, type FoundListing, type KnownProduct } from './proposals.ts'

const shops = {
  etsy: accountKey('etsy', ''),
  second: accountKey('etsy', 'Second'),
  store: accountKey('shopify', ''),
}
const listing = (shop: keyof typeof shops, own: string, title: string, sku = ''): FoundListing => ({
  key: listingKey({ account: shops[shop], key: own }),
  account: shops[shop],
  channel: shop === 'store' ? 'shopify' : 'etsy',
  own,
  title,
  sku,
  variantOf: '',
  variantTitle: '',
})
/** The listings that are proposed as one, by their own keys. */
const together = (
  found: readonly FoundListing[],
  known: readonly KnownProduct[] = [],
  apart: readonly Apart[] = [],
) =>
  proposals(found, known, apart).map(({ listings, product, evidence }) => ({
    of: listings.map((at) => found[at]?.own),
    ...(product === null ? {} : { product: known[product]?.id }),
    why: evidence?.by ?? 'alone',
  }))

test('the same SKU on two channels is one product, however it is written', () => {
  const found = [
    listing('etsy', 'id:1', 'Stoneware mug, handmade', 'MUG-L'),
    listing('store', 'sku:mug-l', 'The big mug', ' mug-l '),
    listing('store', 'sku:MUG-S', 'The small mug', 'MUG-S'),
  ]
  expect(together(found)).toEqual([
    { of: ['id:1', 'sku:mug-l'], why: 'sku' },
    { of: ['sku:MUG-S'], why: 'alone' },
  ])
})

test('variants of one thing in a catalogue are one product, though each has a SKU of its own', () => {
  const variant = (own: string, title: string, sku: string): FoundListing => ({
    ...listing('store', own, title, sku),
    variantOf: 'tide-mug',
    variantTitle: 'Tide Mug',
  })
  const found = [
    variant('sku:MUG-L', 'Tide Mug - Large', 'MUG-L'),
    variant('sku:MUG-S', 'Tide Mug - Small', 'MUG-S'),
    listing('etsy', 'id:1', 'Stoneware mug for him or her', 'MUG-S, MUG-M'),
    listing('store', 'sku:BOWL', 'Tide Bowl', 'BOWL'),
  ]
  expect(together(found)).toEqual([
    { of: ['sku:MUG-L', 'sku:MUG-S', 'id:1'], why: 'sku' },
    { of: ['sku:BOWL'], why: 'alone' },
  ])
  expect(together(found.slice(0, 2))).toEqual([{ of: ['sku:MUG-L', 'sku:MUG-S'], why: 'variants' }])
  const mug = { id: 'p1', name: 'Mug', skus: ['MUG-L'], accounts: [shops.store], variantsOf: ['tide-mug'] }
  expect(together(found.slice(1, 2), [mug])).toEqual([{ of: ['sku:MUG-S'], product: 'p1', why: 'variants' }])
})

test.each(['', ' ', '-', 'N/A', 'none', '0', '000', 'X'])('%j is no SKU', (sku) => {
  expect(foldedSku(sku)).toBe('')
})

test('one listing number on two accounts of a channel is one product, on two channels it is chance', () => {
  const found = [
    listing('etsy', 'id:1410000001', 'Lavender soap'),
    listing('second', 'id:1410000001', 'Savon de lavande'),
    listing('store', 'id:1410000001', 'Wool hat'),
  ]
  expect(together(found)).toEqual([
    { of: ['id:1410000001', 'id:1410000001'], why: 'id' },
    { of: ['id:1410000001'], why: 'alone' },
  ])
})

test('a title is found again among the words a marketplace wants', () => {
  const found = [
    listing('etsy', 'id:1', 'Lavender Soap Bar, Handmade Vegan Soap, Gift for Her'),
    listing('etsy', 'id:2', 'Gift box with lavender soap and a candle'),
    listing('store', 'name:lavender soap bar', 'Lavender soap bar'),
    listing('store', 'name:wool hat', 'Wool hat'),
  ]
  expect(together(found)).toEqual([
    { of: ['id:1', 'name:lavender soap bar'], why: 'title' },
    { of: ['id:2'], why: 'alone' },
    { of: ['name:wool hat'], why: 'alone' },
  ])
})

test('what differs in its figures or its SKU is two products, however alike the rest', () => {
  const found = [
    listing('etsy', 'id:1', 'Fern print A4'),
    listing('store', 'name:a3', 'Fern print A3'),
    listing('etsy', 'id:2', 'Ring dish, speckled', 'DISH-1'),
    listing('store', 'sku:DISH-2', 'Ring dish, speckled', 'DISH-2'),
  ]
  expect(together(found).map(({ of }) => of)).toEqual([['id:1'], ['name:a3'], ['id:2'], ['sku:DISH-2']])
})

test('of several titles alike each finds the one that fits best', () => {
  const found = [
    listing('etsy', 'id:1', 'Plant pot with saucer, small'),
    listing('etsy', 'id:2', 'Plant pot with saucer, large'),
    listing('store', 'name:large', 'Large plant pot with saucer'),
    listing('store', 'name:small', 'Small plant pot with saucer'),
  ]
  expect(together(found).map(({ of }) => of)).toEqual([
    ['id:1', 'name:small'],
    ['id:2', 'name:large'],
  ])
})

const mug: KnownProduct = {
  id: 'p1',
  name: 'Stoneware mug',
  skus: ['MUG-L'],
  accounts: [shops.etsy],
  variantsOf: [],
}

test('a product takes up what is found later, by its SKU or its name', () => {
  const found = [
    listing('store', 'sku:MUG-L', 'Anything', 'mug-l'),
    listing('store', 'name:stoneware mug', 'Stoneware Mug'),
    listing('store', 'name:hat', 'Wool hat'),
  ]
  expect(together(found, [mug])).toEqual([
    { of: ['sku:MUG-L', 'name:stoneware mug'], product: 'p1', why: 'title' },
    { of: ['name:hat'], why: 'alone' },
  ])
})

test('two products there are already stay two', () => {
  const other: KnownProduct = { id: 'p2', name: 'Stoneware mug', skus: [], accounts: [], variantsOf: [] }
  expect(together([listing('store', 'name:m', 'Stoneware mug')], [mug, other])).toEqual([
    { of: ['name:m'], product: 'p1', why: 'title' },
  ])
})

test('what was turned down is not proposed again, by itself or with others', () => {
  const [a, b, c] = [
    listing('etsy', 'id:1', 'Mug', 'MUG-L'),
    listing('store', 'sku:MUG-L', 'Mug', 'MUG-L'),
    listing('second', 'id:2', 'Mug', 'MUG-L'),
  ]
  const keys = [a.key, b.key]
  expect(together([a, b, c], [], [{ listings: keys, from: keys }])).toEqual([
    { of: ['id:1', 'id:2'], why: 'sku' },
    { of: ['sku:MUG-L'], why: 'alone' },
  ])
  expect(together([a, b], [], [{ listings: [a.key], from: [] }])).toEqual([
    { of: ['sku:MUG-L'], why: 'alone' },
  ])
  expect(together([b], [mug], [{ listings: [b.key], from: ['p1'] }])).toEqual([
    { of: ['sku:MUG-L'], why: 'alone' },
  ])
})
