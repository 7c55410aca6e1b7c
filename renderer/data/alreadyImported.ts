import type { FileResult } from '#shared/imports/report.ts'
import { BrandDatabase } from './database.ts'
import { openDatabase } from './openDatabase.ts'
import { listBrands } from './registry.ts'
import type { Registry } from './registry.ts'

type AlreadyIn = Extract<FileResult, { readonly ok: true }>['alreadyIn'][number]

/** Where files of these contents were imported before, in this brand and in others, by content hash. */
export async function findAlreadyImported(
  registry: Registry,
  db: BrandDatabase,
): Promise<ReadonlyMap<string, readonly AlreadyIn[]>> {
  const found = new Map<string, AlreadyIn[]>()
  for (const { id, name } of await listBrands(registry)) {
    const sameBrand = id === db.brandId
    for (const { importId, sha256 } of sameBrand ? await importedFiles(db) : await filesOfOther(id)) {
      found.set(sha256, [...(found.get(sha256) ?? []), { brand: name, importId, sameBrand }])
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
