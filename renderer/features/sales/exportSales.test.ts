import { expect, test, vi } from 'vitest'
import { measureNames, type Measures, type SaleRow, type SalesQuestion } from '#shared/book/questions.ts'
import { exportColumns, exportSales, type ExportRequest } from './exportSales.ts'

const none = Object.fromEntries(measureNames.map((name) => [name, 0])) as Measures
const sale = (label: string, over: Partial<SaleRow> = {}): SaleRow => ({
  key: label,
  day: '2024-03-28',
  label,
  channel: 'etsy',
  account: 'etsy\u001fPetal',
  buyer: 'Zoë',
  title: 'Mug',
  lines: 1,
  units: 2,
  status: 'counted',
  currency: 'USD',
  measures: { ...none, gross: 4000, fees: 350, kept: 3650 },
  others: [],
  hidden: false,
  noted: false,
  tags: [],
  handSale: '',
  client: '',
  ...over,
})
const bookOf = (rows: readonly SaleRow[]) => ({
  sales: vi.fn(({ from, count }: SalesQuestion) =>
    Promise.resolve({ total: rows.length, rows: rows.slice(from, from + count), sums: [], untied: [] }),
  ),
})
const request = (over: Partial<ExportRequest> = {}): ExportRequest => ({
  filter: {},
  sort: { by: 'day', descending: true },
  suggestedName: 'Sales.csv',
  header: (column) => column,
  onProgress: () => {},
  signal: new AbortController().signal,
  ...over,
})
const savedText = () =>
  vi.fn(({ text: _text }: { readonly text: string }) =>
    Promise.resolve({ ok: true as const, name: 'Sales.csv' }),
  )
const records = (save: ReturnType<typeof savedText>) =>
  save.mock.calls[0]?.[0].text.trimEnd().split('\r\n') ?? []

test('each sale is a record with every figure in its own digits', async () => {
  const saveText = savedText()
  await exportSales({ book: bookOf([sale('#1001')]), api: { saveText } }, request())
  const [head, first] = records(saveText)
  expect(head).toBe(exportColumns.join(','))
  expect(first).toBe(
    '2024-03-28,#1001,etsy,Petal,Zoë,Mug,1,2,counted,USD,40.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,3.50,0.00,0.00,36.50',
  )
})

test('a fee in another currency stands in a record of its own, without the pieces again', async () => {
  const saveText = savedText()
  const others = [{ currency: 'JPY', measures: { ...none, fees: 12, kept: -12 } }]
  await exportSales({ book: bookOf([sale('#1001', { others })]), api: { saveText } }, request())
  expect(records(saveText)[2]).toBe(
    '2024-03-28,#1001,etsy,Petal,Zoë,Mug,0,0,counted,JPY,0,0,0,0,0,0,0,0,0,0,0,12,0,0,-12',
  )
})

test('a long list is asked for by the screenful and written once', async () => {
  const saveText = savedText()
  const book = bookOf(Array.from({ length: 12_001 }, (_, at) => sale(`#${at}`)))
  const onProgress = vi.fn()
  await exportSales({ book, api: { saveText } }, request({ onProgress }))
  expect(records(saveText)).toHaveLength(12_002)
  expect(book.sales).toHaveBeenCalledTimes(3)
  expect(onProgress).toHaveBeenLastCalledWith(12_001, 12_001)
  expect(saveText).toHaveBeenCalledOnce()
})

test('names that a spreadsheet would take for formulas are defused', async () => {
  const saveText = savedText()
  await exportSales(
    { book: bookOf([sale('#1', { buyer: '=HYPERLINK("http://x")', title: '-2+3' })]), api: { saveText } },
    request(),
  )
  expect(records(saveText)[1]).toContain(`"'=HYPERLINK(""http://x"")",'-2+3`)
})

test('an export that is stopped saves nothing', async () => {
  const saveText = savedText()
  const stop = new AbortController()
  const exported = await exportSales(
    { book: bookOf(Array.from({ length: 9000 }, (_, at) => sale(`#${at}`))), api: { saveText } },
    request({ signal: stop.signal, onProgress: () => stop.abort() }),
  )
  expect(exported).toEqual({ ok: false, error: { code: 'cancelled' } })
  expect(saveText).not.toHaveBeenCalled()
})
