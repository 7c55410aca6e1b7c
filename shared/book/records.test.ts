import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyRecords, takeRecords } from './applyRecords.ts'
import type { RecordChange } from './applyRecords.ts'
import { addBatch, addImport, ownImport, setVisible } from './book.ts'
import type { Book } from './book.ts'
import { clients } from './clients.ts'
import { listingText } from './entry.ts'
import { previewRecords } from './previewRecords.ts'
import { products } from './products.ts'
import type { Filter } from './questions.ts'
import { sale } from './sale.ts'
import { sales } from './sales.ts'
import { batchOf, entry, saleKey } from './sampleEntries.ts'
import { client, etsy, product, put, shop, shopify, stall, unsettledShop } from './sampleShop.ts'
import { settle } from './settle.ts'
import { summary } from './summary.ts'
import { totals } from './totals.ts'

/** The imports of files come after the book's own. */
const ownImports = Object.keys(ownImport).length

const byStream = (book: Book, filter: Filter = {}) =>
  Object.fromEntries(
    totals(book, filter, { by: 'stream', bucket: 'none' }, {})
      .filter(({ measures }) => measures.gross !== 0)
      .map(({ key, measures }) => [key, measures.gross]),
  )
const list = (book: Book, filter: Filter = {}) =>
  sales(book, { filter, sort: { by: 'label', descending: false }, from: 0, count: 9 }, {})
const productRows = (book: Book) =>
  products(book, { filter: {}, sort: { by: 'gross', descending: true }, from: 0, count: 9 }, {}).rows
const clientRows = (book: Book, filter: Filter = {}) =>
  clients(book, { filter, sort: { by: 'kept', descending: true }, from: 0, count: 9 }, {}).rows

test('listings without a product stand for themselves', () => {
  expect(
    productRows(shop()).map(({ name, isRecord, sums }) => [name, isRecord, sums[0]?.figures.gross]),
  ).toEqual([
    ['Large mug', false, 3000],
    ['Mug, large', false, 2000],
    ['Fern pattern PDF', false, 500],
  ])
})

test('a product adds up its listings on every channel', () => {
  const book = shop()
  const listings = [
    { account: etsy, key: 'id:1' },
    { account: shopify, key: 'sku:MUG-L' },
  ]
  applyRecords(book, [put('products', product({ id: 'p1', listings }))])
  const [row, other] = productRows(book)
  // Of Ana's fee of 2.50 the mug bears 20 of 25 parts.
  expect(row).toMatchObject({
    key: 'p1',
    name: 'Mug',
    listings: 2,
    channels: ['etsy', 'shopify'],
    units: 3,
    sales: 2,
    sums: [{ currency: 'USD', figures: { gross: 5000, fees: 200, refunds: 0, kept: 4800 } }],
  })
  expect(other?.name).toBe('Fern pattern PDF')
  expect(list(book, { products: ['p1'] }).rows.map(({ label }) => label)).toEqual(['#7', '1001'])
})

test('the stream is the person’s choice for the sale, else the product’s, else a rule’s, else the file’s', () => {
  const book = shop()
  expect(byStream(book)).toEqual({ physical: 5000, digital: 500 })
  const rule = {
    id: 'r1',
    order: 1,
    name: '',
    enabled: true,
    when: { title: 'mug' },
    gives: { stream: 'printOnDemand' },
  }
  applyRecords(book, [put('rules', rule)])
  expect(byStream(book)).toEqual({ printOnDemand: 5000, digital: 500 })
  const one = product({ id: 'p1', listings: [{ account: shopify, key: 'sku:MUG-L' }], kind: 'course' })
  applyRecords(book, [put('products', one)])
  expect(byStream(book)).toEqual({ course: 3000, printOnDemand: 2000, digital: 500 })
  const key = list(book, { text: '1001' }).rows[0]?.key ?? ''
  applyRecords(book, [put('assignments', { id: `sale:${key}`, ...{ stream: 'licensing' } })])
  expect(byStream(book)).toEqual({ course: 3000, licensing: 2500 })
  applyRecords(book, [
    { table: 'assignments', id: `sale:${key}`, record: null },
    { table: 'products', id: 'p1', record: null },
    { table: 'rules', id: 'r1', record: null },
  ])
  expect(byStream(book)).toEqual({ physical: 5000, digital: 500 })
})

test('a rule also holds for what is imported later', () => {
  const book = shop()
  applyRecords(book, [
    put('rules', {
      ...{ id: 'r1', order: 1, name: '', enabled: true },
      when: { sku: 'pat-*', channels: ['etsy'] },
      ...{ gives: { product: 'p2', tags: ['pdf'] } },
    }),
    put('products', product({ id: 'p2', name: 'Patterns', kind: 'digital' })),
  ])
  const at = addImport(book, { id: 'later', order: 2, visible: true, coverage: [] })
  const another = listingText('id:3', 'Moss pattern', 'PAT-2')
  addBatch(
    book,
    at,
    batchOf([entry({ sale: saleKey(3), account: etsy, listing: another, amount: 700, quantity: 1 })]),
  )
  settle(book)
  expect(productRows(book).find(({ key }) => key === 'p2')).toMatchObject({
    listings: 2,
    tags: ['pdf'],
    sums: [{ currency: 'USD', figures: { gross: 1200 } }],
  })
  expect(list(book, { tags: ['pdf'] }).total).toBe(2)
  expect(byStream(book)).toEqual({ physical: 5000, digital: 1200 })
})

test('a hidden sale is in no total and no list, but where hidden ones are asked for', () => {
  const book = shop()
  const key = list(book, { text: '1001' }).rows[0]?.key ?? ''
  applyRecords(book, [put('assignments', { id: `sale:${key}`, ...{ hidden: true, note: 'a test order' } })])
  expect(list(book).rows.map(({ label }) => label)).toEqual(['#7'])
  expect(summary(book)).toMatchObject({ sales: 1, counted: { USD: { gross: 3000, fees: 20, kept: 2980 } } })
  expect(list(book, { standing: ['hidden'] })).toMatchObject({
    total: 1,
    rows: [{ label: '1001', hidden: true }],
  })
  expect(sale(book, key)).toMatchObject({ hidden: true, note: 'a test order', measures: { gross: 2500 } })
  applyRecords(book, [{ table: 'assignments', id: `sale:${key}`, record: null }])
  expect(summary(book)).toMatchObject({ sales: 2, counted: { USD: { gross: 5500 } } })
})

test('what was said of a sale sleeps while its import is undone, and wakes up with it', () => {
  const book = shop()
  const key = list(book, { text: '1001' }).rows[0]?.key ?? ''
  applyRecords(book, [put('assignments', { id: `sale:${key}`, ...{ hidden: true } })])
  setVisible(book, ownImports, false)
  settle(book)
  expect(list(book, { standing: ['counted', 'hidden'] }).total).toBe(0)
  setVisible(book, ownImports, true)
  settle(book)
  expect(list(book).rows.map(({ label }) => label)).toEqual(['#7'])
})

test('one client adds up identities on several channels', () => {
  const book = shop()
  expect(clientRows(book).map(({ name, isRecord, mail }) => [name, isRecord, mail])).toEqual([
    ['Ben', false, 'ben@x.example'],
    ['Ana Quint', false, ''],
  ])
  const identities = [
    { channel: 'etsy', key: 'user:ana' },
    { channel: 'shopify', key: 'mail:ben@x.example' },
  ]
  applyRecords(book, [put('clients', client({ id: 'c1', identities }))])
  expect(clientRows(book)).toMatchObject([
    {
      ...{ key: 'c1', name: 'Ana', sales: 2, channels: ['etsy', 'shopify'], mail: 'ben@x.example' },
      sums: [{ currency: 'USD', figures: { gross: 5500, fees: 250, kept: 5250 } }],
    },
  ])
  expect(list(book, { clients: ['c1'] }).rows.map(({ buyer }) => buyer)).toEqual(['Ana', 'Ana'])
})

test('a sale by hand counts like any other, in the stream of each line', () => {
  const book = shop()
  applyRecords(book, [put('products', product({ id: 'p1', kind: 'course' })), put('handSales', stall)])
  // 3 × 15.00 − 1.00 + 50.00 + 2.00 tip − 3.80 tax inside − 1.20 fee − 15.00 given back, of whose tax a share comes back:
  // 3.80 × 15.00 / 96.00 = 0.59.
  expect(list(book, { channels: ['market'] })).toMatchObject({
    total: 1,
    rows: [
      {
        ...{ label: 'Stall 1', account: 'Harbour market', day: '2022-01-09', handSale: 'h1' },
        ...{ tags: ['stall'], noted: true, lines: 2, units: 4 },
        measures: { gross: 9500, discounts: 100, tips: 200, taxIncluded: 380, fees: 120, refunds: 1500 },
      },
    ],
    sums: [{ measures: { refundedTax: 59, kept: 9500 - 100 + 200 - 380 - 120 - 1500 + 59 } }],
  })
  expect(byStream(book, { channels: ['market'] })).toEqual({ course: 4500, service: 5000 })
  expect(productRows(book).find(({ key }) => key === 'p1')).toMatchObject({ units: 3, channels: ['market'] })
})

test('a discount of one line stays on that line, and what is split by net knows it', () => {
  const book = shop()
  const [first] = stall.lines
  if (!first) throw new Error('the stall sold something')
  // Bowls 40.00 − 10.00, the talk 30.00: each is 30.00 of 60.00, so that each bears 1.50 of the fee of 3.00.
  const lines = [
    { ...first, id: 'l1', title: 'Bowl', product: 'p1', quantity: 2, unitPrice: 2000, discount: 1000 },
    {
      ...first,
      id: 'l2',
      title: 'Talk',
      product: null,
      stream: 'service' as const,
      quantity: 1,
      unitPrice: 3000,
      discount: 0,
    },
  ]
  const fees = [{ type: 'processing' as const, amount: 300 }]
  const day = { ...stall, lines, fees, tip: 0, tax: { amount: 0, included: true }, refunds: [] }
  applyRecords(book, [put('products', product({ id: 'p1', kind: 'course' })), put('handSales', day)])
  const byStream = totals(book, { channels: ['market'] }, { by: 'stream', bucket: 'none' }, {})
  expect(
    Object.fromEntries(
      byStream.map(({ key, measures: { gross, discounts, fees } }) => [key, { gross, discounts, fees }]),
    ),
  ).toEqual({
    course: { gross: 4000, discounts: 1000, fees: 150 },
    service: { gross: 3000, discounts: 0, fees: 150 },
  })
  // 40.00 − 10.00 − 1.50
  expect(productRows(book).find(({ key }) => key === 'p1')?.sums[0]?.figures.kept).toBe(2850)
  const key = list(book, { channels: ['market'] }).rows[0]?.key ?? ''
  applyRecords(book, [put('assignments', { id: `sale:${key}`, stream: 'licensing' })])
  const [only] = totals(book, { streams: ['licensing'] }, { by: 'stream', bucket: 'none' }, {})
  expect(only?.measures).toMatchObject({ gross: 7000, discounts: 1000, fees: 300, kept: 5700 })
})

test('two lines of one product keep their own discounts', () => {
  const book = shop()
  const [mug] = stall.lines
  if (!mug) throw new Error('the stall sold something')
  // 20.00 − 5.00 and 20.00 − 0: of 7.00 given back 3.00 and 4.00.
  const lines = [
    { ...mug, id: 'l1', stream: 'digital' as const, quantity: 1, unitPrice: 2000, discount: 500 },
    { ...mug, id: 'l2', stream: 'service' as const, quantity: 1, unitPrice: 2000, discount: 0 },
  ]
  const refunds = [{ day: '2022-01-10', amount: 700 }]
  const day = { ...stall, lines, fees: [], tip: 0, tax: { amount: 0, included: true }, refunds }
  applyRecords(book, [put('handSales', day)])
  const byStream = totals(book, { channels: ['market'] }, { by: 'stream', bucket: 'none' }, {})
  expect(
    Object.fromEntries(
      byStream.map(({ key, measures: { discounts, refunds } }) => [key, { discounts, refunds }]),
    ),
  ).toEqual({ digital: { discounts: 500, refunds: 300 }, service: { discounts: 0, refunds: 400 } })
})

test('an edited sale by hand shows what it says now; a removed one is gone', () => {
  const book = shop()
  const before = summary(book)
  applyRecords(book, [put('handSales', stall)])
  applyRecords(book, [put('handSales', { ...stall, label: 'Stall 2', tip: 0, refunds: [] })])
  expect(list(book, { channels: ['market'] }).rows).toMatchObject([
    { label: 'Stall 2', measures: { gross: 9500, tips: 0, refunds: 0 } },
  ])
  applyRecords(book, [{ table: 'handSales', id: 'h1', record: null }])
  expect(list(book, { channels: ['market'] }).total).toBe(0)
  expect(summary(book)).toEqual(before)
})

test('sales are found by their status and by what they came to', () => {
  const book = shop()
  expect(list(book, { amount: { from: 2501 } }).rows.map(({ label }) => label)).toEqual(['#7'])
  expect(list(book, { amount: { to: 2500 } }).rows.map(({ label }) => label)).toEqual(['1001'])
  expect(list(book, { statuses: ['pending'] }).total).toBe(0)
  expect(list(book, { statuses: ['counted'] }).total).toBe(2)
})

test('a rule says what it would change before it does', () => {
  const book = shop()
  const rule = {
    id: 'r1',
    order: 1,
    name: '',
    enabled: true,
    when: { title: 'mug' },
    gives: { stream: 'course' },
  }
  const before = answers(book)
  expect(previewRecords(book, [put('rules', rule)])).toEqual({
    ...{ listings: 2, sales: 2, lines: 2, hidden: 0, shown: 0 },
    money: [{ currency: 'USD', gross: 5000 }],
    moved: [{ from: 'physical', to: 'course', lines: 2 }],
    examples: [
      {
        ...{ title: 'Mug, large', sku: 'MUG-L', channel: 'etsy', lines: 1 },
        ...{ from: 'physical', to: 'course', productFrom: '', productTo: '' },
      },
      {
        ...{ title: 'Large mug', sku: 'MUG-L', channel: 'shopify', lines: 1 },
        ...{ from: 'physical', to: 'course', productFrom: '', productTo: '' },
      },
    ],
  })
  expect(answers(book)).toEqual(before)
  const key = list(book, { text: '1001' }).rows[0]?.key ?? ''
  expect(
    previewRecords(book, [put('assignments', { id: `sale:${key}`, ...{ hidden: true } })]),
  ).toMatchObject({
    ...{ hidden: 1, shown: 0, lines: 0 },
  })
})

const records = fc.array(
  fc.oneof(
    fc.record({
      table: fc.constant('products'),
      id: fc.constantFrom('p1', 'p2'),
      record: fc.option(
        fc
          .subarray([
            { account: etsy, key: 'id:1' },
            { account: etsy, key: 'id:2' },
            { account: shopify, key: 'sku:MUG-L' },
          ])
          .map((listings) => ({ listings })),
      ),
    }),
    fc.record({
      table: fc.constant('rules'),
      id: fc.constantFrom('r1', 'r2'),
      record: fc.option(
        fc.record({
          order: fc.nat(3),
          enabled: fc.boolean(),
          when: fc.constantFrom({ title: 'mug' }, { sku: 'PAT-*' }, { channels: ['etsy'] }),
          gives: fc.constantFrom({ stream: 'course' }, { product: 'p1' }, { tags: ['a'] }),
        }),
      ),
    }),
    fc.record({
      table: fc.constant('assignments'),
      id: fc.constantFrom('sale:0000000700000001', 'sale:0000000700000002'),
      record: fc.option(fc.record({ hidden: fc.boolean(), stream: fc.constantFrom('', 'tip', 'service') })),
    }),
    fc.record({
      table: fc.constant('handSales'),
      id: fc.constantFrom('h1', 'h2'),
      record: fc.option(fc.record({ tip: fc.nat(500), day: fc.constantFrom('2022-01-09', '2022-02-01') })),
    }),
  ),
  { maxLength: 12 },
)
const completed = ({ table, id, record }: RecordChange): RecordChange => ({
  table,
  id,
  record:
    record === null
      ? null
      : table === 'products'
        ? product({ ...record, id })
        : table === 'handSales'
          ? { ...stall, ...record, id }
          : { ...record, id },
})
const answers = (book: Book) => ({
  ...{ summary: summary(book), streams: byStream(book, { standing: ['counted', 'hidden'] }) },
  list: list(book, { standing: ['counted', 'hidden'] }).rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  products: productRows(book).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  clients: clientRows(book).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
})

test('what the records say now is all that counts, not how they came to say it', () => {
  fc.assert(
    fc.property(records, (found) => {
      const changes = found.map(completed)
      const oneByOne = shop()
      for (const change of changes) applyRecords(oneByOne, [change])
      const last = new Map(changes.map((change) => [`${change.table} ${change.id}`, change]))
      const atOnce = shop()
      applyRecords(atOnce, [...last.values()])
      expect(answers(oneByOne)).toEqual(answers(atOnce))
      const asRead = unsettledShop()
      takeRecords(asRead, [...last.values()])
      settle(asRead)
      expect(answers(asRead)).toEqual(answers(atOnce))
      applyRecords(
        oneByOne,
        [...last.values()].map((change) => ({ ...change, record: null })),
      )
      expect(answers(oneByOne)).toEqual(answers(shop()))
    }),
    { numRuns: 150 },
  )
})

/** Every line of every sale as a person reads it: its stream and its product; and which sales are hidden. */
function read(book: Book) {
  const everywhere = { standing: ['counted', 'uncounted', 'waiting', 'hidden'] } as const
  const lines = new Map<
    string,
    { readonly stream: string; readonly product: string; readonly amount: number }
  >()
  const hidden = new Set<string>()
  for (const { key, hidden: isHidden } of list(book, everywhere).rows) {
    if (isHidden) hidden.add(key)
    sale(book, key)?.parts.forEach(({ kind, stream, product: of, amount }, at) => {
      if (kind === 'line')
        lines.set(`${key} ${at}`, { stream, product: book.records.products.has(of) ? of : '', amount })
    })
  }
  return { lines, hidden }
}

test('what a preview promises is exactly what happens', () => {
  const untagged = records.filter((all) =>
    all.every(({ record }) => JSON.stringify(record)?.includes('tags') !== true),
  )
  fc.assert(
    fc.property(untagged, untagged, (first, then) => {
      const book = shop()
      applyRecords(book, first.map(completed))
      const changes = then.filter(({ table }) => table !== 'handSales').map(completed)
      const before = read(book)
      const promised = previewRecords(book, changes)
      expect(read(book)).toEqual(before)
      applyRecords(book, changes)
      const after = read(book)
      const told = [...before.lines].flatMap(([at, line]) => {
        const now = after.lines.get(at)
        return now && (now.stream !== line.stream || now.product !== line.product)
          ? [{ at, from: line, to: now }]
          : []
      })
      const moved = new Map<string, number>()
      for (const { from, to } of told)
        if (from.stream !== to.stream) {
          const way = `${from.stream} ${to.stream}`
          moved.set(way, (moved.get(way) ?? 0) + 1)
        }
      const gross = told.reduce((sum, { from }) => sum + from.amount, 0)
      expect([...after.lines.keys()]).toEqual([...before.lines.keys()])
      expect(promised).toMatchObject({
        lines: told.length,
        sales: new Set(told.map(({ at }) => at.split(' ')[0])).size,
        money: told.length === 0 ? [] : [{ currency: 'USD', gross }],
        hidden: [...after.hidden].filter((key) => !before.hidden.has(key)).length,
        shown: [...before.hidden].filter((key) => !after.hidden.has(key)).length,
      })
      expect(new Map(promised.moved.map(({ from, to, lines }) => [`${from} ${to}`, lines]))).toEqual(moved)
      expect(previewRecords(book, changes)).toMatchObject({ listings: 0, lines: 0, hidden: 0, shown: 0 })
    }),
    { numRuns: 200 },
  )
})

/** Conditions beside what they mean for the shop's three listings: the mug and the pattern on Etsy, the mug on Shopify. */
const conditions = [
  { when: { title: 'mug' }, fits: [true, false, true] },
  { when: { sku: 'PAT-*' }, fits: [false, true, false] },
  { when: { channels: ['etsy'] }, fits: [true, true, false] },
  { when: { channels: ['shopify'], title: 'large' }, fits: [false, false, true] },
  { when: { title: 'nothing of the kind' }, fits: [false, false, false] },
] as const
const ruleSets = fc.array(
  fc.record({
    order: fc.nat(4),
    enabled: fc.boolean(),
    of: fc.constantFrom(...conditions),
    stream: fc.constantFrom('course', 'service', 'licensing'),
  }),
  { maxLength: 6 },
)

test('of rules the first that fits says the stream, and saying the same again changes nothing', () => {
  fc.assert(
    fc.property(ruleSets, fc.nat(99), (told, turn) => {
      const rules = told.map(({ of: { when }, stream, order, enabled }, at) => ({
        ...{ id: `r${at}`, name: '', order, enabled, when },
        gives: { stream },
      }))
      const book = shop()
      const all = rules.map((rule) => put('rules', rule))
      // in whatever order they are written down
      applyRecords(book, [...all.slice(turn % (all.length + 1)), ...all.slice(0, turn % (all.length + 1))])
      const inOrder = told
        .map((rule, at) => ({ ...rule, at }))
        .toSorted((a, b) => a.order - b.order || a.at - b.at)
      const streamOf = (listing: 0 | 1 | 2, asSaid: string) =>
        inOrder.find(({ enabled, of }) => enabled && of.fits[listing])?.stream ?? asSaid
      const expected: Record<string, number> = {}
      const add = (stream: string, gross: number) => (expected[stream] = (expected[stream] ?? 0) + gross)
      add(streamOf(0, 'physical'), 2000)
      add(streamOf(1, 'digital'), 500)
      add(streamOf(2, 'physical'), 3000)
      expect(byStream(book)).toEqual(expected)
      applyRecords(book, all)
      applyRecords(
        book,
        rules.map((rule) => put('rules', { ...rule, id: `${rule.id} again`, order: rule.order + 100 })),
      )
      expect(byStream(book)).toEqual(expected)
    }),
    { numRuns: 200 },
  )
})
