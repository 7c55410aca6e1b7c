import { Notifications } from '@mantine/notifications'
import { screen } from '@testing-library/react'
import { vi } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import type { ImportSession } from '#data/services.ts'
import formats from '#resources/locales/en/formats.json'
import imports from '#resources/locales/en/imports.json'
import refusals from '#resources/locales/en/refusals.json'
import sales from '#resources/locales/en/sales.json'
import { measureNames, type Measures } from '#shared/book/questions.ts'
import type { FileReport, FileResult, ImportPreview, RefusedRow } from '#shared/imports/report.ts'
import type { ChosenFile } from '#shared/ipc/contract.ts'
import { ok } from '#shared/result.ts'
import { draw } from '#ui/table/inTests.tsx'
import { ImportFlow, type ImportFlowProps } from './ImportFlow.tsx'
import type { ImportServices } from './importServices.ts'

const none = Object.fromEntries(measureNames.map((name) => [name, 0])) as Measures
export const chosen = (name: string, at = 1): ChosenFile => ({
  handle: String(at).padStart(32, '0'),
  name,
  size: 1000,
})
const report = (over: Partial<FileReport> = {}): FileReport => ({
  format: 'etsy-sold-orders',
  channel: 'etsy',
  source: 'orders',
  encoding: 'utf-8',
  delimiter: ',',
  header: ['Sale Date', 'Order ID'],
  rows: 1234,
  from: '2024-03-01',
  to: '2024-03-31',
  coverage: null,
  refused: [],
  ...over,
})
export const readFile = (
  name: string,
  over: Partial<FileReport> = {},
): Extract<FileResult, { readonly ok: true }> => ({
  name,
  ok: true,
  report: report(over),
  refusedRows: over.refused?.length ?? 0,
  sha256: 'a'.repeat(64),
  account: '',
  alreadyIn: [],
})
export const refusedRow = (row: number): RefusedRow => ({
  row,
  code: 'unreadable-amount',
  column: 'Order Value',
  text: 'twelve',
  cells: ['03/28/24', `order ${row}`],
})
const preview = (over: Partial<ImportPreview> = {}): ImportPreview => ({
  importId: 'i1',
  files: [readFile('orders.csv')],
  sales: { added: 1234, changed: 3, same: 5 },
  others: { added: 0, same: 0 },
  catalogue: {
    listings: { added: 0, changed: 0, same: 0 },
    customers: { added: 0, changed: 0, same: 0 },
  },
  change: {
    counted: { USD: { ...none, gross: 1_234_500, fees: 21_500, kept: 1_213_000 } },
    uncounted: {},
    waiting: {},
  },
  waiting: 0,
  decidedByOrder: 0,
  first: [],
  ...over,
})

/** The dialog over a session that answers with this preview. */
export function drawFlow(
  options: {
    readonly preview?: Partial<ImportPreview>
    readonly session?: Partial<ImportSession>
    readonly services?: Partial<ImportServices>
    readonly props?: Partial<ImportFlowProps>
  } = {},
) {
  const session: ImportSession = {
    preview: preview(options.preview),
    refused: () => Promise.resolve([]),
    refusedCsv: () => Promise.resolve('Sale Date,Order ID\r\n'),
    commit: vi.fn(() => Promise.resolve(ok({ importId: 'i1' }))),
    cancel: vi.fn(() => Promise.resolve()),
    ...options.session,
  }
  const services: ImportServices = {
    db: new BrandDatabase('00000000-0000-7000-8000-000000000002'),
    startImport: vi.fn(() => Promise.resolve(ok(session))),
    undoImport: vi.fn(() => Promise.resolve(ok(null))),
    redoImport: vi.fn(() => Promise.resolve(ok(null))),
    book: { waiting: () => Promise.resolve({ total: 0, rows: [] }), subscribe: () => () => {} },
    api: {
      chooseFiles: vi.fn(() =>
        Promise.resolve({ ok: true as const, files: [chosen('orders.csv')], refused: [] }),
      ),
      saveText: vi.fn(() => Promise.resolve({ ok: true as const, name: 'Refused.csv' })),
      releaseFiles: vi.fn(() => Promise.resolve({ ok: true as const })),
    },
    ...options.services,
  }
  const props: ImportFlowProps = {
    services,
    brand: 'Petal & Pine',
    opened: true,
    files: [chosen('orders.csv')],
    onClose: vi.fn(),
    onSeeSales: vi.fn(),
    onSeeProducts: vi.fn(),
    onSeeClients: vi.fn(),
    onSeeHome: vi.fn(),
    onOtherBrand: vi.fn(),
    ...options.props,
  }
  draw(
    <>
      <ImportFlow {...props} />
      <Notifications />
    </>,
    { imports, sales, formats, refusals },
  )
  return { session, services, props }
}
export const button = (name: string | RegExp) => screen.findByRole('button', { name })
