import { defineCatalogue } from './format.ts'

const no = ['false', 'no', 'falsch', 'faux']

/**
 * One row per variant or further picture, under the old names of columns or the new ones; what belongs to the product
 * stands on its first row. A variant is known as orders know it: by SKU, else by `Title - Option / Option`.
 */
export const shopifyProducts = defineCatalogue({
  name: 'shopify-products',
  channel: 'shopify',
  source: 'catalogue',
  restates: 'catalogue',
  signatures: [['handle', 'title', 'option1', 'price']],
  decimal: '.',
  columns: {
    handle: { read: 'text', heads: ['Handle', 'URL handle'], needed: 'missing-name' },
    title: { read: 'text', heads: ['Title'], needed: 'missing-name' },
    description: { read: 'text', heads: ['Body (HTML)', 'Description'] },
    vendor: { read: 'text', heads: ['Vendor'] },
    type: { read: 'text', heads: ['Type'] },
    tags: { read: 'list', heads: ['Tags'] },
    status: { read: 'text', heads: ['Status'] },
    giftCard: { read: 'text', heads: ['Gift Card'] },
    image: { read: 'text', heads: ['Image Src', 'Product image URL'] },
    option1: { read: 'text', heads: ['Option1 Value'], on: 'line', nothing: ['default title'] },
    option2: { read: 'text', heads: ['Option2 Value'], on: 'line' },
    option3: { read: 'text', heads: ['Option3 Value'], on: 'line' },
    variant: { read: 'text', joined: { columns: ['option1', 'option2', 'option3'], by: ' / ' } },
    name: { read: 'text', joined: { columns: ['title', 'variant'], by: ' - ' } },
    sku: { read: 'text', heads: ['Variant SKU', 'SKU'], on: 'line' },
    tracker: { read: 'text', heads: ['Variant Inventory Tracker', 'Inventory tracker'], on: 'line' },
    quantity: { read: 'quantity', heads: ['Variant Inventory Qty', 'Inventory quantity'], on: 'line' },
    price: { read: 'money', heads: ['Variant Price', 'Price'], on: 'line' },
    requiresShipping: {
      read: 'text',
      heads: ['Variant Requires Shipping', 'Requires shipping'],
      on: 'line',
    },
    cost: { read: 'money', heads: ['Cost per item'], on: 'line' },
  },
  rowsOfSale: { by: 'handle' },
  listing: {
    keys: [
      { prefix: 'sku', column: 'sku' },
      { prefix: 'name', column: 'name' },
    ],
    title: 'name',
    sku: 'sku',
  },
  states: {
    kind: 'offer',
    product: 'handle',
    title: 'title',
    price: 'price',
    cost: 'cost',
    stock: 'quantity',
    counted: [
      { column: 'tracker', filled: true },
      { column: 'quantity', filled: true },
    ],
    digital: [
      { column: 'requiresShipping', is: no },
      { column: 'giftCard', is: ['', ...no] },
    ],
    stage: { column: 'status', words: { draft: 'draft', archived: 'archived' } },
    details: { description: 'description', isHtml: true, image: 'image', tags: 'tags' },
  },
})

/** One row per customer; two layouts, of which the older one spells province and country out as well. */
export const shopifyCustomers = defineCatalogue({
  name: 'shopify-customers',
  channel: 'shopify',
  source: 'catalogue',
  restates: 'catalogue',
  signatures: [['acceptsMail', 'spent']],
  decimal: '.',
  columns: {
    id: { read: 'id', heads: ['Customer ID'] },
    first: { read: 'text', heads: ['First Name'] },
    last: { read: 'text', heads: ['Last Name'] },
    fullName: { read: 'text', joined: { columns: ['first', 'last'], by: ' ' } },
    email: { read: 'text', heads: ['Email'] },
    acceptsMail: { read: 'text', heads: ['Accepts Email Marketing'] },
    company: { read: 'text', heads: ['Company', 'Default Address Company'] },
    street: { read: 'text', heads: ['Address1', 'Default Address Address1'] },
    street2: { read: 'text', heads: ['Address2', 'Default Address Address2'] },
    streets: { read: 'text', joined: { columns: ['street', 'street2'], by: ', ' } },
    city: { read: 'text', heads: ['City', 'Default Address City'] },
    region: { read: 'text', heads: ['Province Code', 'Default Address Province Code'] },
    country: { read: 'text', heads: ['Country Code', 'Default Address Country Code'] },
    zip: { read: 'text', heads: ['Zip', 'Default Address Zip'] },
    phone: { read: 'text', heads: ['Phone'] },
    spent: { read: 'money', heads: ['Total Spent'] },
    orders: { read: 'quantity', heads: ['Total Orders'] },
    tags: { read: 'list', heads: ['Tags'] },
    note: { read: 'text', heads: ['Note'] },
    taxExempt: { read: 'text', heads: ['Tax Exempt'] },
  },
  // Orders know a buyer without a mail by name, postcode and country.
  buyer: {
    keys: [
      { prefix: 'mail', columns: ['email'] },
      { prefix: 'guest', columns: ['fullName', 'zip', 'country'], whole: true },
      { prefix: 'phone', columns: ['phone'] },
      { prefix: 'guest', columns: ['fullName', 'zip', 'country'] },
      { prefix: 'guest', columns: ['company', 'zip', 'country'] },
      { prefix: 'id', columns: ['id'] },
    ],
    name: ['fullName', 'company', 'email', 'phone'],
  },
  states: {
    kind: 'contact',
    country: 'country',
    spent: 'spent',
    details: {
      name: 'fullName',
      mail: 'email',
      phone: 'phone',
      company: 'company',
      street: 'streets',
      city: 'city',
      region: 'region',
      postcode: 'zip',
      tags: 'tags',
      note: 'note',
    },
  },
})
