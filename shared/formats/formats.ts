import { etsyPayments, etsySoldOrderItems, etsySoldOrders } from './etsy.ts'
import { etsyListings } from './etsyListings.ts'
import { etsyStatement } from './etsyStatement.ts'
import type { Format } from './format.ts'
import { shopifyOrders, shopifyPaymentTransactions } from './shopify.ts'
import { shopifyCustomers, shopifyProducts } from './shopifyCatalogue.ts'

/** Every export the app can read. */
export const formats: readonly Format[] = [
  etsySoldOrders,
  etsySoldOrderItems,
  etsyStatement,
  etsyPayments,
  shopifyOrders,
  shopifyPaymentTransactions,
  etsyListings,
  shopifyProducts,
  shopifyCustomers,
]
