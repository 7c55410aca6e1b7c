// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import { createListStates } from '#data/listStates.ts'
import { saveRate } from '#data/rates.ts'
import type { BookClient } from '#data/services.ts'
import home from '#resources/locales/en/home.json'
import sales from '#resources/locales/en/sales.json'
import ui from '#resources/locales/en/ui.json'
import type { ClientRow, ProductRow } from '#shared/book/partyQuestions.ts'
import type {
  Filter,
  Group,
  ListingRow,
  Measures,
  Report,
  ReturningAnswer,
  Summary,
  TotalsRow,
} from '#shared/book/questions.ts'
import { incomeOf } from '#shared/book/income.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { draw } from '#ui/table/inTests.tsx'
import { nothing } from './figures.ts'
import { HomeScreen, type SalesBehind } from './HomeScreen.tsx'
import type { HomeSearch } from './search.ts'

afterEach(cleanup)

const row = (
  over: Partial<Omit<TotalsRow, 'measures'>> & { readonly measures: Partial<Measures> },
): TotalsRow => ({
  bucket: '',
  key: '',
  currency: 'USD',
  unconverted: false,
  sales: 1,
  units: 1,
  ...over,
  measures: { ...nothing, ...over.measures },
})
const march = {
  gross: 120_000,
  discounts: 2000,
  refunds: 5000,
  refundedTax: 400,
  fees: 12_345,
  kept: 101_055,
}
const february = { gross: 80_000, fees: 8000, kept: 72_000 }

type Answers = {
  readonly summary?: Partial<Summary>
  readonly totals?: (filter: Filter, group: Group, report: Report) => readonly TotalsRow[]
  readonly listings?: readonly Pick<ListingRow, 'id' | 'title' | 'channel'>[]
  readonly parties?: { readonly products: readonly Sold[]; readonly clients: readonly Sold[] }
  readonly bought?: ReturningAnswer
}
/** What the lists of products and clients say of one. */
type Sold = Pick<ProductRow & ClientRow, 'key' | 'name' | 'sums'>
const answerOf = <R,>(rows: readonly Sold[]) => ({
  total: rows.length,
  rows: rows as readonly R[], // Home reads no more of them
  sums: [
    {
      currency: 'USD',
      figures: {
        ...{ gross: 0, refunds: 0, fees: 0 },
        kept: rows.reduce((sum, { sums }) => sum + (sums[0]?.figures.kept ?? 0), 0),
      },
    },
  ],
})

function bookWith({ summary, totals, listings, parties, bought }: Answers): BookClient {
  const counts = { sales: 9, lines: 9, units: 9, buyers: 9, listings: 9, uncounted: {}, waiting: {} }
  const known: Summary = {
    ...counts,
    from: '2024-02-03',
    to: '2024-03-30',
    counted: { USD: { ...nothing, ...march } },
    ...summary,
  }
  const book: Partial<BookClient> = {
    summary: async () => known,
    storedSummary: async () => null,
    totals: async (filter, group, report) =>
      (totals?.(filter, group, report) ?? []).filter(
        ({ bucket }) => group.by !== 'none' || group.bucket !== 'day' || bucket.length === 10,
      ),
    largestListings: async ({ filter, by, currency, count }, report) => {
      const rows = (totals?.(filter, { by: 'listing', bucket: 'none' }, report) ?? [])
        .filter((one) => one.key !== '' && one.currency === currency && !one.unconverted)
        .toSorted((a, b) => incomeOf(b.measures, by) - incomeOf(a.measures, by))
      return { total: rows.length, ids: rows.slice(0, count).map(({ key }) => Number(key)) }
    },
    listings: async () =>
      (listings ?? []).map((listing) => ({
        account: '',
        key: '',
        sku: '',
        units: 0,
        sales: 0,
        sums: [],
        ...listing,
      })),
    waiting: async () => ({ total: 0, rows: [] }),
    products: async ({ archived }) => answerOf(archived === true ? [] : (parties?.products ?? [])),
    clients: async () => answerOf(parties?.clients ?? []),
    returning: async () => bought ?? { rows: [], buyers: { fresh: 0, returning: 0 } },
    subscribe: () => () => {},
  }
  const client = book as BookClient // what Home does not ask is not there
  return { ...client, unhurried: (_isWanted, ask) => ask(client) }
}

function open(answers: Answers, search: HomeSearch = {}) {
  const opened: SalesBehind[] = []
  const searched: HomeSearch[] = []
  const saved: Input<'saveText'>[] = []
  const went: string[] = []
  const db = new BrandDatabase(crypto.randomUUID())
  const api = {
    saveText: async (input: Input<'saveText'>) => {
      saved.push(input)
      return { ok: true, name: 'x.csv' } as const
    },
    savePicture: async () => ({ ok: true, name: 'x.png' }) as const,
    savePage: async () => ({ ok: true, name: 'x.pdf' }) as const,
    printPage: async () => ({ ok: true }) as const,
  }
  draw(
    <HomeScreen
      services={{
        ...{ book: bookWith(answers), db, api, lists: createListStates(null, 'b1') },
        today: () => '2024-03-31',
      }}
      brand={{ name: 'Juniper & Clay', currency: 'USD', country: 'US', accent: '#0f766e', logo: null }}
      search={search}
      onSearch={(next) => searched.push(next)}
      onOpenSales={(behind) => opened.push(behind)}
      onOpenProduct={(key) => went.push(`product ${key}`)}
      onOpenClient={(key) => went.push(`client ${key}`)}
      onSeeProducts={({ from, to }) => went.push(`products ${from} ${to}`)}
      onSeeClients={({ from, to }) => went.push(`clients ${from} ${to}`)}
      onSeeImports={() => {}}
      onSeeRates={() => {}}
      onImport={() => {}}
    />,
    { home, sales, ui },
  )
  return { opened, searched, saved, went, db, user: userEvent.setup() }
}

/** March against February, by stream where that is asked. */
const twoMonths = ({ from }: Filter, { by, bucket }: Group): readonly TotalsRow[] => {
  if (by === 'feeType') return [row({ key: 'processing', measures: { fees: march.fees, kept: -march.fees } })]
  if (bucket !== 'none') return [row({ bucket: '2024-03-05', key: 'physical', measures: march })]
  return [row({ measures: from === '2024-03-01' ? march : february })]
}

test('Home says what came in and what stayed, each against the period before', async () => {
  open({ totals: (filter, group) => (filter.standing ? [] : twoMonths(filter, group)) }, { period: 'month' })
  const headline = await screen.findByRole('region', { name: 'What came in and what stayed' })
  // 1,200.00 − 20.00; (1,180.00 − 800.00) / 800.00
  expect(within(headline).getByRole('button', { name: /^Came in: \$1,180\.00/ })).toBeDefined()
  expect(within(headline).getByText(/\+47\.5% on the same days last month/)).toBeDefined()
  expect(within(headline).getByRole('button', { name: /^Refunded: \$46\.00/ })).toBeDefined()
  expect(within(headline).getByRole('button', { name: /^Platforms charged: \$123\.45/ })).toBeDefined()
  expect(within(headline).getByRole('button', { name: /^You kept: \$1,010\.55/ })).toBeDefined()
})

test('a figure opens the sales behind it', async () => {
  const { opened, user } = open(
    { totals: (filter, group) => (filter.standing ? [] : twoMonths(filter, group)) },
    { period: 'month' },
  )
  await user.click(await screen.findByRole('button', { name: /^Refunded/ }))
  await user.click(await screen.findByRole('button', { name: /Physical products/ }))
  expect(opened).toEqual([
    {
      from: '2024-03-01',
      to: '2024-03-31',
      currencies: ['USD'],
      hasRefund: true,
      sort: 'refunds',
      descending: true,
    },
    { from: '2024-03-01', to: '2024-03-31', currencies: ['USD'], streams: ['physical'] },
  ])
})

test('an empty period says so and leads to the nearest month with sales', async () => {
  const months = (_: Filter, { bucket }: Group) =>
    bucket === 'month' ? [row({ bucket: '2024-02', measures: february })] : []
  const { searched, user } = open(
    { totals: (filter, group) => (filter.from ? [] : months(filter, group)) },
    { period: 'month' },
  )
  expect(await screen.findByText(/No money moved in Mar 1/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Show February 2024' }))
  expect(searched).toEqual([{ period: 'range', from: '2024-02-01', to: '2024-02-29' }])
})

test('a brand without a sale has one next step', async () => {
  open({ summary: { from: '', to: '', counted: {} } })
  expect(await screen.findByText('Nothing here yet')).toBeDefined()
  expect(screen.getByRole('button', { name: 'Choose files' })).toBeDefined()
})

test('what no rate converts stands beside the figures with its amount', async () => {
  const counted = { USD: { ...nothing, ...march }, EUR: { ...nothing, gross: 5000, kept: 5000 } }
  const totals = (_: Filter, __: Group, report: Report) => [
    row({ measures: march }),
    row({ currency: 'EUR', unconverted: report.currency === 'USD', measures: { gross: 5000, kept: 5000 } }),
  ]
  open({ summary: { counted }, totals }, { together: true })
  expect(await screen.findByText(/Without a rate to USD/)).toBeDefined()
  expect(screen.getByRole('button', { name: '€50.00 came in, €50.00 kept' })).toBeDefined()
  expect(screen.getByRole('button', { name: 'Type a rate' })).toBeDefined()
})

test('all currencies in one are asked for with the rates that were typed', async () => {
  const reports: Report[] = []
  const counted = { USD: { ...nothing, ...march }, EUR: { ...nothing, gross: 5000 } }
  const totals = (_: Filter, __: Group, report: Report) => {
    reports.push(report)
    return [row({ measures: march })]
  }
  const { db } = open({ summary: { counted }, totals }, { together: true })
  await screen.findByRole('button', { name: /^Came in/ })
  await saveRate(db, { from: 'EUR', to: 'USD', day: '2024-03-01', rate: '1.08' })
  await expect
    .poll(() => reports.at(-1)?.rates)
    .toEqual([{ from: 'EUR', to: 'USD', day: '2024-03-01', rate: '1.08' }])
})

test('fees of the shop as a whole are no product’s, and say so', async () => {
  const totals = ({ standing }: Filter, { by }: Group) => {
    if (standing || by === 'feeType') return []
    if (by === 'none') return [row({ measures: { gross: 1000, fees: 300, kept: 700 } })]
    return [
      row({ bucket: '2024-03', key: '7', measures: { gross: 1000, kept: 1000 } }),
      row({ bucket: '2024-03', key: '', measures: { fees: 300, kept: -300 } }),
    ]
  }
  open(
    { totals, listings: [{ id: 7, title: 'Tide mug', channel: 'etsy' }] },
    { by: 'listing', measure: 'kept' },
  )
  const parts = await screen.findByRole('list', { name: 'Parts of the mix' })
  expect(
    within(parts)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Tide mug10.0010.00 came in100%', 'Not tied to a product\u22123.000.00 came in'])
})

test('the table of a chart is saved with exact figures, and a title that is a formula is defused', async () => {
  const totals = ({ standing }: Filter, { by }: Group) => {
    if (standing || by === 'feeType') return []
    if (by === 'none') return [row({ measures: { gross: 123_456, kept: 123_456 } })]
    return [row({ bucket: '2024-03', key: '7', measures: { gross: 123_456, kept: 123_456 } })]
  }
  const { saved, user } = open(
    { totals, listings: [{ id: 7, title: '=1+1', channel: 'etsy' }] },
    { by: 'listing', period: 'year' },
  )
  await user.click(
    await screen.findByRole('button', { name: 'Show “Where the money comes from” as a table' }),
  )
  expect(screen.getAllByRole('cell', { name: '1,234.56' }).length).toBeGreaterThan(0)
  await user.click(screen.getByRole('button', { name: 'Save “Where the money comes from” as CSV' }))
  expect(saved.map(({ text }) => text.split('\r\n'))).toEqual([
    [
      'Period,\'=1+1,"Together, USD"',
      '2024-01,0.00,0.00',
      '2024-02,0.00,0.00',
      '2024-03,1234.56,1234.56',
      'Together,1234.56,1234.56',
      '',
    ],
  ])
})

const usd = (gross: number, kept: number, refunds = 0) => [
  { currency: 'USD', figures: { gross, kept, refunds, fees: 0 } },
]
const shop = {
  totals: ({ standing }: Filter, { by, bucket }: Group) => {
    if (standing || by !== 'none') return []
    const there = { measures: { gross: 10_000, refunds: 2500, kept: 7500 }, sales: 4 }
    return [row({ ...there, bucket: bucket === 'day' ? '2024-03-09' : bucket === 'none' ? '' : '2024-03' })]
  },
  parties: {
    products: [
      { key: 'p1', name: 'Tide mug', sums: usd(6000, 4500, 2500) },
      { key: 'p2', name: 'קערה "ים"', sums: usd(4000, 3000) },
      { key: 'p3', name: 'Euro mug', sums: [] },
    ],
    clients: [{ key: 'c1', name: 'Ana Quill', sums: usd(10_000, 7500) }],
  },
  bought: {
    rows: [
      row({ bucket: '2024-02', key: 'fresh', measures: { gross: 3000 }, sales: 2 }),
      row({ bucket: '2024-03', key: 'returning', measures: { gross: 7000 }, sales: 1 }),
    ],
    buyers: { fresh: 2, returning: 1 },
  },
}
const words = (element: HTMLElement) =>
  within(element)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

test('Home names the products and clients of which most was kept, and leads to them', async () => {
  const { went, user } = open(shop, { period: 'year' })
  const products = await screen.findByRole('list', { name: 'Top products' })
  // 4,500 and 3,000 of 7,500
  expect(words(products)).toEqual(['Tide mug45.0060%60.00 gross', 'קערה "ים"30.0040%40.00 gross'])
  await user.click(within(products).getByRole('button', { name: /Tide mug/ }))
  await user.click(await screen.findByRole('button', { name: /Ana Quill/ }))
  await user.click(screen.getByRole('button', { name: 'All products' }))
  await user.click(screen.getByRole('button', { name: 'All clients' }))
  const days = '2024-01-01 2024-03-31'
  expect(went).toEqual(['product p1', 'client c1', `products ${days}`, `clients ${days}`])
})

test('new buyers stand beside those who came back, and what cannot be known is said', async () => {
  const { saved, user } = open(shop, { period: 'year' })
  const card = await screen.findByRole('region', { name: 'New and returning buyers' })
  const kinds = within(card).getByRole('list', { name: 'Kinds of buyers' })
  expect(words(kinds)).toEqual(['Returning70.001 sale70%', 'New30.002 sales30%'])
  expect(within(card).getByText(/2 new, 1 came back\. Your files begin on Feb 3, 2024/)).toBeDefined()
  await user.click(within(card).getByText('Sales'))
  expect(words(kinds)).toEqual(['Returning170.00 came in33.3%', 'New230.00 came in66.7%'])
  await user.click(screen.getByRole('button', { name: 'Save “New and returning buyers” as CSV' }))
  expect(saved[0]?.text.split('\r\n')).toEqual([
    '"Returning: came in, USD",Returning: sales,"New: came in, USD",New: sales'.replace(/^/, 'Period,'),
    '2024-01,0.00,0,0.00,0',
    '2024-02,0.00,0,30.00,2',
    '2024-03,70.00,1,0.00,0',
    'Together,70.00,1,30.00,2',
    '',
  ])
})

test('the best day and what was refunded most open the sales behind them', async () => {
  const { opened, user } = open(shop, { period: 'year' })
  expect(words(await screen.findByRole('list', { name: 'Best single days' }))).toEqual([
    'Mar 9, 2024100.004 sales',
  ])
  await user.click(screen.getByRole('button', { name: /Mar 9, 2024/ }))
  const refunded = await screen.findByRole('list', { name: 'Refunded most' })
  // 25.00 of 60.00
  expect(words(refunded)).toEqual(['Tide mug25.0041.7% of 60.00 gross'])
  expect(screen.getByText('$25.00, 25% of what came in')).toBeDefined()
  await user.click(within(refunded).getByRole('button'))
  const usdOnly = { currencies: ['USD'] }
  expect(opened).toEqual([
    { from: '2024-03-09', to: '2024-03-09', ...usdOnly },
    {
      ...{ from: '2024-01-01', to: '2024-03-31', ...usdOnly },
      ...{ products: ['p1'], hasRefund: true, sort: 'refunds', descending: true },
    },
  ])
})

test('a card that knows too little says what is missing', async () => {
  open(
    { totals: ({ standing }, { by }) => (standing || by !== 'none' ? [] : [row({ measures: march })]) },
    { period: 'month' },
  )
  expect(await screen.findByText('No product was sold in this period')).toBeDefined()
  expect(screen.getByText('Nobody is known by name in this period')).toBeDefined()
  expect(screen.getByText('No sale in this period')).toBeDefined()
})
