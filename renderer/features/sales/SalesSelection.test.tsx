// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { drawSales, grid } from './salesInTests.tsx'

afterEach(cleanup)

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
