import type { EntryType, Kind } from '#shared/book/entry.ts'

/** Which entries make up a figure of an expected file, and with which sign. */
export type Part = {
  readonly kind: Kind
  readonly type?: EntryType
  readonly sign?: 1 | -1
  readonly only?: 'charges' | 'credits'
}
export type Check = {
  readonly file: string
  readonly figures: Readonly<Record<string, readonly Part[]>>
  readonly paid?: boolean
  readonly mutate: readonly [string, string]
}

const plus = (kind: Kind, type?: EntryType): Part => (type === undefined ? { kind } : { kind, type })
const minus = (kind: Kind, type?: EntryType): Part => ({ ...plus(kind, type), sign: -1 })
const charges = (part: Part): Part => ({ ...part, only: 'charges' })
const credits = (part: Part): Part => ({ ...part, only: 'credits' })

const paidByBuyer = [
  plus('line'),
  plus('giftCard'),
  plus('discount'),
  plus('shipping'),
  plus('tax'),
  plus('tip'),
  plus('other'),
]
const etsyOrders = {
  itemsGross: [plus('line')],
  discounts: [minus('discount')],
  shipping: [plus('shipping')],
  processingFees: [charges(minus('fee'))],
  orderNet: [plus('line'), plus('discount'), plus('shipping'), plus('other'), charges(plus('fee'))],
  marketplaceTaxAndExtras: [plus('marketplaceTax'), plus('other')],
  orderTotal: [plus('line'), plus('discount'), plus('shipping'), plus('other'), plus('marketplaceTax')],
}
const shopifyOrders = {
  itemsGross: [plus('line'), plus('giftCard')],
  discounts: [minus('discount')],
  shipping: [plus('shipping')],
  tips: [plus('tip')],
  orderTotal: paidByBuyer,
  refunds: [minus('refund')],
  netAfterRefunds: [...paidByBuyer, plus('refund')],
  giftCardsSold: [plus('giftCard')],
}
/** What a statement adds up to: everything but the payouts. What the buyer paid in tax comes in with the line and goes out. */
const net = [plus('line'), plus('refund'), plus('fee'), plus('transfer'), plus('adjustment')]

export const checks: readonly Check[] = [
  { file: 'etsy-sold-orders-2021-en-gb.csv', figures: etsyOrders, mutate: ['GBP,25.00,', 'GBP,26.00,'] },
  { file: 'etsy-sold-orders-2023-resaved.tsv.csv', figures: etsyOrders, mutate: ['\t1015\t', '\t1016\t'] },
  {
    file: 'etsy-sold-orders-2024.csv',
    figures: {
      ...etsyOrders,
      refundsGross: [minus('refund')],
      feesCredited: [credits(plus('fee'))],
      netAfterRefunds: [
        plus('line'),
        plus('discount'),
        plus('shipping'),
        plus('other'),
        plus('fee'),
        plus('refund'),
      ],
    },
    mutate: ['0.00,1.82,44.68', '0.00,1.82,45.68'],
  },
  {
    file: 'etsy-sold-order-items-2024.csv',
    figures: {
      itemsGross: [plus('line')],
      discounts: [minus('discount')],
      shipping: [plus('shipping')],
      sales: [plus('line'), plus('discount'), plus('shipping')],
    },
    mutate: [',2,18.00,BLOOM10', ',2,18.01,BLOOM10'],
  },
  {
    file: 'etsy_statement_2023_3_en_gb.csv',
    figures: {
      sale: [plus('line')],
      transactionFee: [plus('fee', 'transaction')],
      taxOnFees: [plus('fee', 'taxOnFees')],
      offsiteAds: [charges(plus('fee', 'offsiteAds'))],
      offsiteAdsCredit: [credits(plus('fee', 'offsiteAds'))],
      net,
      payouts: [minus('payout')],
    },
    mutate: ['£412.00', '£412.10'],
  },
  {
    file: 'etsy_statement_2024_3.csv',
    figures: {
      etsyAds: [plus('fee', 'ads')],
      transactionFee: [charges(plus('fee', 'transaction'))],
      processingFee: [charges(plus('fee', 'processing'))],
      listingFee: [charges(plus('fee', 'listing'))],
      taxOnFees: [plus('fee', 'taxOnFees')],
      offsiteAds: [charges(plus('fee', 'offsiteAds'))],
      offsiteAdsCredit: [credits(plus('fee', 'offsiteAds'))],
      feeCredit: (['transaction', 'processing', 'listing'] as const).map((type) =>
        credits(plus('fee', type)),
      ),
      shippingLabel: [plus('fee', 'postage')],
      subscription: [plus('fee', 'subscription')],
      paymentFromSeller: [plus('transfer')],
      unrecognised: [plus('adjustment', 'unknown')],
      net,
      payouts: [minus('payout')],
    },
    mutate: ['-$0.32,-$0.32', '-$0.33,-$0.33'],
  },
  {
    file: 'etsy_statement_2025_7_de.csv',
    figures: {
      transactionFee: [plus('fee', 'transaction')],
      processingFee: [charges(plus('fee', 'processing'))],
      feeCredit: [credits(plus('fee', 'processing'))],
      net,
      payouts: [minus('payout')],
    },
    mutate: ['€36.10,--,€36.10', '€36.11,--,€36.11'],
  },
  {
    file: 'EtsyDirectCheckoutPayments2024-3.csv',
    figures: {
      gross: [plus('line')],
      fees: [charges(minus('fee'))],
      net: [plus('line'), charges(plus('fee'))],
      refundedToBuyers: [minus('refund'), { kind: 'marketplaceTax', sign: -1, only: 'charges' }],
      netAfterRefunds: [plus('line'), plus('fee'), plus('refund')],
    },
    mutate: ['46.50,1.82,44.68', '46.51,1.82,44.68'],
  },
  {
    file: 'shopify-orders-2021-tax-included.csv',
    figures: { ...shopifyOrders, taxIncluded: [minus('taxIncluded')] },
    paid: true,
    mutate: ['EUR,24.00,4.95,5.02,28.95', 'EUR,24.00,4.95,5.03,28.95'],
  },
  {
    file: 'shopify-orders-2024.csv',
    figures: { ...shopifyOrders, tax: [plus('tax')] },
    paid: true,
    mutate: ['1,Tip,3.60', '1,Tip,3.61'],
  },
  {
    file: 'shopify-payment-transactions-2024.csv',
    figures: {
      charges: [plus('line')],
      fees: [minus('fee')],
      refunds: [plus('refund', '')],
      chargebacks: [plus('refund', 'chargeback')],
      net: [plus('line'), plus('fee'), plus('refund')],
    },
    mutate: ['-61.00,15.00,-76.00', '-61.00,15.01,-76.01'],
  },
]
