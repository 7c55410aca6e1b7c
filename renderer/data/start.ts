import { withLogo, type Brand } from '#shared/brand/brand.ts'
import { brandDatabaseName } from '#shared/identity.ts'
import type { Api, FoundState, Loss } from '#shared/ipc/contract.ts'
import { notedId } from './backup/lastingId.ts'
import { BrandDatabase } from './database.ts'
import { sweepDeletedBrands } from './deletedBrands.ts'
import { installedVersions, openDatabase, within } from './openDatabase.ts'
import type { OpenError } from './openDatabase.ts'
import { brandRows, keepBrand, listBrands, readPreferences, Registry } from './registry.ts'
import type { BrandRow, Preferences } from './registry.ts'
import { renewLog } from './renewLog.ts'
import type { Services } from './services.ts'
import { todayIn } from './today.ts'
import { readProfile } from './settings.ts'
import { foundState } from './witness.ts'

/** How the app begins. Only `ready` may draw brands; `recovery` names what is gone; `refused` cannot even list them. */
export type Start =
  | {
      readonly state: 'ready'
      readonly services: Services
      readonly brands: readonly Brand[]
      readonly preferences: Preferences
    }
  | {
      readonly state: 'recovery'
      readonly services: Services
      readonly losses: readonly Loss[]
      readonly preferences: Preferences
    }
  | { readonly state: 'refused'; readonly code: OpenError['code']; readonly losses: readonly Loss[] }

/** Finds out what is there and has it compared with what must be there, before anything is drawn. */
export async function startApp(api: Api): Promise<Start> {
  const info = await api.appInfo({})
  await keepStorage()
  const registry = new Registry()
  const opened = await openDatabase(registry)
  if (opened.ok) await sweepDeletedBrands({ api, registry }, Date.now())
  const known = opened.ok ? await brandRows(registry) : []
  const found = await findBrands(known, async (id) => (opened.ok ? notedId(registry, id) : undefined))
  const reported = await api.reportDatabases({
    registry: opened.ok ? (known.length === 0 ? 'empty' : 'fine') : opened.error.code,
    found: found.map(({ state }) => state),
  })
  const losses = await withoutDeleted(api, reported.losses, known)
  if (losses.length > 0 || reported.wasCutOff) await within(renewLog()).catch(() => {}) // then a loss is found once more
  if (!opened.ok) return { state: 'refused', code: opened.error.code, losses }
  for (const { brand } of found)
    if (brand && !known.some(({ id }) => id === brand.id)) await keepBrand(registry, brand)
  const services = { api, registry, today: todayIn(info.timeZone, info.fixedToday) }
  const preferences = await readPreferences(registry)
  if (losses.length > 0) return { state: 'recovery', services, losses, preferences }
  return { state: 'ready', services, brands: await listBrands(registry), preferences }
}

/** What the registry says is deleted, or replaced by a backup, is not lost, although the witness was not told any more. */
async function withoutDeleted(
  api: Api,
  losses: readonly Loss[],
  known: readonly BrandRow[],
): Promise<readonly Loss[]> {
  const deleted = new Set(known.filter((row) => row.deleted || row.replaced).map(({ id }) => id))
  for (const { brand } of losses) if (deleted.has(brand.id)) await api.acceptLoss({ id: brand.id })
  return losses.filter(({ brand }) => !deleted.has(brand.id))
}

/** Asked at every start: without it the browser engine may clear what it holds when the disk runs full. */
async function keepStorage(): Promise<void> {
  if ('navigator' in globalThis && 'storage' in navigator) await navigator.storage.persist()
}

type FoundBrand = { readonly state: FoundState; readonly brand: Brand | null }

/** Every brand the registry knows and every brand's database there is, whichever was lost. */
async function findBrands(
  known: readonly BrandRow[],
  lastingOf: (id: string) => Promise<string | undefined>,
): Promise<readonly FoundBrand[]> {
  const installed = await installedVersions().catch(() => null)
  const prefix = brandDatabaseName('')
  const stored = [...(installed?.keys() ?? [])]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
  const deleted = new Set(known.filter((row) => row.deleted).map(({ id }) => id))
  for (const id of stored) if (deleted.has(id)) await new BrandDatabase(id).delete() // an interrupted deletion goes on
  const ids = new Set([...known.map(({ id }) => id), ...stored].filter((id) => !deleted.has(id)))
  return Promise.all(
    [...ids].map(async (id) => {
      const { state, brand } = await findBrand(id, installed === null || stored.includes(id))
      const lasting = await lastingOf(id)
      return { state: lasting === undefined ? state : { ...state, lasting }, brand }
    }),
  )
}

/** Opens a brand's database to count what it holds, and closes it again. */
async function findBrand(id: string, exists: boolean): Promise<FoundBrand> {
  const nothing = { id, schema: null, pages: 0, lastSeq: 0 }
  if (!exists) return { state: { ...nothing, code: 'missing' }, brand: null }
  const db = new BrandDatabase(id)
  const opened = await openDatabase(db)
  if (!opened.ok) return { state: { ...nothing, code: opened.error.code }, brand: null }
  const [state, profile] = await Promise.all([foundState(db), readProfile(db)])
  db.close()
  return { state, brand: profile ? { ...withLogo(profile), id, order: 0 } : null }
}
