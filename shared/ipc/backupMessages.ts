import { z } from 'zod'
import { manifest, reasons, summary } from '#shared/backup/manifest.ts'
import { refusals } from '#shared/backup/refusal.ts'
import { done, failed, handle, none, sha256, writeFailures } from './shape.ts'

/** Why no backup was made: `no-folder` is the chosen folder gone, `interrupted` an app that ended before it was done. */
export const backupFailures = [...writeFailures, 'no-folder', 'not-proven', 'damaged', 'interrupted'] as const
export const backupItem = z.strictObject({
  /** Its file in the folder of backups. */
  name: z.string().max(255),
  size: z.number().int().nonnegative(),
  /** What is inside; null where that cannot be read. */
  about: summary.nullable(),
  /** `proven`: read again from its first byte to its last, and all of it was there. */
  proof: z.enum(['proven', 'unproven', 'failed']),
  provenAt: z.string().nullable(),
  problem: z.enum(refusals).nullable(),
})
export const backupTrouble = z.strictObject({
  at: z.string(),
  reason: z.enum(reasons),
  code: z.enum(backupFailures),
})
const openedBackup = z.strictObject({
  ok: z.literal(true),
  handle,
  name: z.string().max(255),
  size: z.number().int().nonnegative(),
  manifest,
})
const backupName = z.strictObject({ name: z.string().max(255) })
/** The newest schema the window understands: a backup of a newer one is refused. */
const schemaNumber = z.number().int().positive()

/** Backups: made, proven, looked into and brought back. */
export const backupMessages = {
  /** Backups in their folder, newest first, and what went wrong with the last one (null once one is proven). Needs no database. */
  listBackups: {
    input: none,
    output: z.strictObject({
      folder: z.string(),
      isDefault: z.boolean(),
      isThere: z.boolean(),
      backups: z.array(backupItem),
      trouble: backupTrouble.nullable(),
    }),
  },
  /**
   * Begins a backup, unless the newest proven one holds the same. Its entries are then sent by whoever reads the
   * database (`shared/backup/part.ts`), and it is finished or abandoned. A second one waits for the first.
   */
  beginBackup: {
    input: summary.pick({
      reason: true,
      brand: true,
      schema: true,
      lastChange: true,
      pages: true,
      sales: true,
    }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), handle }),
      failed(['unchanged', 'no-folder', ...writeFailures]),
    ]),
  },
  /** Adds the kept files and the manifest, puts the backup in its place, reads it again, and lets old ones go. */
  finishBackup: {
    input: z.strictObject({
      handle,
      tables: z.array(
        z.strictObject({
          name: z.string().max(60),
          size: z.number().int().nonnegative(),
          sha256,
          rows: z.number().int().nonnegative(),
        }),
      ),
      files: z.array(sha256),
    }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), backup: backupItem }),
      failed(['not-proven', 'no-folder', ...writeFailures]),
    ]),
  },
  /** Nothing is left of a backup that was begun; `code` says why, for the person. */
  abandonBackup: { input: z.strictObject({ handle, code: z.enum(backupFailures) }), output: done },
  /** Reads a backup of the folder again, from its first byte to its last. */
  proveBackup: {
    input: backupName,
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), backup: backupItem }),
      failed(['gone']),
    ]),
  },
  /** Proves a backup of the folder and opens it for a look inside; its entries are then read by `readEntry`'s address. */
  openBackup: {
    input: backupName.extend({ schema: schemaNumber }),
    output: z.discriminatedUnion('ok', [openedBackup, failed(refusals)]),
  },
  /** The same for a file the person chooses in the system's dialog. */
  chooseBackup: {
    input: z.strictObject({ schema: schemaNumber }),
    output: z.discriminatedUnion('ok', [openedBackup, failed(['cancelled', ...refusals])]),
  },
  /** Puts the imported files of an opened backup among the kept ones. Repeatable. */
  keepBackedUp: {
    input: z.strictObject({ handle }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), files: z.number().int().nonnegative() }),
      failed(['unknown-handle', 'damaged', ...writeFailures]),
    ]),
  },
  closeBackup: { input: z.strictObject({ handle }), output: done },
  /** Lets the person choose where backups are kept from now on, or goes back to the app's own folder. */
  chooseBackupFolder: {
    input: z.strictObject({ default: z.boolean() }),
    output: z.discriminatedUnion('ok', [done, failed(['cancelled', 'not-allowed', 'failed'])]),
  },
  /** Shows a backup in the system's file manager; without a name, the folder. */
  showBackup: { input: z.strictObject({ name: z.string().max(255).nullable() }), output: done },
} as const
