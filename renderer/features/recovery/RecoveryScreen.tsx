import type { ImportProgress } from '#shared/imports/report.ts'
import type { Loss } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'

/** What reading the kept files again brought back; `failed` names files that could not be read. */
export type Rebuilt = { readonly files: number; readonly sales: number; readonly failed: readonly string[] }
export type RebuildFailure = { readonly code: 'cancelled' | 'nothing-kept' | 'disk-full' | 'unreadable' | 'storage-failed' }

export type RecoveryScreenProps = {
  readonly losses: readonly Loss[]
  /** Reads one brand's kept import files again into a fresh database. */
  readonly onRebuild: (loss: Loss, onProgress: (progress: ImportProgress) => void) => Promise<Result<Rebuilt, RebuildFailure>>
  /** Goes on without what is gone: from now on it is not missed any more. */
  readonly onAccept: (loss: Loss) => Promise<void>
  /** Every loss is mended or accepted, or nothing needs to be: on to the app. */
  readonly onContinue: () => void
}

export function RecoveryScreen({ losses }: RecoveryScreenProps) {
  return <main>{losses.length}</main>
}
