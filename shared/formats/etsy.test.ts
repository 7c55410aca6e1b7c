import { describe, expect, test } from 'vitest'
import { flag } from '#shared/book/entry.ts'
import type { Entry } from '#shared/book/entry.ts'
import { readAll } from '#shared/reading/readAll.ts'

const said = (entries: readonly Entry[]) =>
  entries.filter(({ kind }) => kind !== 'alias').map(({ kind, type, amount }) => [kind, type, amount])

test.each([[0], [1], [2]])(
  'an order of Etsy items is refused whole when its row %i is torn',
  async (torn) => {
    const row = (order: number, at: number, title: string) =>
      `03/15/24,${title},Fay (fay),1,5.00,5,USD,${order}${at},14,${order}`
    const lines = [
      row(41, 0, 'Mug'),
      ...[0, 1, 2].map((at) => row(42, at, at === torn ? 'Mug, blue' : 'Mug')),
      row(43, 0, 'Mug'),
    ]
    const { result, entries } = await readAll(
      [
        'Sale Date,Item Name,Buyer,Quantity,Price,Item Total,Currency,Transaction ID,Listing ID,Order ID',
        ...lines,
      ].join('\n'),
    )
    expect(result.ok && result.value.refused.map(({ row: number }) => number)).toEqual([3, 4, 5])
    expect(new Set(entries.map(({ label }) => label))).toEqual(new Set(['41', '43']))
  },
)

describe('Etsy statement: what a row means', () => {
  const row = (type: string, title: string, info: string, amount: string, fees: string, net: string) =>
    readAll(
      `Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net,Tax Details\n"March 1, 2024",${type},"${title}","${info}",USD,"${amount}","${fees}","${net}",--`,
    )

  test.each([
    ['Sale', 'Payment for Order #31', '', '$10.00', '--', '$10.00', [['line', 'total', 1000]]],
    [
      'Fee',
      'Transaction fee: Shipping',
      'Order #31',
      '--',
      '-$0.32',
      '-$0.32',
      [['fee', 'transaction', -32]],
    ],
    ['Fee', 'Share & Save refund', 'Order #31', '--', '$1.00', '$1.00', [['fee', 'transaction', 100]]],
    ['Fee', 'Regulatory operating fee', 'Order #31', '--', '-$0.05', '-$0.05', [['fee', 'regulatory', -5]]],
    ['Fee', 'A fee of tomorrow', '', '--', '-$0.05', '-$0.05', [['fee', 'unknown', -5]]],
    ['Marketing', 'Etsy Ads', 'Bill', '--', '-$2.50', '-$2.50', [['fee', 'ads', -250]]],
    [
      'Marketing',
      'Fee for sale made through Offsite Ads',
      'Order #31',
      '--',
      '-$7.44',
      '-$7.44',
      [['fee', 'offsiteAds', -744]],
    ],
    ['VAT', 'VAT: Processing Fee', 'Order #31', '--', '-$0.42', '-$0.42', [['fee', 'taxOnFees', -42]]],
    ['Tax', 'Sales tax on Etsy Ads', '', '--', '-$0.42', '-$0.42', [['fee', 'taxOnFees', -42]]],
    [
      'Tax',
      'Sales tax paid by buyer',
      'Order #31',
      '--',
      '-$2.03',
      '-$2.03',
      [
        ['marketplaceTax', '', 203],
        ['line', 'total', -203],
      ],
    ],
    [
      'Tax',
      'Refund to buyer for sales tax',
      'Order #31',
      '--',
      '$3.95',
      '$3.95',
      [
        ['refund', '', 395],
        ['marketplaceTax', '', -395],
      ],
    ],
    [
      'Buyer Fee',
      'Colorado Retail Delivery Fee (paid by buyer)',
      'Order #31',
      '--',
      '-$0.29',
      '-$0.29',
      [
        ['marketplaceTax', '', 29],
        ['line', 'total', -29],
      ],
    ],
    [
      'Buyer Fee',
      'Colorado Retail Delivery Fee (paid by buyer)',
      'Order #31',
      '--',
      '$0.29',
      '$0.29',
      [
        ['refund', '', 29],
        ['marketplaceTax', '', -29],
      ],
    ],
    ['Shipping', 'USPS shipping label', 'Order #31', '--', '-$4.63', '-$4.63', [['fee', 'postage', -463]]],
    ['Deposit', '$1,204.10 sent to your bank account', '', '--', '--', '--', [['payout', '', -120410]]],
    ['Deposit', 'Something else', '', '--', '--', '--', [['adjustment', 'unknown', 0]]],
    ['Payment', 'Payment received', '', '$12.00', '--', '$12.00', [['transfer', '', 1200]]],
    ['Mystery', 'Something new', '', '--', '-$0.10', '-$0.10', [['adjustment', 'unknown', -10]]],
    ['Sale', 'Payment for Order #31', '', '$10.00', '-$1.00', '$8.50', [['line', 'total', 850]]],
    ['Sale', 'Payment for Order #31', '', '$10.00', '-$1.00', '--', [['line', 'total', 900]]],
  ] as const)('%s: %s', async (type, title, info, amount, fees, net, expected) => {
    const { entries } = await row(type, title, info, amount, fees, net)
    expect(said(entries)).toEqual(expected)
    expect(entries.every(({ flags, source }) => flags === flag.event && source === 'statement')).toBe(true)
  })

  test('a row of a listing belongs to the listing, one of an order to the sale', async () => {
    const [listing] = (await row('Fee', 'Listing fee', 'Listing #1410000001', '--', '-$0.20', '-$0.20'))
      .entries
    expect([listing?.sale, listing?.listing, listing?.type]).toEqual([
      [0, 0],
      'id:1410000001\u001f\u001f',
      'listing',
    ])
    const [fee] = (await row('Fee', 'Processing fee', 'Order #31', '--', '-$0.20', '-$0.20')).entries
    expect([fee?.label, fee?.listing]).toEqual(['31', ''])
  })

  test('equal rows have equal keys, in every language and layout of the file', async () => {
    const us = await row('Fee', 'Processing fee', 'Order #31', '--', '-$0.20', '-$0.20')
    const de = await readAll(
      '\ufeffDatum;Art;Titel;Info;Währung;Betrag;Gebühren & Steuern;Netto;Steuerliche Angaben;Status\n1. March 2024;Fee;Processing fee;Order #31;USD;--;-$0.20;-$0.20;--;Paid',
    )
    expect(de.entries[0]?.key).toEqual(us.entries[0]?.key)
    const later = await row('Fee', 'Processing fee', 'Order #31', '--', '-$0.21', '-$0.21')
    expect(later.entries[0]?.key).not.toEqual(us.entries[0]?.key)
  })
})

test('days before months are noticed when the file proves them', async () => {
  const file = (date: string) =>
    `Sale Date,Order ID,Currency,Order Value,Order Net\n${date},1,GBP,5.00,5.00\n04/03/21,2,GBP,5.00,5.00`
  const days = async (date: string) =>
    (await readAll(file(date))).entries
      .filter(({ kind }) => kind === 'line')
      .map(({ day }) => new Date(day * 86_400_000).toISOString().slice(0, 10))
  expect(await days('28/03/21')).toEqual(['2021-03-28', '2021-03-04'])
  expect(await days('03/28/21')).toEqual(['2021-03-28', '2021-04-03'])
})
