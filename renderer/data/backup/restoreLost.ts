import type { Loss } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { Brand } from '#shared/brand/brand.ts'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { Refusal } from '#shared/backup/refusal.ts'
import { BrandDatabase } from '#data/database.ts'
import { openDatabase } from '#data/openDatabase.ts'
import { rebuildFromKept } from '#data/recovery.ts'
import type { Rebuilt } from '#data/recovery.ts'
import type { Services } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import { restoreBackup } from './restoreBackup.ts'
import type { OpenedBackup, RestoreFailure, RestoreProgress } from './restoreBackup.ts'

export type LostProgress = { readonly phase: 'proving' } | RestoreProgress | ImportProgress
export type LostRestored = {
  readonly brand: Brand
  /** What reading the files imported since the backup brought back; null where there were none. */
  readonly since: Rebuilt | null
}

type Request = {
  readonly loss: Loss
  /** Has the backup proven and opened; it is let go of at the end. */
  readonly open: () => Promise<Result<OpenedBackup, Refusal>>
  /** Whether it is of this brand, as far as anyone knows: only then the brand's kept files belong to it. */
  readonly isSame: boolean
}

/** Brings a lost brand back as a backup holds it, and reads the kept files that were imported since. */
export async function restoreLost(
  services: Services,
  workers: Workers,
  { loss, open, isSame }: Request,
  onProgress: (progress: LostProgress) => void,
): Promise<Result<LostRestored, RestoreFailure>> {
  const { api, registry } = services
  onProgress({ phase: 'proving' })
  const backup = await open()
  if (!backup.ok) return err({ code: backup.error })
  const { handle, manifest } = backup.value
  const restored = await restoreBackup(
    { api, registry, workers },
    { backup: backup.value, lost: loss.brand.id, onProgress, leave: async () => {} },
  )
  await api.closeBackup({ handle })
  if (!restored.ok) return restored
  const { brand } = restored.value
  if (!isSame || !(await hasNewer(brand.id, loss))) return ok({ brand, since: null })
  const { id, name } = brand
  const state = { ...loss.brand, id, name, lasting: manifest.brand.id }
  const since = await rebuildFromKept(services, workers, { brand: state, code: 'behind' }, onProgress)
  const isRead = since.ok && since.value.files + since.value.failed.length > 0
  return ok({ brand, since: isRead ? since.value : null })
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
