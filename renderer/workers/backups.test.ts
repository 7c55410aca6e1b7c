import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { backUp, backUpDue } from '#data/backup/backUp.ts'
import { backUpOutdated, outdatedBrands } from '#data/backup/beforeUpgrade.ts'
import { backupsOf, kinshipOf, knownIds } from '#data/backup/lostBackups.ts'
import { restoreLost } from '#data/backup/restoreLost.ts'
import { restoreBackup } from '#data/backup/restoreBackup.ts'
import type { OpenedBackup, Restored } from '#data/backup/restoreBackup.ts'
import { lastingId } from '#data/backup/lastingId.ts'
import { commit } from '#data/commit.ts'
import { listDeletedBrands, restoreBrand } from '#data/deletedBrands.ts'
import { BrandDatabase, schemaVersion } from '#data/database.ts'
import { createBrand } from '#data/brands.ts'
import type { OpenBrand } from '#data/brands.ts'
import { listBrands, readPreferences, Registry } from '#data/registry.ts'
import { saveRate } from '#data/rates.ts'
import { startApp } from '#data/start.ts'
import type { Manifest } from '#shared/backup/manifest.ts'
import { ok } from '#shared/result.ts'
import { sampleProfile } from '#shared/sample/sampleBrand.ts'
import { dumpDatabase, loadDatabase } from './rawDatabase.ts'
import {
  bring,
  createTestWorld,
  emptyStorage,
  openTestBrand,
  preview,
  servicesOf,
  valueOf,
} from './testWorld.ts'
import type { TestWorld } from './testWorld.ts'

const file = (name: string) => ({ [name]: readFileSync(`tests/fixtures/commerce/${name}`) })
const orders = file('etsy-sold-orders-2024.csv')
const items = file('etsy-sold-order-items-2024.csv')

beforeEach(emptyStorage)

const partsOf = (world: TestWorld, open: OpenBrand) => ({
  api: world.api,
  registry: open.registry,
  workers: world.workers,
})

async function brandWithSales(world: TestWorld) {
  const open = await openTestBrand(world)
  await bring(world, open, orders)
  await saveRate(open.db, { from: 'USD', to: 'EUR', day: '2024-03-01', rate: '0.92' })
  return open
}

const backedUp = async (world: TestWorld, open: OpenBrand) =>
  valueOf(await backUp(partsOf(world, open), open.brand, 'by-hand'))

async function look(world: TestWorld, name: string): Promise<OpenedBackup> {
  const opened = await world.api.openBackup({ name, schema: schemaVersion })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened
}

const restore = async (world: TestWorld, open: OpenBrand, backup: OpenedBackup, lost: string | null = null) =>
  restoreBackup(partsOf(world, open), { backup, lost, onProgress: () => {}, leave: open.close })

/** Every row of a brand's database, but for what is counted from the rest. */
async function rowsOf(brandId: string): Promise<object> {
  const { summaries: _summaries, ...stores } = (await dumpDatabase(`brand:${brandId}`)).stores
  return stores
}

test('a backup holds every table, every page by its hash, and no summary', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  const backup = await backedUp(world, open)
  const pages = await open.db.pages.toArray()
  const [held] = world.backups.held.values()
  expect(backup.about?.rows).toMatchObject({
    imports: 1,
    rates: 1,
    pages: pages.length,
    details: pages.length,
  })
  expect(Object.keys(backup.about?.rows ?? {}).toSorted()).toEqual(
    open.db.tables
      .map(({ name }) => name)
      .filter((name) => name !== 'summaries')
      .toSorted(),
  )
  for (const { columns, columnsSha256, detailsSha256 } of pages) {
    expect(held?.entries.get(`bytes/${columnsSha256}`)).toEqual(columns)
    expect(held?.entries.has(`bytes/${detailsSha256}`)).toBe(true)
  }
  expect(backup.about).toMatchObject({
    reason: 'by-hand',
    schema: schemaVersion,
    brand: { id: open.brand.id, database: open.brand.id, name: 'Tide & Fern' },
    pages: pages.length,
    sales: { count: 14 },
  })
  await open.close()
})

test('a restored brand has every row of the backup, its figures, and what came later is in a backup taken first', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  const before = await open.book.summary()
  const rows = await rowsOf(open.brand.id)
  const { name } = await backedUp(world, open)
  await bring(world, open, items)
  const later = await rowsOf(open.brand.id)
  const { brand, before: kept } = valueOf(await restore(world, open, await look(world, name)))
  expect(kept?.about).toMatchObject({ reason: 'before-restore', rows: { imports: 2 } })
  expect(await rowsOf(brand.id)).toEqual(rows)
  expect((await indexedDB.databases()).map((each) => each.name)).toEqual(['microbrand', `brand:${brand.id}`])
  const again = await openTestBrand(world)
  expect(again.brand.id).toBe(brand.id)
  expect(await again.book.summary()).toEqual(before)
  expect((await readPreferences(again.registry)).lastBrand).toBe(brand.id)
  // and back to what was there before the restore
  const back = valueOf(await restore(world, again, await look(world, kept?.name ?? '')))
  expect(await rowsOf(back.brand.id)).toEqual(later)
})

test('the witness hears that the old brand may go before it goes, and what the new one holds', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  const { name } = await backedUp(world, open)
  world.told.length = 0
  const { brand } = valueOf(await restore(world, open, await look(world, name)))
  expect(world.told).toEqual(['shrink to 0', 'witness'])
  expect(world.witnessed.get(brand.id)).toMatchObject({ name: 'Tide & Fern', imports: 1 })
})

test('a brand that is not there is added beside the others', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  const { name } = await backedUp(world, open)
  await open.close()
  await emptyStorage()
  const services = servicesOf(await startApp(world.api))
  const other = valueOf(await createBrand(services, { ...sampleProfile, name: 'Juniper & Clay' }))
  const restored = valueOf(
    await restoreBackup(
      { ...services, workers: world.workers },
      { backup: await look(world, name), lost: null, onProgress: () => {}, leave: async () => {} },
    ),
  )
  expect(restored.before).toBeNull()
  expect((await listBrands(services.registry)).map((brand) => [brand.id, brand.name, brand.order])).toEqual([
    [other.id, 'Juniper & Clay', 0],
    [restored.brand.id, 'Tide & Fern', 1],
  ])
  services.registry.close()
})

test('backups made before and after a restore are of the same brand', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  const { name, about } = await backedUp(world, open)
  await bring(world, open, items)
  valueOf(await restore(world, open, await look(world, name)))
  const again = await openTestBrand(world)
  const later = await backedUp(world, again)
  expect(later.about?.brand).toEqual({ ...about?.brand, database: again.brand.id })
  const { brand } = valueOf(await restore(world, again, await look(world, later.name)))
  const last = await openTestBrand(world)
  expect((await listBrands(last.registry)).map(({ id }) => id)).toEqual([brand.id])
  await last.close()
})

test('nothing is done while nothing changed, and nothing for a brand in which nothing was done', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  expect(await backUp(partsOf(world, open), open.brand, 'quit')).toEqual({
    ok: false,
    error: { code: 'empty' },
  })
  await bring(world, open, orders)
  await backedUp(world, open)
  expect(await backUp(partsOf(world, open), open.brand, 'quit')).toEqual({
    ok: false,
    error: { code: 'unchanged' },
  })
  await saveRate(open.db, { from: 'USD', to: 'EUR', day: '2024-03-02', rate: '0.92' })
  expect((await backUp(partsOf(world, open), open.brand, 'quit')).ok).toBe(true)
  await open.close()
})

test('once a day each brand that changed is backed up', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  const parts = partsOf(world, open)
  const day = (moment: Date) => moment.toISOString().slice(0, 10)
  const now = new Date()
  const tomorrow = new Date(now.getTime() + 86_400_000)
  await backUpDue(parts, day, now)
  expect([...world.backups.held.values()].map(({ manifest }) => manifest.reason)).toEqual(['daily'])
  await saveRate(open.db, { from: 'USD', to: 'EUR', day: '2024-03-02', rate: '0.92' })
  await backUpDue(parts, day, now)
  expect(world.backups.held.size).toBe(1) // of today there is one
  await backUpDue(parts, day, tomorrow)
  expect(world.backups.held.size).toBe(2)
  await open.close()
})

test('a pending import is not in a backup, and an undone one is', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  const first = await bring(world, open, orders)
  await open.undoImport(first)
  const session = valueOf(await preview(world, open, items))
  const backup = await backedUp(world, open)
  expect(backup.about?.pages).toBe((await open.db.imports.get(first))?.pages)
  await session.cancel()
  const { brand } = valueOf(await restore(world, open, await look(world, backup.name)))
  const again = await openTestBrand(world)
  expect((await again.book.summary()).sales).toBe(0)
  valueOf(await again.redoImport(first))
  expect((await again.book.summary()).sales).toBe(14)
  expect(again.brand.id).toBe(brand.id)
  await again.close()
})

test('a backup made while somebody works holds the brand as it was after one change', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  let day = 1
  world.backups.onPart = async () => {
    if (day <= 4) await saveRate(open.db, { from: 'USD', to: 'EUR', day: `2024-04-0${day++}`, rate: '0.9' })
  }
  const { about } = await backedUp(world, open)
  const [held] = world.backups.held.values()
  const changes = new TextDecoder().decode(held?.entries.get('tables/changes.ndjson')).trimEnd().split('\n')
  const rates = new TextDecoder().decode(held?.entries.get('tables/rates.ndjson')).trimEnd().split('\n')
  expect(day).toBe(5)
  expect(about?.rows.rates).toBe(rates.length)
  expect(changes.filter((line) => line.includes('"save rate"')).length).toBe(rates.length)
  await open.close()
})

describe('a backup that is not what it says', () => {
  const change =
    (how: (manifest: Manifest, entries: Map<string, Uint8Array>) => Manifest | void) =>
    async (world: TestWorld, name: string) => {
      const held = world.backups.held.get(name)
      if (!held) throw new Error('no backup')
      const entries = new Map(held.entries)
      const manifest = how(held.manifest, entries) ?? held.manifest
      world.backups.held.set(name, { manifest, entries })
    }
  const text = (entries: Map<string, Uint8Array>, table: string, replace: (lines: string) => string) => {
    const name = `tables/${table}.ndjson`
    entries.set(name, new TextEncoder().encode(replace(new TextDecoder().decode(entries.get(name)))))
  }
  test.each([
    [
      'another rate',
      'wrong-hash',
      change((_, entries) => text(entries, 'rates', (lines) => lines.replace('0.92', '9.92'))),
    ],
    ['a rate less', 'wrong-hash', change((_, entries) => text(entries, 'rates', () => ''))],
    [
      'a row without its key',
      'unfit-rows',
      change((_, entries) => text(entries, 'rates', (lines) => lines.replace('"id"', '"di"'))),
    ],
    [
      'a row with the key __proto__',
      'unsafe-key',
      change((_, entries) =>
        text(entries, 'rates', (lines) => lines.replace('"from"', '"__proto__":{},"from"')),
      ),
    ],
    [
      'a table less',
      'unfit-rows',
      change((manifest) => ({
        ...manifest,
        entries: manifest.entries.filter(({ name }) => !name.includes('rates')),
      })),
    ],
    [
      'a table nobody knows',
      'unfit-rows',
      change((manifest) => ({
        ...manifest,
        entries: [
          ...manifest.entries,
          { name: 'tables/spells.ndjson', size: 0, sha256: '0'.repeat(64), rows: 0 },
        ],
      })),
    ],
    [
      'other bytes of a page',
      'wrong-hash',
      change((_, entries) => {
        const [page = ''] = [...entries.keys()].filter((name) => name.startsWith('bytes/'))
        entries.set(page, new Uint8Array(40))
      }),
    ],
    [
      'no description of the brand',
      'wrong-hash',
      change((_, entries) => text(entries, 'settings', () => '')),
    ],
  ] as const)('%s: nothing is restored, and nothing changed', async (_, code, damage) => {
    const world = createTestWorld()
    const open = await brandWithSales(world)
    const { name } = await backedUp(world, open)
    await damage(world, name)
    const rows = await rowsOf(open.brand.id)
    const restored = await restore(world, open, await look(world, name))
    expect(restored).toEqual({ ok: false, error: { code } })
    expect(await rowsOf(open.brand.id)).toEqual(rows)
    expect((await indexedDB.databases()).map((each) => each.name)).toEqual([
      'microbrand',
      `brand:${open.brand.id}`,
    ])
    expect((await listBrands(open.registry)).map(({ id }) => id)).toEqual([open.brand.id])
    await open.close()
  })
})

test('a damaged page is not backed up as if it were whole', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  const page = await open.db.pages.toCollection().first()
  if (!page) throw new Error('no page')
  await open.db.pages.put({ ...page, columns: new Uint8Array(page.columns.length) })
  expect(await backUp(partsOf(world, open), open.brand, 'quit')).toEqual({
    ok: false,
    error: { code: 'damaged' },
  })
  expect(world.backups.held.size).toBe(0)
  expect(world.backups.trouble).toMatchObject({ reason: 'quit', code: 'damaged' })
  await open.close()
})

test('a disk that is full is told as that, and nothing is left', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  world.backups.fail = 'disk-full'
  expect(await backUp(partsOf(world, open), open.brand, 'quit')).toEqual({
    ok: false,
    error: { code: 'disk-full' },
  })
  const [name] = world.backups.held.keys()
  expect(name).toBeUndefined()
  await open.close()
})

test.each(Array.from({ length: schemaVersion }, (_, at) => at + 1))(
  'a database of version %i is backed up as it is, and its backup restored by the present app',
  async (version) => {
    const stored = JSON.parse(readFileSync(`tests/fixtures/databases/v${version}.json`, 'utf8'))
    await loadDatabase(stored.brand)
    await loadDatabase(stored.registry)
    const brandId = stored.brand.name.replace('brand:', '')
    const world = createTestWorld()
    const worker = world.workers.startBackup()
    const found = valueOf(await worker.find(brandId))
    expect(found.schema).toBe(version)
    const begun = await world.api.beginBackup({
      ...{ schema: found.schema, lastChange: found.lastChange, pages: found.pages, sales: found.sales },
      reason: 'before-upgrade',
      brand: { id: brandId, database: brandId, name: 'Tide & Fern' },
    })
    if (!begun.ok) throw new Error(begun.error.code)
    const sent = valueOf(await worker.send(brandId, begun.handle, () => {}))
    const finished = await world.api.finishBackup({ handle: begun.handle, ...sent })
    expect(finished.ok && finished.backup.about?.schema).toBe(version)
    expect(await dumpDatabase(stored.brand.name)).toEqual(stored.brand) // it was only read
    await emptyStorage()
    const services = servicesOf(await startApp(world.api))
    const restored = valueOf(
      await restoreBackup(
        { ...services, workers: world.workers },
        {
          backup: await look(world, finished.ok ? finished.backup.name : ''),
          lost: null,
          onProgress: () => {},
          leave: async () => {},
        },
      ),
    )
    services.registry.close()
    const open = await openTestBrand(world)
    expect(open.brand.id).toBe(restored.brand.id)
    // worked out by hand from the three orders it holds: see storedDatabases.test.ts
    expect(await open.book.summary()).toMatchObject({
      sales: 3,
      counted: { USD: { gross: 9150, kept: 9365 } },
    })
    expect(open.db.verno).toBe(schemaVersion)
    await open.close()
  },
)

test('a backup of a newer schema is refused before anything is touched', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  const { name } = await backedUp(world, open)
  const opened = await world.api.openBackup({ name, schema: schemaVersion - 1 })
  expect(opened).toEqual({ ok: false, error: { code: 'newer-schema' } })
  await open.close()
})

test('whatever records there are, the restored ones are the same', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 40 }),
  )
  const record = fc.dictionary(
    fc.oneof(fc.string(), fc.constantFrom('__proto__', '$bytes', '$entries')).filter((key) => key !== 'id'),
    fc.oneof(value, fc.array(value, { maxLength: 3 }), fc.dictionary(fc.string(), value, { maxKeys: 3 })),
    { maxKeys: 5, noNullPrototype: true },
  )
  const tables = ['assignments', 'rates', 'products', 'clients', 'rules', 'views', 'attachments'] as const
  const writes = fc.array(fc.tuple(fc.constantFrom(...tables), fc.string({ minLength: 1 }), record), {
    maxLength: 12,
  })
  const [from, to] = ['00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000009']
  const { name, ...profile } = sampleProfile
  const described = { ...profile, name, createdAt: '2024-04-02T00:00:00.000Z', sample: false }
  await fc.assert(
    fc.asyncProperty(writes, async (made) => {
      await emptyStorage()
      const world = createTestWorld()
      const db = new BrandDatabase(from)
      await commit(db, 'keep profile', [{ table: 'settings', put: { id: 'profile', value: described } }])
      for (const [table, id, more] of made)
        await commit(db as never, 'any', [{ table, put: { ...more, id } } as never])
      db.close()
      const registry = new Registry()
      const parts = { api: world.api, registry, workers: world.workers }
      const backup = await look(world, valueOf(await backUp(parts, { id: from, name }, 'by-hand')).name)
      registry.close()
      const rows = await rowsOf(from)
      const filled = await world.workers.startBackup().fill(to, backup.handle, backup.manifest, () => {})
      expect(filled).toEqual({ ok: true, value: described })
      expect(isDeepStrictEqual(await rowsOf(to), rows)).toBe(true)
    }),
    { numRuns: 25 },
  )
})

/** What a person finds who starts the app again. */
async function afterRestart(world: TestWorld): Promise<object> {
  const open = await openTestBrand(world)
  const found = { brands: (await listBrands(open.registry)).length, rows: await rowsOf(open.brand.id) }
  await open.close()
  return found
}

test('a lost brand comes back from its backup, and the files imported since are read again', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  const { name } = await backedUp(world, open)
  await bring(world, open, items)
  const before = await open.book.summary()
  const state = world.witnessed.get(open.brand.id)
  await open.close()
  await emptyStorage()
  if (!state) throw new Error('no witness')
  const loss = { brand: state, code: 'missing' } as const
  world.losses = [loss]
  const services = servicesOf(await startApp(world.api))
  const { backups } = await world.api.listBackups({})
  const offered = backupsOf(loss, backups, await knownIds(services.registry, [loss]))
  expect([offered.kin, offered.items.map((item) => item.name)]).toEqual(['own', [name]])
  const opening = async () => ok(await look(world, name))
  const restored = valueOf(
    await restoreLost(services, world.workers, { loss, open: opening, isSame: true }, () => {}),
  )
  expect(restored.since).toMatchObject({ files: 1, failed: [] })
  services.registry.close()
  world.losses = []
  const again = await openTestBrand(world)
  const { from, to, ...counted } = before
  expect(await again.book.summary()).toMatchObject({
    sales: counted.sales,
    counted: counted.counted,
    from,
    to,
  })
  expect(await again.db.rates.count()).toBe(1)
  expect((await listBrands(again.registry)).length).toBe(1)
  await again.close()
})

test('what can still be read of a damaged brand stays among the deleted ones, and can be had back', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  const { name } = await backedUp(world, open)
  await saveRate(open.db, { from: 'USD', to: 'GBP', day: '2024-03-02', rate: '0.79' })
  const later = await rowsOf(open.brand.id)
  const state = world.witnessed.get(open.brand.id)
  if (!state) throw new Error('no witness')
  await open.close()
  const services = servicesOf(await startApp(world.api))
  valueOf(
    await restoreBackup(
      { ...services, workers: world.workers },
      { backup: await look(world, name), lost: open.brand.id, onProgress: () => {}, leave: async () => {} },
    ),
  )
  const deleted = await listDeletedBrands(services.registry)
  expect(deleted.map(({ brand: { id, name: called } }) => [id, called])).toEqual([
    [open.brand.id, open.brand.name],
  ])
  expect(await rowsOf(open.brand.id)).toEqual(later)
  // killed before the witness was told, the next start does not take it for lost again
  world.losses = [{ brand: state, code: 'behind' }]
  const again = await startApp(world.api)
  expect(again.state).toBe('ready')
  servicesOf(again).registry.close()
  world.losses = []
  expect((await restoreBrand(services.registry, open.brand.id))?.id).toBe(open.brand.id)
  const both = await listBrands(services.registry)
  expect(both.length).toBe(2)
  const lasting = await Promise.all(both.map(({ id }) => lastingId(services.registry, id)))
  expect(new Set(lasting).size).toBe(2) // each has backups of its own from now on
  services.registry.close()
})

test('a database that does not open is kept, too: another program may be holding it', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  const { name } = await backedUp(world, open)
  const rows = await rowsOf(open.brand.id)
  await open.close()
  const services = servicesOf(await startApp(world.api))
  const held = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (
    this: IDBFactory,
    ...asked
  ) {
    if (asked[0] === `brand:${open.brand.id}`) throw new DOMException('held', 'UnknownError')
    return Reflect.apply(engine?.value, this, asked) as IDBOpenDBRequest
  })
  valueOf(
    await restoreBackup(
      { ...services, workers: world.workers },
      { backup: await look(world, name), lost: open.brand.id, onProgress: () => {}, leave: async () => {} },
    ),
  )
  expect(held.mock.calls.some(([asked]) => asked === `brand:${open.brand.id}`)).toBe(true)
  held.mockRestore()
  expect((await listDeletedBrands(services.registry)).map(({ brand: { id } }) => id)).toEqual([open.brand.id])
  expect(await rowsOf(open.brand.id)).toEqual(rows)
  services.registry.close()
})
const engine = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')

/** Two brands called the same, each restored once: their databases bear other ids than their backups. */
async function twins(world: TestWorld) {
  const open = await brandWithSales(world)
  const { name, about } = await backedUp(world, open)
  if (about === null) throw new Error('a backup that does not say what it is')
  const [brand] = await listBrands(open.registry)
  const restored = valueOf(await restore(world, open, await look(world, name)))
  const twin = { ...about.brand, id: twinId, database: twinId }
  return {
    first: brand?.id ?? '',
    now: restored.brand.id,
    item: await onlyBackup(world),
    twin,
    name: brand?.name ?? '',
  }
}
const twinId = '00000000-0000-7000-8000-000000000001'
const onlyBackup = async (world: TestWorld) => {
  const { backups } = await world.api.listBackups({})
  return backups.slice(-1)
}

test('a lost brand is known by the id it had first, also when the registry is lost with it', async () => {
  const world = createTestWorld()
  const { first, now, item, twin, name } = await twins(world)
  const state = world.witnessed.get(now)
  if (!state) throw new Error('no witness')
  expect(state.lasting).toBe(first)
  await emptyStorage()
  const registry = new Registry()
  const loss = { brand: state, code: 'missing' } as const
  const known = await knownIds(registry, [loss])
  expect(backupsOf(loss, item, known)).toEqual({ kin: 'own', items: item })
  // a brand that is called the same but was another one: only the person can say
  const alike = { brand: { ...state, id: twinId, lasting: undefined }, code: 'missing' } as const
  expect(kinshipOf(alike, twin, await knownIds(registry, [alike]))).toBe('own')
  expect(backupsOf(alike, item, await knownIds(registry, [alike]))).toEqual({ kin: 'alike', items: item })
  const renamed = { ...alike, brand: { ...alike.brand, name: `${name} Studio` } }
  expect(backupsOf(renamed, item, await knownIds(registry, [renamed])).items).toEqual([])
  // while both are lost, each has its own and none of the other's
  const both = await knownIds(registry, [loss, alike])
  expect(backupsOf(loss, item, both)).toEqual({ kin: 'own', items: item })
  expect(backupsOf(alike, item, both).items).toEqual([])
  expect(kinshipOf(alike, item[0]?.about?.brand ?? twin, both)).toBe('taken')
  registry.close()
})

test('the backups of a brand that is there are never offered for one that is lost', async () => {
  const world = createTestWorld()
  const { item, now } = await twins(world)
  const state = world.witnessed.get(now)
  if (!state) throw new Error('no witness')
  const services = servicesOf(await startApp(world.api))
  const loss = { brand: { ...state, id: twinId, lasting: undefined }, code: 'missing' } as const
  expect(backupsOf(loss, item, await knownIds(services.registry, [loss])).items).toEqual([])
  services.registry.close()
})

test('a backup found faulty is not offered', async () => {
  const world = createTestWorld()
  const { item, now } = await twins(world)
  const state = world.witnessed.get(now)
  if (!state) throw new Error('no witness')
  const loss = { brand: state, code: 'missing' } as const
  const registry = new Registry()
  const known = await knownIds(registry, [loss])
  registry.close()
  const faulty = item.map((one) => ({ ...one, proof: 'failed' as const }))
  expect(backupsOf(loss, faulty, known).items).toEqual([])
})

test('before an older database is brought up to date it is backed up as it is', async () => {
  const stored = JSON.parse(readFileSync('tests/fixtures/databases/v1.json', 'utf8'))
  await loadDatabase(stored.brand)
  await loadDatabase(stored.registry)
  const world = createTestWorld()
  const outdated = await outdatedBrands()
  expect(outdated).toEqual([{ id: stored.brand.name.replace('brand:', ''), name: 'Tide & Fern' }])
  valueOf(await backUpOutdated(world.api, world.workers, outdated))
  expect([...world.backups.held.values()].map(({ manifest }) => [manifest.reason, manifest.schema])).toEqual([
    ['before-upgrade', 1],
  ])
  expect(await dumpDatabase(stored.brand.name)).toEqual(stored.brand)
  servicesOf(await startApp(world.api)).registry.close()
  expect(await outdatedBrands()).toEqual([])
})

test('an older database that cannot be backed up is not upgraded without a word', async () => {
  const stored = JSON.parse(readFileSync('tests/fixtures/databases/v1.json', 'utf8'))
  await loadDatabase(stored.brand)
  const world = createTestWorld()
  world.backups.fail = 'disk-full'
  expect(await backUpOutdated(world.api, world.workers, await outdatedBrands())).toEqual({
    ok: false,
    error: { code: 'disk-full' },
  })
  expect(await dumpDatabase(stored.brand.name)).toEqual(stored.brand)
})

test('a brand that is lost comes back from its backup, and the witness forgets the loss', async () => {
  const world = createTestWorld()
  const open = await brandWithSales(world)
  const { name } = await backedUp(world, open)
  const rows = await rowsOf(open.brand.id)
  const state = world.witnessed.get(open.brand.id)
  await open.close()
  await emptyStorage()
  if (!state) throw new Error('no witness')
  world.losses = [{ brand: state, code: 'missing' }]
  const services = servicesOf(await startApp(world.api))
  world.told.length = 0
  const restored: Restored = valueOf(
    await restoreBackup(
      { ...services, workers: world.workers },
      { backup: await look(world, name), lost: state.id, onProgress: () => {}, leave: async () => {} },
    ),
  )
  expect(world.told).toEqual(['witness', 'loss accepted'])
  services.registry.close()
  // killed before the witness was told, the next start would find the brand missing: the registry knows better
  const again = await startApp(world.api)
  expect(again.state).toBe('ready')
  servicesOf(again).registry.close()
  world.losses = []
  expect(await afterRestart(world)).toEqual({ brands: 1, rows })
  expect(restored.before).toBeNull()
  expect(new BrandDatabase(restored.brand.id).name).toBe(`brand:${restored.brand.id}`)
})
