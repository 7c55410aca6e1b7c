import type { HandSale } from '#shared/handSale/handSale.ts'
import { commit } from './commit.ts'
import type { BrandDatabase } from './database.ts'

/** Keeps sales a person typed, in one change: one of a form, or all of a grid. */
export const saveHandSales = (db: BrandDatabase, sales: readonly HandSale[]) =>
  commit(
    db,
    sales.length === 1 ? 'save sale' : 'save sales',
    sales.map((sale) => ({ table: 'handSales', put: sale }) as const),
  )

export const removeHandSale = (db: BrandDatabase, id: string) =>
  commit(db, 'remove sale', [{ table: 'handSales', remove: id }])
