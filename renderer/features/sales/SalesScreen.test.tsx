// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import sales from '#resources/locales/en/sales.json'
import { drawSales, grid, none } from './salesInTests.tsx'

afterEach(cleanup)

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

test('a header asks the book for another order', async () => {
  const { ask } = drawSales({})
  await userEvent.click(screen.getByRole('button', { name: 'Kept' }))
  await waitFor(() => expect(ask.mock.lastCall?.[0].sort).toEqual({ by: 'kept', descending: true }))
})
