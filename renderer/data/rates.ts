import type { Rate } from '#shared/book/questions.ts'
import { commit } from './commit.ts'
import type { BrandDatabase, RateRecord } from './database.ts'

export const rateRecord = ({ from, to, day, rate }: Rate): RateRecord => ({
  id: `${from}/${to}/${day}`,
  from,
  to,
  day,
  rate,
})

/** Rates a person typed, newest day first. */
export async function listRates(db: BrandDatabase): Promise<readonly RateRecord[]> {
  const rates = await db.rates.toArray()
  return rates.sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1))
}

/** Keeps a rate; one typed before for the same currencies and day is replaced. */
export const saveRate = (db: BrandDatabase, rate: Rate) =>
  commit(db, 'save rate', [{ table: 'rates', put: rateRecord(rate) }])

export const removeRate = (db: BrandDatabase, id: string) =>
  commit(db, 'remove rate', [{ table: 'rates', remove: id }])
