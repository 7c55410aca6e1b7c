import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import jsQR from 'jsqr'
import { expect, test } from 'playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { designs, type Content } from '#shared/document/document.ts'
import { draft, issuedAs, item } from '#shared/document/inTests.ts'
import type { Sheet } from '#shared/paper/sheet.ts'
import { freshFolder, launchApp, removeFolders, stubSaveDialog, type Launched } from './launch.ts'

test.afterAll(removeFolders)
let launched: Launched
test.beforeAll(async () => {
  launched = await launchApp({ today: '2026-03-02' })
})
test.afterAll(() => launched.close())

/** An invoice with so many lines of 10.00, each with a title of its own. */
function sheet(count: number, told: Partial<Content> = {}): Sheet {
  const lines = Array.from({ length: count }, (_, at) =>
    item(`l${at}`, '1', '10', {
      title: `Line number ${at + 1}.`,
      details: at % 3 === 1 ? 'Half a day with notes.\nTravel is included.' : '',
    }),
  )
  const content = { language: 'en', lines, opening: 'Thank you.', closing: 'Warm regards', ...told } as const
  const document = issuedAs(draft(content))
  const seller = {
    ...document.issued.seller,
    payments: [
      { kind: 'bank', holder: 'Tide & Fern', iban: 'DE89370400440532013000', bic: '', bankName: '' },
    ],
  } as const
  return { kind: 'document', document, seller, today: '2026-03-02' }
}

async function pdfOf(one: Sheet, title = 'Invoice 2026-0001'): Promise<Uint8Array> {
  const path = join(await freshFolder(), 'paper.pdf')
  await stubSaveDialog(launched.app, path)
  const { paper, language } = one.document.content
  const job = { title, language, paper, sheets: [structuredClone(one) as never] }
  const saved = await launched.page.evaluate(
    (input) => window.api.savePaper({ suggestedName: 'paper', job: input }),
    job,
  )
  expect(saved).toEqual({ ok: true, name: 'paper.pdf' })
  return new Uint8Array(readFileSync(path))
}

async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false })
  return text.map((page) => page.replace(/\s+/g, ' '))
}

for (const design of designs)
  test(`an invoice in the design ${design} is paged at 1, 25 and 200 lines: heads repeat, totals stay with the last row`, async () => {
    for (const count of [1, 25, 200]) {
      const pages = await pagesOf(await pdfOf(sheet(count, { design })))
      const titles = pages.flatMap((page) => page.match(/Line number \d+\./g) ?? [])
      expect(titles).toEqual(Array.from({ length: count }, (_, at) => `Line number ${at + 1}.`))
      for (const [at, page] of pages.entries()) {
        expect(page).toContain(`Page ${at + 1} of ${pages.length}`)
        if (/Line number/.test(page)) expect(page).toContain('Description')
        if (at > 0) expect(page).toContain('Invoice 2026-0001, continued')
      }
      const last = pages.find((page) => page.includes(`Line number ${count}.`)) ?? ''
      // count × 10.00 and 19 % of it
      const payable = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(
        (count * 1190) / 100,
      )
      expect(last).toContain(`Amount due ${payable}`)
    }
  })

test('a PDF has its fonts inside, is tagged, and says its title and language', async () => {
  const bytes = await pdfOf(sheet(3, { language: 'de' }), 'Rechnung 2026-0001 – Nordlicht')
  const raw = Buffer.from(bytes).toString('latin1')
  expect(raw).toMatch(/\/FontFile2/)
  expect(raw).not.toMatch(/\/Subtype\s*\/Type3/)
  expect(raw).toMatch(/\/MarkInfo\s*<<\s*\/Type\s*\/MarkInfo[^>]*\/Marked true|\/Marked true/)
  expect(raw).toMatch(/\/Lang\s*\(de\)/)
  const { info } = await (await getDocumentProxy(bytes)).getMetadata()
  expect((info as { readonly Title?: string }).Title).toBe('Rechnung 2026-0001 – Nordlicht')
})

test('the code on the paper is read back as the payment it asks for', async () => {
  await pdfOf(sheet(2))
  const paper = launched.app.windows().find((page) => page.url().endsWith('/paper.html'))
  const svg =
    (await paper
      ?.locator('section figure svg')
      .last()
      .evaluate((one) => new XMLSerializer().serializeToString(one))) ?? ''
  const { pixels, width, height } = new Resvg(svg, {
    background: '#fff',
    fitTo: { mode: 'width', value: 600 },
  }).render()
  const read = jsQR(new Uint8ClampedArray(pixels), width, height)
  // EPC069-12: 2 × 10.00 + 19 % = 23.80
  expect(read?.data.split('\n')).toEqual([
    ...['BCD', '002', '1', 'SCT', '', 'Tide & Fern', 'DE89370400440532013000', 'EUR23.80', '', ''],
    '2026-0001',
  ])
})

test('names that look like HTML are words on paper', async () => {
  const told = sheet(1, { opening: '<img src=x onerror=alert(1)> & <b>bold</b>' })
  expect((await pagesOf(await pdfOf(told))).join(' ')).toContain('<img src=x onerror=alert(1)> & <b>bold</b>')
  expect(launched.problems).toEqual([])
})
