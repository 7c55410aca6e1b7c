import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import Papa from 'papaparse'
import { expect, type Locator, type Page, test } from 'playwright/test'
import readWorkbook from 'read-excel-file/node'
import { sampleFiles } from '#shared/sample/sampleBrand.ts'
import { cents, plain } from './figures.ts'
import { freshFolder, type Launched, removeFolders, stubSaveDialog } from './launch.ts'
import { closeMessages, goTo, openApp, today } from './person.ts'

test.afterAll(removeFolders)
test.setTimeout(150_000)

const list = (page: Page) => page.getByRole('grid', { name: 'List of sales' })
const heads = (page: Page) => list(page).getByRole('columnheader').filter({ hasText: /./ })
const headNames = (page: Page) => heads(page).allInnerTexts()
const head = (page: Page, name: string) => list(page).getByRole('columnheader', { name })
const widthOf = async (column: Locator) => Math.round((await column.boundingBox())?.width ?? 0)
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' })
const active = (page: Page) => list(page).locator('[data-active]')
const cellsOf = (row: Locator) => row.getByRole('gridcell').filter({ hasText: /./ }).allInnerTexts()

async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
    expect(found, `${what}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** The sample's own store as its file says: order numbers that count, and what their items cost. Not read by the app. */
function storeOrders() {
  const text = sampleFiles(today).find(({ name }) => name === 'orders_export_1.csv')?.text ?? ''
  const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
  const paid = ['paid', 'refunded', 'partially_refunded']
  const names = new Set(
    rows.filter((row) => paid.includes(row['Financial Status'] ?? '')).map((row) => row['Name']),
  )
  // a gift card is a debt until it is spent, and a tip is no item
  const items = rows.filter(
    (row) => names.has(row['Name']) && !/^(Gift Card|Tip$)/.test(row['Lineitem name'] ?? ''),
  )
  const gross = items.reduce(
    (sum, row) => sum + cents(row['Lineitem price']) * Number(row['Lineitem quantity']),
    0,
  )
  return { names, gross }
}

/** How many orders of the sample's own store have one of these statuses. */
function storeOrdersThatAre(...statuses: readonly string[]): number {
  const text = sampleFiles(today).find(({ name }) => name === 'orders_export_1.csv')?.text ?? ''
  const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
  return rows.filter((row) => statuses.includes(row['Financial Status'] ?? '')).length
}

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Look around with a sample brand' }).click()
  await page.getByRole('list', { name: 'Parts of the mix' }).waitFor({ timeout: 60_000 })
  await goTo(page, 'Sales')
  await expect(list(page)).toHaveAttribute('aria-busy', 'false')
  await list(page).getByRole('columnheader', { name: 'Currency' }).waitFor() // the sums are there, too
  await closeMessages(page)
}

/** The table on the clipboard, as a program it is pasted into gets it. */
async function pasted({ app, page }: Launched): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea')
    field.id = 'paste'
    document.body.append(field)
    field.addEventListener('paste', ({ clipboardData }) => {
      field.dataset['html'] = clipboardData?.getData('text/html') ?? ''
    })
    field.focus()
  })
  const field = page.locator('#paste')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste())
  await expect(field).toHaveAttribute('data-html', /./)
  const html = (await field.getAttribute('data-html')) ?? ''
  await field.evaluate((element) => element.remove())
  await list(page).focus()
  return html
}

async function exportAs(page: Page, kind: 'Excel' | 'CSV', columns: 'As shown' | 'All there are') {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export as a table' })
  await dialog.getByText(columns, { exact: true }).click()
  await dialog.getByText(kind, { exact: true }).click()
  await dialog.getByRole('button', { name: 'Save as…' }).click()
  await expect(page.getByText(/^Saved as /)).toBeVisible()
  await closeMessages(page)
}

test('a list looks after a restart as a person made it, and opens with the view they chose', async () => {
  const first = await openApp()
  const { page } = first
  await openSample(page)

  const buyer = head(page, 'Buyer')
  const before = await widthOf(buyer)
  const box = await buyer.boundingBox()
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0), (box?.y ?? 0) + 18)
  await page.mouse.down()
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) + 60, (box?.y ?? 0) + 20, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => widthOf(buyer)).toBe(before + 60)
  const gross = head(page, 'Gross')
  const narrow = await widthOf(gross)
  await gross.getByRole('button').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => widthOf(gross)).toBe(narrow + 10)

  await page.getByRole('button', { name: 'Columns' }).click()
  const columns = page.getByRole('dialog', { name: 'Columns' })
  await columns.getByRole('checkbox', { name: 'Shop' }).uncheck()
  await columns.getByRole('button', { name: 'Move “Kept” to the left' }).click()
  await page.keyboard.press('Escape')
  const made = ['Date', 'Order', 'Product', 'Buyer', 'Currency', 'Gross', 'Refunds', 'Kept', 'Fees']
  expect(await headNames(page)).toEqual(made)

  await head(page, 'Kept').getByRole('button').click()
  await expect(head(page, 'Kept')).toHaveAttribute('aria-sort', 'descending')
  await list(page).focus()
  for (let pages = 0; pages < 4; pages++) await page.keyboard.press('PageDown')
  await expect(active(page)).toBeVisible()
  const left = await cellsOf(active(page))
  await goTo(page, 'Home')
  await goTo(page, 'Sales')
  await expect.poll(() => cellsOf(active(page))).toEqual(left)

  await page.waitForTimeout(600) // what was changed last is on its way to the disk
  await first.close()
  const again = await openApp(first.userData)
  await goTo(again.page, 'Sales')
  await expect(head(again.page, 'Kept')).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(() => headNames(again.page)).toEqual(made)
  await expect.poll(() => widthOf(head(again.page, 'Buyer'))).toBe(before + 60)
  await expect.poll(() => cellsOf(active(again.page))).toEqual(left)

  await again.page.getByRole('button', { name: 'Stream', exact: true }).click()
  await again.page.getByRole('checkbox', { name: 'Digital products' }).check()
  await again.page.keyboard.press('Escape')
  await again.page.getByRole('button', { name: 'Views', exact: true }).click()
  await again.page.getByRole('textbox', { name: 'Save as a new view' }).fill('Downloads')
  await again.page.keyboard.press('Enter')
  await again.page.getByRole('button', { name: 'View: Downloads' }).click()
  await again.page.getByRole('button', { name: 'More on Downloads' }).click()
  await expectAccessible(again.page, 'views')
  await again.page.getByRole('button', { name: 'Open with it' }).click()
  await expect(again.page.getByText('The list opens with “Downloads” from now on.')).toBeVisible()
  expect([...first.problems, ...again.problems]).toEqual([])
  await goTo(again.page, 'Home') // a list that was left open comes back as it was, whatever it opens with
  await again.close()

  const last = await openApp(first.userData)
  await goTo(last.page, 'Sales')
  await expect(last.page.getByRole('button', { name: 'View: Downloads' })).toBeVisible()
  await expect(
    last.page.getByRole('button', { name: 'Remove the filter Stream: Digital products' }),
  ).toBeVisible()
  await last.close()
})

test('sales are filtered by status, product and client, all by keyboard, and are so again after a restart', async () => {
  const first = await openApp()
  const { page } = first
  await openSample(page)
  const shown = (text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible()
  const voided = storeOrdersThatAre('voided')
  expect(voided).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Status', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Voided' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(list(page)).toHaveAttribute('aria-rowcount', String(voided + 2))
  await page.getByRole('button', { name: 'Clear filters' }).press('Enter')

  await page.getByRole('button', { name: 'Product', exact: true }).press('Enter')
  await expect(page.getByRole('combobox', { name: 'Find a product' })).toBeFocused()
  await page.keyboard.type('mug')
  const mug = page.getByRole('option', { name: /Mug.*sales?$/ }).first()
  const [name = '', about = ''] = (await mug.innerText()).split(/\n+/)
  const sales = /([\d,]+) sales?$/.exec(about.trim())?.[1] ?? ''
  await page.keyboard.press('Enter')
  await shown(new RegExp(`^${sales} sales?`))
  await expect(page.getByRole('button', { name: `Remove the filter ${name}` })).toBeVisible()
  const buyer = await list(page)
    .getByRole('row')
    .nth(1)
    .getByRole('gridcell')
    .filter({ hasText: /./ })
    .nth(3)
    .innerText()
  await page.getByRole('button', { name: 'Client', exact: true }).press('Enter')
  await expect(page.getByRole('combobox', { name: 'Find a client' })).toBeFocused()
  await page.keyboard.type(buyer)
  await page
    .getByRole('option', { name: new RegExp(`^${buyer}`) })
    .first()
    .click()
  await expect(page.getByRole('button', { name: `Remove the filter Buyer: ${buyer}` })).toBeVisible()
  const rows = await list(page).getAttribute('aria-rowcount')
  await page.waitForTimeout(600) // what was changed last is on its way to the disk
  await first.close()

  const again = await openApp(first.userData)
  await expect(again.page.getByRole('button', { name: `Remove the filter ${name}` })).toBeVisible()
  await expect(list(again.page)).toHaveAttribute('aria-rowcount', rows ?? '')
  await expectAccessible(again.page, 'filters that are set')
  await again.page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(again.page.getByRole('button', { name: /^Remove the filter/ })).toHaveCount(0)
  expect([...first.problems, ...again.problems]).toEqual([])
  await again.close()
})

test('rows are selected, summed, copied as a table and exported', async () => {
  const launched = await openApp()
  const { app, page, problems, close } = launched
  await openSample(page)
  const folder = await freshFolder()

  await list(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  const count = await list(page).getAttribute('aria-rowcount')
  const all = new Intl.NumberFormat('en-US').format(Number(count) - 2)
  await expect(bar(page).getByRole('status')).toHaveText(`${all} of ${all} selected`)
  const foot = list(page).getByRole('row').last()
  const kept = ((await foot.getByRole('gridcell').last().innerText()) || '').split('\n')
  for (const sum of kept) await expect(bar(page)).toContainText(sum.trim())
  await expectAccessible(page, 'everything selected')
  await page.keyboard.press('Escape')
  await expect(bar(page).getByRole('status')).toHaveText('')

  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar(page).getByRole('status')).toHaveText(`3 of ${all} selected`)
  await page.keyboard.press('ControlOrMeta+c')
  await expect(page.getByText('3 rows copied.')).toBeVisible()
  const copied = {
    text: await app.evaluate(({ clipboard }) => clipboard.readText()),
    html: await pasted(launched),
  }
  const [names = [], ...rows] = copied.text.split('\r\n').map((line) => line.split('\t'))
  expect(names).toEqual(await headNames(page))
  const shown = await Promise.all([1, 2, 3].map((at) => cellsOf(list(page).getByRole('row').nth(at))))
  const dayless = (row: readonly string[]) =>
    row.slice(1).map((cell) => cell.replace('\u2212', '-').replace(/,(?=\d)/, ''))
  expect(rows.map(dayless)).toEqual(shown.map(dayless))
  expect(rows.map(([day]) => day)).toEqual(shown.map(([day]) => isoOf(day)))
  expect((copied.html.match(/<tr>/g) ?? []).length).toBe(4)

  await list(page).getByRole('row').nth(2).click({ button: 'right' })
  await expect(page.getByRole('menuitem', { name: 'Copy 3 rows' })).toBeVisible()
  await expectAccessible(page, 'a menu of rows')
  await page.keyboard.press('Escape')
  await expect(list(page)).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Copy 3 rows' }).waitFor()
  await page.keyboard.press('Escape')
  await expect(list(page)).toBeFocused()
  await closeMessages(page)

  const workbook = join(folder, 'selected.xlsx')
  await stubSaveDialog(app, workbook)
  await exportAs(page, 'Excel', 'As shown')
  const [sheet] = await readWorkbook(workbook)
  const [sheetHead = [], ...lines] = sheet?.data ?? []
  expect(sheetHead).toEqual(names)
  expect(lines.map((line) => line.map(asCopied))).toEqual(rows.map((row) => row.map((cell) => cell || null)))
  expect(lines.every(([day]) => day instanceof Date)).toBe(true)
  expect(lines.every((line) => typeof line.at(-1) === 'number')).toBe(true)

  await page.keyboard.press('Escape')
  await page.getByRole('search').getByRole('button', { name: 'Shop', exact: true }).click()
  await page.getByRole('checkbox', { name: /^Shopify/ }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/amounts in Canadian dollars/)).toBeVisible()
  const file = join(folder, 'store.csv')
  await stubSaveDialog(app, file)
  await exportAs(page, 'CSV', 'All there are')
  const csv = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data
  const store = storeOrders()
  expect(new Set(csv.map((line) => line['Order']))).toEqual(store.names)
  expect(csv).toHaveLength(store.names.size)
  expect(csv.reduce((sum, line) => sum + cents(line['Gross']), 0)).toBe(store.gross)
  await expect(list(page).getByRole('row').last()).toContainText(plain(store.gross))
  expect(problems).toEqual([])
  await close()
})

/** `Apr 15, 2024` → `2024-04-15`, by this test's own reading. */
function isoOf(day: string | undefined): string {
  const [, month = '', date = '', year = ''] = /^(\w{3}) (\d+), (\d{4})$/.exec(day ?? '') ?? []
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const number = (value: number) => String(value).padStart(2, '0')
  return `${year}-${number(months.indexOf(month) + 1)}-${number(Number(date))}`
}

/** A cell of the workbook as the copied text has it. */
function asCopied(cell: unknown): string | null {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'number')
    return new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, useGrouping: false }).format(cell)
  return typeof cell === 'string' ? cell : null
}
