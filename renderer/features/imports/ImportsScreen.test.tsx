// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { Notifications, notifications } from '@mantine/notifications'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { commit } from '#data/commit.ts'
import { BrandDatabase, type ImportRecord } from '#data/database.ts'
import formats from '#resources/locales/en/formats.json'
import imports from '#resources/locales/en/imports.json'
import sales from '#resources/locales/en/sales.json'
import type { WaitingRow } from '#shared/book/questions.ts'
import { ok } from '#shared/result.ts'
import { draw } from '#ui/table/inTests.tsx'
import { ImportsScreen } from './ImportsScreen.tsx'
import type { ImportServices } from './importServices.ts'

afterEach(() => {
  cleanup()
  notifications.clean()
})

const file = {
  name: 'etsy-sold-orders-2024.csv',
  size: 900,
  sha256: 'b'.repeat(64),
  account: 'Petal',
  refusedRows: 2,
  format: 'etsy-sold-orders',
  channel: 'etsy',
  source: 'orders',
  encoding: 'utf-8',
  delimiter: ',',
  header: [],
  rows: 20,
  from: '2024-01-05',
  to: '2024-03-28',
  coverage: null,
} as const
const record = (id: string, over: Partial<ImportRecord> = {}): ImportRecord => ({
  id,
  order: 1,
  committedAt: '2024-04-02T09:30:00.000Z',
  status: 'done',
  undoneAt: null,
  files: [file],
  pages: 1,
  entries: 60,
  result: {
    sales: { added: 18, changed: 1, same: 0 },
    others: { added: 2, same: 0 },
    change: { counted: {}, uncounted: {}, waiting: {} },
    waiting: 0,
    decidedByOrder: 0,
  },
  ...over,
})
const waitingRow: WaitingRow = {
  label: '3105550999',
  day: '2024-03-20',
  kind: 'fee',
  type: 'transaction',
  channel: 'etsy',
  account: 'etsy\u001fPetal',
  currency: 'USD',
  amount: -156,
  origin: { importId: 'i1', file: 0, row: 7, source: 'statement' },
}
let brands = 0

async function drawScreen(records: readonly ImportRecord[], waiting: readonly WaitingRow[] = []) {
  const db = new BrandDatabase(`00000000-0000-7000-8000-00000000010${brands++}`)
  for (const one of records) await commit(db, 'import', [{ table: 'imports', put: one }])
  const services: ImportServices = {
    db,
    startImport: vi.fn(),
    undoImport: vi.fn(() => Promise.resolve(ok(null))),
    redoImport: vi.fn(() => Promise.resolve(ok(null))),
    book: {
      waiting: (from, count) =>
        Promise.resolve({ total: waiting.length, rows: waiting.slice(from, from + count) }),
      subscribe: () => () => {},
    },
    api: { chooseFiles: vi.fn(), saveText: vi.fn(), releaseFiles: vi.fn() },
  }
  const props = { onImport: vi.fn(), onSeeSales: vi.fn() }
  draw(
    <>
      <ImportsScreen services={services} {...props} />
      <Notifications />
    </>,
    { imports, sales, formats },
  )
  return { services, ...props }
}

test('a new brand is shown, step by step, how to get its exports', async () => {
  const { onImport } = await drawScreen([])
  expect(await screen.findByText('No imports yet')).toBeTruthy()
  expect(screen.getByText(imports.howTo.etsy.orders.steps[2])).toBeTruthy()
  expect(screen.getByText(imports.howTo.shopify.payments.steps[1])).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Import' }))
  expect(onImport).toHaveBeenCalledExactlyOnceWith()
})

test('the history says what each import brought, newest first', async () => {
  const { onSeeSales } = await drawScreen([
    record('old'),
    record('new', { order: 2, committedAt: '2024-05-01T08:00:00.000Z' }),
  ])
  const entries = within(await screen.findByRole('list', { name: 'Imports' })).getAllByRole('listitem')
  expect(entries[0]?.textContent).toContain('May 1, 2024')
  expect(entries[0]?.textContent).toContain('18 new · 1 changed · 2 charges without a sale')
  expect(entries[0]?.textContent).toContain('2 rows refused')
  await userEvent.click(screen.getByRole('button', { name: /See the sales of the import of May 1/ }))
  expect(onSeeSales).toHaveBeenCalledExactlyOnceWith('new')
})

test('an import is undone, and an undone one redone', async () => {
  const { services } = await drawScreen([
    record('i1'),
    record('i2', { order: 2, status: 'undone', undoneAt: '2024-04-03T00:00:00.000Z' }),
  ])
  await userEvent.click(await screen.findByRole('button', { name: /Undo the import/ }))
  expect(services.undoImport).toHaveBeenCalledExactlyOnceWith('i1')
  expect(await screen.findByText(imports.toast.undone)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /Redo the import/ }))
  expect(services.redoImport).toHaveBeenCalledExactlyOnceWith('i2')
})

test('an import that was swept offers nothing', async () => {
  await drawScreen([record('i1', { status: 'swept', pages: 0 })])
  expect(await screen.findByText('Undone and removed')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Undo|Redo|See the sales/ })).toBeNull()
})

test('rows that wait say for which order and why', async () => {
  await drawScreen([record('i1')], [waitingRow])
  const list = await screen.findByRole('grid', { name: 'Rows that wait for their order' })
  const reason = await within(list).findByText('In no order export of Etsy · Petal')
  const cells = within(reason.closest('[role=row]') as HTMLElement).getAllByRole('gridcell')
  expect(cells.slice(0, 4).map((cell) => cell.textContent)).toEqual([
    'Mar 20, 2024',
    '3105550999',
    'Transaction fee',
    '\u2212$1.56',
  ])
  expect(cells.at(-1)?.textContent).toBe('Row 7 of etsy-sold-orders-2024.csv')
})
