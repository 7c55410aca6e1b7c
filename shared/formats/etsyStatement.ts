import { defineFormat } from './format.ts'

const fee = ['fee']
const marketing = ['marketing']
const tax = ['tax', 'vat']

/** The ledger of the payment account. Every row is one event of the size of its Net; type and title say which. */
export const etsyStatement = defineFormat({
  name: 'etsy-statement',
  channel: 'etsy',
  source: 'statement',
  restates: 'row',
  signatures: [['feesAndTaxes', 'net', 'info', 'type', 'title']],
  decimal: '.',
  columns: {
    date: {
      read: 'date',
      heads: ['Date', 'Datum'],
      dates: ['month D Y', 'D month Y', 'Y-M-D', 'M/D/Y', 'D/M/Y'],
      needed: 'missing-date',
    },
    type: { read: 'text', heads: ['Type', 'Art'] },
    title: { read: 'text', heads: ['Title', 'Titel'] },
    info: { read: 'text', heads: ['Info'] },
    currency: { read: 'currency', heads: ['Currency', 'Währung'], needed: 'missing-currency' },
    amount: { read: 'money', heads: ['Amount', 'Betrag'] },
    feesAndTaxes: { read: 'money', heads: ['Fees & Taxes', 'Gebühren & Steuern'] },
    net: { read: 'money', heads: ['Net', 'Netto'] },
    orderId: { read: 'id', within: { columns: ['title', 'info'], pattern: /\bOrder #(\d+)/i } },
    listingId: { read: 'id', within: { columns: ['info', 'title'], pattern: /\bListing #(\d+)/i } },
    deposited: { read: 'money', within: { columns: ['title'], pattern: /^(.*\d.*?)\s+sent to\b/i } },
  },
  figures: {
    effect: { first: [['net'], ['amount', 'feesAndTaxes']] },
  },
  sale: { ids: [{ prefix: 'id', column: 'orderId' }], label: 'orderId' },
  key: ['date', 'type', 'title', 'info', 'currency', 'amount', 'feesAndTaxes', 'net'],
  day: ['date'],
  currency: 'currency',
  listing: { keys: [{ prefix: 'id', column: 'listingId' }] },
  cases: [
    {
      when: [{ column: 'type', is: ['sale'] }],
      entries: [{ kind: 'line', type: 'total', amount: ['effect'], always: true }],
    },
    { when: [{ column: 'type', is: ['refund'] }], entries: [{ kind: 'refund', amount: ['effect'] }] },
    // What the buyer paid in tax came in with the sale and goes out again: the line is what was paid less tax.
    {
      when: [
        { column: 'type', is: [...tax, 'buyer fee'] },
        { column: 'title', matches: /^sales tax paid by buyer|\(paid by buyer\)$/i },
        { amount: ['effect'], is: 'negative' },
      ],
      entries: [
        { kind: 'marketplaceTax', amount: ['-effect'] },
        { kind: 'line', type: 'total', amount: ['effect'] },
      ],
    },
    {
      when: [
        { column: 'type', is: [...tax, 'buyer fee'] },
        {
          column: 'title',
          matches: /^(?:refund|credit) to buyer|\(paid by buyer\)|^sales tax paid by buyer/i,
        },
      ],
      entries: [
        { kind: 'refund', amount: ['effect'] },
        { kind: 'marketplaceTax', amount: ['-effect'] },
      ],
    },
    {
      when: [{ column: 'type', is: tax }],
      entries: [{ kind: 'fee', type: 'taxOnFees', amount: ['effect'] }],
    },
    {
      when: [
        { column: 'type', is: fee },
        { column: 'title', matches: /^(?:credit for )?transaction fee|^share & save/i },
      ],
      entries: [{ kind: 'fee', type: 'transaction', amount: ['effect'] }],
    },
    {
      when: [
        { column: 'type', is: fee },
        { column: 'title', matches: /^(?:credit for )?processing fee/i },
      ],
      entries: [{ kind: 'fee', type: 'processing', amount: ['effect'] }],
    },
    {
      when: [
        { column: 'type', is: fee },
        { column: 'title', matches: /^(?:credit for )?(?:multi-quantity |auto-renew |renew )?listing fee/i },
      ],
      entries: [{ kind: 'fee', type: 'listing', amount: ['effect'] }],
    },
    {
      when: [
        { column: 'type', is: fee },
        { column: 'title', matches: /regulatory operating fee/i },
      ],
      entries: [{ kind: 'fee', type: 'regulatory', amount: ['effect'] }],
    },
    {
      when: [
        { column: 'type', is: [...fee, ...marketing] },
        { column: 'title', matches: /offsite ads/i },
      ],
      entries: [{ kind: 'fee', type: 'offsiteAds', amount: ['effect'] }],
    },
    {
      when: [
        { column: 'type', is: [...fee, ...marketing] },
        { column: 'title', matches: /subscription/i },
      ],
      entries: [{ kind: 'fee', type: 'subscription', amount: ['effect'] }],
    },
    {
      when: [
        { column: 'type', is: [...fee, ...marketing] },
        { column: 'title', matches: /\bads\b/i },
      ],
      entries: [{ kind: 'fee', type: 'ads', amount: ['effect'] }],
    },
    {
      when: [{ column: 'type', is: [...fee, ...marketing] }],
      entries: [{ kind: 'fee', type: 'unknown', amount: ['effect'] }],
    },
    {
      when: [{ column: 'type', is: ['shipping'] }],
      entries: [{ kind: 'fee', type: 'postage', amount: ['effect'] }],
    },
    {
      when: [
        { column: 'type', is: ['deposit'] },
        { column: 'deposited', filled: true },
      ],
      entries: [{ kind: 'payout', amount: ['-deposited'] }],
    },
    { when: [{ column: 'type', is: ['payment'] }], entries: [{ kind: 'transfer', amount: ['effect'] }] },
    { entries: [{ kind: 'adjustment', type: 'unknown', amount: ['effect'], always: true }] },
  ],
})
