import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from 'playwright/test'
import { etsyOrderFigures, expectOnHome, expectedOf, fixture } from './figures.ts'
import { dropFiles, type Launched, removeFolders } from './launch.ts'
import { openBrandWith, ownFile, preview } from './person.ts'

test.afterAll(removeFolders)

const orders = 'etsy-sold-orders-2024.csv'
const text = readFileSync(fixture(orders), 'utf8')
const [header = '', ...rows] = text.trimEnd().split('\n')
const usd = etsyOrderFigures(expectedOf(orders), 'USD')
const pdf = new TextEncoder().encode(
  '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n',
)
const wide = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`).join(',')

/** Each file alone, and the sentence a person must read. */
const unreadable: readonly {
  readonly what: string
  readonly content: string | Uint8Array
  readonly sentence: RegExp
}[] = [
  { what: 'an empty file', content: '', sentence: /The file is empty/ },
  { what: 'blank lines', content: '\r\n\r\n  \r\n', sentence: /The file is empty/ },
  {
    what: 'a zip',
    content: new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]),
    sentence: /This is not a text file/,
  },
  { what: 'something compressed', content: gzipSync(text), sentence: /This is not a text file/ },
  { what: 'a PDF', content: pdf, sentence: /not a text file|not those of an export/ },
  {
    what: 'an export of something else',
    content: 'Day,Steps\n2024-03-01,8211\n',
    sentence: /not those of an export/,
  },
  {
    what: 'headers of evil names',
    content: '__proto__,constructor,toString,__proto__\n1,2,3,4\n',
    sentence: /not those of an export/,
  },
  { what: '600 columns', content: `${wide(600)}\n${wide(600)}\n`, sentence: /more than 512 columns/ },
  {
    what: '100,000 columns',
    content: `${wide(100_000)}\n${wide(100_000)}\n`,
    sentence: /more than 512 columns|has no end/,
  },
  { what: 'a cell of 10 MB', content: `${header}\n${'x'.repeat(10_000_000)},1\n`, sentence: /has no end/ },
  {
    what: 'a cell of 10 MB in quotes',
    content: `${header}\n"${'x'.repeat(10_000_000)}",1\n`,
    sentence: /never closed/,
  },
  {
    what: 'a quotation mark that is never closed',
    content: `${header}\n${rows[0]}\n"${rows.join('\n').replaceAll('"', '')}`,
    sentence: /never closed/,
  },
]

test('a file that is no export gets a clear sentence, and changes nothing', async () => {
  test.setTimeout(120_000)
  const launched = await openBrandWith([fixture(orders)])
  const { page } = launched
  for (const { what, content, sentence } of unreadable) {
    await test.step(what, async () => {
      await dropFiles(page, [await ownFile('export.csv', content)])
      const file = preview(page).getByRole('article', { name: 'export.csv' })
      await expect(file).toContainText(sentence, { timeout: 20_000 })
      await expect(preview(page).getByRole('button', { name: /^(Import|Update) / })).toHaveCount(0)
      await closePreview(page)
    })
  }
  await test.step('a header without rows', () => refuseNothing(launched))
  await expectOnHome(page, usd)
  expect(launched.problems).toEqual([])
  await launched.close()
})

async function refuseNothing({ page }: Launched): Promise<void> {
  await dropFiles(page, [await ownFile('header.csv', `${header}\n`)])
  await expect(preview(page)).toContainText(/Nothing new|The file is empty/)
  await closePreview(page)
}

const closePreview = async (page: Page) => {
  await preview(page).getByRole('button', { name: 'Close' }).last().click()
  await expect(preview(page)).toBeHidden()
}

const tabbed = (line: string) => line.replaceAll('"', '').replaceAll(',', '\t')
const bigEndian = (bytes: Buffer) => Buffer.from(bytes).swap16()
const utf16 = (of: string) => Buffer.from(`\uFEFF${of}`, 'utf16le')
const simple = [header, ...rows.filter((row) => /^[\x20-\x7e\u00a0-\u00ff]*$/.test(row))].join('\n')
const commaless = simple.split('\n').filter((line, at) => at === 0 || !/"[^"]*,[^"]*"/.test(line))

/** Files that hold the sales the brand already has, written in another way. */
const rewritten = [
  { what: 'UTF-16 LE', content: utf16(text), said: 'Read as UTF-16' },
  { what: 'UTF-16 BE', content: bigEndian(utf16(text)), said: 'Read as UTF-16' },
  {
    what: 'UTF-8 with a byte order mark and CRLF',
    content: `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    said: '',
  },
  { what: 'Windows-1252', content: Buffer.from(simple, 'latin1'), said: 'Read as Windows-1252' },
  { what: 'tabs', content: commaless.map(tabbed).join('\n'), said: 'Cells are separated by tabs' },
  {
    what: 'semicolons',
    content: commaless.map((line) => tabbed(line).replaceAll('\t', ';')).join('\n'),
    said: 'Cells are separated by semicolons',
  },
  {
    what: 'columns of evil names beside its own',
    content: [
      `${header},__proto__,constructor,toString,__proto__`,
      ...rows.map((row) => `${row},1,2,3,4`),
    ].join('\n'),
    said: '',
  },
] as const

test('the same sales in another encoding, delimiter or with evil columns are the same sales', async () => {
  test.setTimeout(120_000)
  const launched = await openBrandWith([fixture(orders)])
  const { page } = launched
  for (const { what, content, said } of rewritten) {
    await test.step(what, async () => {
      await dropFiles(page, [await ownFile('again.csv', content)])
      await expect(preview(page).getByText('Nothing new')).toBeVisible()
      await expect(preview(page)).toContainText(said)
      await closePreview(page)
    })
  }
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([])
  await expectOnHome(page, usd)
  expect(launched.problems).toEqual([])
  await launched.close()
})
