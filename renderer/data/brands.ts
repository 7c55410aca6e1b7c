import type { Brand, BrandProfile } from '#shared/brand/brand.ts'
import type { Api, Loss } from '#shared/ipc/contract.ts'
import { ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { openBook } from './bookClient.ts'
import { commit } from './commit.ts'
import { BrandDatabase } from './database.ts'
import { redoImport, sweepUndone, undoImport } from './importHistory.ts'
import { startImport } from './importSession.ts'
import { openDatabase } from './openDatabase.ts'
import type { OpenError } from './openDatabase.ts'
import { keepBrand, listBrands, readPreferences, setPreference } from './registry.ts'
import type { BrandServices, Services } from './services.ts'
import { todayIn } from './today.ts'
import { uuidv7 } from './uuid.ts'
import { brandState } from './witness.ts'
import type { Workers } from './workers.ts'

/** The database of a brand whose every commit is told to the witness. */
const brandDatabase = (api: Api, brandId: string) =>
  new BrandDatabase(brandId, async (db) => {
    await api.witness(await brandState(db))
  })

/** A new brand, in a database of its own. A name that ends in an interruption is found again at the next start. */
export async function createBrand(
  services: Services,
  profile: BrandProfile,
  sample = false,
): Promise<Result<Brand, OpenError>> {
  const others = await listBrands(services.registry)
  const order = Math.max(-1, ...others.map((other) => other.order)) + 1
  const brand: Brand = { ...profile, id: uuidv7(), createdAt: new Date().toISOString(), sample, order }
  const db = brandDatabase(services.api, brand.id)
  const opened = await openDatabase(db)
  if (!opened.ok) return opened
  await keepProfile(db, brand)
  db.close()
  await keepBrand(services.registry, brand)
  return ok(brand)
}

/** Keeps what a person changed about a brand, in its own database and in the list. */
export async function saveBrand(
  { registry, db }: Pick<BrandServices, 'registry' | 'db'>,
  brand: Brand,
): Promise<void> {
  await keepProfile(db, brand)
  await keepBrand(registry, brand)
}

export const keepProfile = (db: BrandDatabase, { id: _id, order: _order, ...value }: Brand) =>
  commit(db, 'keep profile', [{ table: 'settings', put: { id: 'profile', value } }])

export type OpenBrand = BrandServices & {
  readonly brand: Brand
  /** Resolves once the book is read: null, or the damage to show on the recovery screen. */
  readonly loaded: Promise<Loss | null>
  /** Lets go of the database and the workers, before another brand is opened or this one deleted. */
  readonly close: () => Promise<void>
}

/** Opens a brand for the screens. Its book is still being read then: questions wait, the stored summary is there. */
export async function openBrandServices(
  services: Services,
  workers: Workers,
  brand: Brand,
): Promise<Result<OpenBrand, OpenError>> {
  const { api, registry } = services
  const db = brandDatabase(api, brand.id)
  const opened = await openDatabase(db)
  if (!opened.ok) return opened
  if (!(await db.settings.get('profile'))) await keepProfile(db, brand)
  await sweepUndone(api, db, Date.now())
  const worker = workers.startBook()
  const { client, loaded, changed } = openBook(db, worker)
  const importer = { api, registry, workers, db, worker, changed }
  const info = await api.appInfo({})
  if ((await readPreferences(registry)).lastBrand !== brand.id)
    await setPreference(registry, 'lastBrand', brand.id)
  return ok({
    ...services,
    today: todayIn(brand.timeZone, info.fixedToday),
    brand,
    db,
    book: client,
    loaded,
    startImport: (request) => startImport(importer, request),
    undoImport: (importId) => undoImport(importer, importId),
    redoImport: (importId) => redoImport(importer, importId),
    close: async () => {
      await client.close()
      db.close()
    },
  })
}

/** Removes a brand and all it holds. Once it may be left it is gone for good: an interrupted rest is done at the next start. */
export async function deleteBrand(
  { api, registry }: Services,
  brand: Brand,
  leave: () => Promise<void> = async () => {},
): Promise<void> {
  await api.announceShrink({ id: brand.id, pages: 0, deleted: true })
  await commit(registry, 'delete brand', [{ table: 'brands', put: { ...brand, deleted: true } }])
  await leave()
  await new BrandDatabase(brand.id).delete()
}
