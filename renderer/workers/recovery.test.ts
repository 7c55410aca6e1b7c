import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { openBrandServices } from '#data/brands.ts'
import type { OpenBrand } from '#data/brands.ts'
import { BrandDatabase, schemaVersion } from '#data/database.ts'
import type { StoredPage } from '#data/database.ts'
import { acceptLoss, rebuildFromKept } from '#data/recovery.ts'
import { listBrands } from '#data/registry.ts'
import { saveRate } from '#data/rates.ts'
import { startApp } from '#data/start.ts'
import type { BrandState, Loss } from '#shared/ipc/contract.ts'
import { bring, createTestWorld, emptyStorage, openTestBrand, servicesOf, valueOf } from './testWorld.ts'
import type { TestWorld } from './testWorld.ts'

const file = (name: string) => ({ [name]: readFileSync(`tests/fixtures/commerce/${name}`) })
const orders = file('etsy-sold-orders-2024.csv')
const items = file('etsy-sold-order-items-2024.csv')

beforeEach(emptyStorage)

/** A brand with two imports and a rate, its figures, and what the witness knows of it. */
async function brandWithImports(world: TestWorld) {
  const open = await openTestBrand(world)
  const first = await bring(world, open, orders)
  const second = await bring(world, open, items)
  await saveRate(open.db, { from: 'USD', to: 'EUR', day: '2024-03-01', rate: '0.92' })
  const { from: _from, to: _to, ...before } = await open.book.summary()
  const state = world.witnessed.get(open.brand.id)
  if (!state) throw new Error('no witness')
  return { open, first, second, before, state }
}

const reopen = async (world: TestWorld): Promise<OpenBrand> => openTestBrand(world)

test('a brand whose database vanished is read again from the kept files', async () => {
  const world = createTestWorld()
  const { open, before, state } = await brandWithImports(world)
  await open.close()
  await emptyStorage()
  world.losses = [{ brand: state, code: 'missing' }]
  world.told.length = 0
  const started = await startApp(world.api)
  expect(started.state).toBe('recovery')
  const services = servicesOf(started)
  const rebuilt = valueOf(
    await rebuildFromKept(services, world.workers, { brand: state, code: 'missing' }, () => {}),
  )
  expect(rebuilt).toEqual({ files: 2, sales: before.sales, failed: [] })
  expect(world.told).toEqual(['loss accepted', 'witness']) // all of it was there before the witness heard of any
  services.registry.close()
  world.losses = []
  const again = await reopen(world)
  expect(again.brand).toMatchObject({ id: state.id, name: 'Tide & Fern' })
  expect(await again.book.summary()).toMatchObject(before)
  expect(world.witnessed.get(state.id)?.kept).toEqual(state.kept)
  await again.close()
})

describe('a damaged book page', () => {
  type Damage = (page: StoredPage) => object
  const flipBit: Damage = ({ columns }) => {
    const bytes = columns.slice()
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1
    return { columns: bytes }
  }
  async function damage(db: BrandDatabase, importId: string, how: Damage): Promise<void> {
    const page = await db.pages.get([importId, 1])
    if (!page) throw new Error('no such page')
    await db.pages.put({ ...page, ...how(page) })
  }

  async function damagedBrand(world: TestWorld, how = flipBit) {
    const made = await brandWithImports(world)
    await damage(made.open.db, made.second, how)
    await made.open.close()
    const services = servicesOf(await startApp(world.api))
    const [brand] = await listBrands(services.registry)
    if (!brand) throw new Error('no brand')
    const open = valueOf(await openBrandServices(services, world.workers, brand))
    const loss = await open.loaded
    if (!loss) throw new Error('the damage was not noticed')
    return { ...made, services, open, loss }
  }

  test.each<readonly [string, Damage]>([
    ['of which one bit is another', flipBit],
    ['that ends early', ({ columns }) => ({ columns: columns.slice(0, 100) })],
    ['of zeros', ({ columns }) => ({ columns: new Uint8Array(columns.length) })],
    ['that is no bytes', () => ({ columns: 'bytes' })],
    ['that counts wrongly', ({ entries }) => ({ entries: entries + 1 })],
  ])('%s is noticed, and no figure is shown', async (_, how) => {
    const { open, loss, services } = await damagedBrand(createTestWorld(), how)
    expect(loss.code).toBe('damaged')
    await expect(open.book.summary()).rejects.toThrow('damaged')
    await open.close()
    services.registry.close()
  })

  test('among the rows beside the figures hides the row, not the figures', async () => {
    const world = createTestWorld()
    const { open, second } = await brandWithImports(world)
    const origin = { importId: second, file: 0, row: 2, source: 'items' } as const
    expect((await open.book.sourceRow(origin))?.fileName).toBe('etsy-sold-order-items-2024.csv')
    const details = await open.db.details.get([second, 0])
    if (!details) throw new Error('no details')
    details.bytes[20] = (details.bytes[20] ?? 0) ^ 1
    await open.db.details.put(details)
    expect(await open.book.sourceRow(origin)).toBeNull()
    await open.close()
  })

  test('is written again from the kept files; what was not damaged stays', async () => {
    const world = createTestWorld()
    const { open, services, loss, before, first } = await damagedBrand(world)
    await open.close()
    const rebuilt = valueOf(await rebuildFromKept(services, world.workers, loss, () => {}))
    expect(rebuilt).toEqual({ files: 1, sales: before.sales, failed: [] })
    services.registry.close()
    const again = await reopen(world)
    expect(await again.book.summary()).toMatchObject(before)
    expect((await again.db.imports.toArray()).map(({ id }) => id)).toContain(first)
    expect(await again.db.rates.count()).toBe(1)
    await again.close()
  })

  test('is given up with its import when the person goes on without', async () => {
    const world = createTestWorld()
    const { open, services, loss, second } = await damagedBrand(world)
    await open.close()
    await acceptLoss(services, world.workers, loss)
    services.registry.close()
    const again = await reopen(world)
    expect((await again.book.summary()).sales).toBe(14) // the orders alone
    expect((await again.db.imports.get(second))?.status).toBe('swept')
    expect(world.told).toContain('loss accepted')
    await again.close()
  })

  test('whose file is not kept either stays until the person goes on without', async () => {
    const world = createTestWorld()
    const { open, services, loss, second } = await damagedBrand(world)
    world.kept.clear()
    await open.close()
    const rebuilt = await rebuildFromKept(services, world.workers, loss, () => {})
    expect(rebuilt).toEqual({ ok: false, error: { code: 'nothing-kept' } })
    const db = new BrandDatabase(loss.brand.id)
    expect((await db.imports.get(second))?.status).toBe('done')
    db.close()
    services.registry.close()
  })
})

test('a kept file that is gone is named, and what the others hold comes back', async () => {
  const world = createTestWorld()
  const { open, state } = await brandWithImports(world)
  await open.close()
  await emptyStorage()
  world.kept.delete(state.kept[1]?.sha256 ?? '')
  const services = servicesOf(await startApp(world.api))
  const rebuilt = await rebuildFromKept(services, world.workers, { brand: state, code: 'missing' }, () => {})
  expect(valueOf(rebuilt)).toEqual({ files: 1, sales: 14, failed: ['etsy-sold-order-items-2024.csv'] })
  services.registry.close()
})

test('book pages that are gone are as good as damaged', async () => {
  const world = createTestWorld()
  const { open, second, before, state } = await brandWithImports(world)
  await open.db.pages
    .where('importId')
    .equals(second)
    .delete()
    .catch(() => open.db.pages.filter((page) => page.importId === second).delete())
  await open.close()
  const loss: Loss = { brand: state, code: 'fewer-pages' }
  const services = servicesOf(await startApp(world.api))
  valueOf(await rebuildFromKept(services, world.workers, loss, () => {}))
  services.registry.close()
  const again = await reopen(world)
  expect(await again.book.summary()).toMatchObject(before)
  await again.close()
})

test('the start reports what is there: pages, last change, and brands that are known but gone', async () => {
  const world = createTestWorld()
  const { open, state } = await brandWithImports(world)
  const orphan = (await open.db.pages.toArray())[0]
  if (orphan) await open.db.pages.put({ ...orphan, importId: 'of an import that was never committed' })
  await open.close()
  const reported: Parameters<TestWorld['api']['reportDatabases']>[0][] = []
  const api = {
    ...world.api,
    appInfo: world.api.appInfo,
    reportDatabases: async (found: (typeof reported)[number]) => (
      reported.push(found),
      { losses: [], wasCutOff: false }
    ),
  }
  servicesOf(await startApp(api)).registry.close()
  await new BrandDatabase(state.id).delete()
  servicesOf(await startApp(api)).registry.close()
  const there = {
    id: state.id,
    schema: schemaVersion,
    pages: state.pages,
    lastSeq: state.lastSeq,
    code: 'fine',
  }
  expect(reported).toEqual([
    { registry: 'fine', found: [there] },
    { registry: 'fine', found: [{ id: state.id, schema: null, pages: 0, lastSeq: 0, code: 'missing' }] },
  ])
})

test('a brand whose place in the list was lost is listed again, as it describes itself', async () => {
  const world = createTestWorld()
  const { open, before } = await brandWithImports(world)
  await open.close()
  indexedDB.deleteDatabase('microbrand')
  const again = await reopen(world)
  expect(again.brand).toMatchObject({ id: open.brand.id, name: 'Tide & Fern', accent: open.brand.accent })
  expect(await again.book.summary()).toMatchObject(before)
  await again.close()
})

const shape = ({ pages, lastSeq }: BrandState) => ({ pages, lastSeq })
test('rebuilding a brand that lost nothing changes nothing', async () => {
  const world = createTestWorld()
  const { open, state, before } = await brandWithImports(world)
  await open.close()
  const services = servicesOf(await startApp(world.api))
  expect(
    valueOf(await rebuildFromKept(services, world.workers, { brand: state, code: 'behind' }, () => {})),
  ).toEqual({ files: 0, sales: before.sales, failed: [] })
  services.registry.close()
  expect(shape(world.witnessed.get(state.id) ?? state)).toEqual(shape(state))
})
