import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { assignmentsAfter, assignSales, newRule, removeRule, saveRule } from '#data/assignments.ts'
import type { OpenBrand } from '#data/brands.ts'
import {
  clientFor,
  describeClients,
  mergeClients,
  newClient,
  rejectProposals,
  removeClients,
  saveClient,
  splitIdentity,
} from '#data/clients.ts'
import { removeHandSale, saveHandSales } from '#data/handSales.ts'
import { proposedClients } from '#data/proposedClients.ts'
import { stall } from '#shared/book/sampleShop.ts'
import { bring, createTestWorld, emptyStorage, openTestBrand } from './testWorld.ts'

beforeEach(emptyStorage)

const orders = 'etsy-sold-orders-2024.csv'
const file = { [orders]: readFileSync(`tests/fixtures/commerce/${orders}`) }
const { counts: expected }: { readonly counts: { readonly orders: number } } = JSON.parse(
  readFileSync('tests/fixtures/commerce/etsy-sold-orders-2024.expected.json', 'utf8'),
)
const everySale = async ({ book }: OpenBrand) =>
  (
    await book.sales(
      {
        filter: { standing: ['counted', 'uncounted', 'waiting'] },
        sort: { by: 'day', descending: true },
        from: 0,
        count: 100,
      },
      {},
    )
  ).rows

test('a sale by hand is in the figures once it is saved, after a restart, and no more once it is taken back', async () => {
  const world = createTestWorld()
  const first = await openTestBrand(world)
  await saveHandSales(first.db, [stall])
  // 3 × 15.00 + 50.00; kept as worked out in the test of the book.
  const figures = { sales: 1, counted: { USD: { gross: 9500, tips: 200, refunds: 1500 } } }
  expect(await first.book.summary()).toMatchObject(figures)
  expect(await first.book.storedSummary()).toMatchObject(figures)
  await first.close()

  const second = await openTestBrand(world)
  expect(await second.book.storedSummary()).toMatchObject(figures)
  await removeHandSale(second.db, stall.id)
  expect(await second.book.summary()).toMatchObject({ sales: 0, counted: {} })
  await second.history.undo()
  expect(await second.book.summary()).toMatchObject(figures)
  await second.history.undo()
  expect(await second.book.summary()).toMatchObject({ sales: 0, counted: {} })
  expect(await second.history.undo()).toBe(null)
  await second.close()
})

test('the last act is taken back whatever it was: a hidden sale, then the import it came with', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  await bring(world, open, file)
  const [sale] = await everySale(open)
  await assignSales(open, [sale?.key ?? ''], { hidden: true })
  expect(await everySale(open)).toHaveLength(expected.orders - 1)
  await open.history.undo()
  expect(await everySale(open)).toHaveLength(expected.orders)
  await open.history.undo()
  expect(await everySale(open)).toEqual([])
  await open.history.redo()
  await open.history.redo()
  expect(await everySale(open)).toHaveLength(expected.orders - 1)
  await open.close()
})

test('what would change is told before it does, and a rule that is removed says nothing any more', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  await bring(world, open, file)
  const all = await everySale(open)
  const hidden = (
    await assignmentsAfter(
      open,
      all.map(({ key }) => key),
      { hidden: true },
    )
  ).map((change) => ({
    table: 'assignments',
    ...change,
  }))
  expect(await open.book.preview(hidden)).toMatchObject({ hidden: expected.orders, shown: 0 })
  const rule = await newRule(open.db, { name: '', when: { channels: ['etsy'] }, gives: { stream: 'course' } })
  await saveRule(open.db, rule)
  const streams = async () =>
    (await open.book.totals({}, { by: 'stream', bucket: 'none' }, {}))
      .filter(({ measures }) => measures.gross !== 0)
      .map(({ key }) => key)
  expect(await streams()).toEqual(['course', 'course']) // one row for each currency
  await removeRule(open.db, rule.id)
  expect(await streams()).toEqual(['physical', 'physical'])
  await open.close()
})

test('sales by hand follow their client into the one it is merged with', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const now = '2024-04-02T00:00:00Z'
  const [ana, shop] = [newClient('Ana', now), newClient('Ana Quill', now)]
  await saveClient(open.db, ana)
  await saveClient(open.db, shop)
  await saveHandSales(open.db, [{ ...stall, client: shop.id, buyerName: 'Ana Quill' }])
  const rows = async () =>
    (await open.book.clients({ filter: {}, sort: { by: 'name', descending: false }, from: 0, count: 9 }, {}))
      .rows
  const [first, second] = await rows()
  if (!first || !second) throw new Error('both are there')
  await mergeClients(open.db, [[first, second]], now)
  expect((await rows()).map(({ name, sales }) => [name, sales])).toEqual([['Ana', 1]])
  await open.history.undo()
  expect((await rows()).map(({ name, sales }) => [name, sales])).toEqual([
    ['Ana', 0],
    ['Ana Quill', 1],
  ])
  await open.close()
})

test('a line of a sale by hand earns in the stream that was chosen for it, whatever its product says', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const lines = stall.lines.map((line) =>
    line.id === 'l1' ? { ...line, stream: 'licensing' as const } : line,
  )
  await saveHandSales(open.db, [{ ...stall, lines }])
  const rows = await open.book.totals({}, { by: 'stream', bucket: 'none' }, {})
  const gross = rows
    .filter(({ measures }) => measures.gross !== 0)
    .map(({ key, measures }) => [key, measures.gross])
  expect(Object.fromEntries(gross)).toEqual({ licensing: 4500, service: 5000 })
  await open.close()
})

test('who bought in two shops is proposed, merged, split and taken back', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const shopify = readFileSync('tests/fixtures/commerce/shopify-orders-2024.csv')
  await bring(world, open, { ...file, 'orders.csv': shopify })
  const now = '2024-04-02T00:00:00Z'
  const rows = async () =>
    (
      await open.book.clients(
        { filter: {}, sort: { by: 'name', descending: false }, from: 0, count: 100 },
        {},
      )
    ).rows
  const before = await rows()
  const [first, second] = before.filter(({ channels }) => channels.length === 1)
  if (!first || !second) throw new Error('there are buyers')
  await describeClients(open.db, [first], { addTags: ['fair'], addCircles: ['press'] }, now)
  const tagged = (await rows()).find(({ tags }) => tags.includes('fair'))
  expect(tagged).toMatchObject({ isRecord: true, name: first.name, sales: first.sales, circles: ['press'] })
  await mergeClients(open.db, [[tagged ?? first, second]], now)
  const merged = (await rows()).find(({ tags }) => tags.includes('fair'))
  expect(merged).toMatchObject({ sales: first.sales + second.sales })
  expect(await rows()).toHaveLength(before.length - 1)
  const record = await clientFor(open.db, merged ?? first, now)
  if (!record?.identities[1]) throw new Error('both identities are there')
  await splitIdentity(open.db, record, record.identities[1])
  expect(await rows()).toHaveLength(before.length)
  for (let steps = 0; steps < 3; steps++) await open.history.undo()
  expect(await rows()).toEqual(before)
  await saveClient(open.db, { ...newClient('Harbour Shop', now), mails: ['ben@x.example'] })
  const own = (await rows()).find(({ name }) => name === 'Harbour Shop')
  expect(own).toMatchObject({ sales: 0, mail: 'ben@x.example' })
  await removeClients(open.db, [own?.key ?? ''])
  expect(await rows()).toEqual(before)
  const clientProposals = () => proposedClients(open.book, () => true)
  const proposed = await clientProposals()
  expect(proposed).not.toEqual([])
  await rejectProposals(
    open.db,
    proposed.map(({ keys }) => keys),
  )
  expect(await clientProposals()).toEqual([])
  await open.close()
})
