// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { notifications } from '@mantine/notifications'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { ImportRequest } from '#data/services.ts'
import type { FileReport } from '#shared/imports/report.ts'
import { button, chosen, drawFlow, readFile } from './importInTests.tsx'

afterEach(() => {
  cleanup()
  notifications.clean()
})

test('shows what each file is and what the import would do, and the button names the brand', async () => {
  drawFlow()
  const file = await screen.findByRole('article', { name: 'orders.csv' })
  expect(file.textContent).toContain('Mar 1\u2009–\u200931, 2024 · 1,234 rows')
  const stats = screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(stats).toEqual(['1,234 new sales', '3 changed sales', '5 sales already there'])
  const totals = screen.getByRole('table', { name: 'What it adds' })
  expect(within(totals).getAllByRole('row')[1]?.textContent).toBe(
    'USD12,345.000.000.000.00\u2212215.0012,130.00',
  )
  expect(await button('Import 1,234 sales into Petal & Pine')).toBeTruthy()
})

test('asks for files when none were dropped, and is over when none are chosen', async () => {
  const { services, props } = drawFlow({ props: { files: null } })
  await button(/^Import 1,234/)
  expect(services.api.chooseFiles).toHaveBeenCalledOnce()
  cleanup()
  const cancelled = vi.fn(() =>
    Promise.resolve({ ok: false as const, error: { code: 'cancelled' as const } }),
  )
  const second = drawFlow({
    props: { files: null },
    services: { api: { ...services.api, chooseFiles: cancelled } },
  })
  await waitFor(() => expect(second.props.onClose).toHaveBeenCalledOnce())
  expect(props.onClose).not.toHaveBeenCalled()
})

test('reading says how far it is, and can be cancelled', async () => {
  let request: ImportRequest | undefined
  const startImport = (asked: ImportRequest) => {
    request = asked
    return new Promise<never>(() => {})
  }
  const { props, services } = drawFlow({
    services: { startImport },
    props: { files: [chosen('a.csv'), chosen('b.csv', 2)] },
  })
  await screen.findByText('Reading a.csv')
  request?.onProgress({
    phase: 'reading',
    file: 1,
    files: 2,
    rows: 120_000,
    bytes: 1500,
    totalBytes: 2000,
    secondsLeft: 12,
  })
  expect(await screen.findByText('Reading b.csv')).toBeTruthy()
  expect(screen.getByText('120,000 rows · about 12 seconds left')).toBeTruthy()
  expect(
    screen.getByRole('progressbar', { name: 'Progress of the import' }).getAttribute('aria-valuenow'),
  ).toBe('75')
  await userEvent.click(await button('Cancel'))
  expect(request?.signal.aborted).toBe(true)
  expect(props.onClose).toHaveBeenCalledOnce()
  expect(services.api.releaseFiles).toHaveBeenCalledExactlyOnceWith({
    handles: [chosen('a.csv').handle, chosen('b.csv', 2).handle],
  })
})

test('what is imported leads to the sales, and can be undone and redone from the toast', async () => {
  const { session, services, props } = drawFlow()
  await userEvent.click(await button(/^Import 1,234/))
  expect(session.commit).toHaveBeenCalledOnce()
  await userEvent.click(await button('Undo'))
  expect(services.undoImport).toHaveBeenCalledExactlyOnceWith('i1')
  await userEvent.click(await button('Redo'))
  expect(services.redoImport).toHaveBeenCalledExactlyOnceWith('i1')
  await userEvent.click(await button('See the sales'))
  expect(props.onSeeSales).toHaveBeenCalledExactlyOnceWith('i1')
})

test('a catalogue says what it states, on no day and in no total, and leads to products and clients', async () => {
  const catalogueFile = {
    format: 'shopify-products',
    channel: 'shopify',
    source: 'catalogue',
    from: '',
    to: '',
  }
  const { props } = drawFlow({
    preview: {
      files: [readFile('products_export_1.csv', catalogueFile as Partial<FileReport>)],
      sales: { added: 0, changed: 0, same: 0 },
      catalogue: {
        listings: { added: 1200, changed: 1, same: 40 },
        customers: { added: 0, changed: 3, same: 0 },
      },
      change: { counted: {}, uncounted: {}, waiting: {} },
    },
  })
  const file = await screen.findByRole('article', { name: 'products_export_1.csv' })
  expect(within(file).getByText('Shopify products · As of today · 1,234 rows')).toBeTruthy()
  const stats = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(stats).toEqual([
    '1,200 new listings',
    '1 changed listing',
    '40 listings already there',
    '3 changed customers',
  ])
  expect(screen.queryByText('What it adds')).toBeNull()
  await userEvent.click(await button('Import 1,200 listings into Petal & Pine'))
  expect(screen.queryByRole('button', { name: 'See the sales' })).toBeNull()
  await userEvent.click(await button('See the clients'))
  expect(props.onSeeClients).toHaveBeenCalledOnce()
  await userEvent.click(await button('See the products'))
  expect(props.onSeeProducts).toHaveBeenCalledOnce()
})

test('cancel in the preview lets everything go', async () => {
  const { session, services, props } = drawFlow()
  await button(/^Import 1,234/)
  await userEvent.click(await button('Cancel'))
  expect(session.cancel).toHaveBeenCalledOnce()
  expect(services.api.releaseFiles).toHaveBeenCalledOnce()
  expect(props.onClose).toHaveBeenCalledOnce()
})
