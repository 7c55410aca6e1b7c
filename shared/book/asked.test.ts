import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyRecords } from './applyRecords.ts'
import { addBatch, addImport, createBook, setVisible } from './book.ts'
import type { Book } from './book.ts'
import { clients } from './clients.ts'
import { accountKey, buyerText, flag, listingText } from './entry.ts'
import type { Entry } from './entry.ts'
import { sieveOf } from './filter.ts'
import { keyText } from './groups.ts'
import { largestListings } from './largestListings.ts'
import { ledgerOf } from './ledger.ts'
import { listings } from './parties.ts'
import { passing } from './passing.ts'
import { visit } from './postings.ts'
import { prepare } from './prepare.ts'
import { productListings } from './productListings.ts'
import { productPlace } from './keys.ts'
import { product, products } from './products.ts'
import type { Filter, Report } from './questions.ts'
import { returning } from './returning.ts'
import { sales } from './sales.ts'
import { batchOf, entry, saleKey } from './sampleEntries.ts'
import { client, product as productOf, put } from './sampleShop.ts'
import { settle } from './settle.ts'
import { totals } from './totals.ts'

const accounts = [accountKey('etsy', ''), accountKey('shopify', 'Petal')]
const things = Array.from({ length: 24 }, (_, at) => listingText(`id:${at}`, `Thing ${at}`, ''))
const firstDay = 19_000
const days = ['2022-01-08', '2022-01-09', '2022-01-31', '2022-06-01']

/** Sales in the order of their days but for some, with all that a share of an amount can fall on. */
const manySales = (count: number, seed: number): readonly Entry[] =>
  Array.from({ length: count }, (_, at): readonly Entry[] => {
    const roll = (Math.imul(at + seed, 0x9e3779b1) >>> 8) % 1000
    const sold = {
      sale: saleKey(at + 1),
      day: firstDay + Math.floor(at / 40) + (roll % 29 === 0 ? 90 : 0),
      account: accounts[roll % 7 === 0 ? 1 : 0] ?? '',
      buyer: buyerText(`user:${roll % 50}`, `Buyer ${roll % 50}`),
      label: String(at),
      currency: roll % 11 === 0 ? 'EUR' : 'USD',
      status: roll % 13 === 0 ? ('pending' as const) : ('counted' as const),
    }
    const lines = Array.from({ length: 1 + (roll % 3) }, (_, line) =>
      entry({
        ...sold,
        key: [at, line],
        listing: things[(roll * (line + 1)) % things.length] ?? '',
        amount: 100 + ((roll * 7 + line) % 900),
        quantity: 1 + (roll % 2),
      }),
    )
    const more = [
      ...(roll % 2 === 0 ? [entry({ ...sold, kind: 'shipping', key: [at, 8], amount: roll % 5 })] : []),
      ...(roll % 5 === 0 ? [entry({ ...sold, kind: 'discount', key: [at, 9], amount: -(roll % 90) })] : []),
      ...(roll % 6 === 0 ? [entry({ ...sold, kind: 'fee', key: [at, 7], amount: -roll })] : []),
      ...(roll % 17 === 0
        ? [entry({ ...sold, kind: 'refund', key: [at, 6], amount: -50, day: sold.day + 3 })]
        : []),
      ...(roll % 19 === 0
        ? [
            entry({
              ...{ sale: [0, 0], key: [at, 5], kind: 'fee', type: 'ads', amount: -20, flags: flag.event },
              ...{ day: sold.day, account: sold.account, currency: sold.currency, source: 'statement' },
            }),
          ]
        : []),
    ]
    return [...lines, ...more]
  }).flat()

/** A sale of which nothing that counts is as old as itself. */
const older = { sale: saleKey(9999), key: [9, 9], buyer: buyerText('user:1', 'Buyer 1') } as const
const files = [
  [
    ...manySales(1500, 3),
    entry({ ...older, kind: 'exchanged', day: firstDay - 9, amount: 5 }),
    entry({ ...older, kind: 'fee', day: firstDay + 2, amount: -5 }),
  ],
  manySales(700, 11),
  manySales(80, 5),
]
const batches = files.map((file) => batchOf(file))

type Saying = 'mugs' | 'things' | 'noMugs' | 'hides' | 'shows' | 'client'
type Move = { readonly file: number } | { readonly says: Saying }
const moves = fc.oneof(
  fc.nat(files.length - 1).map((file): Move => ({ file })),
  fc
    .constantFrom<Saying>('mugs', 'things', 'things', 'noMugs', 'hides', 'shows', 'client', 'client')
    .map((says): Move => ({ says })),
)

function make(book: Book, move: Move): void {
  if ('file' in move) {
    const id = `import ${move.file}`
    const at = book.imports.findIndex((one) => one.id === id)
    const batch = batches[move.file]
    if (at >= 0) setVisible(book, at, book.imports[at]?.visible !== true)
    else if (batch)
      addBatch(book, addImport(book, { id, order: move.file, visible: true, coverage: [] }), batch)
    settle(book)
    return
  }
  const own = [3, 5].map((at) => ({ account: accounts[0] ?? '', key: `id:${at}` }))
  const hidden = (hides: boolean) =>
    put('assignments', { id: `sale:${keyText(...saleKey(7))}`, hidden: hides })
  const changes = {
    mugs: [put('products', productOf({ id: 'p', listings: own, stream: 'digital' }))],
    things: [put('products', productOf({ id: 'p', listings: own.slice(1), name: 'Thing' }))],
    noMugs: [{ table: 'products', id: 'p', record: null }],
    hides: [hidden(true)],
    shows: [hidden(false)],
    client: [
      put('clients', client({ id: 'c', identities: [{ channel: 'etsy', key: 'user:4' }], name: 'Zoe' })),
    ],
  }
  applyRecords(book, changes[move.says])
}

/** Mostly not said. */
const maybe = <T>(values: readonly T[]) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, fc.constantFrom<T | undefined>(...values))
/** Among them those that leave nothing out, said in several ways. */
const filters: fc.Arbitrary<Filter> = fc
  .record({
    from: maybe(['2000-01-01', ...days]),
    to: maybe([...days, '2030-01-01']),
    channels: maybe([['etsy'], ['etsy', 'shopify']]),
    currencies: maybe([['USD'], ['USD', 'EUR']]),
    listings: maybe([[0], [2], [2, 9], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]]),
    products: maybe([['p'], [`${accounts[0]}\u001fid:2`]]),
    streams: maybe([['physical'], ['digital']] as const),
    standing: maybe([['counted', 'uncounted'], ['hidden']] as const),
  })
  .map((told): Filter => Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)))
const reports = fc.constantFrom<Report>(
  {},
  {},
  {
    currency: 'USD',
    rates: [{ from: 'EUR', to: 'USD', day: '2022-01-09', rate: '1.0847' }],
  },
)

const bookAfter = (past: readonly Move[]): Book => {
  const book = createBook()
  for (const move of past) make(book, move)
  return book
}

test('of many sales exactly those amounts pass a filter that pass it one by one', () => {
  const book = bookAfter([{ file: 0 }, { file: 1 }, { says: 'mugs' }, { says: 'hides' }])
  fc.assert(
    fc.property(filters, fc.boolean(), (filter, tied) => {
      const sieve = sieveOf(book, filter)
      const plainly: string[] = []
      visit(book, sieve, tied, (at, group, listing) => plainly.push(`${at} ${group} ${listing}`))
      const needsTie = tied || filter.streams || filter.listings || filter.products
      const ledger = ledgerOf(book)
      const found = Array.from(passing(book, sieve, tied), (row) => {
        const parts = `${ledger.entry[row]} ${ledger.group[row]} ${needsTie ? ledger.listing[row] : 0}`
        return parts
      })
      expect(needsTie ? found : [...new Set(found)]).toEqual(plainly)
    }),
    { numRuns: 300 },
  )
})

const questions = {
  products: (book: Book, filter: Filter, report: Report) =>
    products(book, { filter, sort: { by: 'kept', descending: true }, from: 0, count: 7 }, report),
  product: (book: Book, filter: Filter, report: Report) => [
    product(book, productPlace(book, 'p'), filter, report),
    productListings(book, productPlace(book, 'p'), filter, report),
  ],
  clients: (book: Book, filter: Filter, report: Report) =>
    clients(book, { filter, sort: { by: 'gross', descending: true }, from: 0, count: 7 }, report),
  sales: (book: Book, filter: Filter, report: Report) =>
    sales(book, { filter, sort: { by: 'kept', descending: true }, from: 3, count: 7 }, report),
  returning: (book: Book, filter: Filter, report: Report) => returning(book, filter, 'month', report),
  totals: (book: Book, filter: Filter, report: Report) =>
    totals(book, filter, { by: 'listing', bucket: 'month' }, report),
  listings,
}
const asked = fc.record({
  question: fc.constantFrom(...(Object.keys(questions) as (keyof typeof questions)[])),
  filter: filters,
  report: reports,
})
/** What is made ready for all screens. */
const ofAll = (['products', 'product', 'clients', 'sales'] as const).map((question) => ({
  question,
  ...{ filter: {}, report: {} },
}))
/** So much of what is made ready beforehand; then somebody changes or asks something. */
const readied = fc.record({ steps: fc.nat(40), anew: fc.boolean() })
/** Most of the time nobody asks before the next change. */
const asking = fc.record({ asks: fc.constant(true) })

test('what was asked, made ready and changed before makes no difference to an answer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(moves, readied, readied, asking), { minLength: 2, maxLength: 9 }),
      fc.array(asked, { maxLength: 4 }),
      (steps, others) => {
        const book = createBook()
        const past: Move[] = []
        let making = { steps: prepare(book), version: book.version }
        for (const step of [{ file: 0 }, ...steps, { asks: true }]) {
          if ('steps' in step) {
            // what was begun goes on after a change that is none of figures
            if (step.anew || making.version !== book.version)
              making = { steps: prepare(book), version: book.version }
            for (let left = step.steps; left > 0 && making.steps.next().done !== true; left--);
          } else if (!('asks' in step)) {
            make(book, step)
            past.push(step)
          }
          if (!('asks' in step)) continue
          const fresh = bookAfter(past)
          for (const { question, filter, report } of [...ofAll, ...others]) {
            const answer = questions[question]
            expect(answer(book, filter, report)).toEqual(answer(fresh, filter, report))
          }
        }
      },
    ),
    { numRuns: 100 },
  )
})

test('what was being made ready when a product or client was written down is made anew', () => {
  const isDone = (steps: Iterator<void>) => steps.next().done === true
  for (let begun = 0; ; begun++) {
    const past: Move[] = [{ file: 2 }]
    const book = bookAfter(past)
    const steps = prepare(book)
    let left = begun
    while (left > 0 && !isDone(steps)) left--
    if (left > 0) break // all was made ready
    for (const says of ['things', 'client'] as const) {
      past.push({ says })
      make(book, { says })
    }
    while (!isDone(steps)) continue
    const fresh = bookAfter(past)
    for (const { question, filter, report } of ofAll) {
      const answer = questions[question]
      expect(answer(book, filter, report), `after ${begun} steps`).toEqual(answer(fresh, filter, report))
    }
  }
})

test('the largest listings are the first of all when they are put in order', () => {
  const book = bookAfter([{ file: 0 }, { file: 1 }])
  const cameIn = (of: ReturnType<typeof totals>[number]) => {
    const { gross, discounts, shipping, tips, other, kept } = of.measures
    return { cameIn: gross - discounts + shipping + tips + other, kept }
  }
  fc.assert(
    fc.property(
      filters,
      reports,
      fc.constantFrom('cameIn' as const, 'kept' as const),
      fc.constantFrom('USD', 'EUR', 'CHF'),
      (filter, report, by, currency) => {
        const rows = totals(book, filter, { by: 'listing', bucket: 'none' }, report)
          .filter((row) => row.key !== '' && row.currency === currency && !row.unconverted)
          .map((row) => ({ id: Number(row.key), value: cameIn(row)[by] }))
          .toSorted((a, b) => b.value - a.value || a.id - b.id)
        const { total, ids } = largestListings(book, { filter, by, currency, count: 5 }, report)
        expect([total, ids]).toEqual([rows.length, rows.slice(0, 5).map(({ id }) => id)])
      },
    ),
    { numRuns: 150 },
  )
})

test('who bought before all that counts of it bought before the first day of the book', () => {
  const book = bookAfter([{ file: 0 }])
  expect(returning(book, { from: '2022-01-08' }, 'year', {}).buyers.returning).toBe(1)
})
