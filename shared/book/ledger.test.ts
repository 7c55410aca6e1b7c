import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyRecords } from './applyRecords.ts'
import { addBatch, addImport, createBook, setVisible } from './book.ts'
import type { Book } from './book.ts'
import { converterOf } from './convert.ts'
import { accountKey, buyerText, flag, listingText } from './entry.ts'
import type { Entry } from './entry.ts'
import { sieveOf } from './filter.ts'
import { keyText } from './groups.ts'
import { ledgerOf } from './ledger.ts'
import { moneyOf, passing } from './passing.ts'
import { visit } from './postings.ts'
import type { Filter, Group, Report } from './questions.ts'
import { batchOf, entry, saleKey } from './sampleEntries.ts'
import { client, product, put } from './sampleShop.ts'
import { settle } from './settle.ts'
import { bookOfCells, isInStoredCells, storedCells } from './storedCells.ts'
import { totals } from './totals.ts'

const accounts = [accountKey('etsy', ''), accountKey('shopify', 'Petal')]
const listings = [
  '',
  listingText('id:1', 'Mug', 'M'),
  listingText('id:2', 'Print', ''),
  listingText('id:3', 'Soap', ''),
]

/** Anything a file may say of a handful of sales, so that all that can be odd about a sale is in most of them. */
const facts = fc.record({
  sale: fc.constantFrom(saleKey(1), saleKey(2), saleKey(3), [0, 0] as const),
  key: fc.tuple(fc.constant(3), fc.nat(9)),
  day: fc.integer({ min: 19_000, max: 19_003 }),
  kind: fc.constantFrom(
    'line',
    'line',
    'giftCard',
    'discount',
    'shipping',
    'tip',
    'tax',
    'fee',
    'refund',
    'payout',
    'exchanged',
  ),
  type: fc.constantFrom('item', '', 'processing', 'ads'),
  status: fc.constantFrom('counted', 'counted', 'pending', 'cancelled'),
  source: fc.constantFrom('orders', 'orders', 'items', 'statement'),
  flags: fc.constantFrom(0, 0, flag.event, flag.notShipped),
  account: fc.constantFrom(...accounts),
  stream: fc.constantFrom('physical', 'physical', 'digital'),
  listing: fc.constantFrom(...listings),
  buyer: fc.constantFrom('', buyerText('user:ana', 'Ana'), buyerText('user:ben', 'Ben')),
  label: fc.constantFrom('', '1001', '#7'),
  currency: fc.constantFrom('USD', 'USD', 'EUR'),
  amount: fc.oneof(fc.integer({ min: -3000, max: 9000 }), fc.constant(0)),
  quantity: fc.integer({ min: 0, max: 3 }),
}) satisfies fc.Arbitrary<Partial<Entry>>

const books = fc
  .record({
    files: fc.array(fc.record({ facts: fc.array(facts, { maxLength: 14 }), visible: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    }),
    hidden: fc.boolean(),
    hasRecords: fc.boolean(),
  })
  .map(({ files, hidden, hasRecords }): Book => {
    const book = createBook()
    files.forEach((file, order) => {
      const at = addImport(book, { id: `import ${order}`, order, visible: true, coverage: [] })
      addBatch(book, at, batchOf(file.facts.map(entry)))
      if (order > 0) setVisible(book, at, file.visible)
    })
    settle(book)
    const ofSale = keyText(...saleKey(1))
    applyRecords(book, [
      ...(hidden ? [put('assignments', { id: `sale:${ofSale}`, hidden: true })] : []),
      ...(hasRecords
        ? [
            put(
              'products',
              product({
                id: 'p',
                listings: [
                  { account: accounts[0] ?? '', key: 'id:1' },
                  { account: accounts[1] ?? '', key: 'id:1' },
                ],
              }),
            ),
            put('clients', client({ id: 'c', identities: [{ channel: 'etsy', key: 'user:ana' }] })),
          ]
        : []),
    ])
    return book
  })

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const filters: fc.Arbitrary<Filter> = fc
  .record({
    from: maybe(['2022-01-08', '2022-01-09']),
    to: maybe(['2022-01-09', '2022-01-10']),
    channels: maybe([['etsy'], ['shopify']]),
    streams: maybe([['physical'], ['digital'], ['physical', 'digital']] as const),
    listings: maybe([[0], [1], [1, 2]]),
    products: maybe([['p']]),
    buyers: maybe([[1], [2]]),
    clients: maybe([['c']]),
    currencies: maybe([['USD'], ['EUR']]),
    standing: maybe([
      ['counted', 'uncounted'],
      ['hidden'],
      ['counted', 'uncounted', 'waiting', 'hidden'],
    ] as const),
    statuses: maybe([['counted'], ['pending', 'cancelled']] as const),
    amount: maybe([{ from: 1000 }, { to: 5000 }]),
    importId: maybe(['import 0', 'import 1']),
    hasRefund: maybe([true, false]),
    text: maybe(['mug', '1001 ana']),
  })
  .map((told) => Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)))
  .chain((filter) =>
    fc
      .subarray(Object.keys(filter), { maxLength: 3 })
      .map((names): Filter =>
        Object.fromEntries(Object.entries(filter).filter(([name]) => names.includes(name))),
      ),
  )

const inOne: Report = {
  currency: 'USD',
  rates: [{ from: 'EUR', to: 'USD', day: '2022-01-09', rate: '1.0847' }],
}
const reports = fc.constantFrom<Report>({}, inOne)

/** Entry by entry what the sieve lets through: where it falls, in which currency, how much. */
function plainly(book: Book, filter: Filter, report: Report, tied: boolean): readonly string[] {
  const convert = converterOf(book, report)?.convert
  const found: string[] = []
  visit(book, sieveOf(book, filter), tied, (at, group, listing, stream, amount) => {
    const money = convert?.(at, group, amount) ?? null
    const place = money === null ? (book.columns.currency[at] ?? 0) + 1 : 0
    const falls = tied || filter.streams || filter.listings || filter.products ? `${listing}/${stream}` : ''
    found.push(`${at} of ${group} on ${falls}: ${money ?? amount} in ${place}`)
  })
  return found
}

/** The same from the ledger; parts of an entry whose parts are not asked for are one. */
function fromLedger(book: Book, filter: Filter, report: Report, tied: boolean): readonly string[] {
  const ledger = ledgerOf(book)
  const sieve = sieveOf(book, filter)
  const { amount, currency } = moneyOf(book, report, sieve, tied)
  const whole = !(tied || filter.streams || filter.listings || filter.products)
  const found: { readonly head: string; money: number; readonly tail: string; readonly at: number }[] = []
  for (const row of passing(book, sieve, tied)) {
    const at = ledger.entry[row] ?? 0
    const last = found.at(-1)
    const money = amount[row] ?? 0
    if (whole && last?.at === at) last.money += money
    else
      found.push({
        at,
        head: `${at} of ${ledger.group[row]} on ${whole ? '' : `${ledger.listing[row]}/${ledger.stream[row]}`}: `,
        money,
        tail: ` in ${currency[row]}`,
      })
  }
  return found.map(({ head, money, tail }) => `${head}${money}${tail}`)
}

test('the ledger says of any book and filter what its entries say one by one', () => {
  fc.assert(
    fc.property(books, filters, reports, fc.boolean(), (book, filter, report, tied) => {
      expect(fromLedger(book, filter, report, tied)).toEqual(plainly(book, filter, report, tied))
    }),
    { numRuns: 400 },
  )
})

const groups: fc.Arbitrary<Group> = fc.record({
  by: fc.constantFrom('none', 'stream', 'channel', 'account', 'feeType'),
  bucket: fc.constantFrom('none', 'day', 'month'),
})

test('what is added up by day beforehand is what the amounts add up to', () => {
  fc.assert(
    fc.property(books, filters, groups, (book, filter, group) => {
      const written = (told: Filter) =>
        totals(book, told, group, {})
          .filter(({ measures }) => Object.values(measures).some((amount) => amount !== 0))
          .map(({ bucket, key, currency, measures, units }) =>
            JSON.stringify([bucket, key, currency, measures, units]),
          )
          .sort()
      // A filter that leaves nothing out, but of which the sums of days know nothing.
      expect(written(filter)).toEqual(written({ ...filter, exceptKeys: ['ffffffffffffffff'] }))
    }),
    { numRuns: 300 },
  )
})

test('stored sums by day answer as the book does that they were stored of', () => {
  fc.assert(
    fc.property(books, filters, groups, (book, filter, group) => {
      fc.pre(isInStoredCells(filter, group, {}))
      // As the database gives them back.
      const stored = bookOfCells(structuredClone(storedCells(book)))
      expect(totals(stored, filter, group, {})).toEqual(totals(book, filter, group, {}))
    }),
    { numRuns: 200 },
  )
})
