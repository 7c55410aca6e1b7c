import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { bring, createTestWorld, emptyStorage, openTestBrand, preview, valueOf } from './testWorld.ts'

const fixture = (name: string) => readFileSync(`tests/fixtures/commerce/${name}`)
const orders = { 'etsy-sold-orders-2024.csv': fixture('etsy-sold-orders-2024.csv') }

beforeEach(emptyStorage)

test('one unreadable file among good ones is named, and the others are imported', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const broken = `${fixture('etsy-sold-order-items-2024.csv').toString()}"never closed,1,2\n${'x,y\n'.repeat(2000)}`
  const session = valueOf(
    await preview(world, open, {
      'notes.csv': 'a,b\n1,2\n',
      'cut.csv': broken,
      ...orders,
    }),
  )
  expect(session.preview.files.map((file) => (file.ok ? file.report.format : file.error.code))).toEqual([
    'unknown-format',
    'unterminated-quote',
    'etsy-sold-orders',
  ])
  await session.commit(() => {})
  const { rows } = await open.book.sales(
    { filter: {}, sort: { by: 'day', descending: true }, from: 0, count: 1 },
    {},
  )
  const detail = await open.book.sale(rows[0]?.key ?? '')
  const origin = detail?.parts.find((part) => part.origin)?.origin
  if (!origin) throw new Error('a sale without an origin')
  expect(await open.book.sourceRow(origin)).toMatchObject({
    fileName: 'etsy-sold-orders-2024.csv',
    row: origin.row,
    cells: expect.arrayContaining([detail?.label]),
  })
  await open.close()
})

test('files of which none can be read are refused, each with its reason', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const refused = await preview(world, open, { 'empty.csv': '', 'notes.csv': 'a,b\n1,2\n' })
  expect(refused).toMatchObject({ ok: false, error: { code: 'no-readable-file' } })
  if (refused.ok || refused.error.code !== 'no-readable-file') throw new Error('not refused')
  expect(refused.error.files.map((file) => !file.ok && file.error.code)).toEqual([
    'empty-file',
    'unknown-format',
  ])
  expect(await open.db.pages.count()).toBe(0)
  await open.close()
})

test('refused rows come back as a file that can be corrected and imported', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const text = fixture('etsy-sold-orders-2024.csv').toString()
  const damaged = text.replace('03/28/24,3105550130', 'someday,3105550130')
  const session = valueOf(await preview(world, open, { 'orders.csv': damaged }))
  expect((await session.refused(0, 0, 10)).map(({ row, code, text: read }) => ({ row, code, read }))).toEqual(
    [{ row: 2, code: 'unreadable-date', read: 'someday' }],
  )
  const refusedCsv = await session.refusedCsv(0)
  await session.commit(() => {})
  await bring(world, open, { 'corrected.csv': refusedCsv.replace('someday', '03/28/24') })
  const mended = await open.book.summary()
  await open.close()
  await emptyStorage()
  const whole = createTestWorld()
  const other = await openTestBrand(whole)
  await bring(whole, other, { 'orders.csv': text })
  expect(mended).toEqual(await other.book.summary())
  await other.close()
})
