import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import type { OpenBrand } from '#data/brands.ts'
import type { ImportSession } from '#data/services.ts'
import type { Api } from '#shared/ipc/contract.ts'
import { listImports } from '#data/importHistory.ts'
import type { Summary } from '#shared/book/questions.ts'
import { bring, createTestWorld, emptyStorage, openTestBrand, preview, valueOf } from './testWorld.ts'
import type { TestWorld } from './testWorld.ts'

const fixture = (name: string) => readFileSync(`tests/fixtures/commerce/${name}`)
const expectedOf = (name: string) => JSON.parse(readFileSync(`tests/fixtures/commerce/${name}`, 'utf8'))
const etsy = [
  'etsy-sold-order-items-2024.csv',
  'etsy-sold-orders-2024.csv',
  'etsy_statement_2024_3.csv',
  'EtsyDirectCheckoutPayments2024-3.csv',
] as const
const filesOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, fixture(name)]))

const money = (text: string): number => Number(text.replace('.', ''))
const figures = ({ counted, uncounted, waiting, sales, lines, units, buyers, listings }: Summary) => ({
  counted,
  uncounted,
  waiting,
  sales,
  lines,
  units,
  buyers,
  listings,
})
const nothing = {
  counted: {},
  uncounted: {},
  waiting: {},
  sales: 0,
  lines: 0,
  units: 0,
  buyers: 0,
  listings: 0,
}

beforeEach(emptyStorage)

test('an import shows the totals of its file, and again after a restart', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const expected = expectedOf('etsy-sold-orders-2024.expected.json')
  await bring(world, open, filesOf(['etsy-sold-orders-2024.csv']))
  const before = await open.book.summary()
  for (const currency of ['USD', 'EUR']) {
    const told = expected.totals[currency]
    expect(before.counted[currency]).toMatchObject({
      gross: money(told.itemsGross),
      discounts: money(told.discounts),
      shipping: money(told.shipping),
      refunds: money(told.refundsGross),
      fees: money(told.processingFees) - money(told.feesCredited),
      kept: money(told.netAfterRefunds),
    })
  }
  expect(before.sales).toBe(expected.counts.orders)
  await open.close()
  const again = await openTestBrand(world)
  expect(await again.book.storedSummary()).toEqual(before)
  expect(await again.book.summary()).toEqual(before)
  await again.close()
})

test('nothing of a previewed import counts, and cancelling it leaves nothing behind', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const session = valueOf(await preview(world, open, filesOf(etsy)))
  expect(session.preview.sales).toEqual({ added: 15, changed: 0, same: 0 })
  expect(figures(await open.book.summary())).toEqual(nothing)
  expect(await open.db.pages.count()).toBeGreaterThan(0)
  await session.cancel()
  expect(await open.db.pages.count()).toBe(0)
  expect(await open.db.details.count()).toBe(0)
  expect(await open.db.imports.count()).toBe(0)
  await open.close()
})

test('the preview promises what the commit brings', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const first = valueOf(await preview(world, open, filesOf(['etsy-sold-orders-2024.csv'])))
  await first.commit(() => {})
  const after = await open.book.summary()
  expect(after.counted).toEqual(first.preview.change.counted)
  const second = valueOf(await preview(world, open, filesOf(['etsy_statement_2024_3.csv'])))
  await second.commit(() => {})
  const both = await open.book.summary()
  const promised = (name: 'fees' | 'kept') =>
    (after.counted.USD?.[name] ?? 0) + (second.preview.change.counted.USD?.[name] ?? 0)
  expect([both.counted.USD?.fees, both.counted.USD?.kept]).toEqual([promised('fees'), promised('kept')])
  expect(second.preview.waiting).toBeGreaterThan(0)
  expect((await open.book.waiting(0, 100)).total).toBe(second.preview.waiting)
  await open.close()
})

describe('the files of one month', () => {
  const orders = [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [2, 0, 3, 1],
    [1, 3, 0, 2],
  ]
  test('give the same sales, fees and refunds in every order, at once or one by one', async () => {
    const results: object[] = []
    for (const order of orders) {
      await emptyStorage()
      const world = createTestWorld()
      const open = await openTestBrand(world)
      for (const at of order) await bring(world, open, filesOf([etsy[at] ?? '']))
      results.push(figures(await open.book.summary()))
      await open.close()
    }
    await emptyStorage()
    const world = createTestWorld()
    const open = await openTestBrand(world)
    await bring(world, open, filesOf(etsy))
    results.push(figures(await open.book.summary()))
    await open.close()
    // worked out by hand from the four fixtures
    expect(results[0]).toMatchObject({
      sales: 15,
      counted: {
        USD: { gross: 44700, discounts: 2115, shipping: 11220, refunds: 6650, fees: 3294, kept: 44251 },
        EUR: { fees: 205, kept: 4785 },
      },
    })
    for (const result of results) expect(result).toEqual(results[0])
  })
})

test('importing the same files again changes no figure, and says so before', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const first = await bring(world, open, filesOf(etsy))
  const once = figures(await open.book.summary())
  const session = valueOf(await preview(world, open, filesOf(etsy)))
  expect(session.preview.sales).toMatchObject({ added: 0, changed: 0 })
  expect(session.preview.files.map((file) => file.ok && file.alreadyIn)).toEqual(
    etsy.map(() => [{ brand: 'Tide & Fern', brandId: open.db.brandId, importId: first, sameBrand: true }]),
  )
  await session.commit(() => {})
  expect(figures(await open.book.summary())).toEqual(once)
  await open.close()
})

test('undo shows what was there before, undoing the undo what was there after, also over a restart', async () => {
  const world = createTestWorld()
  let open = await openTestBrand(world)
  await bring(world, open, filesOf(['etsy-sold-orders-2024.csv']))
  const before = figures(await open.book.summary())
  const importId = await bring(
    world,
    open,
    filesOf(['etsy_statement_2024_3.csv', 'etsy-sold-order-items-2024.csv']),
  )
  const after = figures(await open.book.summary())
  expect(valueOf(await open.undoImport(importId))).toBeNull()
  expect(figures(await open.book.summary())).toEqual(before)
  open = await restart(world, open)
  expect(figures(await open.book.summary())).toEqual(before)
  expect(valueOf(await open.redoImport(importId))).toBeNull()
  expect(figures(await open.book.summary())).toEqual(after)
  open = await restart(world, open)
  expect(figures(await open.book.summary())).toEqual(after)
  expect((await listImports(open.db)).map(({ status }) => status)).toEqual(['done', 'done'])
  await open.close()
})

async function restart(world: ReturnType<typeof createTestWorld>, open: OpenBrand): Promise<OpenBrand> {
  await open.close()
  return openTestBrand(world)
}

test('what was undone longer ago than thirty days is swept, and the witness is told first', async () => {
  const world = createTestWorld()
  let open = await openTestBrand(world)
  const importId = await bring(world, open, filesOf(['etsy-sold-orders-2024.csv']))
  await open.undoImport(importId)
  const record = await open.db.imports.get(importId)
  if (!record) throw new Error('no record')
  await open.db.imports.put({ ...record, undoneAt: new Date(Date.now() - 31 * 86_400_000).toISOString() })
  open = await restart(world, open)
  expect(world.told.slice(-2)).toEqual(['shrink to 0', 'witness'])
  expect(await open.db.pages.count()).toBe(0)
  expect(await open.redoImport(importId)).toEqual({ ok: false, error: { code: 'swept' } })
  await open.close()
})

test('an import cancelled while it reads leaves the brand as it was', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const controller = new AbortController()
  const going = preview(world, open, filesOf(etsy), controller.signal)
  controller.abort()
  expect(await going).toEqual({ ok: false, error: { code: 'cancelled' } })
  expect(figures(await open.book.summary())).toEqual(nothing)
  await bring(world, open, filesOf(['etsy-sold-orders-2024.csv']))
  expect((await open.book.summary()).sales).toBe(14)
  expect(await open.db.pages.count()).toBe((await listImports(open.db))[0]?.pages)
  await open.close()
})

test('a second shop of the same channel keeps its name apart, and the only shop needs none', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const [file] = world.choose(filesOf(['etsy-sold-orders-2024.csv']))
  if (!file) throw new Error('no file')
  const signal = new AbortController().signal
  const named = valueOf(
    await open.startImport({
      files: [file],
      accounts: { [file.handle]: 'Tide shop' },
      onProgress: () => {},
      signal,
    }),
  )
  await named.commit(() => {})
  const unnamed = valueOf(await preview(world, open, filesOf(['etsy_statement_2024_3.csv'])))
  expect(unnamed.preview.files[0]).toMatchObject({ ok: true, account: 'Tide shop' })
  await unnamed.cancel()
  await open.close()
})

test('the witness knows pages, imports and kept files after every commit', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const importId = await bring(world, open, filesOf(['etsy-sold-orders-2024.csv']))
  const pages = await open.db.pages.count()
  expect(world.witnessed.get(open.brand.id)).toMatchObject({
    name: 'Tide & Fern',
    pages,
    lastSeq: 2,
    imports: 1,
    kept: [{ name: 'etsy-sold-orders-2024.csv', account: '' }],
  })
  expect(world.kept.size).toBe(1)
  await open.undoImport(importId)
  expect(world.witnessed.get(open.brand.id)).toMatchObject({ pages, lastSeq: 3, imports: 1, kept: [] })
  await open.close()
})

/** A world in which one message to main, or one call of the book, fails from now on. */
function failing(world: TestWorld, name: 'witness' | 'keepFiles' | 'adoptImport') {
  const fails = { now: false }
  const broken = async () => {
    throw new Error('the machine failed')
  }
  const api = new Proxy(world.api, {
    get: (target, key: keyof Api) => (fails.now && key === name ? broken : target[key]),
  })
  const startBook = () => {
    const book = world.workers.startBook()
    const adoptImport: typeof book.adoptImport = (id) =>
      fails.now && name === 'adoptImport' ? broken() : book.adoptImport(id)
    return { ...book, adoptImport }
  }
  return { world: { ...world, api, workers: { ...world.workers, startBook } }, fails }
}
const etsyOrders = ['etsy-sold-orders-2024.csv']
const failure = async (session: ImportSession) => {
  const committed = await session.commit(() => {})
  return committed.ok ? null : committed.error
}

test('an import of which the witness cannot be told is stored, counts, says so and can be undone', async () => {
  const { world, fails } = failing(createTestWorld(), 'witness')
  const open = await openTestBrand(world)
  const session = valueOf(await preview(world, open, filesOf(etsyOrders)))
  fails.now = true
  const { importId } = session.preview
  expect(await session.commit(() => {})).toEqual({ ok: true, value: { importId, unwitnessed: true } })
  expect(await open.book.summary()).toMatchObject({ sales: session.preview.sales.added })
  fails.now = false
  expect(await open.history.undo()).toMatchObject({ ok: true })
  expect(await open.book.summary()).toMatchObject({ sales: 0 })
  await open.close()
})

test('an import the book cannot take in is stored, says so, and is there after a restart', async () => {
  const { world, fails } = failing(createTestWorld(), 'adoptImport')
  const open = await openTestBrand(world)
  const session = valueOf(await preview(world, open, filesOf(etsyOrders)))
  fails.now = true
  expect(await failure(session)).toMatchObject({ code: 'stored-not-shown' })
  await session.cancel() // as the dialog does: what is stored stays
  await open.close()
  fails.now = false
  const again = await openTestBrand(world)
  expect(await again.book.summary()).toMatchObject({ sales: session.preview.sales.added })
  await again.close()
})

test('what breaks before the import is stored changes nothing, and says so', async () => {
  const { world, fails } = failing(createTestWorld(), 'keepFiles')
  const open = await openTestBrand(world)
  const session = valueOf(await preview(world, open, filesOf(etsyOrders)))
  fails.now = true
  expect(await failure(session)).toMatchObject({ code: 'broken' })
  await session.cancel()
  expect(await open.db.imports.count()).toBe(0)
  expect(await open.db.pages.count()).toBe(0)
  await open.close()
})

test('a storage that no longer answers leaves open what became of the import', async () => {
  const { world, fails } = failing(createTestWorld(), 'adoptImport')
  const open = await openTestBrand(world)
  const session = valueOf(await preview(world, open, filesOf(etsyOrders)))
  fails.now = true
  open.db.imports.hook('reading', () => {
    throw new Error('unreadable')
  })
  expect(await failure(session)).toMatchObject({ code: 'outcome-unknown' })
  await open.close()
})
