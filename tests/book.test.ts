import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { addBatch, addImport, createBook, setCoverage, setVisible } from '#shared/book/book.ts'
import type { Book, Coverage } from '#shared/book/book.ts'
import { dayOfIso } from '#shared/book/days.ts'
import { streams } from '#shared/book/entry.ts'
import type { EntryBatch } from '#shared/book/entry.ts'
import type { Filter } from '#shared/book/questions.ts'
import { decodePage, encodePage } from '#shared/book/page.ts'
import { addPending, adopt, beginPending, previewPending } from '#shared/book/pending.ts'
import { listings } from '#shared/book/parties.ts'
import { sales } from '#shared/book/sales.ts'
import { settle } from '#shared/book/settle.ts'
import { summary, waiting as waitingIn } from '#shared/book/summary.ts'
import { totals } from '#shared/book/totals.ts'
import { readFile } from '#shared/reading/readFile.ts'

// Sums worked out by hand from the fixtures (minor units); a missing figure is 0.
const etsy = [
  'etsy-sold-order-items-2024.csv',
  'etsy-sold-orders-2024.csv',
  'etsy_statement_2024_3.csv',
  'EtsyDirectCheckoutPayments2024-3.csv',
]
const shopify = ['shopify-orders-2024.csv', 'shopify-payment-transactions-2024.csv']
const sets = [
  {
    name: 'Etsy items, orders, statement and payments',
    files: etsy,
    counted: {
      USD: {
        gross: 44700,
        discounts: 2115,
        shipping: 11220,
        other: 390,
        marketplaceTax: 2984,
        refunds: 6650,
        fees: 3294,
        transfers: 1200,
        payouts: 126230,
        kept: 44251,
      },
      EUR: { gross: 4000, shipping: 990, marketplaceTax: 998, fees: 205, kept: 4785 },
    },
    uncounted: {},
    waiting: { USD: { gross: 104931, marketplaceTax: 413, fees: 3505, kept: 101426 } },
    waitingRows: 9,
    counts: { sales: 15, lines: 19, units: 23, buyers: 13, listings: 6 },
  },
  {
    name: 'Shopify orders and payment transactions',
    files: shopify,
    counted: {
      USD: {
        gross: 58400,
        discounts: 2675,
        shipping: 8200,
        tips: 360,
        giftCards: 5000,
        tax: 3245,
        refunds: 4744,
        refundedTax: 238,
        fees: 581,
        kept: 59198,
      },
      EUR: { gross: 2400, shipping: 990, tax: 480, kept: 3390 },
    },
    uncounted: { USD: { gross: 8600, shipping: 1800, tax: 538, kept: 10400 } },
    waiting: { USD: { refunds: 6100, fees: 1500, kept: -7600 } },
    waitingRows: 1,
    counts: { sales: 19, lines: 27, units: 38, buyers: 15, listings: 6 },
  },
] as const

type ReadFile = {
  readonly name: string
  readonly batches: readonly EntryBatch[]
  readonly coverage: readonly Coverage[]
}
const files = new Map<string, ReadFile>()

/** Reads a fixture as the app does, its entries cut into pages of `size` and passed through their stored form. */
async function read(name: string, size: number): Promise<ReadFile> {
  const bytes = readFileSync(`tests/fixtures/commerce/${name}`)
  const open = async function* () {
    yield new Uint8Array(bytes)
  }
  const batches: EntryBatch[] = []
  const reading = readFile(open, { file: 0, account: '', entriesPerBatch: size })
  for (;;) {
    const next = await reading.next()
    if (!next.done) {
      const page = decodePage(encodePage(next.value), next.value.count)
      if (!page.ok) throw new Error('a page did not come back')
      batches.push(page.value)
      continue
    }
    if (!next.value.ok) throw new Error(next.value.error.code)
    const { coverage } = next.value.value
    return {
      name,
      batches,
      coverage: coverage
        ? [{ account: coverage.account, from: dayOfIso(coverage.from), to: dayOfIso(coverage.to) }]
        : [],
    }
  }
}

beforeAll(async () => {
  for (const size of [3, 5000])
    for (const name of [...etsy, ...shopify]) files.set(`${name}/${size}`, await read(name, size))
})

const fileOf = (name: string, size: number): ReadFile => {
  const file = files.get(`${name}/${size}`)
  if (!file) throw new Error(`no ${name}`)
  return file
}

function bring(book: Book, file: ReadFile): number {
  const number = addImport(book, {
    id: `import ${book.imports.length}`,
    order: book.imports.length,
    visible: true,
    coverage: [],
  })
  for (const batch of file.batches) addBatch(book, number, batch)
  setCoverage(book, number, file.coverage)
  settle(book)
  return number
}

/** Figures without those that are 0. */
const told = (standing: Readonly<Record<string, object>>) =>
  Object.fromEntries(
    Object.entries(standing).map(([currency, figures]) => [
      currency,
      Object.fromEntries(Object.entries(figures).filter(([, amount]) => amount !== 0)),
    ]),
  )
const view = (book: Book) => {
  const { counted, uncounted, waiting, ...counts } = summary(book)
  return { counted: told(counted), uncounted: told(uncounted), waiting: told(waiting), ...counts }
}
const everything = (book: Book) => ({
  summary: view(book),
  months: totals(book, {}, { by: 'listing', bucket: 'month' }, {})
    .map(({ bucket, key, currency, measures, units }) =>
      [bucket, book.names.listings[Number(key)]?.key ?? '', currency, units, JSON.stringify(measures)].join(
        ' ',
      ),
    )
    .toSorted(),
  sales: sales(
    book,
    {
      filter: { standing: ['counted', 'uncounted', 'waiting'] },
      sort: { by: 'label', descending: false },
      from: 0,
      count: 999,
    },
    {},
  )
    .rows.map((row) => JSON.stringify(row))
    .toSorted(),
})

function permutations<T>(list: readonly T[]): T[][] {
  return list.length <= 1
    ? [[...list]]
    : list.flatMap((first, at) =>
        permutations(list.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
      )
}

describe.each(sets)('$name', ({ files: names, counted, uncounted, waiting, waitingRows, counts }) => {
  test.each([3, 5000])(
    'count once, in every order of imports and to the cent, with %i entries a page',
    (size) => {
      for (const order of permutations(names)) {
        const book = createBook()
        for (const name of order) bring(book, fileOf(name, size))
        expect(view(book), order.join(', ')).toMatchObject({ ...counts, counted, uncounted, waiting })
      }
    },
  )

  test('imported twice are imported once', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...names, ...names], { minLength: names.length }),
        fc.constantFrom(3, 5000),
        (order, size) => {
          const [once, again] = [createBook(), createBook()]
          for (const name of new Set(order)) bring(once, fileOf(name, size))
          for (const name of order) bring(again, fileOf(name, size))
          expect(everything(again)).toEqual(everything(once))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('an undone import leaves no trace, and undoing that brings all back', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...names], { minLength: 1 }), fc.nat(), (order, which) => {
        const book = createBook()
        const numbers = order.map((name) => bring(book, fileOf(name, 5000)))
        const after = everything(book)
        const undone = which % numbers.length
        setVisible(book, numbers[undone] ?? 0, false)
        settle(book)
        const without = createBook()
        for (const name of order.filter((_, at) => at !== undone)) bring(without, fileOf(name, 5000))
        expect(everything(book)).toEqual(everything(without))
        setVisible(book, numbers[undone] ?? 0, true)
        settle(book)
        expect(everything(book)).toEqual(after)
      }),
      { numRuns: 60 },
    )
  })

  test('a preview promises exactly what adopting it changes, and letting it go changes nothing', () => {
    for (const order of permutations(names)) {
      let book = createBook()
      for (const name of order) {
        const file = fileOf(name, 5000)
        const before = everything(book)
        const pending = beginPending(book, `import ${book.imports.length}`, book.imports.length)
        for (const batch of file.batches) addPending(pending, batch)
        const preview = previewPending(pending, file.coverage, 5)
        expect(everything(book)).toEqual(before)
        const kept = summary(book).counted['USD']?.kept ?? 0
        book = adopt(pending)
        expect((summary(book).counted['USD']?.kept ?? 0) - kept).toBe(
          preview.change.counted['USD']?.kept ?? 0,
        )
        expect(summary(book).sales - before.summary.sales).toBe(preview.sales.added)
      }
      expect(view(book)).toMatchObject({ ...counts, counted, waiting })
      expect(waitingIn(book, 0, 99).rows).toHaveLength(waitingRows)
    }
  })

  test('money added up by day tells the same as going through every entry', () => {
    const book = createBook()
    for (const name of names) bring(book, fileOf(name, 5000))
    // Filters that let everything through, but that only the entries themselves can answer.
    const allListings = { listings: book.names.listings.map((_, id) => id) }
    const slow = {
      none: allListings,
      channel: allListings,
      account: allListings,
      stream: allListings,
      feeType: allListings,
      listing: { streams },
    } as const
    const days = [{}, { from: '2024-03-09', to: '2024-03-15' }, { from: '2024-03-22' }]
    const reports = [
      {},
      { currency: 'USD', rates: [{ from: 'EUR', to: 'USD', day: '2024-03-01', rate: '1.0812' }] },
    ]
    for (const [by, filter] of Object.entries(slow) as [keyof typeof slow, Filter][]) {
      for (const bucket of ['none', 'day', 'month'] as const) {
        for (const period of days) {
          for (const report of reports) {
            const standing = ['counted', 'uncounted', 'waiting'] as const
            const fast = totals(book, { ...period, standing }, { by, bucket }, report)
            const entries = totals(book, { ...period, ...filter, standing }, { by, bucket }, report)
            const lines = (rows: typeof fast) =>
              rows
                .filter((row) => Object.values(row.measures).some((amount) => amount !== 0))
                .map((row) => JSON.stringify(row))
                .toSorted()
            expect(lines(fast), `${by} ${bucket}`).toEqual(lines(entries))
          }
        }
      }
    }
  })

  test('the parts by product, stream and month add up to the whole', () => {
    const book = createBook()
    for (const name of names) bring(book, fileOf(name, 5000))
    const whole = summary(book).counted
    for (const by of ['listing', 'stream', 'channel', 'account'] as const) {
      for (const bucket of ['none', 'day', 'week', 'month', 'year'] as const) {
        const rows = totals(book, {}, { by, bucket }, {})
        for (const [currency, figures] of Object.entries(whole)) {
          const sum = rows
            .filter((row) => row.currency === currency)
            .reduce((all, row) => all + row.measures.kept, 0)
          expect(sum, `${by} ${bucket} ${currency}`).toBe(figures.kept)
        }
      }
    }
    const products = listings(book, {}, {}).flatMap(({ sums }) => sums)
    expect(
      products
        .filter(({ currency }) => currency === 'USD')
        .reduce((all, { measures }) => all + measures.gross, 0),
    ).toBe(whole['USD']?.gross)
  })
})
