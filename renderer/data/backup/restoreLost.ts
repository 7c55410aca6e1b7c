import type { BackupItem, Loss } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { Refusal } from '#shared/backup/refusal.ts'
import { newestProven } from '#shared/backup/rotation.ts'
import { BrandDatabase, schemaVersion } from '#data/database.ts'
import { openDatabase } from '#data/openDatabase.ts'
import { rebuildFromKept } from '#data/recovery.ts'
import type { Rebuilt } from '#data/recovery.ts'
import type { Services } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import { restoreBackup } from './restoreBackup.ts'
import type { RestoreFailure, RestoreProgress } from './restoreBackup.ts'

/** The newest proven backup of a lost brand: of the same database, else of a brand called the same. */
export function backupOf({ brand }: Loss, backups: readonly BackupItem[]): BackupItem | null {
  const proven = backups.flatMap((item) => (item.about ? [{ item, ...item.about, proof: item.proof }] : []))
  const own = proven.filter(({ brand: { id, database } }) => id === brand.id || database === brand.id)
  const alike = proven.filter(({ brand: { name } }) => name !== '' && name === brand.name)
  return (newestProven(own) ?? newestProven(alike))?.item ?? null
}

export type LostProgress = { readonly phase: 'proving' } | RestoreProgress | ImportProgress
export type LostRestored = {
  /** What reading the files imported since the backup brought back; null where there were none. */
  readonly since: Rebuilt | null
}

/** Brings a lost brand back as a backup holds it, and reads the kept files that were imported since. */
export async function restoreLost(
  services: Services,
  workers: Workers,
  { loss, name }: { readonly loss: Loss; readonly name: string },
  onProgress: (progress: LostProgress) => void,
): Promise<Result<LostRestored, RestoreFailure>> {
  const { api, registry } = services
  onProgress({ phase: 'proving' })
  const backup = await api.openBackup({ name, schema: schemaVersion })
  if (!backup.ok) return err({ code: backup.error.code satisfies Refusal })
  const restored = await restoreBackup(
    { api, registry, workers },
    { backup, lost: loss.brand.id, onProgress, leave: async () => {} },
  )
  await api.closeBackup({ handle: backup.handle })
  if (!restored.ok) return restored
  const { brand } = restored.value
  if (!(await hasNewer(brand.id, loss))) return ok({ since: null })
  const rest: Loss = { brand: { ...loss.brand, id: brand.id, name: brand.name }, code: 'behind' }
  const since = await rebuildFromKept(services, workers, rest, onProgress)
  return ok({ since: since.ok && since.value.files + since.value.failed.length > 0 ? since.value : null })
}

/** Whether files that counted when the brand was lost are not in what was restored. */
async function hasNewer(brandId: string, { brand }: Loss): Promise<boolean> {
  const db = new BrandDatabase(brandId)
  if (!(await openDatabase(db)).ok) return false
  const imports = await db.imports.toArray()
  db.close()
  const known = new Set(imports.flatMap(({ files }) => files.map(({ sha256 }) => sha256)))
  return brand.kept.some(({ sha256 }) => !known.has(sha256))
}
