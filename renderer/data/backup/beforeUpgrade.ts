import { brandDatabaseName } from '#shared/identity.ts'
import type { Api } from '#shared/ipc/contract.ts'
import { ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { schemaVersion } from '#data/database.ts'
import { installedVersions, openDatabase } from '#data/openDatabase.ts'
import { brandRows, Registry } from '#data/registry.ts'
import type { Workers } from '#data/workers.ts'
import { backUp } from './backUp.ts'
import type { NotBackedUp } from './backUp.ts'

/** A brand whose database an older app left, and which opening would bring up to date. */
export type OutdatedBrand = { readonly id: string; readonly name: string }

/** Looks without opening any of them. What is deleted, or cannot be listed, is not worth the wait. */
export async function outdatedBrands(): Promise<readonly OutdatedBrand[]> {
  const installed = await installedVersions().catch(() => new Map<string, number>())
  const prefix = brandDatabaseName('')
  const ids = [...installed].flatMap(([name, version]) =>
    name.startsWith(prefix) && version > 0 && version < schemaVersion ? [name.slice(prefix.length)] : [],
  )
  if (ids.length === 0) return []
  const registry = new Registry()
  const rows = (await openDatabase(registry)).ok ? await brandRows(registry) : []
  registry.close()
  const deleted = new Set(rows.filter((row) => row.deleted).map(({ id }) => id))
  return ids
    .filter((id) => !deleted.has(id))
    .map((id) => ({ id, name: rows.find((row) => row.id === id)?.name ?? '' }))
}

/** Backs them up as they are. Stops at the first that cannot be: nothing is upgraded without a word. */
export async function backUpOutdated(
  api: Api,
  workers: Workers,
  brands: readonly OutdatedBrand[],
): Promise<Result<null, NotBackedUp>> {
  const registry = new Registry()
  try {
    for (const brand of brands) {
      const made = await backUp({ api, registry, workers }, brand, 'before-upgrade')
      if (!made.ok && made.error.code !== 'unchanged' && made.error.code !== 'empty') return made
    }
    return ok(null)
  } finally {
    registry.close()
  }
}
