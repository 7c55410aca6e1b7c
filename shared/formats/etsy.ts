import { defineFormat } from './format.ts'

const usDates = ['M/D/Y', 'D/M/Y', 'Y-M-D'] as const

/** One row per order; lines only as their sum. Marketplace tax is inside Order Total, and nowhere said. */
export const etsySoldOrders = defineFormat({
  name: 'etsy-sold-orders',
  channel: 'etsy',
  source: 'orders',
  restates: 'sale',
  signatures: [['orderId', 'value', 'net']],
  decimal: '.',
  columns: {
    saleDate: { read: 'date', heads: ['Sale Date'], dates: usDates, needed: 'missing-date' },
    orderId: { read: 'id', heads: ['Order ID'], needed: 'missing-order-id' },
    user: { read: 'text', heads: ['Buyer User ID'] },
    name: { read: 'text', heads: ['Full Name'] },
    units: { read: 'quantity', heads: ['Number of Items'] },
    shippedOn: { read: 'text', heads: ['Date Shipped', 'Date Posted'] },
    zip: { read: 'text', heads: ['Ship Zipcode', 'Delivery Zipcode'] },
    country: { read: 'text', heads: ['Ship Country', 'Delivery Country'] },
    currency: { read: 'currency', heads: ['Currency'], needed: 'missing-currency' },
    value: { read: 'money', heads: ['Order Value'], needed: 'missing-amount' },
    discount: { read: 'money', heads: ['Discount Amount'] },
    shipping: { read: 'money', heads: ['Shipping', 'Delivery'] },
    salesTax: { read: 'money', heads: ['Sales Tax'] },
    total: { read: 'money', heads: ['Order Total'] },
    fees: { read: 'money', heads: ['Card Processing Fees'] },
    net: { read: 'money', heads: ['Order Net'] },
    adjustedFees: { read: 'money', heads: ['Adjusted Card Processing Fees'] },
    adjustedNet: { read: 'money', heads: ['Adjusted Net Order Amount'] },
  },
  figures: {
    received: { sum: ['net', 'fees'] },
    extra: { sum: ['received', '-value', 'discount', '-shipping', '-salesTax'] },
    refunded: { sum: ['received', '-adjustedNet', '-adjustedFees'] },
  },
  sale: { ids: [{ prefix: 'id', column: 'orderId' }], label: 'orderId', missing: 'missing-order-id' },
  day: ['saleDate'],
  currency: 'currency',
  shipped: { column: 'shippedOn', filled: true },
  buyer: {
    keys: [
      { prefix: 'user', columns: ['user'] },
      { prefix: 'guest', columns: ['name', 'zip', 'country'] },
    ],
    name: ['name', 'user'],
  },
  cases: [
    {
      entries: [
        { kind: 'line', type: 'total', amount: ['value'], quantity: 'units', always: true },
        { kind: 'discount', amount: ['-discount'] },
        { kind: 'shipping', amount: ['shipping'] },
        { kind: 'tax', amount: ['salesTax'] },
        { kind: 'other', type: 'giftWrap', amount: ['extra'], when: [{ column: 'net', filled: true }] },
        {
          kind: 'marketplaceTax',
          amount: ['total', '-received'],
          when: [
            { column: 'net', filled: true },
            { column: 'total', filled: true },
          ],
        },
        { kind: 'fee', type: 'processing', amount: ['-fees'] },
        {
          kind: 'refund',
          amount: ['-refunded'],
          undated: true,
          when: [
            { amount: ['adjustedNet'], is: 'not zero' },
            { amount: ['refunded'], is: 'positive' },
            { amount: ['net', '-adjustedNet'], is: 'positive' },
          ],
        },
        {
          kind: 'fee',
          type: 'processing',
          amount: ['fees', '-adjustedFees'],
          undated: true,
          when: [
            { amount: ['adjustedNet'], is: 'not zero' },
            { amount: ['refunded'], is: 'positive' },
            { amount: ['net', '-adjustedNet'], is: 'positive' },
          ],
        },
      ],
    },
  ],
})

/** One row per line; what belongs to the order stands on its first row, 0 on the others. */
export const etsySoldOrderItems = defineFormat({
  name: 'etsy-sold-order-items',
  channel: 'etsy',
  source: 'items',
  restates: 'sale',
  signatures: [['transactionId', 'listingId', 'itemTotal']],
  decimal: '.',
  columns: {
    saleDate: { read: 'date', heads: ['Sale Date'], dates: usDates, needed: 'missing-date' },
    title: { read: 'text', heads: ['Item Name'], entities: true },
    buyer: { read: 'text', heads: ['Buyer'] },
    user: { read: 'text', within: { columns: ['buyer'], pattern: /\(([^()]+)\)$/ } },
    name: { read: 'text', within: { columns: ['buyer'], pattern: /^(.*?)\s*(?:\([^()]*\))?$/s } },
    quantity: { read: 'quantity', heads: ['Quantity'], on: 'line', needed: 'unreadable-quantity' },
    price: { read: 'money', heads: ['Price'], on: 'line', needed: 'missing-amount' },
    discount: { read: 'money', heads: ['Discount Amount'], on: 'all' },
    shipping: { read: 'money', heads: ['Order Shipping', 'Order Delivery'], on: 'all' },
    salesTax: { read: 'money', heads: ['Order Sales Tax'], on: 'all' },
    itemTotal: { read: 'text', heads: ['Item Total'] },
    currency: { read: 'currency', heads: ['Currency'], needed: 'missing-currency' },
    transactionId: { read: 'id', heads: ['Transaction ID'], on: 'line', needed: 'missing-order-id' },
    listingId: { read: 'id', heads: ['Listing ID'], on: 'line' },
    shippedOn: { read: 'text', heads: ['Date Shipped', 'Date Posted'] },
    zip: { read: 'text', heads: ['Ship Zipcode', 'Delivery Zipcode'] },
    country: { read: 'text', heads: ['Ship Country', 'Delivery Country'] },
    orderId: { read: 'id', heads: ['Order ID'], needed: 'missing-order-id' },
    vat: { read: 'money', heads: ['VAT Paid by Buyer'], on: 'all' },
    sku: { read: 'text', heads: ['SKU'], on: 'line' },
  },
  sale: { ids: [{ prefix: 'id', column: 'orderId' }], label: 'orderId', missing: 'missing-order-id' },
  rowsOfSale: { by: 'orderId' },
  day: ['saleDate'],
  currency: 'currency',
  shipped: { column: 'shippedOn', filled: true },
  buyer: {
    keys: [
      { prefix: 'user', columns: ['user'] },
      { prefix: 'guest', columns: ['name', 'zip', 'country'] },
    ],
    name: ['name', 'user'],
  },
  listing: {
    keys: [
      { prefix: 'id', column: 'listingId' },
      { prefix: 'name', column: 'title' },
    ],
    title: 'title',
    sku: 'sku',
  },
  lines: {
    id: 'transactionId',
    quantity: 'quantity',
    price: 'price',
    cases: [{ kind: 'line', type: 'item', stream: 'physical' }],
  },
  cases: [
    {
      entries: [
        { kind: 'discount', amount: ['-discount'] },
        { kind: 'shipping', amount: ['shipping'] },
        { kind: 'tax', amount: ['salesTax'] },
        { kind: 'marketplaceTax', amount: ['vat'] },
      ],
    },
  ],
})

/** One row per payment. Gross is without the marketplace's tax, Listing Amount is what the buyer paid, with it. */
export const etsyPayments = defineFormat({
  name: 'etsy-payments',
  channel: 'etsy',
  source: 'payments',
  restates: 'sale',
  signatures: [['paymentId', 'gross', 'listed']],
  decimal: '.',
  columns: {
    paymentId: { read: 'id', heads: ['Payment ID'], needed: 'missing-order-id' },
    user: { read: 'text', heads: ['Buyer Username'] },
    name: { read: 'text', heads: ['Buyer Name'] },
    orderId: { read: 'id', heads: ['Order ID'], needed: 'missing-order-id' },
    gross: { read: 'money', heads: ['Gross Amount'], needed: 'missing-amount' },
    fees: { read: 'money', heads: ['Fees'] },
    adjustedGross: { read: 'money', heads: ['Adjusted Gross'] },
    adjustedFees: { read: 'money', heads: ['Adjusted Fees'] },
    currency: { read: 'currency', heads: ['Currency'], needed: 'missing-currency' },
    listed: { read: 'money', heads: ['Listing Amount'], currency: 'listedIn' },
    listedIn: { read: 'currency', heads: ['Listing Currency'] },
    rate: { read: 'rate', heads: ['Exchange Rate'] },
    orderDate: { read: 'date', heads: ['Order Date'], dates: usDates, needed: 'missing-date' },
    refundListed: { read: 'money', heads: ['Refund Amount'], currency: 'listedIn' },
  },
  figures: {
    paid: { convert: 'listed', from: 'listedIn', rate: 'rate' },
    refundedToBuyer: { convert: 'refundListed', from: 'listedIn', rate: 'rate' },
    refunded: { sum: ['gross', '-adjustedGross'] },
  },
  sale: { ids: [{ prefix: 'id', column: 'orderId' }], label: 'orderId', missing: 'missing-order-id' },
  key: ['paymentId'],
  day: ['orderDate'],
  currency: 'currency',
  buyer: {
    keys: [
      { prefix: 'user', columns: ['user'] },
      { prefix: 'guest', columns: ['name'] },
    ],
    name: ['name', 'user'],
  },
  cases: [
    {
      entries: [
        { kind: 'line', type: 'total', amount: ['gross'], always: true },
        { kind: 'marketplaceTax', amount: ['paid', '-gross'], when: [{ column: 'listed', filled: true }] },
        { kind: 'fee', type: 'processing', amount: ['-fees'] },
        {
          kind: 'refund',
          amount: ['-refunded'],
          undated: true,
          when: [{ amount: ['refundListed'], is: 'positive' }],
        },
        {
          kind: 'marketplaceTax',
          amount: ['refunded', '-refundedToBuyer'],
          undated: true,
          when: [{ amount: ['refundListed'], is: 'positive' }],
        },
        {
          kind: 'fee',
          type: 'processing',
          amount: ['fees', '-adjustedFees'],
          undated: true,
          when: [{ amount: ['refundListed'], is: 'positive' }],
        },
        {
          kind: 'exchanged',
          amount: ['listed'],
          currency: 'listedIn',
          when: [{ differ: ['listedIn', 'currency'] }],
        },
        { kind: 'exchanged', amount: ['paid'], when: [{ differ: ['listedIn', 'currency'] }] },
      ],
    },
  ],
})
