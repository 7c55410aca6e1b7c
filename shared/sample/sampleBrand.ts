import type { BrandProfile } from '#shared/brand/brand.ts'
import { etsyListings, makeStock, storeCustomers, storeProducts } from './catalogueFiles.ts'
import { payments, soldOrderItems, soldOrders } from './etsyFiles.ts'
import { makeEtsyOrders } from './etsyOrders.ts'
import { makeStatements } from './etsyStatements.ts'
import { createRandom } from './random.ts'
import { dateOf, dayNumber, isoDay } from './season.ts'
import { paymentTransactions, storeOrders } from './storeFiles.ts'
import { makeStoreOrders } from './storeOrders.ts'

/** A made-up studio in Halifax that sells on Etsy in US dollars and in its own store in Canadian ones. */
export const sampleProfile: BrandProfile = {
  name: 'Salt & Spruce Studio',
  country: 'CA',
  currency: 'CAD',
  timeZone: 'America/Halifax',
  accent: '#0f766e',
  niche: 'People who want fewer, better things for their kitchen table',
  logo: null,
}

export type SampleFile = { readonly name: string; readonly text: string }

const days = 730

/** The exports such a studio would download today: two years, some 3,000 sales. The same for the same day. */
export function sampleFiles(today: string): readonly SampleFile[] {
  const last = dayNumber(today)
  const first = last - days + 1
  const random = createRandom(20_240_328)
  const etsy = makeEtsyOrders(random, first, last)
  const store = makeStoreOrders(random, first, last)
  // Apart from the sales, so that one can change without the other.
  const shelf = createRandom(20_240_329)
  const stock = makeStock(shelf)
  const years = [...new Set(etsy.map(({ day }) => dateOf(day).getUTCFullYear()))]
  const perYear = years.flatMap((year) => {
    const orders = etsy.filter(({ day }) => dateOf(day).getUTCFullYear() === year)
    return [
      { name: `EtsySoldOrders${year}.csv`, text: soldOrders(orders) },
      { name: `EtsySoldOrderItems${year}.csv`, text: soldOrderItems(orders) },
      { name: `EtsyDirectCheckoutPayments${year}.csv`, text: payments(orders) },
    ]
  })
  const statements = [...makeStatements(etsy, first, last)].map(([month, text]) => ({
    name: `etsy_statement_${month.replace('-0', '_').replace('-', '_')}.csv`,
    text,
  }))
  return [
    ...perYear,
    ...statements,
    { name: 'orders_export_1.csv', text: storeOrders(store) },
    { name: 'payment_transactions_export_1.csv', text: paymentTransactions(store, last) },
    { name: 'EtsyListingsDownload.csv', text: etsyListings(stock) },
    { name: 'products_export_1.csv', text: storeProducts(stock) },
    { name: 'customers_export_1.csv', text: storeCustomers(shelf, store) },
  ]
}

/** Made-up rates around the first of each month, so that both currencies can be seen as one. */
export function sampleRates(
  today: string,
): readonly { readonly from: string; readonly to: string; readonly day: string; readonly rate: string }[] {
  const last = dayNumber(today)
  const every = Array.from({ length: Math.ceil(days / 14) + 1 }, (_, at) => last - at * 14)
  return every.map((day, at) => ({
    from: 'USD',
    to: 'CAD',
    day: isoDay(day),
    rate: `1.${3500 + ((at * 137) % 400)}`,
  }))
}
