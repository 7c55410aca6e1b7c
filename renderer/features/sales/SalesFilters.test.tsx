// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { Hit } from '#shared/book/questions.ts'
import { drawSales } from './salesInTests.tsx'

afterEach(cleanup)

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
