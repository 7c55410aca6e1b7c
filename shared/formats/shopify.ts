import { defineFormat } from './format.ts'

const stamps = ['Y-M-D', 'M/D/Y', 'D/M/Y'] as const
const no = ['false', 'no', 'falsch', 'faux']

/** A product called gift card in the languages of Shopify's shops, with a variant or an amount behind it. */
const giftCard =
  /^(?:.*\s)?(?:e-?)?(?:gift[ -]?(?:cards?|vouchers?|certificates?)|geschenk(?:karte|gutschein)|(?:e-)?gutschein|(?:e-)?carte[ -]cadeau|tarjeta(?: de)? regalo|cadeau(?:bon|kaart)|buono regalo|carta regalo|cart[aã]o[ -]presente|presentkort|gavekort|ギフトカード)(?:\s*[-–—:(|$€£¥\d].*)?$/i

/** One row per line; everything of the order stands on its first row, later rows carry Name, Created at and the line. */
export const shopifyOrders = defineFormat({
  name: 'shopify-orders',
  channel: 'shopify',
  source: 'orders',
  restates: 'sale',
  signatures: [['name', 'financialStatus', 'lineName']],
  decimal: '.',
  columns: {
    name: { read: 'id', heads: ['Name'], needed: 'missing-order-id' },
    email: { read: 'text', heads: ['Email'] },
    financialStatus: { read: 'text', heads: ['Financial Status'] },
    fulfilment: { read: 'text', heads: ['Fulfillment Status'] },
    paidAt: { read: 'date', heads: ['Paid at'], dates: stamps },
    currency: { read: 'currency', heads: ['Currency'], needed: 'missing-currency' },
    subtotal: { read: 'money', heads: ['Subtotal'] },
    shipping: { read: 'money', heads: ['Shipping'] },
    taxes: { read: 'money', heads: ['Taxes'] },
    total: { read: 'money', heads: ['Total'] },
    discount: { read: 'money', heads: ['Discount Amount'] },
    createdAt: { read: 'date', heads: ['Created at'], dates: stamps },
    quantity: { read: 'quantity', heads: ['Lineitem quantity'], on: 'line', needed: 'unreadable-quantity' },
    lineName: { read: 'text', heads: ['Lineitem name'], on: 'line' },
    price: { read: 'money', heads: ['Lineitem price'], on: 'line', needed: 'missing-amount' },
    sku: { read: 'text', heads: ['Lineitem sku'], on: 'line' },
    requiresShipping: { read: 'text', heads: ['Lineitem requires shipping'], on: 'line' },
    taxable: { read: 'text', heads: ['Lineitem taxable'], on: 'line' },
    vendor: { read: 'text', heads: ['Vendor'], on: 'line' },
    billingName: { read: 'text', heads: ['Billing Name'] },
    billingZip: { read: 'text', heads: ['Billing Zip'] },
    billingCountry: { read: 'text', heads: ['Billing Country'] },
    shippingName: { read: 'text', heads: ['Shipping Name'] },
    shippingZip: { read: 'text', heads: ['Shipping Zip'] },
    shippingCountry: { read: 'text', heads: ['Shipping Country'] },
    cancelledAt: { read: 'text', heads: ['Cancelled at'] },
    refunded: { read: 'money', heads: ['Refunded Amount'] },
    id: { read: 'id', heads: ['Id'] },
    duties: { read: 'money', heads: ['Duties'] },
  },
  figures: {
    withoutTaxes: { sum: ['lines', 'tips', 'giftCards', 'shipping', 'duties', '-discount'] },
    missingIfOnTop: { sum: ['total', '-withoutTaxes', '-taxes'] },
    missingIfIncluded: { sum: ['total', '-withoutTaxes'] },
    missingFromSubtotal: { sum: ['subtotal', 'discount', '-lines', '-giftCards'] },
    afterSubtotal: { sum: ['total', '-subtotal', '-shipping', '-duties', '-tips'] },
  },
  sale: {
    ids: [
      { prefix: 'id', column: 'id' },
      { prefix: 'name', column: 'name' },
    ],
    label: 'name',
    missing: 'missing-order-id',
  },
  rowsOfSale: { by: 'name', head: ['financialStatus', 'currency', 'id', 'total', 'subtotal'] },
  day: ['createdAt', 'paidAt'],
  currency: 'currency',
  status: {
    column: 'financialStatus',
    words: {
      '': 'counted',
      paid: 'counted',
      partially_paid: 'counted',
      refunded: 'counted',
      partially_refunded: 'counted',
      pending: 'pending',
      unpaid: 'pending',
      authorized: 'authorised',
      voided: 'voided',
      expired: 'voided',
    },
    cancelled: { column: 'cancelledAt', instead: { pending: 'cancelled', authorised: 'cancelled' } },
  },
  shipped: { column: 'fulfilment', is: ['fulfilled'] },
  buyer: {
    keys: [
      { prefix: 'mail', columns: ['email'] },
      { prefix: 'guest', columns: ['billingName', 'billingZip', 'billingCountry'] },
      { prefix: 'guest', columns: ['shippingName', 'shippingZip', 'shippingCountry'] },
    ],
    name: ['billingName', 'shippingName', 'email'],
  },
  listing: {
    keys: [
      { prefix: 'sku', column: 'sku' },
      { prefix: 'name', column: 'lineName' },
    ],
    title: 'lineName',
    sku: 'sku',
  },
  // Nothing in the file says whether prices include tax: the sum that fits the order's Total does.
  modes: [
    { mode: 'on top', when: [{ column: 'total', filled: false }] },
    { mode: 'on top', when: [{ amount: ['missingIfOnTop'], is: 'zero' }] },
    { mode: 'included', when: [{ amount: ['missingIfIncluded'], is: 'zero' }] },
    { mode: 'on top', when: [{ amount: ['afterSubtotal', '-taxes'], is: 'zero' }] },
    { mode: 'included', when: [{ amount: ['afterSubtotal'], is: 'zero' }] },
    { mode: 'on top', when: [] },
  ],
  lines: {
    quantity: 'quantity',
    price: 'price',
    cases: [
      {
        when: [
          { column: 'lineName', is: ['tip'] },
          { column: 'requiresShipping', is: ['', ...no] },
          { column: 'taxable', is: ['', ...no] },
          { column: 'vendor', filled: false },
        ],
        kind: 'tip',
        type: '',
        stream: 'tip',
      },
      {
        when: [
          { column: 'lineName', matches: giftCard },
          { column: 'requiresShipping', is: no },
          { column: 'taxable', is: no },
        ],
        kind: 'giftCard',
        type: '',
        stream: '',
        notShipped: true,
      },
      {
        when: [{ column: 'requiresShipping', is: no }],
        kind: 'line',
        type: 'item',
        stream: 'digital',
        notShipped: true,
      },
      { kind: 'line', type: 'item', stream: 'physical' },
    ],
  },
  cases: [
    {
      entries: [
        { kind: 'discount', amount: ['-discount'] },
        { kind: 'shipping', amount: ['shipping'] },
        { kind: 'tax', amount: ['taxes'], when: [{ mode: 'on top' }] },
        { kind: 'taxIncluded', amount: ['-taxes'], when: [{ mode: 'included' }] },
        { kind: 'tax', type: 'duties', amount: ['duties'] },
        {
          kind: 'other',
          type: 'incomplete',
          amount: ['missingIfOnTop'],
          when: [{ mode: 'on top' }, { column: 'total', filled: true }],
        },
        { kind: 'other', type: 'incomplete', amount: ['missingIfIncluded'], when: [{ mode: 'included' }] },
        // Without a Total, and with a discount that may be on shipping, the subtotal does not prove that lines are missing.
        {
          kind: 'other',
          type: 'incomplete',
          amount: ['missingFromSubtotal'],
          when: [
            { column: 'total', filled: false },
            { column: 'subtotal', filled: true },
            { amount: ['discount'], is: 'zero' },
          ],
        },
        { kind: 'refund', amount: ['-refunded'], undated: true },
      ],
    },
  ],
})

/** One row per movement of the Shopify Payments balance; its order is known by its Name alone. */
export const shopifyPaymentTransactions = defineFormat({
  name: 'shopify-payment-transactions',
  channel: 'shopify',
  source: 'payments',
  restates: 'row',
  signatures: [['date', 'type', 'payoutStatus', 'amount', 'fee', 'net']],
  decimal: '.',
  columns: {
    date: { read: 'date', heads: ['Transaction Date'], dates: stamps, needed: 'missing-date' },
    type: { read: 'text', heads: ['Type'] },
    order: { read: 'id', heads: ['Order'] },
    payoutStatus: { read: 'text', heads: ['Payout Status'] },
    amount: { read: 'money', heads: ['Amount'], needed: 'missing-amount' },
    fee: { read: 'money', heads: ['Fee'] },
    net: { read: 'money', heads: ['Net'] },
    checkout: { read: 'text', heads: ['Checkout'] },
    presented: { read: 'money', heads: ['Presentment Amount'], currency: 'presentedIn' },
    presentedIn: { read: 'currency', heads: ['Presentment Currency'] },
    currency: { read: 'currency', heads: ['Currency'], needed: 'missing-currency' },
  },
  figures: {
    unexplained: { sum: ['net', '-amount', 'fee'] },
  },
  sale: { ids: [{ prefix: 'name', column: 'order' }], label: 'order' },
  key: ['checkout', 'type', 'date', 'order', 'amount'],
  day: ['date'],
  currency: 'currency',
  status: {
    column: 'payoutStatus',
    words: { failed: 'voided', canceled: 'voided', cancelled: 'voided' },
    otherwise: 'counted',
  },
  cases: [
    {
      when: [{ column: 'type', is: ['charge'] }],
      entries: [
        { kind: 'line', type: 'total', amount: ['amount'], always: true },
        { kind: 'fee', type: 'processing', amount: ['-fee'] },
        {
          kind: 'adjustment',
          type: 'unknown',
          amount: ['unexplained'],
          when: [{ column: 'net', filled: true }],
        },
        {
          kind: 'exchanged',
          amount: ['presented'],
          currency: 'presentedIn',
          when: [{ differ: ['presentedIn', 'currency'] }],
        },
        {
          kind: 'exchanged',
          amount: ['amount'],
          when: [{ differ: ['presentedIn', 'currency'] }, { column: 'presented', filled: true }],
        },
      ],
    },
    {
      when: [{ column: 'type', is: ['refund'] }],
      entries: [
        { kind: 'refund', amount: ['amount'] },
        { kind: 'fee', type: 'processing', amount: ['-fee'] },
        {
          kind: 'adjustment',
          type: 'unknown',
          amount: ['unexplained'],
          when: [{ column: 'net', filled: true }],
        },
      ],
    },
    {
      when: [{ column: 'type', matches: /^(?:chargeback|dispute)/i }],
      entries: [
        { kind: 'refund', type: 'chargeback', amount: ['amount'] },
        { kind: 'fee', type: 'chargeback', amount: ['-fee'] },
        {
          kind: 'adjustment',
          type: 'unknown',
          amount: ['unexplained'],
          when: [{ column: 'net', filled: true }],
        },
      ],
    },
    {
      when: [{ column: 'type', is: ['adjustment'] }],
      entries: [
        { kind: 'adjustment', type: 'adjustment', amount: ['amount'], always: true },
        { kind: 'fee', type: 'processing', amount: ['-fee'] },
      ],
    },
    {
      entries: [
        { kind: 'adjustment', type: 'unknown', amount: ['amount'], always: true },
        { kind: 'fee', type: 'processing', amount: ['-fee'] },
      ],
    },
  ],
})
