import { sampleBuyer, sampleProducts, storePlaces } from './catalogue.ts'
import type { SampleProduct } from './catalogue.ts'
import { csv } from './etsyFiles.ts'
import type { Random } from './random.ts'
import { percent, plain } from './season.ts'
import type { StoreOrder } from './storeOrders.ts'

const listingColumns =
  'TITLE|DESCRIPTION|PRICE|CURRENCY_CODE|QUANTITY|TAGS|MATERIALS|IMAGE1|IMAGE2|IMAGE3|IMAGE4|IMAGE5|IMAGE6|IMAGE7|IMAGE8|IMAGE9|IMAGE10|VARIATION 1 TYPE|VARIATION 1 NAME|VARIATION 1 VALUES|VARIATION 2 TYPE|VARIATION 2 NAME|VARIATION 2 VALUES|SKU'
const productColumns =
  'Title|URL handle|Description|Vendor|Product category|Type|Tags|Published on online store|Status|SKU|Barcode|Option1 name|Option1 value|Option1 Linked To|Option2 name|Option2 value|Option2 Linked To|Option3 name|Option3 value|Option3 Linked To|Price|Compare-at price|Cost per item|Charge tax|Tax code|Unit price total measure|Unit price total measure unit|Unit price base measure|Unit price base measure unit|Inventory tracker|Inventory quantity|Continue selling when out of stock|Weight value (grams)|Weight unit for display|Requires shipping|Fulfillment service|Product image URL|Image position|Image alt text|Variant image URL|Gift card|SEO title|SEO description'
const customerColumns =
  'Customer ID|First Name|Last Name|Email|Accepts Email Marketing|Default Address Company|Default Address Address1|Default Address Address2|Default Address City|Default Address Province Code|Default Address Country Code|Default Address Zip|Default Address Phone|Phone|Accepts SMS Marketing|Total Spent|Total Orders|Note|Tax Exempt|Tags'

/** No longer listed on Etsy. */
const ended = new Set(['BOX-KRAFT'])
/** New in both shops: nobody bought it yet. */
const bowl = {
  title: 'Porridge Bowl, Oat Glaze',
  handle: 'porridge-bowl',
  usd: 3600,
  sizes: [
    { name: 'Small', sku: 'BOWL-OAT-S', cad: 3900 },
    { name: 'Large', sku: 'BOWL-OAT-L', cad: 4800 },
  ],
} as const

const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
const cells = (columns: string, row: Readonly<Record<string, string>>): readonly string[] =>
  columns.split('|').map((name) => row[name] ?? '')

/** Pieces on the shelf: few of what is made by hand, now and then none. Both shops sell from the same shelf. */
export const makeStock = (random: Random): ReadonlyMap<string, number> =>
  new Map(sampleProducts.map(({ sku, digital }) => [sku, digital ? 999 : random.below(18)]))

/** Etsy's *Currently for Sale Listings*. */
export function etsyListings(stock: ReadonlyMap<string, number>): string {
  const listed = sampleProducts
    .filter(({ sku }) => !ended.has(sku))
    .map((product) => listingRow(product, stock))
  const bowls = cells(listingColumns, {
    TITLE: bowl.title,
    DESCRIPTION: 'Thrown and glazed in Halifax.\n\nTwo sizes.',
    PRICE: plain(bowl.usd),
    CURRENCY_CODE: 'USD',
    QUANTITY: '8',
    TAGS: 'porridge_bowl,stoneware,oat',
    MATERIALS: 'Stoneware,Glaze',
    IMAGE1: 'https://img.example/porridge-bowl.jpg',
    'VARIATION 1 TYPE': 'Custom Property',
    'VARIATION 1 NAME': 'Size',
    'VARIATION 1 VALUES': bowl.sizes.map(({ name }) => name).join(','),
    SKU: bowl.sizes.map(({ sku }) => sku).join(','),
  })
  return csv(listingColumns, [bowls, ...listed])
}

function listingRow({ title, sku, usd, digital }: SampleProduct, stock: ReadonlyMap<string, number>) {
  return cells(listingColumns, {
    TITLE: title,
    DESCRIPTION: digital ? 'A PDF, yours right after payment.' : `${title}.\n\nMade by hand in Halifax.`,
    PRICE: plain(usd),
    CURRENCY_CODE: 'USD',
    QUANTITY: String(stock.get(sku) ?? 0),
    TAGS: words(title).slice(0, 5).join(','),
    IMAGE1: `https://img.example/${sku.toLowerCase()}.jpg`,
    SKU: sku,
  })
}

/** Shopify *products*: one row per variant; what belongs to the product stands on its first row. */
export function storeProducts(stock: ReadonlyMap<string, number>): string {
  const head = { Vendor: 'Salt & Spruce Studio', 'Published on online store': 'true', Status: 'active' }
  const single = sampleProducts.map(({ title, sku, cad, digital }) =>
    cells(productColumns, {
      ...head,
      Title: title,
      'URL handle': words(title).join('-'),
      Description: `<p>${title}</p>`,
      Tags: digital ? 'digital' : 'handmade',
      SKU: sku,
      'Option1 name': 'Title',
      'Option1 value': 'Default Title',
      Price: plain(cad),
      // Paper, clay and wax; what is downloaded costs nothing more.
      'Cost per item': digital ? '' : plain(percent(cad, 28)),
      'Inventory tracker': digital ? '' : 'shopify',
      'Inventory quantity': digital ? '' : String(stock.get(sku) ?? 0),
      'Requires shipping': String(!digital),
      'Gift card': 'false',
    }),
  )
  const sizes = bowl.sizes.map(({ name, sku, cad }, at) =>
    cells(productColumns, {
      ...(at === 0 ? { ...head, Title: bowl.title, 'Option1 name': 'Size', 'Gift card': 'false' } : {}),
      'URL handle': bowl.handle,
      SKU: sku,
      'Option1 value': name,
      Price: plain(cad),
      'Cost per item': plain(percent(cad, 28)),
      'Inventory tracker': 'shopify',
      'Inventory quantity': '4',
      'Requires shipping': 'true',
    }),
  )
  const giftCards = ['25.00', '50.00'].map((value, at) =>
    cells(productColumns, {
      ...(at === 0
        ? { ...head, Title: 'Gift Card', 'Option1 name': 'Denominations', 'Gift card': 'true' }
        : {}),
      'URL handle': 'gift-card',
      'Option1 value': `$${value}`,
      Price: value,
      'Requires shipping': 'false',
    }),
  )
  return csv(productColumns, [...single, ...sizes, ...giftCards])
}

type Customer = { readonly order: StoreOrder; spent: number; orders: number }
/** Signed up for the newsletter, and bought nothing so far. */
const newcomers = 14

/** Shopify *customers*: everybody with a mail, whether they bought or not, as of their last order. */
export function storeCustomers(random: Random, orders: readonly StoreOrder[]): string {
  const customers = new Map<string, Customer>()
  for (const order of orders) {
    const { email } = order.buyer
    if (email === '') continue
    const before = customers.get(email)
    const counts = order.status !== 'pending' && order.status !== 'voided'
    customers.set(email, {
      order,
      spent: (before?.spent ?? 0) + (counts ? order.total - (order.refund?.amount ?? 0) : 0),
      orders: (before?.orders ?? 0) + 1,
    })
  }
  const bought = [...customers.values()].map(({ order: { buyer }, spent, orders: count }, at) => ({
    buyer,
    spent,
    count,
    at,
  }))
  const fresh = Array.from({ length: newcomers }, (_, at) => ({
    buyer: sampleBuyer(2700 + at, random.weighted(storePlaces), false),
    spent: 0,
    count: 0,
    at: bought.length + at,
  }))
  return csv(customerColumns, [...bought, ...fresh].map(customerRow))
}

type CustomerRow = {
  readonly buyer: StoreOrder['buyer']
  readonly spent: number
  readonly count: number
  readonly at: number
}

function customerRow({ buyer, spent, count, at }: CustomerRow): readonly string[] {
  const { given, family, email, street, place } = buyer
  const isNew = count === 0
  return cells(customerColumns, {
    'Customer ID': `'${7_000_000_000_000 + at * 7919}`,
    'First Name': given,
    'Last Name': family,
    Email: email,
    'Accepts Email Marketing': isNew || at % 3 === 0 ? 'yes' : 'no',
    'Default Address Address1': isNew ? '' : street,
    'Default Address City': isNew ? '' : place.city,
    'Default Address Province Code': isNew ? '' : place.province,
    'Default Address Country Code': place.code,
    'Default Address Zip': isNew ? '' : /^\d+$/.test(place.zip) ? `'${place.zip}` : place.zip,
    'Accepts SMS Marketing': 'no',
    'Total Spent': plain(spent),
    'Total Orders': String(count),
    'Tax Exempt': 'no',
    Tags: isNew || at % 3 === 0 ? 'newsletter' : '',
  })
}
