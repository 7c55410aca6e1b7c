import { err, ok } from '#shared/result.ts'
import { fillBrand, findProfile, isAsInBackup } from '#data/backup/fillBrand.ts'
import type { ReadEntry } from '#data/backup/fillBrand.ts'
import { lastChangeOf, readBrand } from '#data/backup/readBrand.ts'
import type { Send } from '#data/backup/sender.ts'
import { BrandDatabase, schemaVersion } from '#data/database.ts'
import { installedVersions, openDatabase } from '#data/openDatabase.ts'
import { readSummary } from '#data/pageStore.ts'
import { storing } from '#data/storageFailure.ts'
import { brandState } from '#data/witness.ts'
import type { BackupWorker } from '#data/workers.ts'

type Parts = {
  readonly send: (handle: string) => Send
  readonly read: (handle: string) => ReadEntry
}

/** Reads databases into backups and back. Plain code: the worker's entry file exposes it. */
export function createBackupHost({ send, read }: Parts): BackupWorker {
  return {
    find: async (brandId) => {
      const opened = await openAsItIs(brandId)
      if (!opened.ok) return opened
      const db = opened.value
      const [{ pages }, lastChange, summary, counts] = await Promise.all([
        brandState(db),
        lastChangeOf(db),
        readSummary(db).catch(() => null), // it only says what is inside
        Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const)),
      ])
      db.close()
      // book pages of an import that is still looked at are nothing yet
      const beside = ['changes', 'settings', 'summaries', 'pages', 'details']
      const isEmpty = counts.every(([table, count]) => beside.includes(table) || count === 0)
      const sales = summary && { count: summary.sales, from: summary.from, to: summary.to }
      return ok({ schema: db.verno, lastChange, pages, sales, isEmpty, rows: Object.fromEntries(counts) })
    },
    send: async (brandId, handle, onProgress) => {
      const opened = await openAsItIs(brandId)
      if (!opened.ok) return err({ code: 'failed' })
      const sent = await readBrand(opened.value, send(handle), onProgress)
      opened.value.close()
      return sent
    },
    fill: async (brandId, handle, manifest, onProgress) => {
      const old = new BrandDatabase(brandId, undefined, manifest.schema)
      const filled = await storing(async () => {
        const stored = await fillBrand(old, manifest, read(handle), onProgress)
        if (!stored.ok) return stored
        return (await isAsInBackup(old, manifest)) ? ok(null) : err({ code: 'wrong-hash' } as const)
      })
      old.close()
      if (!filled.ok) return filled
      const db = new BrandDatabase(brandId)
      if (!(await openDatabase(db)).ok) return err({ code: 'storage-failed' })
      const profile = await storing(() => findProfile(db))
      db.close()
      return profile
    },
    stop: () => {},
  }
}

/** Opens a database in the version it has: a backup before an upgrade must not upgrade it. */
async function openAsItIs(brandId: string) {
  const name = new BrandDatabase(brandId).name
  const installed = (await installedVersions().catch(() => null))?.get(name)
  if (installed === undefined) return err({ code: 'unopenable' } as const) // opening it would make it
  const db = new BrandDatabase(brandId, undefined, Math.min(installed, schemaVersion))
  const opened = await openDatabase(db)
  return opened.ok ? ok(db) : opened
}
