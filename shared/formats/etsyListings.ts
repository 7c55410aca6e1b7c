import { defineCatalogue } from './format.ts'

/** Every active listing, one row each. There is no listing id: a listing is known by its SKU, else by its title. */
export const etsyListings = defineCatalogue({
  name: 'etsy-listings',
  channel: 'etsy',
  source: 'catalogue',
  restates: 'catalogue',
  signatures: [['title', 'price', 'currency', 'image']],
  decimal: '.',
  columns: {
    title: { read: 'text', heads: ['TITLE'], entities: true, needed: 'missing-name' },
    description: { read: 'text', heads: ['DESCRIPTION'], entities: true },
    price: { read: 'money', heads: ['PRICE'], needed: 'missing-amount' },
    currency: { read: 'currency', heads: ['CURRENCY_CODE'], needed: 'missing-currency' },
    quantity: { read: 'quantity', heads: ['QUANTITY'] },
    tags: { read: 'list', heads: ['TAGS'], entities: true },
    materials: { read: 'list', heads: ['MATERIALS'], entities: true },
    image: { read: 'text', heads: ['IMAGE1'] },
    variation1: { read: 'text', heads: ['VARIATION 1 VALUES'], entities: true },
    variation2: { read: 'text', heads: ['VARIATION 2 VALUES'], entities: true },
    variation3: { read: 'text', heads: ['VARIATION 3 VALUES'], entities: true },
    sku: { read: 'list', heads: ['SKU'] },
    firstSku: { read: 'text', within: { columns: ['sku'], pattern: /^([^,]+)/ } },
  },
  listing: {
    keys: [
      { prefix: 'sku', column: 'firstSku' },
      { prefix: 'name', column: 'title' },
    ],
    title: 'title',
    sku: 'sku',
  },
  states: {
    kind: 'offer',
    title: 'title',
    price: 'price',
    currency: 'currency',
    stock: 'quantity',
    counted: [{ column: 'quantity', filled: true }],
    numbered: true,
    details: { description: 'description', image: 'image', tags: 'tags' },
  },
})
