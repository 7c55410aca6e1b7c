import type { Business } from '#shared/document/business.ts'
import { commit } from './commit.ts'
import type { BrandDatabase, ProfileRecord } from './database.ts'

/** What the brand says of itself; null in a database that is none of a brand yet. */
export async function readProfile(db: BrandDatabase): Promise<ProfileRecord['value'] | null> {
  const record = await db.settings.get('profile')
  return record?.id === 'profile' ? record.value : null
}

/** What the brand puts on its documents; null where nobody has said it yet. */
export async function readBusiness(db: BrandDatabase): Promise<Business | null> {
  const record = await db.settings.get('business')
  return record?.id === 'business' ? record.value : null
}

export const saveBusiness = (db: BrandDatabase, business: Business) =>
  commit(db, 'keep business', [{ table: 'settings', put: { id: 'business', value: business } }])

/** Where the business is (ISO 3166-1 alpha-2): whose taxes it charges. */
export async function countryOfBrand(db: BrandDatabase): Promise<string> {
  const business = await readBusiness(db)
  return business?.country || ((await readProfile(db))?.country ?? '')
}
