// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import { createListStates } from '#data/listStates.ts'
import sales from '#resources/locales/en/sales.json'
import lists from '#resources/locales/en/lists.json'
import {
  measureNames,
  type Hit,
  type Measures,
  type SaleDetail,
  type SalePart,
  type SaleRow,
  type SalesAnswer,
  type SalesQuestion,
} from '#shared/book/questions.ts'
import type { SheetRequest } from '#shared/sheet/sheetRequest.ts'
import type { ViewStore } from '#shared/list/views.ts'
import { draw } from '#ui/table/inTests.tsx'
import { SalesScreen } from './SalesScreen.tsx'
import type { SalesServices } from './salesServices.ts'
import type { SalesSearch } from './search.ts'

afterEach(cleanup)

const none = Object.fromEntries(measureNames.map((name) => [name, 0])) as Measures
const row = (label: string, over: Partial<SaleRow> = {}): SaleRow => ({
  key: `key-${label}`,
  day: '2024-03-28',
  label,
  channel: 'etsy',
  account: 'etsy\u001f',
  buyer: 'Ana Quint',
  title: 'Lavender Soap',
  lines: 1,
  units: 1,
  status: 'counted',
  currency: 'USD',
  measures: { ...none, gross: 2400, fees: 215, refunds: 0, kept: 2185 },
  others: [],
  hidden: false,
  noted: false,
  tags: [],
  handSale: '',
  client: '',
  ...over,
})
const origin = { importId: 'i1', file: 0, row: 12, source: 'statement' } as const
const part = (over: Partial<SalePart>): SalePart => ({
  kind: 'fee',
  type: 'processing',
  day: '2024-03-28',
  stream: '',
  title: '',
  sku: '',
  product: '',
  quantity: 0,
  currency: 'USD',
  amount: -215,
  estimate: false,
  undated: false,
  origin,
  ...over,
})
const detail = (over: Partial<SaleDetail> = {}): SaleDetail => ({
  ...row('3105550130'),
  parts: [
    part({
      kind: 'line',
      type: 'item',
      title: 'Lavender Soap',
      sku: 'SOAP-1',
      quantity: 2,
      amount: 2400,
      stream: 'physical',
    }),
    part({}),
  ],
  overruled: [],
  buyerKey: 'user:ana',
  incomplete: false,
  note: '',
  ownTags: [],
  ownStream: '',
  history: [],
  ...over,
})

const noViews: ViewStore = {
  read: () => Promise.resolve([]),
  subscribe: () => () => {},
  add: () => Promise.resolve({ id: '1', takeBack: () => Promise.resolve() }),
  rename: () => Promise.resolve(() => Promise.resolve()),
  replace: () => Promise.resolve(() => Promise.resolve()),
  open: () => Promise.resolve(() => Promise.resolve()),
  remove: () => Promise.resolve(() => Promise.resolve()),
}
type Book = SalesServices['book']
function drawSales(options: {
  readonly rows?: readonly SaleRow[]
  readonly sums?: SalesAnswer['sums']
  readonly untied?: SalesAnswer['untied']
  readonly search?: SalesSearch
  readonly book?: Partial<Book>
}) {
  const {
    untied = [],
    rows = [row('3105550130'), row('3105550131')],
    sums = [{ currency: 'USD', measures: { ...none, gross: 4800, fees: 430, kept: 4370 } }],
  } = options
  const ask = vi.fn(({ from, count }: SalesQuestion) =>
    Promise.resolve({ total: rows.length, rows: rows.slice(from, from + count), sums, untied }),
  )
  const nothingToUndo = async () => null
  const history = {
    ...{ undo: nothingToUndo, redo: nothingToUndo, undoStep: nothingToUndo },
    ...{ state: () => ({ undo: null, redo: null }), subscribe: () => () => {} },
  }
  const services: SalesServices = {
    db: new BrandDatabase('00000000-0000-7000-8000-000000000001'),
    today: () => '2024-03-30',
    history,
    lists: createListStates(null, 'brand'),
    views: () => noViews,
    saveSheet: vi.fn((_request: SheetRequest) =>
      Promise.resolve({ ok: true as const, value: { name: 'Sales.xlsx' } }),
    ),
    book: {
      // how many of them are hidden is asked beside the list
      sales: (question) =>
        question.filter.standing?.join() === 'hidden' && question.count === 0
          ? Promise.resolve({ total: 0, rows: [], sums: [], untied: [] })
          : ask(question),
      sale: () => Promise.resolve(detail()),
      saleKeys: (keys) => Promise.resolve(keys.map((key) => ({ keys: [key], mayGrow: false }))),
      product: () => Promise.resolve(null),
      recalled: (asked) => Promise.resolve(asked.map(() => null)),
      listings: () => Promise.resolve([]),
      buyers: () => Promise.resolve([]),
      client: () => Promise.resolve(null),
      find: () => Promise.resolve([]),
      tags: () => Promise.resolve(['gift', 'wholesale']),
      preview: vi.fn(),
      sourceRow: () => Promise.resolve(null),
      subscribe: () => () => {},
      totals: (_filter, { by }) =>
        Promise.resolve([
          {
            bucket: '',
            key: by === 'account' ? 'etsy\u001f' : 'physical',
            currency: 'USD',
            unconverted: false,
            measures: none,
            sales: 2,
            units: 2,
          },
        ]),
      ...options.book,
    },
  }
  const onImport = vi.fn()
  const onSearch = vi.fn()
  function Screen() {
    const [search, setSearch] = useState<SalesSearch>(options.search ?? {})
    return (
      <SalesScreen
        places={{
          onClient: () => {},
          onProduct: () => {},
          onNewSale: () => {},
          onEditSale: () => {},
          onMakeRule: () => {},
        }}
        services={services}
        search={search}
        onImport={onImport}
        onSearch={(next, replace) => {
          onSearch(next, replace)
          setSearch(next)
        }}
      />
    )
  }
  draw(<Screen />, { lists, sales })
  return { ask, onSearch, onImport, services }
}
const grid = () => screen.getByRole('grid', { name: 'List of sales' })

test('lists sales with what was charged and what was kept, and sums them at the foot', async () => {
  drawSales({})
  expect(await within(grid()).findByRole('gridcell', { name: '3105550130' })).toBeTruthy()
  const [first] = within(grid()).getAllByRole('row').slice(1)
  expect(
    within(first as HTMLElement)
      .getAllByRole('gridcell')
      .map((cell) => cell.textContent),
  ).toEqual([
    '',
    'Mar 28, 2024',
    '3105550130',
    'Lavender Soap',
    'Ana Quint',
    'Etsy',
    '24.00',
    '0.00',
    '\u22122.15',
    '21.85',
  ])
  const foot = within(grid()).getAllByRole('row').at(-1) as HTMLElement
  expect(
    within(foot)
      .getAllByRole('gridcell')
      .map((cell) => cell.textContent),
  ).toEqual(['', 'Total', '', '', '', '', '48.00', '0.00', '\u22124.30', '43.70'])
  expect(screen.getByText(/^2 sales, amounts in US dollars/)).toBeTruthy()
})

test('two currencies are summed each by itself, and the currency gets a column', async () => {
  const sums = [
    { currency: 'EUR', measures: { ...none, gross: 1000, kept: 900 } },
    { currency: 'USD', measures: { ...none, gross: 4800, kept: 4370 } },
  ]
  drawSales({ sums })
  expect(await screen.findByRole('columnheader', { name: 'Currency' })).toBeTruthy()
  const foot = within(grid()).getAllByRole('row').at(-1) as HTMLElement
  expect(within(foot).getByText('9.00').parentElement?.parentElement?.textContent).toBe('9.0043.70')
})

test('charges that belong to no sale are said beside the list, so that its sums can be compared with Home', async () => {
  drawSales({ untied: [{ currency: 'USD', measures: { ...none, fees: 1280, kept: -1280 } }] })
  expect(
    await screen.findByText(
      /^2 sales, amounts in US dollars\. Beside them stand \u2212\$12\.80 that belong to no sale/,
    ),
  ).toBeTruthy()
})

test('an empty brand is told how to begin, and offered nothing to filter', async () => {
  const { onImport } = drawSales({ rows: [], sums: [], book: { totals: () => Promise.resolve([]) } })
  expect(await screen.findByText('No sales yet')).toBeTruthy()
  expect(screen.queryByRole('search')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Import' }))
  expect(onImport).toHaveBeenCalledExactlyOnceWith()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Export' }).disabled).toBe(true)
})

test('a brand whose sales do not count yet is told where they are', async () => {
  drawSales({ rows: [], sums: [] })
  expect(await screen.findByText(sales.empty.noMatchText)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull()
})

test('filters that match nothing can be cleared', async () => {
  const { onSearch } = drawSales({ rows: [], sums: [], search: { text: 'nobody', sort: 'kept' } })
  expect(await screen.findByText('No sale matches these filters')).toBeTruthy()
  await userEvent.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement)
  expect(onSearch.mock.lastCall?.[0]).toEqual({ sort: 'kept' })
})

test('typing searches, and going back does not stop at every letter', async () => {
  const { ask, onSearch } = drawSales({})
  await userEvent.type(screen.getByRole('textbox', { name: 'Search order, buyer or product' }), 'soap')
  await waitFor(() => expect(ask.mock.lastCall?.[0].filter).toEqual({ text: 'soap' }))
  expect(onSearch.mock.calls.every(([, replace]) => replace === true)).toBe(true)
})

test('a header asks the book for another order', async () => {
  const { ask } = drawSales({})
  await userEvent.click(screen.getByRole('button', { name: 'Kept' }))
  await waitFor(() => expect(ask.mock.lastCall?.[0].sort).toEqual({ by: 'kept', descending: true }))
})

test('sales that do not count are asked for by their status', async () => {
  const { ask } = drawSales({})
  await userEvent.click(screen.getByRole('button', { name: 'Status' }))
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Waiting for their order' }))
  await waitFor(() => expect(ask.mock.lastCall?.[0].filter).toEqual({ standing: ['waiting'] }))
  await userEvent.click(
    screen.getByRole('button', { name: 'Remove the filter Status: Waiting for their order', hidden: true }),
  )
  await waitFor(() => expect(ask.mock.lastCall?.[0].filter).toEqual({}))
})

const marked = (text: string) => ({ text, marks: [] })
const hit = (sort: Hit['sort'], id: string, name: string, about: readonly string[] = []): Hit => ({
  sort,
  id,
  name: marked(name),
  about: about.map(marked),
  channel: 'etsy',
  account: 'etsy\u001f',
  day: '',
  sales: 12,
})

test('a product is found by a part of its name, told apart by its SKU, and chosen beside another', async () => {
  const mug = hit('product', 'mug-key', 'Blue Mug', ['MUG-1'])
  const { ask } = drawSales({
    search: { products: ['soap-key'] },
    book: {
      find: () =>
        Promise.resolve([
          { sort: 'client', rank: 6, total: 1, hits: [hit('client', 'mugler', 'Mugler & Sons')] },
          { sort: 'product', rank: 6, total: 1, hits: [mug] },
        ]),
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Product' }))
  await userEvent.type(await screen.findByRole('combobox', { name: 'Find a product' }), 'mug')
  const found = await screen.findByRole('option', { name: /Blue Mug/ })
  expect(found.textContent).toContain('MUG-1 · 12 sales')
  expect(screen.queryByRole('option', { name: /Mugler/ })).toBeNull()
  await userEvent.click(found)
  await waitFor(() => expect(ask.mock.lastCall?.[0].filter).toEqual({ products: ['soap-key', 'mug-key'] }))
})

test('a client is chosen by keyboard, and taken away again by its chip', async () => {
  const { ask } = drawSales({
    book: {
      find: () =>
        Promise.resolve([{ sort: 'client', rank: 6, total: 1, hits: [hit('client', 'c1', 'Mira Vogel')] }]),
    },
  })
  ;(await screen.findByRole('button', { name: 'Client' })).focus()
  await userEvent.keyboard('{Enter}')
  await userEvent.type(await screen.findByRole('combobox', { name: 'Find a client' }), 'mira')
  await screen.findByRole('option', { name: /Mira Vogel/ })
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(ask.mock.lastCall?.[0].filter).toEqual({ clients: ['c1'] }))
  await userEvent.click(await screen.findByRole('button', { name: /^Remove the filter/, hidden: true }))
  await waitFor(() => expect(ask.mock.lastCall?.[0].filter).toEqual({}))
})

test('tags and single statuses narrow the list, and all filters are cleared at once', async () => {
  const { ask } = drawSales({})
  await userEvent.click(await screen.findByRole('button', { name: 'Tag' }))
  await userEvent.click(await screen.findByRole('checkbox', { name: 'gift' }))
  await userEvent.keyboard('{Escape}')
  await userEvent.click(await screen.findByRole('button', { name: 'Status', hidden: true }))
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Voided' }))
  await waitFor(() =>
    expect(ask.mock.lastCall?.[0].filter).toEqual({
      tags: ['gift'],
      standing: ['uncounted'],
      statuses: ['voided'],
    }),
  )
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters', hidden: true }))
  await waitFor(() => expect(ask.mock.lastCall?.[0].filter).toEqual({}))
})

test('last month is a click away', async () => {
  const { ask } = drawSales({})
  await userEvent.click(screen.getByRole('button', { name: 'Period' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Last month' }))
  await waitFor(() => expect(ask.mock.lastCall?.[0].filter).toEqual({ from: '2024-02-01', to: '2024-02-29' }))
})

test('an opened sale shows its lines, its fees and what was kept, and the row of the file behind a figure', async () => {
  const sourceRow = vi.fn(() =>
    Promise.resolve({
      fileName: 'etsy_statement_2024_3.csv',
      row: 12,
      header: ['Type', 'Net'],
      cells: ['Fee', '-$2.15'],
    }),
  )
  drawSales({ book: { sourceRow } })
  await userEvent.click(await screen.findByRole('gridcell', { name: '3105550130' }))
  const pane = await screen.findByRole('complementary', { name: 'Sale 3105550130' })
  expect(within(pane).getByText('2 × $12.00 · Physical products · SKU SOAP-1')).toBeTruthy()
  expect(within(pane).getByText('Payment processing').closest('div')?.parentElement?.textContent).toContain(
    '\u2212$2.15',
  )
  expect(within(pane).getByText('$21.85')).toBeTruthy()
  const [, feeRow] = within(pane).getAllByRole('button', { name: 'Show row 12 of the file' })
  await userEvent.click(feeRow as HTMLElement)
  const dialog = await screen.findByRole('dialog', { name: 'Row 12 of etsy_statement_2024_3.csv' })
  expect(within(dialog).getByText('-$2.15')).toBeTruthy()
  expect(sourceRow).toHaveBeenCalledExactlyOnceWith(origin)
})

test('a figure another file overruled is shown apart, with who overruled it', async () => {
  const overruled = [part({ amount: -120, origin: { ...origin, source: 'orders' } })]
  drawSales({ search: { sale: 'key-1' }, book: { sale: () => Promise.resolve(detail({ overruled })) } })
  await userEvent.click(await screen.findByRole('button', { name: '1 figure another file overruled' }))
  expect(screen.getByText('From the order export, overruled by the statement')).toBeTruthy()
  expect(screen.getByText('\u2212$1.20').tagName).toBe('S')
})

test('an undated refund, an estimate and a sale that does not count say so', async () => {
  const parts = [
    part({ kind: 'refund', type: '', amount: -2400, undated: true }),
    part({ kind: 'refundedTax', type: '', amount: 150, estimate: true, origin: null }),
  ]
  drawSales({
    search: { sale: 'key-1' },
    book: { sale: () => Promise.resolve(detail({ parts, status: 'pending' })) },
  })
  expect(await screen.findByText(sales.detail.undated)).toBeTruthy()
  expect(screen.getByText(sales.detail.estimate)).toBeTruthy()
  expect(screen.getByText(sales.statusText.pending)).toBeTruthy()
})

test('amounts of another currency stand by themselves', async () => {
  const others = [{ currency: 'EUR', measures: { ...none, fees: 99, kept: -99 } }]
  const parts = [...detail().parts, part({ currency: 'EUR', amount: -99 })]
  drawSales({ search: { sale: 'key-1' }, book: { sale: () => Promise.resolve(detail({ others, parts })) } })
  expect(await screen.findByRole('heading', { name: 'In euros' })).toBeTruthy()
  expect(screen.getAllByText('\u2212€0.99')).toHaveLength(2)
})

test('Escape closes the sale and the keyboard is back in the list', async () => {
  const { onSearch } = drawSales({ search: { sale: 'key-1' } })
  const close = await screen.findByRole('button', { name: 'Close the sale' })
  close.focus()
  await userEvent.keyboard('{Escape}')
  expect(onSearch.mock.lastCall?.[0]).toMatchObject({ sale: undefined })
  expect(document.activeElement).toBe(grid())
})

test('Escape in the row of the file closes that row, and not the sale behind it', async () => {
  drawSales({ search: { sale: 'key-1' } })
  await userEvent.click((await screen.findAllByRole('button', { name: /^Show row/ }))[0] as HTMLElement)
  within(await screen.findByRole('dialog'))
    .getByRole('button', { name: 'Close' })
    .focus()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByRole('complementary', { name: 'Sale 3105550130' })).toBeTruthy()
})

test('a link to a sale that is gone says why', async () => {
  drawSales({ search: { sale: 'gone' }, book: { sale: () => Promise.resolve(null) } })
  expect(await screen.findByText(sales.detail.goneText)).toBeTruthy()
})

test('the list is saved as it is filtered and as it is shown, with the currency of its amounts', async () => {
  const { services, ask } = drawSales({ search: { channels: ['etsy'] } })
  await screen.findByRole('gridcell', { name: '3105550130' })
  await userEvent.click(screen.getByRole('button', { name: 'Export' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Save as…' }))
  await waitFor(() => expect(services.saveSheet).toHaveBeenCalledOnce())
  const request = vi.mocked(services.saveSheet).mock.calls[0]?.[0]
  expect([request?.suggestedName, request?.kind]).toEqual(['Sales 2024-03-30.xlsx', 'xlsx'])
  expect(request?.heads).toEqual([
    ...['Date', 'Order', 'Product', 'Buyer', 'Shop'],
    ...['Currency', 'Gross', 'Refunds', 'Fees', 'Kept'],
  ])
  const lines = await request?.next()
  expect(ask.mock.lastCall?.[0].filter).toEqual({ channels: ['etsy'] })
  expect(lines?.[0]).toEqual([
    { day: '2024-03-28' },
    '3105550130',
    'Lavender Soap',
    'Ana Quint',
    'Etsy',
    'USD',
    { minor: 2400, currency: 'USD' },
    { minor: 0, currency: 'USD' },
    { minor: -215, currency: 'USD' },
    { minor: 2185, currency: 'USD' },
  ])
  expect(await request?.next()).toBeNull()
})

test('what is selected is summed by the book and exported alone', async () => {
  const { ask, services } = drawSales({})
  await screen.findByRole('gridcell', { name: '3105550130' })
  grid().focus()
  await userEvent.keyboard('{ArrowDown} ')
  const keys = ['key-3105550131']
  await waitFor(() => expect(ask.mock.lastCall?.[0]).toMatchObject({ filter: { keys }, count: 0 }))
  const bar = screen.getByRole('region', { name: 'Selection' })
  expect(within(bar).getByText('$43.70')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Export' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Save as…' }))
  await waitFor(() => expect(services.saveSheet).toHaveBeenCalledOnce())
  await vi.mocked(services.saveSheet).mock.calls[0]?.[0].next()
  expect(ask.mock.lastCall?.[0]).toMatchObject({ filter: { keys }, from: 0 })
})
