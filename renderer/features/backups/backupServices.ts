import type { BackupSummary, Manifest } from '#shared/backup/manifest.ts'
import type { Api, BackupItem } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'
import type { NotBackedUp } from '#data/backup/backUp.ts'
import type { OpenedBackup, Restored, RestoreFailure, RestoreProgress } from '#data/backup/restoreBackup.ts'
import type { BackupProgress } from '#data/workers.ts'

/** What a brand holds now, beside a backup of it. */
export type BrandNow = {
  readonly name: string
  readonly held: Pick<BackupSummary, 'sales' | 'rows'>
}

/** What the page of backups reads and does. */
export type BackupServices = {
  readonly api: Pick<
    Api,
    | 'listBackups'
    | 'proveBackup'
    | 'openBackup'
    | 'chooseBackup'
    | 'closeBackup'
    | 'chooseBackupFolder'
    | 'showBackup'
    | 'onCommand'
  >
  /** The id the open brand's backups bear. */
  readonly brandId: () => Promise<string>
  readonly backUp: (
    onProgress: (progress: BackupProgress) => void,
  ) => Promise<Result<BackupItem, NotBackedUp>>
  /** The brand a backup would take the place of; null if there is none. */
  readonly brandNow: (manifest: Manifest) => Promise<BrandNow | null>
  readonly restore: (
    backup: OpenedBackup,
    onProgress: (progress: RestoreProgress) => void,
  ) => Promise<Result<Restored, RestoreFailure>>
  /** The newest schema this app understands. */
  readonly schema: number
}
