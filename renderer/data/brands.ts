import { isBusiness, isProfile } from '#shared/book/applyRecords.ts'
import { isBookTable } from '#shared/book/assigned.ts'
import { withLogo, type Brand, type BrandProfile } from '#shared/brand/brand.ts'
import type { Api, Loss } from '#shared/ipc/contract.ts'
import { ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { backUp } from './backup/backUp.ts'
import { openBook } from './bookClient.ts'
import { commit } from './commit.ts'
import type { Change } from './commit.ts'
import { BrandDatabase } from './database.ts'
import { openHistory } from './history.ts'
import { redoImport, sweepUndone, undoImport } from './importHistory.ts'
import { startImport } from './importSession.ts'
import { placeKeyOf } from './lastPlace.ts'
import { forgetDrafts } from './drafts.ts'
import { browserStore, createListStates, forgetLists } from './listStates.ts'
import { createRecentlyOpened } from './recent.ts'
import { openDatabase } from './openDatabase.ts'
import type { OpenError } from './openDatabase.ts'
import { keepBrand, listBrands, readPreferences, setPreference } from './registry.ts'
import type { Registry } from './registry.ts'
import type { BrandServices, Services } from './services.ts'
import { todayIn } from './today.ts'
import { readProfile } from './settings.ts'
import { uuidv7 } from './uuid.ts'
import { sheetSaver } from './saveSheet.ts'
import { openViews } from './views.ts'
import { tellWitness, type WitnessFailure } from './witness.ts'
import type { BookWorker, Workers } from './workers.ts'

/** The database of a brand whose every commit is told to the witness, and then to `told`, whatever the witness does. */
const brandDatabase = (
  api: Api,
  brandId: string,
  told: (change: Change, untold: WitnessFailure | null) => Promise<void> = async () => {},
) =>
  new BrandDatabase(brandId, async (db, change) => {
    const untold = await tellWitness(api, db)
    await told(change, untold)
    return { witnessed: untold === null }
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
  /** Called after a change that is stored, but of which the witness could not be told. Returns the function that stops listening. */
  readonly onUnwitnessed: (listener: (failure: WitnessFailure) => void) => () => void
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
  let heard: ((change: Change) => Promise<void>) | null = null
  const listeners = new Set<(failure: WitnessFailure) => void>()
  const db = brandDatabase(api, brand.id, async (change, untold) => {
    // an import tells of it itself
    if (untold !== null && change.name !== 'import') for (const listener of listeners) listener(untold)
    await heard?.(change)
  })
  const opened = await openDatabase(db)
  if (!opened.ok) return opened
  if ((await readProfile(db)) === null) await keepProfile(db, brand)
  await sweepUndone(api, db, Date.now())
  const worker = workers.startBook()
  const { client, loaded, changed } = openBook(db, worker)
  const beforeCommit = () => backUp({ api, registry, workers }, brand, 'before-import')
  const importer = { api, registry, workers, db, worker, changed, beforeCommit }
  const { history, add } = await openHistory(importer)
  const running = runningActs()
  let isLoaded = false
  void loaded.then(() => (isLoaded = true))
  heard = async (change) => {
    add(change)
    await followProfile(registry, db, change)
    const applied = tellBook(worker, change).then((concerned) => concerned && changed())
    if (isLoaded) await applied // who asks next gets the answer with the change in it
  }
  const info = await api.appInfo({})
  if ((await readPreferences(registry)).lastBrand !== brand.id)
    // the brand opens all the same; nobody catches it, so the window says that it was not kept
    await setPreference(registry, 'lastBrand', brand.id).catch((error: unknown) => void Promise.reject(error))
  return ok({
    ...services,
    today: todayIn(brand.timeZone, info.fixedToday),
    brand,
    db,
    book: client,
    lists: createListStates(browserStore(), brand.id),
    saveSheet: sheetSaver({ api, workers }),
    recent: createRecentlyOpened(brand.id),
    views: openViews(db, history),
    loaded,
    history,
    onUnwitnessed: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    startImport: (request) => startImport(importer, request),
    undoImport: (importId) => running.add(undoImport(importer, importId)),
    redoImport: (importId) => running.add(redoImport(importer, importId)),
    close: async () => {
      await running.settled()
      await client.close()
      db.close()
    },
  })
}

/** The list of brands says what the brand says of itself, also after an undo. */
async function followProfile(registry: Registry, db: BrandDatabase, { images }: Change): Promise<void> {
  if (!images.some(({ table, id }) => table === 'settings' && id === 'profile')) return
  const profile = await readProfile(db)
  if (profile) await keepBrand(registry, { ...withLogo(profile), id: db.brandId, order: 0 })
}

/** What has begun is finished before its database is closed. */
function runningActs() {
  const acts = new Set<Promise<unknown>>()
  return {
    add: <T>(act: Promise<T>): Promise<T> => {
      acts.add(act)
      void act.catch(() => {}).then(() => acts.delete(act)) // whoever asked for it gets the error
      return act
    },
    settled: () => Promise.allSettled([...acts]),
  }
}

/** Lets the book take in a change; answers whether it heeds any of it. */
async function tellBook(worker: BookWorker, { seq, images }: Change): Promise<boolean> {
  const concerned = images.filter(
    (image) => isBookTable(image.table) || isProfile(image) || isBusiness(image),
  )
  await worker.applyChange(
    seq,
    concerned.map(({ table, id, after }) => ({ table, id, record: after })),
  )
  return concerned.length > 0
}

/** Removes a brand and all it holds, for good; an interrupted removal is done at the next start. */
export async function removeBrand(
  { api, registry }: Pick<Services, 'api' | 'registry'>,
  brand: Brand,
): Promise<void> {
  await api.announceShrink({ id: brand.id, pages: 0, deleted: true })
  await commit(registry, 'remove brand', [
    { table: 'brands', put: { ...brand, logo: null, deleted: true, deletedAt: null } },
  ])
  await new BrandDatabase(brand.id).delete()
  forgetLists(browserStore(), brand.id)
  browserStore()?.removeItem(placeKeyOf(brand.id))
  forgetDrafts(browserStore(), brand.id)
}
