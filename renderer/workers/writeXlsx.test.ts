import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { SheetLine } from '#shared/sheet/sheetRequest.ts'
import { createSheetHost } from './sheetHost.ts'
import { writeXlsx } from './writeXlsx.ts'

const heads = ['Day', 'Buyer', 'Pieces', 'Gross']
const spec = { kind: 'xlsx', title: 'Sales: all/of [it]', heads } as const
const usd = (minor: number) => ({ minor, currency: 'USD' })
async function* pages(...all: readonly (readonly SheetLine[])[]) {
  for (const page of all) yield Promise.resolve(page)
}
async function workbook(bytes: AsyncIterable<Uint8Array>) {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  return readWorkbook(Buffer.concat(parts))
}

test('a workbook holds days as dates, amounts as numbers and text as text', async () => {
  const lines: readonly SheetLine[] = [
    [{ day: '2024-03-31' }, 'Zoë <b>&"', 2, usd(123456)],
    [{ day: '1999-12-31' }, '', null, usd(-5)],
  ]
  const [sheet] = await workbook(writeXlsx(spec, pages(lines)))
  expect(sheet?.sheet).toBe('Sales  all of  it')
  expect(sheet?.data).toEqual([
    heads,
    [new Date('2024-03-31T00:00:00Z'), 'Zoë <b>&"', 2, 1234.56],
    [new Date('1999-12-31T00:00:00Z'), null, null, -0.05],
  ])
})

test('no text of a workbook is a formula, and an order number is no number', async () => {
  const texts = ['=HYPERLINK("http://x")', '+1', '-a', '@SUM(1)', '\tx', '3105550130', 'a\u0000b']
  const lines = texts.map((text): SheetLine => [null, text, null, null])
  const [sheet] = await workbook(writeXlsx(spec, pages(lines)))
  expect(sheet?.data.slice(1).map((row) => row[1])).toEqual([
    `'=HYPERLINK("http://x")`,
    "'+1",
    "'-a",
    "'@SUM(1)",
    "'\tx",
    '3105550130',
    'a\u0000b',
  ])
})

test('what does not fit on a sheet goes on on the next, under the same heads', async () => {
  const line = (at: number): SheetLine => [{ day: '2024-03-28' }, `B${at}`, at, usd(at)]
  const lines = Array.from({ length: 7 }, (_, at) => line(at))
  const sheets = await workbook(writeXlsx(spec, pages(lines.slice(0, 2), lines.slice(2)), 4))
  expect(sheets.map(({ data }) => data.map((row) => row[1]))).toEqual([
    ['Buyer', 'B0', 'B1', 'B2'],
    ['Buyer', 'B3', 'B4', 'B5'],
    ['Buyer', 'B6'],
  ])
})

test('an empty list is a sheet with its heads', async () => {
  const [sheet] = await workbook(writeXlsx(spec, pages()))
  expect(sheet?.data).toEqual([heads])
})

test('a file comes in parts, and nothing more is asked for once it is to end', async () => {
  const text = 'x'.repeat(1000)
  let asked = 0
  const next = () => Promise.resolve(++asked > 50 ? null : Array.from({ length: 100 }, () => [text]))
  const sizes: number[] = []
  const host = createSheetHost()
  await host.write({ kind: 'csv', title: '', heads: ['Note'] }, next, (bytes) => {
    sizes.push(bytes.length)
    return Promise.resolve(sizes.length < 3)
  })
  expect(sizes).toHaveLength(3)
  expect(Math.max(...sizes)).toBeLessThan(1_000_000)
  expect(asked).toBeLessThan(25)
})
