import type { Brand } from '#shared/brand/brand.ts'
import { originWrite } from './backup/lastingId.ts'
import { removeBrand } from './brands.ts'
import { commit } from './commit.ts'
import { keptFor } from './keptFor.ts'
import { brandOf, brandRows } from './registry.ts'
import type { Registry } from './registry.ts'
import type { Services } from './services.ts'
import { uuidv7 } from './uuid.ts'

/** A brand that was deleted and can still be restored. */
export type DeletedBrand = {
  readonly brand: Brand
  /** ISO 8601, UTC */
  readonly deletedAt: string
  /** A person did not delete it: a backup took its place. */
  readonly isReplaced: boolean
}

/** Takes a brand out of every list. Its database stays as it is, so that the brand can be restored. */
export async function deleteBrand(registry: Registry, id: string, now: number): Promise<void> {
  const row = await registry.brands.get(id)
  if (row === undefined) return
  const put = { ...row, deletedAt: new Date(now).toISOString() }
  await commit(registry, 'delete brand', [{ table: 'brands', put }])
}

/**
 * Brings a deleted brand back, as it was and where it stood; null where it is gone for good. One that a backup replaced is
 * a brand beside that one from now on, with backups of its own.
 */
export async function restoreBrand(registry: Registry, id: string): Promise<Brand | null> {
  const row = (await brandRows(registry)).find((one) => one.id === id)
  if (row === undefined || row.deleted) return null
  const { replaced, ...kept } = row
  await commit(registry, 'restore brand', [
    { table: 'brands', put: { ...kept, deletedAt: null } },
    ...(replaced ? [originWrite(id, uuidv7())] : []),
  ])
  return brandOf(row)
}

/** Deleted brands to offer, the last one first. A sample is made anew faster than it is looked for. */
export async function listDeletedBrands(registry: Registry): Promise<readonly DeletedBrand[]> {
  return (await inTheBin(registry)).filter(({ brand }) => !brand.sample)
}

/** Removes for good what was deleted long ago, and samples that were. */
export async function sweepDeletedBrands(
  services: Pick<Services, 'api' | 'registry'>,
  now: number,
): Promise<void> {
  for (const { brand, deletedAt } of await inTheBin(services.registry))
    if (brand.sample || Date.parse(deletedAt) < now - keptFor) await removeBrand(services, brand)
}

async function inTheBin(registry: Registry): Promise<readonly DeletedBrand[]> {
  const rows = await brandRows(registry)
  const deleted = rows.flatMap((row) =>
    row.deleted || row.deletedAt === null
      ? []
      : [{ brand: brandOf(row), deletedAt: row.deletedAt, isReplaced: row.replaced === true }],
  )
  return deleted.toSorted((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1))
}
