import { describe, expect, test } from 'vitest'
import { applyRecords } from './applyRecords.ts'
import { addBatch, addImport, createBook } from './book.ts'
import { countriesIn } from './clientCountries.ts'
import { clients } from './clients.ts'
import { countryNumber } from './country.ts'
import { dayOfIso } from './days.ts'
import { accountKey, buyerText, listingText } from './entry.ts'
import type { Entry } from './entry.ts'
import type { ClientsQuestion, ProductsQuestion } from './partyQuestions.ts'
import { products } from './products.ts'
import { returning } from './returning.ts'
import { batchOf, entry, saleKey } from './sampleEntries.ts'
import { client, product, put } from './sampleShop.ts'
import { settle } from './settle.ts'
import { tagsIn } from './tags.ts'

const etsy = accountKey('etsy', '')
const store = accountKey('shopify', 'store')
const mug = listingText('id:1', 'Mug', '')
const bowl = listingText('id:2', 'Bowl', '')
const pattern = listingText('id:3', 'Pattern', '')
const lamp = listingText('id:4', 'Lamp', '')
const ana = buyerText('user:ana', 'Ana')
const ben = buyerText('user:ben', 'Ben')
const cleo = buyerText('user:cleo', 'Cleo')

let sales = 0
const sold = (day: string, buyer: string, listing: string, amount: number, told: Partial<Entry> = {}) => {
  const id = ++sales
  return entry({
    sale: saleKey(id),
    key: [id, 1],
    account: etsy,
    day: dayOfIso(day),
    buyer,
    listing,
    amount,
    quantity: 1,
    currency: 'USD',
    ...told,
  })
}
const stated = (buyer: string, country: string): Entry =>
  entry({
    kind: 'contact',
    type: '',
    source: 'catalogue',
    stream: '',
    day: 0,
    currency: '',
    sale: saleKey(++sales),
    key: [sales, 1],
    account: etsy,
    buyer,
    quantity: countryNumber(country),
  })

/**
 * Ana buys a mug in January and one in March, Ben a bowl in March for 40 euros, Cleo a pattern in March at the other shop.
 * Of the bowl one was sold in 2023; the lamp was ordered once, and that was cancelled.
 */
function year() {
  const book = createBook()
  const entries = [
    sold('2024-01-05', ana, mug, 2000),
    sold('2024-03-01', ana, mug, 2000),
    sold('2024-03-02', ben, bowl, 4000, { currency: 'EUR' }),
    sold('2024-03-03', cleo, pattern, 500, { account: store, stream: 'digital' }),
    sold('2023-05-01', '', bowl, 3000),
    sold('2024-03-04', '', lamp, 9000, { status: 'cancelled' }),
    stated(ben, 'DE'),
    stated(cleo, 'FR'),
  ]
  addBatch(book, addImport(book, { id: 'one', order: 1, visible: true, coverage: [] }), batchOf(entries))
  settle(book)
  return book
}
type Book = ReturnType<typeof year>
const march = { from: '2024-03-01', to: '2024-03-31' }

describe('clients', () => {
  const asked = (book: Book, question: Partial<ClientsQuestion>) =>
    clients(
      book,
      { filter: {}, sort: { by: 'name', descending: false }, from: 0, count: 100, ...question },
      {},
    ).rows.map(({ name }) => name)

  test('are new in a time or bought before it, as many as Home says', () => {
    const book = year()
    const fresh = asked(book, { filter: march, acquaintance: 'fresh' })
    const before = asked(book, { filter: march, acquaintance: 'returning' })
    expect({ fresh, before }).toEqual({ fresh: ['Ben', 'Cleo'], before: ['Ana'] })
    expect(returning(book, march, 'month', {}).buyers).toEqual({ fresh: 2, returning: 1 })
    expect(asked(book, { filter: { from: '2024-06-01' }, acquaintance: 'returning' })).toEqual([])
  })

  test('of all time bought once or again', () => {
    expect(asked(year(), { acquaintance: 'fresh' })).toEqual(['Ben', 'Cleo'])
    expect(asked(year(), { acquaintance: 'returning' })).toEqual(['Ana'])
  })

  test('are found by what they bought for, in one currency and in the time asked for', () => {
    const usd = { currency: 'USD', from: 2000 }
    expect(asked(year(), { gross: usd })).toEqual(['Ana'])
    expect(asked(year(), { gross: { currency: 'EUR', to: 4000 } })).toEqual(['Ben'])
    expect(asked(year(), { gross: { currency: 'EUR', to: 3999 } })).toEqual([])
    expect(asked(year(), { gross: { ...usd, from: 4000 } })).toEqual(['Ana'])
    expect(asked(year(), { filter: march, gross: { ...usd, from: 4000 } })).toEqual([])
    expect(asked(year(), { gross: { currency: 'CAD' } })).toEqual([])
  })

  test('are from the country a list of customers says, unless somebody knows better', () => {
    const book = year()
    expect(countriesIn(book)).toEqual(['DE', 'FR'])
    expect(asked(book, { countries: ['DE'] })).toEqual(['Ben'])
    const identities = [{ channel: 'etsy', key: 'user:ben' }]
    const address = { street: '', city: '', region: '', postcode: '', country: 'AT' }
    applyRecords(book, [put('clients', client({ id: 'b', name: 'Ben', identities, addresses: [address] }))])
    expect(countriesIn(book)).toEqual(['AT', 'FR'])
    expect(asked(book, { countries: ['DE'] })).toEqual([])
    expect(asked(book, { countries: ['AT', 'FR'] })).toEqual(['Ben', 'Cleo'])
    expect(asked(book, { countries: ['Atlantis'] })).toEqual([])
  })

  test('are found by the stream of what they bought', () => {
    expect(asked(year(), { filter: { streams: ['digital'] } })).toEqual(['Cleo'])
  })
})

describe('products', () => {
  const asked = (book: Book, question: Partial<ProductsQuestion>) =>
    products(
      book,
      { filter: {}, sort: { by: 'name', descending: false }, from: 0, count: 100, ...question },
      {},
    ).rows.map(({ name }) => name)

  test('sold or did not sell in the time asked for, and some never did', () => {
    const book = year()
    expect(asked(book, { filter: march, selling: ['sold'] })).toEqual(['Bowl', 'Mug', 'Pattern'])
    const january = { from: '2024-01-01', to: '2024-01-31' }
    expect(asked(book, { filter: january, selling: ['sold'] })).toEqual(['Mug'])
    expect(asked(book, { filter: january, selling: ['unsold'] })).toEqual(['Bowl', 'Lamp', 'Pattern'])
    expect(asked(book, { filter: january, selling: ['never'] })).toEqual(['Lamp'])
  })

  test('without a listing are found, by themselves or beside those that never sold', () => {
    const book = year()
    applyRecords(book, [
      put('products', product({ id: 'p1', name: 'Candle' })),
      put('products', product({ id: 'p2', name: 'Mug', listings: [{ account: etsy, key: 'id:1' }] })),
    ])
    expect(asked(book, { selling: ['unlisted'] })).toEqual(['Candle'])
    expect(asked(book, { selling: ['unlisted', 'never'] })).toEqual(['Candle', 'Lamp'])
  })

  test('are found on the channel they are listed on, sold there in that time or not', () => {
    const book = year()
    applyRecords(book, [put('products', product({ id: 'p1', name: 'Candle' }))])
    expect(asked(book, { filter: { channels: ['shopify'] } })).toEqual(['Pattern'])
    expect(asked(book, { filter: { accounts: [store], from: '2025-01-01' } })).toEqual(['Pattern'])
    expect(asked(book, { filter: { channels: ['etsy'] } })).toEqual(['Bowl', 'Lamp', 'Mug'])
  })

  test('are found by their stream also before they are sold', () => {
    const book = year()
    applyRecords(book, [put('products', product({ id: 'p1', name: 'Course', kind: 'course' }))])
    expect(asked(book, { filter: { streams: ['course'] } })).toEqual(['Course'])
    expect(asked(book, { filter: { streams: ['digital'] } })).toEqual(['Pattern'])
  })
})

test('tags are offered where they are to be found', () => {
  const book = year()
  const rule = { id: 'r1', order: 1, enabled: true, name: '', when: {}, gives: { tags: ['ruled'] } }
  applyRecords(book, [
    put('products', product({ id: 'p1', tags: ['blue', 'gift'] })),
    put('clients', client({ id: 'c1', tags: ['gift', 'friend'] })),
    put('rules', rule),
  ])
  expect(tagsIn(book)).toEqual(['blue', 'friend', 'gift', 'ruled'])
  expect(tagsIn(book, 'clients')).toEqual(['friend', 'gift'])
  expect(tagsIn(book, 'products')).toEqual(['blue', 'gift', 'ruled'])
  expect(tagsIn(book, 'sales')).toEqual(['blue', 'gift', 'ruled'])
  applyRecords(book, [put('clients', client({ id: 'c1', tags: ['friend', 'new'] }))])
  expect(tagsIn(book, 'clients')).toEqual(['friend', 'new'])
})
