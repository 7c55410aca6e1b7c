import type { Client } from '#shared/client/client.ts'
import type { HandSale } from '#shared/handSale/handSale.ts'
import type { Product } from '#shared/product/product.ts'
import type { RecordChange } from './applyRecords.ts'
import { addBatch, addImport, createBook } from './book.ts'
import type { Book } from './book.ts'
import { accountKey, buyerText, listingText } from './entry.ts'
import { batchOf, entry, event, saleKey } from './sampleEntries.ts'
import { settle } from './settle.ts'

export const etsy = accountKey('etsy', '')
export const shopify = accountKey('shopify', '')
const mug = listingText('id:1', 'Mug, large', 'MUG-L')
const mugToo = listingText('sku:MUG-L', 'Large mug', 'MUG-L')
const pattern = listingText('id:2', 'Fern pattern PDF', 'PAT-1')

/** Ana buys a mug (20.00) and a pattern (5.00) on Etsy with fees of 2.50; Ben a mug (30.00) on Shopify. */
export function shop(): Book {
  const book = unsettledShop()
  settle(book)
  return book
}

export function unsettledShop(): Book {
  const book = createBook()
  const at = addImport(book, { id: 'orders', order: 1, visible: true, coverage: [] })
  const ana = { sale: saleKey(1), account: etsy, buyer: buyerText('user:ana', 'Ana Quint') }
  const ben = { sale: saleKey(2), account: shopify, buyer: buyerText('mail:ben@x.example', 'Ben') }
  addBatch(
    book,
    at,
    batchOf([
      entry({ ...ana, key: [1, 1], listing: mug, amount: 2000, quantity: 1, label: '1001' }),
      entry({
        ...ana,
        key: [1, 2],
        listing: pattern,
        amount: 500,
        quantity: 1,
        stream: 'digital',
        label: '1001',
      }),
      entry({ ...ana, kind: 'fee', type: 'processing', amount: -250 }),
      entry({ ...ben, listing: mugToo, amount: 3000, quantity: 2, label: '#7' }),
      event({ sale: [0, 0], key: [5, 5], account: etsy, kind: 'fee', type: 'listing', amount: -20 }),
    ]),
  )
  return book
}

export const product = (told: Partial<Product> & { readonly id: string }): Product => ({
  kind: 'physical',
  name: 'Mug',
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
export const client = (told: Partial<Client> & { readonly id: string }): Client => ({
  kind: 'person',
  name: 'Ana',
  identities: [],
  mails: [],
  phone: '',
  addresses: [],
  note: '',
  tags: [],
  circles: [],
  followUp: null,
  createdAt: '',
  ...told,
})
export const stall: HandSale = {
  id: 'h1',
  day: '2022-01-09',
  channel: 'market',
  account: 'Harbour market',
  label: 'Stall 1',
  client: null,
  buyerName: '',
  currency: 'USD',
  lines: [
    { id: 'l1', title: 'Mug', product: 'p1', stream: '', quantity: 3, unitPrice: 1500, discount: 100 },
    { id: 'l2', title: 'Talk', product: null, stream: 'service', quantity: 1, unitPrice: 5000, discount: 0 },
  ],
  shipping: 0,
  tip: 200,
  tax: { amount: 380, included: true },
  fees: [{ type: 'processing', amount: 120 }],
  refunds: [{ day: '2022-01-10', amount: 1500 }],
  note: 'rainy',
  tags: ['stall'],
  createdAt: '',
}
export const put = <R extends { readonly id: string }>(table: string, record: R): RecordChange => ({
  table,
  id: record.id,
  record,
})
