// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import { createListStates } from '#data/listStates.ts'
import clients from '#resources/locales/en/clients.json'
import lists from '#resources/locales/en/lists.json'
import sales from '#resources/locales/en/sales.json'
import ui from '#resources/locales/en/ui.json'
import type { ClientRow, ClientsQuestion, PartySums } from '#shared/book/partyQuestions.ts'
import { measureNames, type Measures } from '#shared/book/questions.ts'
import { plainServices } from '#ui/list/inTests.ts'
import { draw } from '#ui/table/inTests.tsx'
import { ClientsScreen } from './ClientsScreen.tsx'
import type { ClientsServices } from './clientsServices.ts'
import type { ClientsSearch } from './search.ts'

afterEach(cleanup)

const inDollars: PartySums = [
  { currency: 'USD', figures: { gross: 2000, refunds: 3500, fees: 0, kept: -1500 } },
]
const rita: ClientRow = {
  key: 'etsy\u001fuser:rita',
  isRecord: false,
  name: 'Rita Return',
  kind: '',
  mail: '',
  country: '',
  channels: ['etsy'],
  circles: [],
  tags: [],
  followUp: '',
  sales: 1,
  first: '2024-03-28',
  last: '2024-03-28',
  sums: inDollars,
}
const none = Object.fromEntries(measureNames.map((name) => [name, 0])) as Measures
const part = (key: string, currency: string) => ({
  ...{ bucket: '', key, currency, unconverted: false, measures: none, sales: 1, units: 1 },
})

function drawClients(search: ClientsSearch = {}, rows: readonly ClientRow[] = [rita]) {
  const sums = rows.length === 0 ? [] : inDollars
  const ask = vi.fn((_question: ClientsQuestion) => Promise.resolve({ total: rows.length, rows, sums }))
  const book = {
    clients: ask,
    client: vi.fn(),
    clientProposals: () => Promise.resolve([]),
    contactsOf: vi.fn(),
    product: vi.fn(),
    sales: vi.fn(),
    sale: vi.fn(),
    totals: (_filter, { by }) =>
      Promise.resolve(
        by === 'account'
          ? [part('etsy\u001f', 'USD'), part('shopify\u001fstore', 'EUR')]
          : [part('physical', 'USD'), part('digital', 'USD')],
      ),
    tags: () => Promise.resolve(['friend']),
    countries: () => Promise.resolve(['FR', 'DE']),
    find: () => Promise.resolve([]),
    recalled: (asked) =>
      Promise.resolve(
        asked.map(({ sort, id }) => ({
          ...{
            sort,
            id,
            name: { text: 'Blue Mug', marks: [] },
            about: [],
            channel: '',
            account: '',
            day: '',
          },
          sales: 3,
        })),
      ),
    subscribe: () => () => {},
    unhurried: () => Promise.resolve([] as never), // nobody is likely the same
  } satisfies ClientsServices['book']
  const services: ClientsServices = {
    ...plainServices(),
    db: new BrandDatabase(crypto.randomUUID()),
    api: {} as ClientsServices['api'],
    lists: createListStates(null, 'brand'),
    book,
  }
  const [onSearch, onOpen, onImport] = [vi.fn(), vi.fn(), vi.fn()]
  function Screen() {
    const [shown, setShown] = useState<ClientsSearch>(search)
    return (
      <ClientsScreen
        services={services}
        currency="EUR"
        search={shown}
        onSearch={(next, replace) => {
          onSearch(next, replace)
          setShown(next)
        }}
        onOpen={onOpen}
        onImport={onImport}
      />
    )
  }
  draw(<Screen />, { clients, lists, sales, ui })
  return { ask, onSearch, onOpen, onImport }
}
const grid = () => screen.getByRole('grid', { name: 'List of clients' })
const choose = async (filter: string, choice: string) => {
  await userEvent.click(await screen.findByRole('button', { name: filter, hidden: true }))
  await userEvent.click(await screen.findByRole('checkbox', { name: choice }))
  await userEvent.keyboard('{Escape}')
}
const asked = ({ ask }: ReturnType<typeof drawClients>) => ask.mock.lastCall?.[0]

test('lists who bought with what came of them, and says in which currency', async () => {
  drawClients()
  await within(grid()).findByText('Rita Return')
  const [, line] = within(grid()).getAllByRole('row')
  expect(
    within(line as HTMLElement)
      .getAllByRole('gridcell')
      .map(({ textContent }) => textContent),
  ).toEqual(['', 'Rita Return', 'Etsy', '1', '20.00', '\u221235.00', '\u221215.00', 'Mar 28, 2024'])
  expect(screen.getByText('1 client, amounts in US dollars')).toBeTruthy()
})

test('without a period those who bought once are told from those who came again', async () => {
  const drawn = drawClients()
  await choose('Buyers', 'Bought again')
  await waitFor(() => expect(asked(drawn)).toMatchObject({ acquaintance: 'returning' }))
  await choose('Buyers', 'Bought once')
  // both together are everybody
  await waitFor(() => expect(asked(drawn)).not.toHaveProperty('acquaintance'))
})

test('in a period new buyers are told from those who bought before it', async () => {
  const drawn = drawClients({ from: '2024-03-01', to: '2024-03-31' })
  await choose('Buyers', 'New in the period')
  await waitFor(() =>
    expect(asked(drawn)).toMatchObject({ filter: { from: '2024-03-01' }, acquaintance: 'fresh' }),
  )
  expect(
    screen.getByRole('button', { name: 'Remove the filter Buyers: New in the period', hidden: true }),
  ).toBeTruthy()
})

test('clients are asked for by stream, country and tag, and countries stand by their names', async () => {
  const drawn = drawClients()
  await choose('Stream', 'Digital products')
  await choose('Country', 'Germany')
  await choose('Tags', 'friend')
  await waitFor(() =>
    expect(asked(drawn)).toMatchObject({
      filter: { streams: ['digital'] },
      countries: ['DE'],
      tags: ['friend'],
    }),
  )
  expect(
    screen.getByRole('button', { name: 'Remove the filter Country: Germany', hidden: true }),
  ).toBeTruthy()
})

test('what they bought for is asked in the brand’s currency, or in another', async () => {
  const drawn = drawClients()
  await userEvent.click(await screen.findByRole('button', { name: 'Bought for' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'At least' }), '50')
  await userEvent.click(screen.getByRole('button', { name: 'Apply' }))
  await waitFor(() => expect(asked(drawn)?.gross).toEqual({ currency: 'EUR', from: 5000 }))
  await userEvent.click(await screen.findByRole('button', { name: 'Bought for', hidden: true }))
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Currency' }), 'USD')
  await userEvent.click(screen.getByRole('button', { name: 'Apply' }))
  await waitFor(() => expect(asked(drawn)?.gross).toEqual({ currency: 'USD', from: 5000 }))
  expect(
    screen.getByRole('button', { name: 'Remove the filter Bought for: at least $50.00', hidden: true }),
  ).toBeTruthy()
})

test('a product that came with a link is named, and taken away by its chip', async () => {
  const drawn = drawClients({ products: ['mug'] })
  expect(asked(drawn)?.filter).toEqual({ products: ['mug'] })
  await userEvent.click(await screen.findByRole('button', { name: 'Remove the filter Blue Mug' }))
  await waitFor(() => expect(asked(drawn)?.filter).toEqual({}))
})

test('nobody yet is told from nobody who matches', async () => {
  const { onImport, onSearch } = drawClients({}, [])
  expect(await screen.findByText('Nobody here yet')).toBeTruthy()
  expect(screen.queryByRole('search')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Import an export' }))
  expect(onImport).toHaveBeenCalledExactlyOnceWith()
  cleanup()
  const filtered = drawClients({ due: true, sort: 'name' }, [])
  expect(await screen.findByText('Nobody matches')).toBeTruthy()
  await userEvent.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement)
  expect(filtered.onSearch.mock.lastCall?.[0]).toEqual({ sort: 'name' })
  expect(onSearch).not.toHaveBeenCalled()
})
