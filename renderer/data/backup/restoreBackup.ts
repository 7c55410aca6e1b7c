import type { Manifest } from '#shared/backup/manifest.ts'
import type { Refusal } from '#shared/backup/refusal.ts'
import { withLogo } from '#shared/brand/brand.ts'
import type { Brand } from '#shared/brand/brand.ts'
import type { BackupItem } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { commit } from '#data/commit.ts'
import { BrandDatabase } from '#data/database.ts'
import { openDatabase } from '#data/openDatabase.ts'
import { listBrands } from '#data/registry.ts'
import type { BrandRow, Registry } from '#data/registry.ts'
import { uuidv7 } from '#data/uuid.ts'
import { tellWitness } from '#data/witness.ts'
import type { BackupProgress } from '#data/workers.ts'
import { backUp } from './backUp.ts'
import type { BackupParts, NotBackedUp } from './backUp.ts'
import { lastingId, originWrite } from './lastingId.ts'

/** A backup that main has proven and opened. */
export type OpenedBackup = { readonly handle: string; readonly manifest: Manifest }
export type RestoreProgress =
  | { readonly phase: 'backing-up' | 'checking' }
  | ({ readonly phase: 'restoring' } & BackupProgress)
export type RestoreFailure =
  | { readonly code: Refusal | 'disk-full' | 'storage-failed' | 'files-not-kept' }
  /** The present state could not be backed up, so nothing was restored. */
  | { readonly code: 'not-backed-up'; readonly why: NotBackedUp['code'] }
export type Restored = {
  readonly brand: Brand
  /** The backup that holds what was replaced; null if nothing was, or nothing of it could be read. */
  readonly before: BackupItem | null
}

type Request = {
  readonly backup: OpenedBackup
  /** Id of the brand that is lost or damaged, if that is why: there is nothing to back up then. */
  readonly lost: string | null
  readonly onProgress: (progress: RestoreProgress) => void
  /** Shows the restored brand and lets go of the old one, whose database is removed next. */
  readonly leave: (restored: Brand) => Promise<void>
}

type Place = {
  readonly replaced: Brand | null
  readonly lost: string | null
  readonly manifest: Manifest
  /** The old database goes to the deleted brands, where a person can have it back. */
  readonly keptSince: string | null
}

const listed = async (registry: Registry, id: string): Promise<Brand | null> =>
  (await listBrands(registry)).find((brand) => brand.id === id) ?? null

/** The brand a backup would take the place of. */
export async function replacedBy(registry: Registry, { brand }: Manifest): Promise<Brand | null> {
  for (const one of await listBrands(registry))
    if ((await lastingId(registry, one.id)) === brand.id || one.id === brand.database) return one
  return null
}

/**
 * Brings a brand back as a backup holds it: into a database of its own, which is checked and only then takes the old
 * one's place, in one transaction of the registry. Killed before it, the old brand is there; after it, the new one.
 * Of a lost brand there can be no backup: what can still be read of it is kept among the deleted brands.
 */
export async function restoreBackup(
  parts: BackupParts,
  { backup, lost, onProgress, leave }: Request,
): Promise<Result<Restored, RestoreFailure>> {
  const { api, registry } = parts
  const { manifest, handle } = backup
  const replaced = lost === null ? await replacedBy(registry, manifest) : await listed(registry, lost)
  onProgress({ phase: 'backing-up' })
  const before = replaced === null || lost !== null ? ok(null) : await backUpBefore(parts, replaced)
  if (!before.ok) return err({ code: 'not-backed-up', why: before.error.code })
  const kept = await api.keepBackedUp({ handle })
  if (!kept.ok) return err({ code: kept.error.code === 'disk-full' ? 'disk-full' : 'files-not-kept' })
  const filled = await fillFresh(parts, backup, replaced, onProgress)
  if (!filled.ok) return filled
  const brand = filled.value
  const keptSince = lost !== null && (await holdsSomething(lost)) ? new Date().toISOString() : null
  await swap(parts, brand, { replaced, lost, manifest, keptSince })
  await leave(brand)
  const old = replaced?.id ?? lost
  if (old !== null && keptSince === null) await new BrandDatabase(old).delete()
  return ok({ brand, before: before.value })
}

/** Whether anything can still be read of a lost brand, or stands in its way of being read. */
async function holdsSomething(brandId: string): Promise<boolean> {
  const db = new BrandDatabase(brandId)
  try {
    const opened = await openDatabase(db) // one that is gone opens as a new one, and holds nothing
    return !opened.ok || (await db.changes.count()) + (await db.imports.count()) > 0
  } catch {
    return true // one table is damaged; another may not be
  } finally {
    db.close()
  }
}

/** The present state, proven: the backup made now, or the newest one if it holds the same. */
async function backUpBefore(
  parts: BackupParts,
  replaced: Brand,
): Promise<Result<BackupItem | null, NotBackedUp>> {
  const made = await backUp(parts, replaced, 'before-restore')
  if (made.ok) return made
  if (made.error.code === 'empty') return ok(null)
  if (made.error.code !== 'unchanged') return made
  const { backups } = await parts.api.listBackups({})
  const id = await lastingId(parts.registry, replaced.id)
  return ok(backups.find(({ about, proof }) => about?.brand.id === id && proof === 'proven') ?? null)
}

/** Fills a new database. Until the swap the registry says it is deleted, so that a start after a kill sweeps it. */
async function fillFresh(
  { registry, workers }: BackupParts,
  { handle, manifest }: OpenedBackup,
  replaced: Brand | null,
  onProgress: Request['onProgress'],
): Promise<Result<Brand, RestoreFailure>> {
  const others = await listBrands(registry)
  const order = replaced?.order ?? Math.max(-1, ...others.map((one) => one.order)) + 1
  const id = uuidv7()
  const fresh: BrandRow = { ...emptyProfile(manifest), id, order, deleted: true, deletedAt: null }
  await commit(registry, 'begin restore', [{ table: 'brands', put: fresh }])
  const worker = workers.startBackup()
  const filled = await worker.fill(id, handle, manifest, (progress) =>
    onProgress({ phase: 'restoring', ...progress }),
  )
  worker.stop()
  if (filled.ok) onProgress({ phase: 'checking' })
  const opens = filled.ok && (await bookOpens(workers, id))
  if (filled.ok && opens) return ok({ ...withLogo(filled.value), id, order })
  await new BrandDatabase(id).delete()
  return filled.ok ? err({ code: 'unfit-rows' }) : filled
}

const emptyProfile = ({ brand, createdAt }: Manifest) => ({
  name: brand.name,
  country: '',
  currency: '',
  timeZone: '',
  accent: '',
  niche: '',
  logo: null,
  createdAt,
  sample: false,
})

/** The last check: the book itself reads every page. */
async function bookOpens(workers: BackupParts['workers'], brandId: string): Promise<boolean> {
  const book = workers.startBook()
  try {
    return (await book.open(brandId)).ok
  } catch {
    return false // records of a shape the app cannot work with
  } finally {
    await book.close()
  }
}

const goneAs = (keptSince: string | null): Pick<BrandRow, 'deleted' | 'deletedAt' | 'replaced'> =>
  keptSince === null
    ? { deleted: true, deletedAt: null }
    : { deleted: false, deletedAt: keptSince, replaced: true }

/** The registry decides which of two databases is the brand; the witness hears what may go before, and what is there after. */
async function swap(
  { api, registry }: BackupParts,
  brand: Brand,
  { replaced, lost, manifest, keptSince }: Place,
): Promise<void> {
  const gone = replaced ?? (lost === null ? null : { ...brand, id: lost })
  if (replaced !== null && lost === null)
    await api.announceShrink({ id: replaced.id, pages: 0, deleted: true })
  await commit(registry, 'restore brand', [
    ...(gone === null ? [] : [{ table: 'brands', put: { ...gone, ...goneAs(keptSince) } } as const]),
    { table: 'brands', put: { ...brand, deleted: false, deletedAt: null } },
    { table: 'preferences', put: { id: 'lastBrand', value: brand.id } },
    originWrite(brand.id, manifest.brand.id),
  ])
  const db = new BrandDatabase(brand.id)
  if ((await openDatabase(db)).ok) await tellWitness(api, db, manifest.brand.id) // if not, the next change does
  db.close()
  if (lost !== null) await api.acceptLoss({ id: lost })
}
