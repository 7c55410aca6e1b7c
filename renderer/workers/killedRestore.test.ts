import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUp } from '#data/backup/backUp.ts'
import { listDeletedBrands } from '#data/deletedBrands.ts'
import { restoreBackup } from '#data/backup/restoreBackup.ts'
import { schemaVersion } from '#data/database.ts'
import { saveRate } from '#data/rates.ts'
import { listBrands } from '#data/registry.ts'
import { startApp } from '#data/start.ts'
import type { Api } from '#shared/ipc/contract.ts'
import { dumpDatabase, loadDatabase } from './rawDatabase.ts'
import type { RawDatabase } from './rawDatabase.ts'
import { bring, createTestWorld, emptyStorage, openTestBrand, servicesOf, valueOf } from './testWorld.ts'
import type { TestWorld } from './testWorld.ts'

const orders = readFileSync('tests/fixtures/commerce/etsy-sold-orders-2024.csv', 'utf8')
  .split('\n')
  .slice(0, 4)
  .join('\n')

/** Counts every touch of the storage engine and every message; from the `last` one on, none is answered any more. */
const life = { steps: 0, last: Infinity }
function step(): void {
  if (++life.steps > life.last) throw new DOMException('killed', 'InvalidStateError')
}
const mortals = [
  [IDBDatabase.prototype, 'transaction'],
  [IDBFactory.prototype, 'open'],
  [IDBFactory.prototype, 'deleteDatabase'],
] as const
const immortal = mortals.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name) ?? {})
beforeAll(() => {
  for (const [at, [owner, name]] of mortals.entries())
    Object.defineProperty(owner, name, {
      ...immortal[at],
      value: function (this: object, ...request: readonly unknown[]): unknown {
        if (!request.includes('versionchange')) step() // those are the engine's own, within an opening
        return Reflect.apply(immortal[at]?.value, this, request)
      },
    })
})
afterAll(() => {
  for (const [at, [owner, name]] of mortals.entries()) Object.defineProperty(owner, name, immortal[at] ?? {})
})

const mortal = (api: Api): Api =>
  new Proxy(api, {
    get: (target, name: keyof Api) => {
      const send: unknown = target[name]
      return async (...input: readonly unknown[]) => {
        step()
        return typeof send === 'function' ? send(...input) : undefined
      }
    },
  })

type Stored = { readonly world: TestWorld; readonly name: string; readonly databases: readonly RawDatabase[] }

/** A brand with an import, a backup of it, and a rate typed since. */
async function stored(): Promise<Stored> {
  await emptyStorage()
  const world = createTestWorld()
  const open = await openTestBrand(world)
  await bring(world, open, { 'orders.csv': orders })
  const parts = { api: world.api, registry: open.registry, workers: world.workers }
  const { name } = valueOf(await backUp(parts, open.brand, 'by-hand'))
  await saveRate(open.db, { from: 'USD', to: 'EUR', day: '2024-03-01', rate: '0.92' })
  await open.close()
  const names = (await indexedDB.databases()).map((each) => each.name ?? '')
  return { world, name, databases: await Promise.all(names.map(dumpDatabase)) }
}

/** What a start finds: the one brand and all its rows. */
async function found(world: TestWorld): Promise<string> {
  const { registry } = servicesOf(await startApp(world.api))
  const brands = await listBrands(registry)
  const deleted = await listDeletedBrands(registry)
  registry.close()
  expect(brands).toHaveLength(1)
  const [brand] = brands
  const names = (await indexedDB.databases()).map((each) => each.name ?? '')
  const kept = deleted.map(({ brand: { id } }) => `brand:${id}`)
  expect(names.toSorted()).toEqual([`brand:${brand?.id}`, ...kept, 'microbrand'].toSorted())
  const { summaries: _summaries, ...stores } = (await dumpDatabase(`brand:${brand?.id}`)).stores
  return JSON.stringify(stores)
}

async function restoreUntil(
  { world, name, databases }: Stored,
  last: number,
  lost: string | null,
): Promise<boolean> {
  Object.assign(life, { steps: 0, last: Infinity })
  await emptyStorage()
  for (const database of databases) await loadDatabase(database)
  const services = servicesOf(await startApp(world.api))
  const backup = await world.api.openBackup({ name, schema: schemaVersion })
  if (!backup.ok) throw new Error(backup.error.code)
  Object.assign(life, { steps: 0, last })
  const finished = await restoreBackup(
    { api: mortal(world.api), registry: services.registry, workers: world.workers },
    { backup, lost, onProgress: () => {}, leave: async () => {} },
  ).then(
    ({ ok }) => ok,
    () => false,
  )
  Object.assign(life, { steps: 0, last: Infinity })
  services.registry.close()
  return finished
}

test.each([
  ['of a brand that is there', false],
  ['of a brand that is damaged', true],
])('a restore %s, killed at any step, leaves the old brand or the new one whole', async (_, isLost) => {
  const start = await stored()
  const brandId = start.databases.find(({ name }) => name.startsWith('brand:'))?.name.slice(6) ?? ''
  const lost = isLost ? brandId : null
  await restoreUntil(start, 0, lost)
  const before = await found(start.world)
  expect(await restoreUntil(start, Infinity, lost)).toBe(true)
  const after = await found(start.world)
  expect(after).not.toBe(before)
  const outcomes: ('before' | 'after')[] = []
  for (let last = 1, finished = false; !finished && last < 1000; last++) {
    finished = await restoreUntil(start, last, lost)
    const now = await found(start.world)
    expect([before, after], `killed at step ${last}`).toContain(now)
    outcomes.push(now === before ? 'before' : 'after')
  }
  expect(outcomes.at(-1)).toBe('after')
  expect(outcomes).toEqual(outcomes.toSorted((a, b) => (a === b ? 0 : a === 'before' ? -1 : 1))) // once it is there, it stays
  expect(outcomes.filter((each) => each === 'before').length).toBeGreaterThan(30)
})
