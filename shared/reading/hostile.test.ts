import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { FileErrorCode, RefusalCode } from '#shared/imports/report.ts'
import { readAll } from './readAll.ts'
import type { WholeFile } from './readAll.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`../../tests/fixtures/commerce/${name}`, import.meta.url), 'utf8')
const orders = fixture('etsy-sold-orders-2024.csv')
const items = fixture('etsy-sold-order-items-2024.csv')
const statement = fixture('etsy_statement_2024_3.csv')
const shopify = fixture('shopify-orders-2024.csv')

const errorOf = ({ result }: WholeFile): FileErrorCode | null => (result.ok ? null : result.error.code)
const refusedOf = ({ result }: WholeFile): readonly (readonly [number, RefusalCode])[] =>
  result.ok ? result.value.refused.map(({ row, code }) => [row, code] as const) : []
describe('shapes', () => {
  const records = (text: string) => text.trimEnd().split('\n')
  const plain = records(statement).map((line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,"]*)(?:,|$)/g)].slice(0, -1).map(([, cell = '']) => cell),
  )

  test.each([';', '\t', '|'])('cells separated by %j are the same cells', async (delimiter) => {
    const text = plain
      .map((cells) =>
        cells
          .map((cell) => (cell.includes(delimiter) ? `"${cell.replaceAll('"', '')}"` : cell))
          .join(delimiter),
      )
      .join('\n')
    const read = await readAll(text)
    expect(read.result).toMatchObject({ ok: true, value: { delimiter, refused: [] } })
    expect(read.entries).toEqual((await readAll(statement)).entries)
  })

  test('decimal commas, when no number of the file has a point', async () => {
    const comma = fixture('etsy-sold-orders-2023-resaved.tsv.csv').replace(/(\d)\.(\d)/g, '$1,$2')
    expect((await readAll(comma)).entries).toEqual(
      (await readAll(fixture('etsy-sold-orders-2023-resaved.tsv.csv'))).entries,
    )
  })

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR alone', (text: string) => text.replaceAll('\n', '\r')],
    ['no line end at the end', (text: string) => text.trimEnd()],
    ['blank rows', (text: string) => text.replaceAll('\n', '\n\n,,,,\n')],
  ])('%s', async (_, change) => {
    const read = await readAll(change(statement))
    expect(read.result).toMatchObject({ ok: true, value: { rows: 32, refused: [] } })
    const amounts = ({ entries }: WholeFile) =>
      entries.map(({ kind, amount, key }) => ({ kind, amount, key }))
    expect(amounts(read)).toEqual(amounts(await readAll(statement)))
  })

  test('a sep= line is neither data nor counted', async () => {
    expect((await readAll(`sep=,\n${items}`)).entries).toEqual((await readAll(items)).entries)
  })

  test('headers in another order, in capitals, with blanks around them', async () => {
    const [head = '', ...rows] = records(statement)
    const turn = (line: string) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,"]*)(?:,|$)/g)]
        .slice(0, -1)
        .map(([, cell = '']) => cell)
        .toReversed()
        .join(',')
    const read = await readAll(
      [turn(head.replace('\ufeff', '').toUpperCase().replace('TYPE', '" type "')), ...rows.map(turn)].join(
        '\n',
      ),
    )
    expect(read.entries).toEqual((await readAll(statement)).entries)
  })

  test('rows shorter than the header are whole, longer ones are torn', async () => {
    const short = statement.replace(/,--$/gm, '')
    expect((await readAll(short)).entries).toEqual((await readAll(statement)).entries)
    const long = await readAll(
      statement.replace('"Listing #1410000004",USD', 'Listing #1410000004,a comma,USD'),
    )
    expect(refusedOf(long)).toEqual([[31, 'too-many-cells']])
  })

  test('names that mean something to the language are columns like others', async () => {
    const words = ['__proto__', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'Currency']
    const [head = '', ...rows] = records(statement)
    const read = await readAll(
      [`${head},${words.join(',')}`, ...rows.map((row) => `${row}${',x'.repeat(words.length)}`)].join('\n'),
    )
    expect(read.entries.map(({ amount, currency }) => [amount, currency])).toEqual(
      (await readAll(statement)).entries.map(({ amount, currency }) => [amount, currency]),
    )
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
    expect(read.result).toMatchObject({
      ok: true,
      value: { header: [...Array<unknown>(9).fill(expect.anything()), ...words] },
    })
  })
})

describe('files without an end', () => {
  test.each([
    ['an empty file', '', 'empty-file', null],
    ['a mark and nothing else', '\ufeff', 'empty-file', null],
    ['blank lines', '\n \n\r\n', 'empty-file', null],
    ['a letter to a friend', 'Dear Ana,\nthank you for the mug; it is lovely.\n', 'unknown-format', null],
    [
      'the export of another platform',
      'Date,Description,Amount\n2024-01-01,Coffee,3.50\n',
      'unknown-format',
      null,
    ],
    [
      'a quotation opened at byte 10',
      `Sale Date,"${orders.slice(12).replaceAll('"', '')}`,
      'unterminated-quote',
      1,
    ],
    ['a quotation that begins the file', `"${orders.replaceAll('"', '')}`, 'unterminated-quote', 1],
    [
      'a quotation opened in row 3',
      orders.replaceAll('"', '').replace('03/27/24,', '"03/27/24,'),
      'unterminated-quote',
      3,
    ],
    ['100,000 columns', `${'a,'.repeat(100_000)}\n${'1,'.repeat(100_000)}`, 'too-many-columns', 1],
    [
      '100,000 columns behind a known header',
      orders.replace('SKU\n', `SKU${',x'.repeat(100_000)}\n`),
      'too-many-columns',
      1,
    ],
    [
      '600 columns behind a known header',
      orders.replace('SKU\n', `SKU${',x'.repeat(600)}\n`),
      'too-many-columns',
      1,
    ],
    ['a first line of 10 MB', 'x'.repeat(10_000_000), 'cell-too-long', 1],
    ['a later line of 10 MB', `${orders}${'x'.repeat(10_000_000)}`, 'cell-too-long', 16],
    [
      'a quoted cell of 10 MB',
      orders.replace('"77 Nowhere St, Unit B"', `"${'x'.repeat(10_000_000)}"`),
      'unterminated-quote',
      3,
    ],
  ] as const)('%s', async (_, text, code, row) => {
    const { result } = await readAll(text)
    expect(result.ok ? refusedOf({ result, entries: [], details: '' }) : result.error).toEqual({ code, row })
  })

  test('a header without rows is a file without sales', async () => {
    const read = await readAll(orders.slice(0, orders.indexOf('\n') + 1))
    expect(read.result).toMatchObject({ ok: true, value: { rows: 0, from: '', to: '', coverage: null } })
    expect(read.entries).toEqual([])
  })

  test('a file that breaks off while it is read', async () => {
    const { readFile } = await import('./readFile.ts')
    async function* open() {
      yield new TextEncoder().encode(orders.slice(0, 2000))
      throw new Error('the disk is gone')
    }
    const batches = readFile(open, { file: 0, account: '', entriesPerBatch: 10 })
    for (let next = await batches.next(); ; next = await batches.next()) {
      if (next.done !== true) continue
      expect(next.value).toEqual({ ok: false, error: { code: 'unreadable', row: null } })
      break
    }
  })
})

describe('rows that cannot be read are refused with their reason, and nothing else is', () => {
  test.each([
    ['an id a spreadsheet ruined', orders, '3105550128,', '3.11E+09,', [[3, 'damaged-id']]],
    ['an order without id', orders, '3105550128,', ',', [[3, 'missing-order-id']]],
    ['an amount in words', orders, 'USD,48.50,', 'USD,many,', [[3, 'unreadable-amount']]],
    [
      'an amount with a decimal comma in a file of points',
      orders,
      'USD,48.50,',
      'USD,"48,50",',
      [[3, 'unreadable-amount']],
    ],
    ['no amount', orders, 'USD,48.50,', 'USD,,', [[3, 'missing-amount']]],
    [
      'an amount beyond counting',
      orders,
      'USD,48.50,',
      'USD,99999999999999999.00,',
      [[3, 'amount-too-large']],
    ],
    ['a day that is none', orders, '03/27/24,', '02/30/24,', [[3, 'unreadable-date']]],
    ['no day', orders, '03/27/24,', ',', [[3, 'missing-date']]],
    ['no currency', orders, 'USD,48.50,', ',48.50,', [[3, 'missing-currency']]],
    ['an invented currency', orders, 'USD,48.50,', 'ZZZ,48.50,', [[3, 'unknown-currency']]],
    [
      'half a mug',
      items,
      'Glaze","Ana Quill (ana_q)",1,',
      'Glaze","Ana Quill (ana_q)",0.5,',
      [[2, 'unreadable-quantity']],
    ],
    [
      'one line of an order: all of its lines',
      items,
      ',1,12.50,BLOOM10',
      ',1,twelve,BLOOM10',
      [
        [3, 'unreadable-amount'],
        [4, 'unreadable-amount'],
      ],
    ],
    [
      'a status nobody knows',
      shopify,
      'later@example.com,pending',
      'later@example.com,lingering',
      [[20, 'unknown-status']],
    ],
    [
      'a row of 100,000 cells',
      orders,
      '3105550128,sun.child7',
      `3105550128,sun.child7${',x'.repeat(100_000)}`,
      [[3, 'too-many-cells']],
    ],
    [
      'a cell longer than a book',
      orders,
      '"77 Nowhere St, Unit B"',
      `"${'x'.repeat(40_000)}"`,
      [[3, 'cell-too-long']],
    ],
    ['a row that swallowed the next', orders, '"Bo Ng",Bo', '"Bo Ng,Bo', null],
  ] as const)('%s', async (_, text, from, to, refused) => {
    expect(text.includes(from)).toBe(true)
    const read = await readAll(text.replace(from, to))
    if (refused) expect(refusedOf(read)).toEqual(refused)
    else expect(read.result.ok ? refusedOf(read).length : errorOf(read)).toBeTruthy()
    const rows = new Set(refusedOf(read).map(([row]) => row))
    const whole = (await readAll(text)).entries
    if (refused) expect(read.entries).toEqual(whole.filter(({ row }) => !rows.has(row)))
  })

  test('a refused row names its column and keeps all its cells', async () => {
    const { result } = await readAll(orders.replace('USD,48.50,', 'USD,many,'))
    expect(result.ok && result.value.refused[0]).toMatchObject({
      row: 3,
      column: 'Order Value',
      text: 'many',
      cells: expect.arrayContaining(['3105550128', 'many']),
    })
  })
})
