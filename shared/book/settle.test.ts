import { describe, expect, test } from 'vitest'
import { addBatch, addImport, createBook, ownImport, setVisible } from './book.ts'
import type { Book, Coverage } from './book.ts'
import { accountKey, flag } from './entry.ts'
import type { Entry } from './entry.ts'
import { batchOf, entry, event, saleKey } from './sampleEntries.ts'
import { sale } from './sale.ts'
import { keyText } from './groups.ts'
import { settle } from './settle.ts'
import { summary } from './summary.ts'

/** A book of some imports, each given as its entries. */
function bookOf(...imports: readonly (readonly Entry[])[]): Book {
  const book = createBook()
  imports.forEach((entries, at) => bring(book, `import ${at}`, entries))
  settle(book)
  return book
}

function bring(
  book: Book,
  id: string,
  entries: readonly Entry[],
  coverage: readonly Coverage[] = [],
): number {
  const number = addImport(book, { id, order: book.imports.length, visible: true, coverage })
  addBatch(book, number, batchOf(entries))
  return number
}

/** The imports of files come after the book's own. */
const ownImports = Object.keys(ownImport).length

const usd = (book: Book) => summary(book).counted['USD']
const line = (amount: number, told: Partial<Entry> = {}) =>
  entry({ sale: saleKey(1), amount, quantity: 1, ...told })

describe('what overrules what', () => {
  test('lines come from the items export, discount and shipping from the orders export', () => {
    const orders = [
      line(3000, { type: 'total', quantity: 2 }),
      entry({ sale: saleKey(1), kind: 'discount', type: '', amount: -300 }),
      entry({ sale: saleKey(1), kind: 'shipping', type: '', amount: 500 }),
    ]
    const items = [
      line(1000, { source: 'items', key: [1, 1] }),
      line(2000, { source: 'items', key: [1, 2] }),
      entry({ sale: saleKey(1), source: 'items', kind: 'discount', type: '', amount: -299 }),
    ]
    for (const book of [bookOf(orders, items), bookOf(items, orders)]) {
      expect(usd(book)).toMatchObject({ gross: 3000, discounts: 300, shipping: 500, other: 0, kept: 3200 })
      expect(summary(book)).toMatchObject({ sales: 1, lines: 2, units: 2 })
    }
  })

  test('a processing fee counts once, by the statement before the payment before the order', () => {
    const fee = (source: Entry['source'], amount: number, told: Partial<Entry> = {}) =>
      entry({ sale: saleKey(1), source, kind: 'fee', type: 'processing', amount, ...told })
    const statement = fee('statement', -103, { flags: flag.event, key: [9, 9] })
    expect(usd(bookOf([line(1000), fee('orders', -101), fee('payments', -102), statement]))?.fees).toBe(103)
    expect(usd(bookOf([line(1000), fee('orders', -101), fee('payments', -102)]))?.fees).toBe(102)
    expect(usd(bookOf([line(1000), fee('orders', -101)]))?.fees).toBe(101)
  })

  test('a credit adds to the charge another source states, and overrules only credits', () => {
    const orders = [line(1000), entry({ sale: saleKey(1), kind: 'fee', type: 'processing', amount: -176 })]
    const payments = [
      entry({ sale: saleKey(1), source: 'payments', kind: 'fee', type: 'processing', amount: 176 }),
    ]
    const statement = [event({ sale: saleKey(1), kind: 'fee', type: 'processing', amount: 151, key: [9, 1] })]
    expect(usd(bookOf(orders, payments, statement))?.fees).toBe(25)
    expect(usd(bookOf(orders, payments))?.fees).toBe(0)
  })

  test('the difference between the lines and the value the order states stays in the sums', () => {
    const book = bookOf([line(3000, { type: 'total' })], [line(2500, { source: 'items', key: [1, 1] })])
    expect(usd(book)).toMatchObject({ gross: 2500, other: 500, kept: 3000 })
    expect(sale(book, keyText(7, 1))).toMatchObject({ incomplete: true })
  })
})

describe('versions of one sale', () => {
  const refunded = [
    line(1000),
    entry({ sale: saleKey(1), kind: 'refund', type: '', amount: -400, flags: flag.undated }),
  ]

  test('a refunded version counts, whichever import came first', () => {
    for (const book of [bookOf([line(1000)], refunded), bookOf(refunded, [line(1000)])]) {
      expect(usd(book)).toMatchObject({ gross: 1000, refunds: 400, kept: 600 })
    }
  })

  test('an unpaid order that is paid in a newer export counts once', () => {
    const book = bookOf([line(1000, { status: 'pending' })], [line(1000)])
    expect(summary(book).counted['USD']?.gross).toBe(1000)
    expect(summary(book).uncounted['USD']).toBeUndefined()
  })

  test('two versions in the same state are decided by the later import', () => {
    expect(usd(bookOf([line(1000)], [line(1200)]))?.gross).toBe(1200)
    expect(usd(bookOf([line(1200)], [line(1000)]))?.gross).toBe(1000)
  })

  test('the same line twice in one file is one line', () => {
    expect(usd(bookOf([line(1000, { key: [1, 1] }), line(1000, { key: [1, 1], row: 9 })]))?.gross).toBe(1000)
  })
})

describe('events', () => {
  const listingFee = event({ kind: 'fee', type: 'listing', amount: -20, key: [3, 3] })

  test('two equal listing fees of a day are two fees, and a month read twice is one month', () => {
    expect(usd(bookOf([listingFee, listingFee]))?.fees).toBe(40)
    expect(usd(bookOf([listingFee, listingFee], [listingFee, listingFee]))?.fees).toBe(40)
    expect(usd(bookOf([listingFee], [listingFee, listingFee, listingFee]))?.fees).toBe(60)
  })

  test('a payment that failed since it was exported first does not count', () => {
    const charge = event({ sale: saleKey(4), source: 'payments', type: 'total', amount: 900, key: [3, 9] })
    const book = bookOf([charge], [event({ ...charge, status: 'voided' })])
    expect(usd(book)).toBeUndefined()
    expect(summary(book).uncounted['USD']?.gross).toBe(900)
  })

  test('equal rows of two shops are different events', () => {
    expect(
      usd(bookOf([listingFee], [event({ ...listingFee, account: accountKey('etsy', 'second') })]))?.fees,
    ).toBe(40)
  })
})

describe('waiting', () => {
  const coverage = [{ account: accountKey('etsy', ''), from: 19_000, to: 19_010 }]
  const charge = event({ sale: saleKey(2), type: 'total', amount: 700, day: 19_005, key: [4, 4] })

  test('a row whose order no order export covers makes a sale of its own', () => {
    const book = bookOf([charge])
    expect(usd(book)?.gross).toBe(700)
    expect(summary(book)).toMatchObject({ sales: 1, lines: 0 })
  })

  test('it waits once an order export covers its day without its order, and comes back when that is undone', () => {
    const book = bookOf([charge])
    const orders = bring(book, 'orders', [line(1000)], coverage)
    settle(book)
    expect(usd(book)?.gross).toBe(1000)
    expect(summary(book).waiting['USD']?.gross).toBe(700)
    setVisible(book, orders, false)
    settle(book)
    expect(usd(book)?.gross).toBe(700)
    expect(summary(book).waiting).toEqual({})
  })

  test('its order takes it in when it comes', () => {
    const book = bookOf([charge])
    bring(book, 'orders', [line(650, { sale: saleKey(2), day: 19_005 })], coverage)
    settle(book)
    expect(usd(book)?.gross).toBe(650)
    expect(summary(book).waiting).toEqual({})
  })
})

describe('a sale with two keys', () => {
  const named = event({
    sale: saleKey(50),
    source: 'payments',
    kind: 'fee',
    type: 'processing',
    amount: -30,
    key: [5, 5],
  })
  const order = [line(1000), entry({ sale: saleKey(1), kind: 'alias', type: '', key: saleKey(50) })]

  test('is one sale whichever key came first, and two again when the alias is undone', () => {
    for (const book of [bookOf([named], order), bookOf(order, [named])]) {
      expect(summary(book)).toMatchObject({ sales: 1 })
      expect(usd(book)).toMatchObject({ gross: 1000, fees: 30, kept: 970 })
    }
    const book = bookOf([named], order)
    setVisible(book, ownImports + 1, false)
    settle(book)
    expect(usd(book)).toMatchObject({ gross: 0, fees: 30 })
    setVisible(book, ownImports + 1, true)
    settle(book)
    expect(usd(book)).toMatchObject({ gross: 1000, fees: 30 })
  })
})

describe('tax inside refunds', () => {
  const taxed = [
    line(3900),
    entry({ sale: saleKey(1), kind: 'shipping', type: '', amount: 600 }),
    entry({ sale: saleKey(1), kind: 'tax', type: '', amount: 244 }),
  ]
  const refund = (amount: number) => entry({ sale: saleKey(1), kind: 'refund', type: '', amount: -amount })

  test('a full refund holds all of the tax, and the sale keeps nothing', () => {
    expect(usd(bookOf([...taxed, refund(4744)]))).toMatchObject({ refunds: 4744, refundedTax: 244, kept: 0 })
  })

  test('a partial refund holds its share, marked as an estimate', () => {
    // 7.97 × 2.44 ÷ 47.44 = 0.4099
    const book = bookOf([...taxed, refund(797)])
    expect(usd(book)).toMatchObject({ refundedTax: 41, kept: 4500 - 797 + 41 })
    expect(sale(book, keyText(7, 1))?.parts.find((part) => part.kind === 'refundedTax')?.estimate).toBe(true)
  })

  test('tax inside the prices leaves once: 27.45 with 4.76 of tax and 7.50 given back keeps 16.49', () => {
    const included = [
      line(2250),
      entry({ sale: saleKey(1), kind: 'shipping', type: '', amount: 495 }),
      entry({ sale: saleKey(1), kind: 'taxIncluded', type: '', amount: -476 }),
    ]
    expect(usd(bookOf([...included, refund(750)]))).toMatchObject({
      taxIncluded: 476,
      refundedTax: 130,
      kept: 1649,
    })
    expect(usd(bookOf([...included, refund(2745)]))).toMatchObject({ refundedTax: 476, kept: 0 })
  })

  test('a gift card that is given back was a debt, not revenue', () => {
    const mixed = [
      line(1000),
      entry({ sale: saleKey(1), kind: 'giftCard', type: '', amount: 5000, quantity: 1 }),
    ]
    expect(usd(bookOf([...mixed, refund(6000)]))).toMatchObject({
      gross: 1000,
      giftCards: 0,
      refunds: 1000,
      kept: 0,
    })
  })
})

describe('a split order', () => {
  const head = [
    line(1000, { key: [1, 1] }),
    entry({ sale: saleKey(1), kind: 'other', type: 'incomplete', amount: 500 }),
  ]
  const rest = line(500, { key: [1, 2], flags: flag.continued })

  test('is whole again when its rest comes, in either order', () => {
    for (const book of [bookOf(head, [rest]), bookOf([rest], head)]) {
      expect(usd(book)).toMatchObject({ gross: 1500, other: 0, kept: 1500 })
      expect(sale(book, keyText(7, 1))?.incomplete).toBe(false)
    }
  })

  test('takes no rest that a whole export already has', () => {
    const whole = [line(1000, { key: [1, 1] }), line(500, { key: [1, 3] })]
    expect(usd(bookOf(whole, [rest]))).toMatchObject({ gross: 1500, kept: 1500 })
  })
})

test('a failed charge never counts, a fee of a voided sale does', () => {
  const voided = [line(3150, { status: 'voided' })]
  const fee = event({
    sale: saleKey(1),
    source: 'payments',
    kind: 'fee',
    type: 'processing',
    amount: -90,
    key: [6, 6],
  })
  expect(usd(bookOf(voided, [fee]))).toMatchObject({ gross: 0, fees: 90, kept: -90 })
  const failed = event({
    sale: saleKey(3),
    source: 'payments',
    type: 'total',
    amount: 1234,
    status: 'voided',
    key: [6, 7],
  })
  const book = bookOf([failed])
  expect(usd(book)).toBeUndefined()
  expect(summary(book).uncounted['USD']?.gross).toBe(1234)
})
