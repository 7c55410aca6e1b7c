import { screen } from '@testing-library/react'
import { useState } from 'react'
import { vi } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import { createListStates } from '#data/listStates.ts'
import lists from '#resources/locales/en/lists.json'
import sales from '#resources/locales/en/sales.json'
import {
  measureNames,
  type Measures,
  type SaleDetail,
  type SalePart,
  type SaleRow,
  type SalesAnswer,
  type SalesQuestion,
} from '#shared/book/questions.ts'
import { plainServices } from '#ui/list/inTests.ts'
import { draw } from '#ui/table/inTests.tsx'
import { SalesScreen } from './SalesScreen.tsx'
import type { SalesServices } from './salesServices.ts'
import type { SalesSearch } from './search.ts'

export const none = Object.fromEntries(measureNames.map((name) => [name, 0])) as Measures
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
export const origin = { importId: 'i1', file: 0, row: 12, source: 'statement' } as const
export const part = (over: Partial<SalePart>): SalePart => ({
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
export const detail = (over: Partial<SaleDetail> = {}): SaleDetail => ({
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

type Book = SalesServices['book']
/** The screen as the app shows it, over a book that answers with these rows. */
export function drawSales(options: {
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
  const services = {
    ...plainServices(),
    db: new BrandDatabase('00000000-0000-7000-8000-000000000001'),
    lists: createListStates(null, 'brand'),
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
    } satisfies Book,
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
export const grid = () => screen.getByRole('grid', { name: 'List of sales' })
