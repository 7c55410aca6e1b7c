import { backUp } from '#data/backup/backUp.ts'
import { lastingId } from '#data/backup/lastingId.ts'
import { replacedBy, restoreBackup } from '#data/backup/restoreBackup.ts'
import type { OpenBrand } from '#data/brands.ts'
import { schemaVersion } from '#data/database.ts'
import type { Workers } from '#data/workers.ts'
import type { BrandNow, BackupServices } from '#features/backups/backupServices.ts'
import type { Manifest } from '#shared/backup/manifest.ts'
import type { Brand } from '#shared/brand/brand.ts'

type Parts = {
  readonly open: OpenBrand
  readonly workers: Workers
  /** Shows a restored brand, and lets go of the one that is open. */
  readonly onRestored: (brand: Brand) => Promise<void>
}

/** What the page of backups can do to the open brand. */
export function backupActs({ open, workers, onRestored }: Parts): BackupServices {
  const { api, registry, brand } = open
  const parts = { api, registry, workers }
  return {
    api,
    schema: schemaVersion,
    brandId: () => lastingId(registry, brand.id),
    backUp: (onProgress) => backUp(parts, brand, 'by-hand', onProgress),
    brandNow: async (manifest) => brandNow(parts, manifest),
    restore: (backup, onProgress) =>
      restoreBackup(parts, {
        backup,
        lost: null,
        onProgress,
        leave: onRestored,
      }),
  }
}

async function brandNow(
  { registry, workers }: Pick<OpenBrand, 'registry'> & { readonly workers: Workers },
  manifest: Manifest,
): Promise<BrandNow | null> {
  const brand = await replacedBy(registry, manifest)
  if (brand === null) return null
  const worker = workers.startBackup()
  const found = await worker.find(brand.id)
  worker.stop()
  return { name: brand.name, held: found.ok ? found.value : { sales: null, rows: {} } }
}
