import Dexie from 'dexie'
import type { Table } from 'dexie'
import { withLogo, type Brand } from '#shared/brand/brand.ts'
import { registryName } from '#shared/identity.ts'
import { commit } from './commit.ts'
import type { Change, RecordDatabase } from './commit.ts'

/**
 * `deletedAt` (ISO 8601, UTC) is when a person deleted it: it can be restored until it is swept. `deleted` is a tombstone:
 * its database is removed then, or at the next start if that was interrupted. `replaced`: it was lost, and a backup took its
 * place; what can be read of it is kept as of one a person deleted.
 */
export type BrandRow = Brand & {
  readonly deleted: boolean
  readonly deletedAt: string | null
  readonly replaced?: true
}
/** A row as any version of the app may have stored it. */
type StoredBrandRow = Omit<BrandRow, 'logo' | 'deletedAt'> & Partial<Pick<BrandRow, 'logo' | 'deletedAt'>>

/** What belongs to the person rather than to a brand. */
export type Preferences = {
  readonly theme: 'system' | 'light' | 'dark'
  /** Id of the brand that was open last. */
  readonly lastBrand: string
}
const defaultPreferences: Preferences = { theme: 'system', lastBrand: '' }
type PreferenceRow = { readonly id: string; readonly value: string }

type RegistryRecords = { brands: StoredBrandRow; preferences: PreferenceRow }

export const registryVersion = 1

export class Registry extends Dexie implements RecordDatabase<RegistryRecords> {
  declare readonly changes: Table<Change, number>
  declare readonly brands: Table<StoredBrandRow, string>
  declare readonly preferences: Table<PreferenceRow, string>
  declare readonly records?: RegistryRecords
  readonly committed = async () => ({ witnessed: true })

  constructor() {
    super(registryName, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ changes: 'seq', brands: 'id', preferences: 'id' })
  }
}

export async function brandRows(registry: Registry): Promise<readonly BrandRow[]> {
  const rows = await registry.brands.toArray()
  return rows
    .map((row) => withLogo({ ...row, deletedAt: row.deletedAt ?? null }))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** The brand a row describes. */
export const brandOf = ({
  deleted: _deleted,
  deletedAt: _deletedAt,
  replaced: _replaced,
  ...brand
}: BrandRow): Brand => brand

/** The person's brands in the order of the switcher. */
export async function listBrands(registry: Registry): Promise<readonly Brand[]> {
  const rows = await brandRows(registry)
  return rows.filter(({ deleted, deletedAt }) => !deleted && deletedAt === null).map(brandOf)
}

/** Describes a brand anew, or for the first time. It stays where it stands in the list, and deleted if it was. */
export async function keepBrand(registry: Registry, brand: Brand): Promise<void> {
  const row = (await brandRows(registry)).find(({ id }) => id === brand.id)
  const { order, deletedAt } = row ?? { order: brand.order, deletedAt: null }
  const put = { ...brand, order, deleted: false, deletedAt }
  if (row && isSameRow(row, put)) return
  await commit(registry, 'keep brand', [{ table: 'brands', put }])
}

const isSameRow = (one: BrandRow, other: BrandRow) => {
  const fields = new Map<string, unknown>(Object.entries(one))
  return Object.entries(other).every(([name, value]) => fields.get(name) === value)
}

export async function readPreferences(registry: Registry): Promise<Preferences> {
  const rows = await registry.preferences.toArray()
  return { ...defaultPreferences, ...Object.fromEntries(rows.map((row) => [row.id, row.value])) }
}

export const setPreference = <P extends keyof Preferences>(
  registry: Registry,
  name: P,
  value: Preferences[P],
) => commit(registry, `set ${name}`, [{ table: 'preferences', put: { id: name, value } }])
