import { useLiveQuery } from 'dexie-react-hooks'
import { listRates } from '#data/rates.ts'
import type { BrandServices } from '#data/services.ts'
import type { Rate, Report } from '#shared/book/questions.ts'

/** Each currency by itself, or all in one by the rates the person typed; null while those are read. */
export function useReport(
  { db }: Pick<BrandServices, 'db'>,
  currency: string,
  together: boolean,
): Report | null {
  const rates = useLiveQuery(() => listRates(db), [db])
  if (!together) return {}
  return rates === undefined ? null : { currency, rates: rates.map(plainRate) }
}

const plainRate = ({ from, to, day, rate }: Rate): Rate => ({ from, to, day, rate })
