import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { unit } from '#shared/book/entry.ts'
import { bring, createTestWorld, emptyStorage, openTestBrand } from './testWorld.ts'

const fixture = (name: string) => readFileSync(`tests/fixtures/commerce/${name}`)
const customer = (key: string) => `shopify${unit}${key}`

beforeEach(emptyStorage)

test.each(['shopify-customers-2023.csv', 'shopify-customers-2024-default-address.csv'])(
  'a client shows what the list of customers says of them: %s',
  async (file) => {
    const world = createTestWorld()
    const open = await openTestBrand(world)
    await bring(world, open, { [file]: fixture(file) })
    const [lee, ...others] = await open.book.contactsOf(customer('mail:lee@example.com'))
    expect(others).toEqual([])
    expect(lee).toMatchObject({
      channel: 'shopify',
      identity: 'mail:lee@example.com',
      name: 'Lee Repeat',
      mail: 'lee@example.com',
      phone: '15555550109',
      company: '',
      address: { street: '9 Made-up St', city: 'Faketown', region: 'MA', postcode: '02108', country: 'US' },
      tags: ['VIP', 'newsletter'],
      note: '',
    })
    const [quinn] = await open.book.contactsOf(customer("guest:quinn o'quote|02108|us"))
    expect(quinn).toMatchObject({
      company: 'Quote, Unquote & Co',
      phone: '+15555550103',
      address: { street: '3 Made-up St, Suite "B"' },
      tags: ['wholesale'],
      note: 'Line one\nLine two',
    })
    expect(await open.book.contactsOf(customer('mail:nobody@example.com'))).toEqual([])
    await open.close()
  },
)

test('a variant shows the description, the picture and the tags that stand on the first row of its product', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  await bring(world, open, {
    'products.csv': fixture('shopify-products-2023.csv'),
    'listings.csv': fixture('EtsyListingsDownload.csv'),
  })
  const small = await open.book.offersOf(`shopify${unit}${unit}sku:MUG-S`)
  expect(small).toMatchObject([
    {
      account: `shopify${unit}`,
      title: 'Tide Mug',
      description: 'Hand thrown, "speckled"',
      image: 'https://cdn.example/files/tide-mug-1.jpg?v=1',
      tags: ['kitchen', 'mug'],
      origin: { row: 2 },
    },
  ])
  expect(await open.book.offersOf(`etsy${unit}${unit}name:Lavender Soap Bar (3 pack)`)).toMatchObject([
    { description: 'Soap', image: 'https://img.example/il/0/fullxfull.0.jpg', tags: [] },
  ])
  const [listing] = await open.book.productListings(`shopify${unit}${unit}sku:MUG-S`, {}, {})
  // the catalogue names no currency: it is in the brand's
  expect(listing).toMatchObject({ cost: { amount: 740 }, costOrigin: { row: 3 } })
  await open.close()
})
