// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import sales from '#resources/locales/en/sales.json'
import { detail, drawSales, grid, none, origin, part } from './salesInTests.tsx'

afterEach(cleanup)

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
