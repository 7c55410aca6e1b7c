import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { createBrand, openBrandServices, saveBrand } from '#data/brands.ts'
import { moveBrand } from '#data/brandOrder.ts'
import { deleteBrand, listDeletedBrands, restoreBrand } from '#data/deletedBrands.ts'
import { acceptLoss } from '#data/recovery.ts'
import { listBrands } from '#data/registry.ts'
import type { Services } from '#data/services.ts'
import { startApp } from '#data/start.ts'
import type { Brand } from '#shared/brand/brand.ts'
import { sampleProfile } from '#shared/sample/sampleBrand.ts'
import { bring, createTestWorld, emptyStorage, preview, servicesOf, valueOf } from './testWorld.ts'
import type { TestWorld } from './testWorld.ts'

beforeEach(emptyStorage)

const day = 86_400_000
const orders = 'etsy-sold-orders-2024.csv'
const file = { [orders]: readFileSync(`tests/fixtures/commerce/${orders}`) }

async function begin(world: TestWorld, ...names: readonly string[]) {
  const services = servicesOf(await startApp(world.api))
  const brands: Brand[] = []
  for (const name of names) brands.push(valueOf(await createBrand(services, { ...sampleProfile, name })))
  return { services, brands }
}
async function beginWithTwo(world: TestWorld) {
  const { services, brands } = await begin(world, 'Tide', 'Fern')
  const [tide, fern] = brands
  if (!tide || !fern) throw new Error('there are two')
  return { services, tide, fern }
}
const openIn = async (world: TestWorld, services: Services, brand: Brand) =>
  valueOf(await openBrandServices(services, world.workers, brand))
const namesIn = async ({ registry }: Services) => (await listBrands(registry)).map(({ name }) => name)
const databases = async () => new Set((await indexedDB.databases()).map(({ name }) => name))

/** The next start of the app. */
async function restart(world: TestWorld, before: Services): Promise<Services> {
  before.registry.close()
  return servicesOf(await startApp(world.api))
}

test('a deleted brand is out of the list and comes back with all it held, over a restart', async () => {
  const world = createTestWorld()
  const { services, tide } = await beginWithTwo(world)
  const before = await openIn(world, services, tide)
  await bring(world, before, file)
  const once = await before.book.summary()
  await before.close()
  await deleteBrand(services.registry, tide.id, Date.now())
  expect(await namesIn(services)).toEqual(['Fern'])
  expect(world.told.filter((word) => word.startsWith('shrink'))).toEqual([]) // nothing is gone

  const next = await restart(world, services)
  expect(await namesIn(next)).toEqual(['Fern'])
  expect((await listDeletedBrands(next.registry)).map(({ brand }) => brand)).toEqual([tide])
  expect(await restoreBrand(next.registry, tide.id)).toEqual(tide)
  expect(await namesIn(next)).toEqual(['Tide', 'Fern'])
  const after = await openIn(world, next, tide)
  expect(await after.book.summary()).toEqual(once)
  await after.close()
  next.registry.close()
})

test.each([
  [29, true],
  [31, false],
])('%i days after it was deleted a brand can be restored: %s', async (days, canBe) => {
  const world = createTestWorld()
  const { services, tide, fern } = await beginWithTwo(world)
  await deleteBrand(services.registry, tide.id, Date.now() - days * day)
  const next = await restart(world, services)
  expect((await listDeletedBrands(next.registry)).length).toBe(canBe ? 1 : 0)
  expect((await restoreBrand(next.registry, tide.id))?.name).toBe(canBe ? 'Tide' : undefined)
  const held = ['microbrand', ...(canBe ? [tide, fern] : [fern]).map(({ id }) => `brand:${id}`)]
  expect(await databases()).toEqual(new Set(held))
  expect(world.told.includes('shrink to 0')).toBe(!canBe) // main hears of it before it is gone
  next.registry.close()
})

test('a sample that was removed comes back from the toast, and is gone at the next start', async () => {
  const world = createTestWorld()
  const services = servicesOf(await startApp(world.api))
  const sample = valueOf(await createBrand(services, sampleProfile, true))
  await deleteBrand(services.registry, sample.id, Date.now())
  expect(await listDeletedBrands(services.registry)).toEqual([]) // nobody looks for it there
  expect(await restoreBrand(services.registry, sample.id)).toEqual(sample)
  await deleteBrand(services.registry, sample.id, Date.now())
  const next = await restart(world, services)
  expect(await databases()).toEqual(new Set(['microbrand']))
  next.registry.close()
})

test('a deleted brand whose data vanished is given up, not restored empty', async () => {
  const world = createTestWorld()
  const { services, tide } = await beginWithTwo(world)
  await deleteBrand(services.registry, tide.id, Date.now())
  const brand = { id: tide.id, name: 'Tide', schema: 1, pages: 1, lastSeq: 1, imports: 1, kept: [] }
  await acceptLoss(services, world.workers, { brand, code: 'missing' })
  expect(await listDeletedBrands(services.registry)).toEqual([])
  expect(await restoreBrand(services.registry, tide.id)).toBeNull()
  services.registry.close()
})

test('brands stand where they were moved to, whatever was deleted between', async () => {
  const world = createTestWorld()
  const { services, brands } = await begin(world, 'A', 'B', 'C', 'D')
  const idOf = (name: string) => brands.find((brand) => brand.name === name)?.id ?? ''
  const { registry } = services
  await moveBrand(registry, idOf('D'), 0)
  expect(await namesIn(services)).toEqual(['D', 'A', 'B', 'C'])
  await moveBrand(registry, idOf('D'), 3)
  expect(await namesIn(services)).toEqual(['A', 'B', 'C', 'D'])
  await deleteBrand(registry, idOf('B'), Date.now())
  await moveBrand(registry, idOf('C'), 0)
  expect(await namesIn(services)).toEqual(['C', 'A', 'D'])
  await restoreBrand(registry, idOf('B'))
  expect(await namesIn(services)).toEqual(['C', 'A', 'B', 'D'])
  for (let times = 0; times < 60; times++) await moveBrand(registry, idOf(times % 2 ? 'A' : 'B'), 1)
  expect(await namesIn(services)).toEqual(['C', 'A', 'B', 'D'])
  registry.close()
})

test('the list says what the brand says of itself, also after it was taken back', async () => {
  const world = createTestWorld()
  const { services, tide } = await beginWithTwo(world)
  const open = await openIn(world, services, tide)
  await moveBrand(services.registry, tide.id, 1)
  await saveBrand(open, { ...tide, name: 'Tide & Co', logo: 'data:image/png;base64,iVBORw0KGgo=' })
  expect(await namesIn(services)).toEqual(['Fern', 'Tide & Co'])
  await open.history.undo()
  expect(await namesIn(services)).toEqual(['Fern', 'Tide'])
  expect((await listBrands(services.registry))[1]?.logo).toBeNull()
  await open.close()
  services.registry.close()
})

test('a brand that was kept before there were logos has none', async () => {
  const world = createTestWorld()
  const { services, tide } = await beginWithTwo(world)
  const { logo: _logo, ...older } = tide
  await services.registry.brands.put({ ...older, deleted: false }) // as an older version stored it
  expect((await listBrands(services.registry))[0]).toEqual(tide)
  services.registry.close()
})

test('a file that another brand has is known by its content, unless that brand was deleted', async () => {
  const world = createTestWorld()
  const { services, tide, fern } = await beginWithTwo(world)
  const first = await openIn(world, services, tide)
  const importId = await bring(world, first, file)
  await first.close()
  const second = await openIn(world, services, fern)
  const alreadyIn = async () => {
    const session = valueOf(await preview(world, second, { 'renamed.csv': file[orders] ?? '' }))
    await session.cancel()
    return session.preview.files.flatMap((one) => (one.ok ? one.alreadyIn : []))
  }
  expect(await alreadyIn()).toEqual([{ brand: 'Tide', brandId: tide.id, importId, sameBrand: false }])
  await deleteBrand(services.registry, tide.id, Date.now())
  expect(await alreadyIn()).toEqual([])
  await second.close()
  services.registry.close()
})
