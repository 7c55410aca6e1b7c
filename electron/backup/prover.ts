import { type BackupSummary, type Manifest, summaryOf } from '#shared/backup/manifest.ts'
import type { Refusal } from '#shared/backup/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Disk } from '#electron/files/disk.ts'
import { openBackup, proveBackup } from './proveBackup.ts'

/** Reads files that may be anything; the app has it done in a process of its own. */
export type Prover = {
  /** Reads it whole. */
  readonly prove: (path: string) => Promise<Result<Manifest, Refusal>>
  /** Reads what each of them says of itself. */
  readonly inspect: (paths: readonly string[]) => Promise<readonly Result<BackupSummary, Refusal>[]>
}

/** Of whatever schema: whether the app understands it is another question. */
const anySchema = Number.MAX_SAFE_INTEGER

export const createProver = (disk: Disk): Prover => ({
  prove: (path) => proveBackup(disk, path, anySchema),
  inspect: async (paths) => {
    const found: Result<BackupSummary, Refusal>[] = []
    for (const path of paths) {
      const opened = await openBackup(disk, path, anySchema)
      if (opened.ok) opened.value.zip.close()
      found.push(opened.ok ? ok(summaryOf(opened.value.manifest)) : opened)
    }
    return found
  },
})
