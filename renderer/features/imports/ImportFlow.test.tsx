// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { Notifications, notifications } from '@mantine/notifications'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import type { ImportRequest, ImportSession } from '#data/services.ts'
import formats from '#resources/locales/en/formats.json'
import imports from '#resources/locales/en/imports.json'
import refusals from '#resources/locales/en/refusals.json'
import sales from '#resources/locales/en/sales.json'
import { measureNames, type Measures } from '#shared/book/questions.ts'
import type { FileReport, FileResult, ImportPreview, RefusedRow } from '#shared/imports/report.ts'
import type { ChosenFile } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import { draw } from '#ui/table/inTests.tsx'
import { ImportFlow, type ImportFlowProps } from './ImportFlow.tsx'
import type { ImportServices } from './importServices.ts'

afterEach(() => {
  cleanup()
  notifications.clean()
})

const none = Object.fromEntries(measureNames.map((name) => [name, 0])) as Measures
const chosen = (name: string, at = 1): ChosenFile => ({
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
const readFile = (
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
const refusedRow = (row: number): RefusedRow => ({
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

function drawFlow(
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
const button = (name: string | RegExp) => screen.findByRole('button', { name })

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

test('refused rows are told one by one and can be saved; the button speaks of the good ones', async () => {
  const refused = [refusedRow(17), refusedRow(40)]
  const session = {
    refused: (_file: number, from: number, count: number) =>
      Promise.resolve(refused.slice(from, from + count)),
  }
  const { services } = drawFlow({ preview: { files: [readFile('orders.csv', { refused })] }, session })
  expect(await screen.findByText('2 rows cannot be read')).toBeTruthy()
  await userEvent.click(await button('Show them'))
  const list = await screen.findByRole('grid', { name: 'Rows of orders.csv that cannot be read' })
  expect(await within(list).findByRole('gridcell', { name: '17' })).toBeTruthy()
  expect(within(list).getAllByText(/twelve/).length).toBe(2)
  await userEvent.click(await button('Save them as CSV'))
  expect(services.api.saveText).toHaveBeenCalledExactlyOnceWith({
    suggestedName: 'Refused rows of orders.csv',
    kind: 'csv',
    text: 'Sale Date,Order ID\r\n',
  })
  expect(await button('Import the good rows: 1,234 sales into Petal & Pine')).toBeTruthy()
})

test('a file that cannot be read says why and what to do, beside those that can', async () => {
  drawFlow({
    preview: {
      files: [
        readFile('orders.csv'),
        { name: 'notes.csv', ok: false, error: { code: 'unknown-format', row: null } },
      ],
    },
  })
  const file = await screen.findByRole('article', { name: 'notes.csv' })
  expect(file.textContent).toContain(refusals.file['unknown-format'])
  expect(file.textContent).toContain(imports.fileErrorTodo['unknown-format'])
  expect(await button(/^Import 1,234/)).toBeTruthy()
})

test('files of which none can be read change nothing', async () => {
  const files: readonly FileResult[] = [
    { name: 'cut.csv', ok: false, error: { code: 'unterminated-quote', row: 88 } },
  ]
  drawFlow({ services: { startImport: () => Promise.resolve(err({ code: 'no-readable-file', files })) } })
  expect(await screen.findByText('Nothing was imported')).toBeTruthy()
  expect(screen.getByText(/quotation mark in row 88/)).toBeTruthy()
  expect(await button('Choose other files')).toBeTruthy()
})

test('the same files again say that there is nothing new, and offer no import', async () => {
  const file = {
    ...readFile('orders.csv'),
    alreadyIn: [{ brand: 'Petal & Pine', brandId: 'b0', importId: 'i0', sameBrand: true }],
  }
  drawFlow({
    preview: {
      files: [file],
      sales: { added: 0, changed: 0, same: 1234 },
      change: { counted: {}, uncounted: {}, waiting: {} },
    },
  })
  expect(await screen.findByText('Nothing new')).toBeTruthy()
  expect(screen.getByText('This file was imported before.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /into/ })).toBeNull()
})

test('a file that belongs to another brand is noticed, and can be looked at there', async () => {
  const twice = { brand: 'Zoë 花店', brandId: 'b7', sameBrand: false }
  const { props, session, services } = drawFlow({
    preview: {
      files: [
        {
          ...readFile('orders.csv'),
          alreadyIn: [
            { ...twice, importId: 'x' },
            { ...twice, importId: 'y' },
          ],
        },
      ],
    },
  })
  const sentence = 'The brand Zoë 花店 already has this file. Is Petal & Pine the right place for it?'
  expect(await screen.findAllByText(sentence)).toHaveLength(1)
  await userEvent.click(await button('Switch to Zoë 花店'))
  await waitFor(() =>
    expect(props.onOtherBrand).toHaveBeenCalledExactlyOnceWith('b7', [chosen('orders.csv')]),
  )
  expect(session.cancel).toHaveBeenCalledOnce()
  expect(props.onClose).toHaveBeenCalledOnce()
  expect(services.api.releaseFiles).not.toHaveBeenCalled() // the other brand reads them
})

test('another shop is another reading; a first name is that of all unnamed files of the platform', async () => {
  const files = [chosen('orders.csv', 1), chosen('items.csv', 2), chosen('shopify.csv', 3)]
  const read = [
    readFile('orders.csv'),
    readFile('items.csv'),
    readFile('shopify.csv', { channel: 'shopify' }),
  ]
  const { session, services } = drawFlow({ props: { files }, preview: { files: read } })
  await userEvent.click(await button('Which shop is orders.csv from?'))
  await userEvent.type(await screen.findByRole('combobox'), 'Petal Prints{Enter}')
  await waitFor(() => expect(services.startImport).toHaveBeenCalledTimes(2))
  expect(session.cancel).toHaveBeenCalledOnce()
  const [orders = '', items = ''] = files.map(({ handle }) => handle)
  expect(vi.mocked(services.startImport).mock.lastCall?.[0].accounts).toEqual({
    [orders]: 'Petal Prints',
    [items]: 'Petal Prints',
  })
  expect(services.api.releaseFiles).not.toHaveBeenCalled()
})

test('an unusual encoding and separator are pointed out', async () => {
  drawFlow({ preview: { files: [readFile('orders.csv', { encoding: 'windows-1252', delimiter: '\t' })] } })
  expect(await screen.findByText(/Read as Windows-1252/)).toBeTruthy()
  expect(screen.getByText('Cells are separated by tabs.')).toBeTruthy()
})

test('a full disk is said plainly, and nothing is changed', async () => {
  const { services } = drawFlow({ session: { commit: () => Promise.resolve(err({ code: 'disk-full' })) } })
  await userEvent.click(await button(/^Import 1,234/))
  expect(await screen.findByText(/The disk is full/)).toBeTruthy()
  expect(services.api.releaseFiles).toHaveBeenCalledOnce()
})

test('whatever breaks, the dialog says what was stored and can be left', async () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  const cause = new Error('the machine failed')
  const { props } = drawFlow({
    session: { commit: () => Promise.resolve(err({ code: 'stored-not-shown', cause })) },
  })
  await userEvent.click(await button(/^Import 1,234/))
  expect(await screen.findByText('Imported, but not shown yet')).toBeTruthy()
  expect(screen.queryByText('Nothing was imported')).toBe(null)
  expect(screen.queryByRole('button', { name: 'Choose other files' })).toBe(null)
  expect(report).toHaveBeenCalledExactlyOnceWith(cause)
  const [close] = screen.getAllByRole('button', { name: 'Close' }).toReversed()
  if (close) await userEvent.click(close)
  expect(props.onClose).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})

test('what breaks while the files are read stored nothing, and lets go of them', async () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  const { services } = drawFlow({
    services: { startImport: () => Promise.reject(new Error('the machine failed')) },
  })
  expect(await screen.findByText(/before anything was stored/)).toBeTruthy()
  expect(report).toHaveBeenCalledOnce()
  expect(services.api.releaseFiles).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})

test('an import the witness could not be told of is done, and says what is not up to date', async () => {
  drawFlow({ session: { commit: () => Promise.resolve(ok({ importId: 'i1', unwitnessed: true })) } })
  await userEvent.click(await button(/^Import 1,234/))
  expect(await screen.findByText(/note of what must be there/)).toBeTruthy()
})
