import type { AlreadyIn } from '#shared/imports/report.ts'
import { BrandDatabase } from './database.ts'
import { openDatabase } from './openDatabase.ts'
import { listBrands } from './registry.ts'
import type { Registry } from './registry.ts'

/**
 * Where files of these contents were imported before, in this brand and in others, by content hash. A brand that was
 * deleted does not count. Reads the imports of each brand, never a book page.
 */
export async function findAlreadyImported(
  registry: Registry,
  db: BrandDatabase,
): Promise<ReadonlyMap<string, readonly AlreadyIn[]>> {
  const brands = await listBrands(registry)
  const read = await Promise.all(
    brands.map(({ id }) => (id === db.brandId ? importedFiles(db) : filesOfOther(id))),
  )
  const found = new Map<string, AlreadyIn[]>()
  for (const [at, { id, name }] of brands.entries()) {
    for (const { importId, sha256 } of read[at] ?? []) {
      const one = { brand: name, brandId: id, importId, sameBrand: id === db.brandId }
      found.set(sha256, [...(found.get(sha256) ?? []), one])
    }
  }
  return found
}

async function importedFiles(
  db: BrandDatabase,
): Promise<readonly { readonly importId: string; readonly sha256: string }[]> {
  const imports = await db.imports.toArray()
  const counted = imports.filter(({ status }) => status === 'done')
  return counted.flatMap(({ id, files }) => files.map(({ sha256 }) => ({ importId: id, sha256 })))
}

async function filesOfOther(brandId: string): ReturnType<typeof importedFiles> {
  const db = new BrandDatabase(brandId)
  const opened = await openDatabase(db)
  if (!opened.ok) return []
  const files = await importedFiles(db)
  db.close()
  return files
}
