import { defaultAccent } from '#shared/brand/brand.ts'
import type { Brand } from '#shared/brand/brand.ts'
import { countries, currencyOf } from '#shared/brand/countries.ts'
import type { ImportedFile, ImportProgress } from '#shared/imports/report.ts'
import type { ChosenFile, Loss } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { lastingId, originWrite } from './backup/lastingId.ts'
import { keepProfile, removeBrand } from './brands.ts'
import { commit } from './commit.ts'
import { BrandDatabase } from './database.ts'
import type { ImportRecord } from './database.ts'
import { startImport } from './importSession.ts'
import type { Importer } from './importSession.ts'
import { openDatabase } from './openDatabase.ts'
import { brandOf, brandRows, keepBrand } from './registry.ts'
import type { ImportFailure, Services } from './services.ts'
import { readProfile } from './settings.ts'
import { tellWitness } from './witness.ts'
import type { BookWorker, Workers } from './workers.ts'

/** What reading the kept files again brought back; `failed` names files that could not be read. */
export type Rebuilt = { readonly files: number; readonly sales: number; readonly failed: readonly string[] }
export type RebuildFailure = {
  readonly code: 'cancelled' | 'nothing-kept' | 'disk-full' | 'unreadable' | 'storage-failed'
}
type KeptFile = Pick<ImportedFile, 'sha256' | 'name' | 'size' | 'account'>

/**
 * Reads a brand's kept files again, through the same way as the first time. What is still there stays. Until the end
 * the witness knows nothing of it: interrupted, it is found as lost again, and what was done is not done twice.
 */
export async function rebuildFromKept(
  services: Services,
  workers: Workers,
  loss: Loss,
  onProgress: (progress: ImportProgress) => void,
): Promise<Result<Rebuilt, RebuildFailure>> {
  if (loss.code === 'newer') return err({ code: 'storage-failed' })
  const db = await openForRepair(services, loss)
  if (!db) return err({ code: 'storage-failed' })
  const worker = workers.startBook()
  const importer = { ...services, workers, db, worker, changed: () => {} }
  const damaged = await damagedImports(db, worker)
  const known = new Set(
    (await db.imports.toArray()).flatMap(({ files }) => files.map(({ sha256 }) => sha256)),
  )
  const missing = loss.brand.kept.filter(({ sha256 }) => !known.has(sha256))
  const tasks = [
    ...damaged.map((replaced) => ({ files: replaced.files, replaced })),
    { files: missing, replaced: null },
  ]
  const failed: string[] = []
  const lost: ImportRecord[] = []
  let files = 0
  for (const task of tasks.filter((one) => one.files.length > 0)) {
    const read = await readAgain(importer, task, onProgress)
    if (!read.ok && read.error.code !== 'nothing-kept') return close(db, worker, read)
    failed.push(...(read.ok ? read.value.failed : task.files.map(({ name }) => name)))
    files += read.ok ? read.value.files : 0
    if (!read.ok && task.replaced) lost.push(task.replaced)
  }
  if (files === 0 && failed.length > 0) return close(db, worker, err({ code: 'nothing-kept' }))
  if (lost.length > 0) await giveUp(db, lost)
  await close(db, worker, null)
  const sales = await mended(services, workers, loss)
  return sales === null ? err({ code: 'storage-failed' }) : ok({ files, sales, failed })
}

/** Goes on without what is gone: what is damaged is given up, and the witness forgets it. */
export async function acceptLoss(services: Services, workers: Workers, loss: Loss): Promise<void> {
  if (loss.code === 'newer') return
  if (loss.code === 'missing') {
    const row = (await brandRows(services.registry)).find(({ id }) => id === loss.brand.id)
    if (row && row.deletedAt !== null) await removeBrand(services, row) // there is nothing left to restore
    await services.api.acceptLoss({ id: loss.brand.id })
    return
  }
  const db = await openForRepair(services, loss)
  if (!db) return
  const worker = workers.startBook()
  await giveUp(db, await damagedImports(db, worker))
  await close(db, worker, null)
  await mended(services, workers, loss)
}

/** The brand's database without a witness, with a profile; a file the engine cannot open makes way for a new one. */
async function openForRepair({ api, registry }: Services, { brand }: Loss): Promise<BrandDatabase | null> {
  const db = new BrandDatabase(brand.id)
  const opened = await openDatabase(db)
  if (!opened.ok && opened.error.code === 'newer') return null
  if (!opened.ok) {
    await db.delete()
    if (!(await openDatabase(db)).ok) return null
  }
  const { lasting } = brand
  if (lasting !== undefined && (await lastingId(registry, brand.id)) !== lasting)
    await commit(registry, 'know brand again', [originWrite(brand.id, lasting)])
  if ((await readProfile(db)) !== null) return db
  const info = await api.appInfo({})
  const listed = (await brandRows(registry)).find(({ id }) => id === brand.id)
  const country = countries.includes(info.country) ? info.country : 'US'
  const guessed = {
    country,
    currency: currencyOf(country),
    timeZone: info.timeZone,
    accent: defaultAccent,
    niche: '',
    logo: null,
  }
  const fresh = {
    ...guessed,
    id: brand.id,
    name: brand.name,
    createdAt: new Date().toISOString(),
    sample: false,
    order: 0,
  }
  const profile: Brand = listed ? brandOf(listed) : fresh
  await keepProfile(db, profile)
  await keepBrand(registry, profile)
  return db
}

async function damagedImports(db: BrandDatabase, worker: BookWorker): Promise<readonly ImportRecord[]> {
  const opened = await worker.open(db.brandId)
  const damaged = opened.ok ? [] : await db.imports.bulkGet([...opened.error.imports])
  return damaged.flatMap((record) => record ?? [])
}

/** An import whose pages are gone and whose files are not kept any more. */
const giveUp = (db: BrandDatabase, records: readonly ImportRecord[]) =>
  commit(
    db,
    'give up damaged imports',
    records.map((record) => ({ table: 'imports', put: { ...record, status: 'swept', pages: 0 } }) as const),
  )

type Task = { readonly files: readonly KeptFile[]; readonly replaced: ImportRecord | null }

async function readAgain(
  importer: Importer,
  { files, replaced }: Task,
  onProgress: (progress: ImportProgress) => void,
): Promise<Result<{ readonly files: number; readonly failed: readonly string[] }, RebuildFailure>> {
  const chosen: ChosenFile[] = []
  const accounts: Record<string, string> = {}
  const failed: string[] = []
  for (const { sha256, name, account } of files) {
    const kept = await importer.api.openKept({ sha256 })
    if (!kept.ok) failed.push(name)
    else {
      chosen.push({ ...kept.file, name })
      accounts[kept.file.handle] = account
    }
  }
  if (chosen.length === 0) return err({ code: 'nothing-kept' })
  const session = await startImport(
    importer,
    { files: chosen, accounts, onProgress, signal: new AbortController().signal },
    replaced,
  )
  if (!session.ok) return err({ code: failureOf(session.error) })
  const committed = await session.value.commit(onProgress)
  if (!committed.ok) return err({ code: failureOf(committed.error) })
  const unread = session.value.preview.files.filter((file) => !file.ok).map(({ name }) => name)
  return ok({ files: chosen.length - unread.length, failed: [...failed, ...unread] })
}

const failureOf = ({ code }: ImportFailure): RebuildFailure['code'] =>
  code === 'no-readable-file'
    ? 'nothing-kept'
    : code === 'broken' || code === 'stored-not-shown' || code === 'outcome-unknown'
      ? 'storage-failed'
      : code

async function close<R>(db: BrandDatabase, worker: BookWorker, result: R): Promise<R> {
  await worker.close()
  db.close()
  return result
}

/** Reads the mended book once more, then has the witness forget what was lost and know what is there. */
async function mended(
  { api }: Services,
  workers: Workers,
  { brand: { id, lasting } }: Loss,
): Promise<number | null> {
  const db = new BrandDatabase(id)
  const worker = workers.startBook()
  const opened = await worker.open(id)
  if (!opened.ok) return close(db, worker, null)
  const { sales } = await worker.summary()
  await openDatabase(db)
  await api.acceptLoss({ id })
  await tellWitness(api, db, lasting) // if not, the next change does
  return close(db, worker, sales)
}
