import 'fake-indexeddb/auto'
import { readFileSync, readdirSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { BrandDatabase, schemaVersion } from '#data/database.ts'
import { openDatabase } from '#data/openDatabase.ts'
import { readPreferences, Registry, registryVersion } from '#data/registry.ts'
import { createTestWorld, emptyStorage, openTestBrand } from './testWorld.ts'
import { dumpDatabase, loadDatabase } from './rawDatabase.ts'
import type { RawDatabase } from './rawDatabase.ts'

type Stored = { readonly registry: RawDatabase; readonly brand: RawDatabase }
const folder = 'tests/fixtures/databases'
const versions = readdirSync(folder)
  .flatMap((name) => /^v(\d+)\.json$/.exec(name)?.[1] ?? [])
  .map(Number)
const read = (version: number): Stored => JSON.parse(readFileSync(`${folder}/v${version}.json`, 'utf8'))
const brandIdOf = ({ brand }: Stored) => brand.name.replace('brand:', '')

/** What the upgrades from each version on do to a stored database. */
const upgrades: Readonly<Record<number, (stored: RawDatabase) => RawDatabase>> = {
  1: (stored) =>
    withDocuments(withEmpty(stored, 'products', 'clients', 'handSales', 'rules', 'views', 'attachments')),
  2: (stored) => withDocuments(stored),
  3: (stored) => stored,
}
/** Stores with indexes, by the names the engine gives them. */
function withDocuments(stored: RawDatabase): RawDatabase {
  const { stores, ...rest } = withEmpty(stored, 'documents', 'payments', 'series', 'journal')
  const index = (keyPath: string, multiEntry = false) => ({ name: keyPath, keyPath, multiEntry })
  const indexes = {
    documents: [
      index('content.credits.document'),
      index('content.follows.document'),
      index('issued.number'),
      index('links.client'),
    ],
    payments: [index('client'), index('documents', true)],
  }
  return {
    ...rest,
    stores: {
      ...stores,
      documents: { keyPath: 'id', rows: [], indexes: indexes.documents },
      payments: { keyPath: 'id', rows: [], indexes: indexes.payments },
    },
  }
}
const withEmpty = (stored: RawDatabase, ...names: readonly string[]): RawDatabase => ({
  ...stored,
  stores: {
    ...stored.stores,
    ...Object.fromEntries(names.map((name) => [name, { keyPath: 'id', rows: [] }])),
  },
})

beforeEach(emptyStorage)

test('there is a stored database of every version that was ever shipped', () => {
  expect(versions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: schemaVersion }, (_, at) => at + 1))
  expect(Object.keys(upgrades).map(Number)).toEqual(versions)
})

test.each(versions)('a database of version %i opens, and every row is what it should be', async (version) => {
  const stored = read(version)
  await loadDatabase(stored.registry)
  await loadDatabase(stored.brand)
  const db = new BrandDatabase(brandIdOf(stored))
  const registry = new Registry()
  expect(await openDatabase(db)).toEqual({ ok: true, value: null })
  expect(await openDatabase(registry)).toEqual({ ok: true, value: null })
  db.close()
  registry.close()
  expect(await dumpDatabase(stored.brand.name)).toEqual({
    ...upgrades[version]?.(stored.brand),
    version: schemaVersion * 10,
  })
  expect(await dumpDatabase(stored.registry.name)).toEqual({
    ...stored.registry,
    version: registryVersion * 10,
  })
})

test.each(versions)('the app starts with a database of version %i and shows its figures', async (version) => {
  const stored = read(version)
  await loadDatabase(stored.registry)
  await loadDatabase(stored.brand)
  const open = await openTestBrand(createTestWorld())
  expect(open.brand).toMatchObject({ id: brandIdOf(stored), name: 'Tide & Fern' })
  expect(await readPreferences(open.registry)).toEqual({ theme: 'dark', lastBrand: open.brand.id })
  // Worked out by hand from the three orders it holds: order values 24.00, 48.50, 19.00, nets 27.77, 47.75, 18.13.
  // The statement beside them was undone.
  const summary = await open.book.summary()
  expect(summary).toMatchObject({ sales: 3, counted: { USD: { gross: 9150, kept: 9365 } } })
  expect(await open.book.storedSummary()).toEqual(summary)
  expect((await open.db.imports.toArray()).map(({ status }) => status)).toEqual(['done', 'undone'])
  await open.close()
})

test('a database that a newer app wrote is refused and left as it is', async () => {
  const stored = read(schemaVersion)
  const newer = { ...stored.brand, version: (schemaVersion + 1) * 10 }
  const newerRegistry = { ...stored.registry, version: (registryVersion + 1) * 10 }
  await loadDatabase(newer)
  await loadDatabase(newerRegistry)
  expect(await openDatabase(new BrandDatabase(brandIdOf(stored)))).toEqual({
    ok: false,
    error: { code: 'newer' },
  })
  expect(await openDatabase(new Registry())).toEqual({ ok: false, error: { code: 'newer' } })
  expect(await dumpDatabase(newer.name)).toEqual(newer)
  expect(await dumpDatabase(newerRegistry.name)).toEqual(newerRegistry)
})
