import type { BackupItem, Loss } from '#shared/ipc/contract.ts'
import type { Manifest } from '#shared/backup/manifest.ts'
import { listBrands } from '#data/registry.ts'
import type { Registry } from '#data/registry.ts'
import { lastingId } from './lastingId.ts'

/**
 * How a backup belongs to a lost brand: `own` bears its id; `alike` is of a brand called the same, which only the person
 * can tell from this one; `foreign` is of a brand nobody here knows; `taken` of another one that is there, or lost as well.
 */
export type Kinship = 'own' | 'alike' | 'foreign' | 'taken'
type Named = Manifest['brand']

/** Every id by which backups can know the brands that are there and those that are lost, by the brand. */
export type KnownIds = ReadonlyMap<string, readonly string[]>

export async function knownIds(registry: Registry, losses: readonly Loss[]): Promise<KnownIds> {
  const there = await Promise.all(
    (await listBrands(registry)).map(async ({ id }) => [id, [await lastingId(registry, id)]] as const),
  )
  const known = new Map<string, readonly string[]>(there)
  for (const { brand } of losses)
    known.set(brand.id, [
      ...(known.get(brand.id) ?? []),
      ...(brand.lasting === undefined ? [] : [brand.lasting]),
    ])
  return new Map([...known].map(([id, more]) => [id, [...new Set([id, ...more])]]))
}

export function kinshipOf({ brand }: Loss, backup: Named, known: KnownIds): Kinship {
  const isOf = (ids: readonly string[]) => ids.includes(backup.id) || ids.includes(backup.database)
  if (isOf(known.get(brand.id) ?? [brand.id])) return 'own'
  if ([...known].some(([id, ids]) => id !== brand.id && isOf(ids))) return 'taken'
  return brand.name !== '' && brand.name === backup.name ? 'alike' : 'foreign'
}

/** Backups a lost brand can come back from, in the order of the list (newest first); one found faulty is none. */
export type LostBackups = { readonly kin: 'own' | 'alike'; readonly items: readonly BackupItem[] }

/** Its own; where there are none, those of a brand called the same. */
export function backupsOf(loss: Loss, backups: readonly BackupItem[], known: KnownIds): LostBackups {
  const of = (kin: Kinship) =>
    backups.filter(
      ({ about, proof }) => about && proof !== 'failed' && kinshipOf(loss, about.brand, known) === kin,
    )
  const own = of('own')
  return own.length > 0 ? { kin: 'own', items: own } : { kin: 'alike', items: of('alike') }
}
