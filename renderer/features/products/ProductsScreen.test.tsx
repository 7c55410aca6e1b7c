// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { Notifications, notifications } from '@mantine/notifications'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import { createListStates } from '#data/listStates.ts'
import lists from '#resources/locales/en/lists.json'
import products from '#resources/locales/en/products.json'
import sales from '#resources/locales/en/sales.json'
import ui from '#resources/locales/en/ui.json'
import type { PartySums, ProductRow, ProductsQuestion } from '#shared/book/partyQuestions.ts'
import { measureNames, type Measures } from '#shared/book/questions.ts'
import { plainServices } from '#ui/list/inTests.ts'
import { draw } from '#ui/table/inTests.tsx'
import { ProductsScreen } from './ProductsScreen.tsx'
import type { ProductsServices } from './productsServices.ts'
import type { ProductsSearch } from './search.ts'

afterEach(() => {
  cleanup()
  act(() => notifications.clean())
})

const figures = { gross: 9000, refunds: 500, fees: 1300, kept: 7200 }
const inDollars: PartySums = [{ currency: 'USD', figures }]
const row = (name: string, told: Partial<ProductRow> = {}): ProductRow => ({
  key: `etsy\u001f\u001fname:${name}`,
  isRecord: false,
  name,
  sku: 'MUG-L',
  kind: '',
  kindSold: 'physical',
  stream: '',
  image: null,
  tags: [],
  channels: ['etsy'],
  listings: 1,
  price: { currency: 'USD', amount: 3000 },
  stock: null,
  priceFrom: {
    channel: 'etsy',
    account: '',
    pricesDiffer: false,
    origin: { importId: 'i', file: 0, row: 2, source: 'catalogue' },
  },
  stockFrom: null,
  archived: false,
  units: 3,
  sales: 2,
  last: '2024-03-28',
  sums: inDollars,
  ...told,
})
const none = Object.fromEntries(measureNames.map((name) => [name, 0])) as Measures
const part = (key: string) => ({
  ...{ bucket: '', key, currency: 'USD', unconverted: false, measures: none, sales: 1, units: 1 },
})

type Options = {
  readonly rows?: readonly ProductRow[]
  readonly sums?: PartySums
  readonly search?: ProductsSearch
  readonly isEmpty?: boolean
}
/** The screen over a book that answers with these rows, whatever it is asked. */
function drawProducts({
  rows = [row('Large mug'), row('Bowl')],
  sums = inDollars,
  ...options
}: Options = {}) {
  const ask = vi.fn(({ from, count }: ProductsQuestion) =>
    Promise.resolve({ total: rows.length, rows: rows.slice(from, from + count), sums }),
  )
  const db = new BrandDatabase(crypto.randomUUID())
  const book: ProductsServices['book'] = {
    // whether there is anything at all is asked beside the list
    products: (question) =>
      question.count === 0 && question.sort.by === 'name' && question.keys === undefined
        ? Promise.resolve({ total: options.isEmpty ? 0 : 9, rows: [], sums: [] })
        : ask(question),
    proposals: () => Promise.resolve({ total: 0, rows: [], doubtful: [] }),
    totals: (_filter, { by }) =>
      Promise.resolve(
        by === 'account'
          ? [part('etsy\u001f'), part('shopify\u001fstore')]
          : [part('physical'), part('digital')],
      ),
    tags: () => Promise.resolve(['gift']),
    subscribe: () => () => {},
  }
  const services = { ...plainServices(), db, lists: createListStates(null, 'brand'), book }
  const acts = { onOpen: vi.fn(), onSeeSales: vi.fn(), onSeeProposals: vi.fn(), onImport: vi.fn() }
  const onSearch = vi.fn()
  function Screen() {
    const [search, setSearch] = useState<ProductsSearch>(options.search ?? {})
    return (
      <ProductsScreen
        services={services}
        currency="USD"
        search={search}
        onSearch={(next, replace) => {
          onSearch(next, replace)
          setSearch(next)
        }}
        {...acts}
      />
    )
  }
  draw(
    <>
      <Screen />
      <Notifications />
    </>,
    { lists, products, sales, ui },
  )
  return { ask, onSearch, services, db, ...acts }
}
const grid = () => screen.getByRole('grid', { name: 'List of products' })
const texts = (line: HTMLElement | undefined) =>
  within(line as HTMLElement)
    .getAllByRole('gridcell')
    .map(({ textContent }) => textContent)

test('lists what is sold with what it earned, and sums it at the foot', async () => {
  drawProducts()
  await within(grid()).findByText('Large mug')
  const lines = within(grid()).getAllByRole('row')
  expect(texts(lines[1])).toEqual([
    '',
    'Large mug (found by an import)',
    'MUG-L',
    'Etsy',
    '$30.00 (from the listing on Etsy)',
    '3',
    '90.00',
    '\u22125.00',
    '\u221213.00',
    '72.00',
    'Mar 28, 2024',
  ])
  expect(texts(lines.at(-1)).filter((text) => text !== '')).toEqual([
    'Total',
    '90.00',
    '\u22125.00',
    '\u221213.00',
    '72.00',
  ])
  expect(screen.getByText('2 products, amounts in US dollars')).toBeTruthy()
})

test('where there are two currencies, each has its line and its name', async () => {
  const both = [{ currency: 'EUR', figures: { ...figures, kept: 100 } }, ...inDollars]
  drawProducts({ sums: both, rows: [row('Large mug', { sums: both })] })
  expect(await screen.findByRole('columnheader', { name: 'In' })).toBeTruthy()
  expect(screen.getByText('1 product')).toBeTruthy()
  const foot = within(grid()).getAllByRole('row').at(-1) as HTMLElement
  expect(within(foot).getByText('1.00').parentElement?.textContent).toBe('1.0072.00')
})

test('a row is opened by keyboard, and a heading asks for another order that stays', async () => {
  const { ask, onOpen, services } = drawProducts()
  await within(grid()).findByText('Bowl')
  grid().focus()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('etsy\u001f\u001fname:Bowl')
  await userEvent.click(screen.getByRole('button', { name: 'Pieces' }))
  await waitFor(() => expect(ask.mock.lastCall?.[0].sort).toEqual({ by: 'units', descending: true }))
  expect(services.lists.read('products').sort).toEqual({ by: 'units', descending: true })
})

test('products are asked for by channel, by how they sell and by tag, and all of it is cleared at once', async () => {
  const { ask, onSearch } = drawProducts({ search: { sort: 'name', descending: false } })
  const choose = async (filter: string, choice: string) => {
    await userEvent.click(await screen.findByRole('button', { name: filter, hidden: true }))
    await userEvent.click(await screen.findByRole('checkbox', { name: choice }))
    await userEvent.keyboard('{Escape}')
  }
  await choose('Channel', 'Shopify')
  await choose('Status', 'Never sold')
  await choose('Status', 'Not listed anywhere')
  await choose('Tag', 'gift')
  await waitFor(() =>
    expect(ask.mock.lastCall?.[0]).toMatchObject({
      filter: { channels: ['shopify'] },
      selling: ['never', 'unlisted'],
      tags: ['gift'],
    }),
  )
  expect(
    screen.getByRole('button', { name: 'Remove the filter Status: Never sold', hidden: true }),
  ).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters', hidden: true }))
  expect(onSearch.mock.lastCall?.[0]).toEqual({ sort: 'name', descending: false })
})

test('not sold in the period can be asked for once there is a period', async () => {
  const { ask } = drawProducts({ search: { from: '2024-03-01', to: '2024-03-31' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Status' }))
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Not sold in the period' }))
  await waitFor(() =>
    expect(ask.mock.lastCall?.[0]).toMatchObject({ filter: { from: '2024-03-01' }, selling: ['unsold'] }),
  )
  cleanup()
  drawProducts()
  await userEvent.click(await screen.findByRole('button', { name: 'Status' }))
  await screen.findByRole('checkbox', { name: 'Never sold' })
  expect(screen.queryByRole('checkbox', { name: 'Not sold in the period' })).toBeNull()
})

test('an empty brand is told how to begin, an empty archive what it is for', async () => {
  const { onImport } = drawProducts({ rows: [], sums: [], isEmpty: true })
  expect(await screen.findByText('No products yet')).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('search')).toBeNull())
  await userEvent.click(screen.getByRole('button', { name: 'Import' }))
  expect(onImport).toHaveBeenCalledExactlyOnceWith()
  cleanup()
  const { onSearch } = drawProducts({ rows: [], sums: [], search: { archived: true } })
  expect(await screen.findByText('Nothing is archived')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Back to the list' }))
  expect(onSearch.mock.lastCall?.[0]).toEqual({ archived: undefined })
  cleanup()
  drawProducts({ rows: [], sums: [], search: { text: 'sofa' } })
  expect(await screen.findByText('No product matches these filters')).toBeTruthy()
})

test('what is selected becomes products, with one undo', async () => {
  const { db, ask } = drawProducts()
  await within(grid()).findByText('Bowl')
  grid().focus()
  await userEvent.keyboard('{Control>}a{/Control}')
  await userEvent.click(await screen.findByRole('button', { name: 'Make them products' }))
  expect(await screen.findByText('2 products made.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy()
  const made = await db.products.toArray()
  expect(made.map(({ name }) => name).sort()).toEqual(['Bowl', 'Large mug'])
  expect(await db.changes.count()).toBe(1)
  expect(ask).toHaveBeenCalledWith(expect.objectContaining({ exceptKeys: [] }))
})
