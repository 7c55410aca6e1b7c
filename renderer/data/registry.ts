import Dexie from 'dexie'
import type { Table } from 'dexie'
import type { Brand } from '#shared/brand/brand.ts'
import { registryName } from '#shared/identity.ts'
import { commit } from './commit.ts'
import type { Change, RecordDatabase } from './commit.ts'

/** `deleted` is a tombstone: its database is removed now, or at the next start if that was interrupted. */
export type BrandRow = Brand & { readonly deleted: boolean }

/** What belongs to the person rather than to a brand. */
export type Preferences = {
  readonly theme: 'system' | 'light' | 'dark'
  /** Id of the brand that was open last. */
  readonly lastBrand: string
}
const defaultPreferences: Preferences = { theme: 'system', lastBrand: '' }
type PreferenceRow = { readonly id: string; readonly value: string }

type RegistryRecords = { brands: BrandRow; preferences: PreferenceRow }

export const registryVersion = 1

export class Registry extends Dexie implements RecordDatabase<RegistryRecords> {
  declare readonly changes: Table<Change, number>
  declare readonly brands: Table<BrandRow, string>
  declare readonly preferences: Table<PreferenceRow, string>
  declare readonly records?: RegistryRecords
  readonly committed = async () => {}

  constructor() {
    super(registryName, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ changes: 'seq', brands: 'id', preferences: 'id' })
  }
}

/** The person's brands in the order of the switcher. */
export async function listBrands(registry: Registry): Promise<readonly Brand[]> {
  const rows = await registry.brands.toArray()
  return rows
    .filter((row) => !row.deleted)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map(({ deleted: _deleted, ...brand }) => brand)
}

export const keepBrand = (registry: Registry, brand: Brand) =>
  commit(registry, 'keep brand', [{ table: 'brands', put: { ...brand, deleted: false } }])

export async function readPreferences(registry: Registry): Promise<Preferences> {
  const rows = await registry.preferences.toArray()
  return { ...defaultPreferences, ...Object.fromEntries(rows.map((row) => [row.id, row.value])) }
}

export const setPreference = <P extends keyof Preferences>(
  registry: Registry,
  name: P,
  value: Preferences[P],
) => commit(registry, `set ${name}`, [{ table: 'preferences', put: { id: name, value } }])
