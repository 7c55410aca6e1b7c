import type { Reason } from '#shared/backup/manifest.ts'
import type { Brand } from '#shared/brand/brand.ts'
import type { BackupFailure, BackupItem } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { lastingId } from './lastingId.ts'
import { listBrands } from '#data/registry.ts'
import type { Services } from '#data/services.ts'
import type { BackupProgress, Workers } from '#data/workers.ts'

/** What making a backup needs; the window of any stage has it. */
export type BackupParts = Pick<Services, 'api' | 'registry'> & { readonly workers: Workers }
/** `unchanged`: the newest proven backup holds the same. `empty`: nothing was done in the brand yet. */
export type NotBackedUp = { readonly code: BackupFailure | 'unchanged' | 'empty' }

/** Backs a brand up, unless nothing changed since the last proven backup. Resolves once it is proven. */
export async function backUp(
  { api, registry, workers }: BackupParts,
  brand: Pick<Brand, 'id' | 'name'>,
  reason: Reason,
  onProgress: (progress: BackupProgress) => void = () => {},
): Promise<Result<BackupItem, NotBackedUp>> {
  const worker = workers.startBackup()
  try {
    const found = await worker.find(brand.id)
    if (!found.ok) return err({ code: 'damaged' })
    const { isEmpty, rows: _rows, ...state } = found.value
    if (isEmpty && reason !== 'by-hand') return err({ code: 'empty' })
    const begun = await api.beginBackup({
      ...state,
      reason,
      brand: { id: await lastingId(registry, brand.id), database: brand.id, name: brand.name },
    })
    if (!begun.ok) return begun
    const { handle } = begun
    const sent = await worker.send(brand.id, handle, onProgress)
    if (!sent.ok) {
      await api.abandonBackup({ handle, code: sent.error.code })
      return sent
    }
    const finished = await api.finishBackup({ handle, ...sent.value })
    return finished.ok ? ok(finished.backup) : finished
  } finally {
    worker.stop()
  }
}

/** Backs up every brand that changed, one after the other. Main keeps what went wrong with the last of them. */
export async function backUpAll(parts: BackupParts, reason: Reason): Promise<void> {
  for (const brand of await listBrands(parts.registry)) await backUp(parts, brand, reason)
}

/** Backs up each brand that has no proven backup of today yet, and changed. `dayOf` is the calendar day of a moment. */
export async function backUpDue(
  parts: BackupParts,
  dayOf: (moment: Date) => string,
  now: Date,
): Promise<void> {
  const { backups } = await parts.api.listBackups({})
  for (const brand of await listBrands(parts.registry)) {
    const id = await lastingId(parts.registry, brand.id)
    const hasToday = backups.some(
      ({ about, proof }) =>
        proof === 'proven' && about?.brand.id === id && dayOf(new Date(about.createdAt)) >= dayOf(now),
    )
    if (!hasToday) await backUp(parts, brand, 'daily')
  }
}
