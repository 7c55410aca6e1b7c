// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import { saveRate } from '#data/rates.ts'
import type { BookClient } from '#data/services.ts'
import home from '#resources/locales/en/home.json'
import sales from '#resources/locales/en/sales.json'
import ui from '#resources/locales/en/ui.json'
import type {
  Filter,
  Group,
  ListingRow,
  Measures,
  Report,
  Summary,
  TotalsRow,
} from '#shared/book/questions.ts'
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
}

function bookWith({ summary, totals, listings }: Answers): BookClient {
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
    totals: async (filter, group, report) => totals?.(filter, group, report) ?? [],
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
    subscribe: () => () => {},
  }
  return book as BookClient // what Home does not ask is not there
}

function open(answers: Answers, search: HomeSearch = {}) {
  const opened: SalesBehind[] = []
  const searched: HomeSearch[] = []
  const saved: Input<'saveText'>[] = []
  const db = new BrandDatabase(crypto.randomUUID())
  const api = {
    saveText: async (input: Input<'saveText'>) => {
      saved.push(input)
      return { ok: true, name: 'x.csv' } as const
    },
    savePicture: async () => ({ ok: true, name: 'x.png' }) as const,
  }
  draw(
    <HomeScreen
      services={{ book: bookWith(answers), db, api, today: () => '2024-03-31' }}
      brand={{ name: 'Juniper & Clay', currency: 'USD' }}
      search={search}
      onSearch={(next) => searched.push(next)}
      onOpenSales={(behind) => opened.push(behind)}
      onSeeImports={() => {}}
      onSeeRates={() => {}}
      onImport={() => {}}
    />,
    { home, sales, ui },
  )
  return { opened, searched, saved, db, user: userEvent.setup() }
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
