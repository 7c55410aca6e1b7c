import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import Papa from 'papaparse'
import { expect, type Page, test } from 'playwright/test'
import { cents, fixture, money } from './figures.ts'
import { type Launched, removeFolders } from './launch.ts'
import { chooseAndImport, closeMessages, openApp, openBrandWith } from './person.ts'

test.afterAll(removeFolders)

const shopify = fixture('shopify-orders-2024.csv')
const etsy = fixture('etsy-sold-order-items-2024.csv')

/** What one buyer of the items export paid before discounts: read from the file, not by the app. */
function grossOf(buyer: RegExp): { readonly sales: number; readonly gross: number } {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(etsy, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  const rows = data.filter((row) => buyer.test(row['Buyer'] ?? ''))
  return {
    sales: new Set(rows.map((row) => row['Order ID'])).size,
    gross: rows.reduce((sum, row) => sum + cents(row['Price']) * Number(row['Quantity']), 0),
  }
}

const goToClients = (page: Page) =>
  page.getByRole('navigation').getByRole('link', { name: 'Clients' }).click()
const list = (page: Page) => page.getByRole('grid', { name: 'List of clients' })
const axe = async (page: Page) =>
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([])
const fromMenu = ({ app }: Launched, id: string) =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)

test('a client is found, described, merged with another and told apart again, over a restart', async () => {
  test.setTimeout(150_000)
  const launched = await openBrandWith([etsy])
  const { page, userData } = launched
  await chooseAndImport(launched, [shopify])
  await closeMessages(page)
  await goToClients(page)
  const ana = grossOf(/\(ana_q\)$/)
  await page.getByRole('textbox', { name: 'Name, e-mail or user name' }).fill('ana_q')
  await expect(page.getByText('1 client, amounts in US dollars', { exact: true })).toBeVisible()
  await axe(page)
  await list(page).getByRole('gridcell', { name: 'Ana Quill' }).click()
  await expect(page.getByRole('heading', { name: 'Ana Quill' })).toBeVisible()
  const figures = page.getByRole('region', { name: 'What came of this client' })
  await expect(figures).toContainText(money(ana.gross))
  await expect(page.getByRole('button', { name: `See all ${ana.sales} sales` })).toBeVisible()

  await page.getByRole('button', { name: 'Edit' }).click()
  const form = page.getByRole('dialog', { name: 'Client' })
  await form.getByRole('textbox', { name: 'Note' }).fill('<b>likes blue</b>')
  await form.getByRole('checkbox', { name: 'Wholesale' }).check()
  await form.getByRole('textbox', { name: 'Come back on' }).fill('tomorrow')
  await page.keyboard.press('Tab') // what it understood is said while it is typed in
  await axe(page)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('<b>likes blue</b>')).toBeVisible()
  await expect(page.getByText('Come back on Apr 16, 2024')).toBeVisible()
  await axe(page)

  await page.getByRole('button', { name: `See all ${ana.sales} sales` }).click()
  await expect(page.getByText(`${ana.sales} sales`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove the filter Buyer: Ana Quill' })).toBeVisible()

  await goToClients(page)
  await page.getByRole('button', { name: 'Clear filters' }).first().click() // the list came back as it was left
  const bo = grossOf(/\(sun\.child7\)$/)
  const grid = list(page)
  await grid.getByRole('gridcell', { name: 'Ana Quill' }).click({ modifiers: ['ControlOrMeta'] })
  await grid
    .getByRole('gridcell', { name: 'Bo Ng' })
    .first()
    .click({ modifiers: ['ControlOrMeta'] })
  await page.getByRole('button', { name: 'Merge 2 into one' }).click()
  await expect(page.getByText('2 clients are now one.')).toBeVisible()
  expect(launched.problems).toEqual([])
  await launched.close()

  const again = await openApp(userData)
  await goToClients(again.page)
  await list(again.page).getByRole('gridcell', { name: 'Ana Quill' }).click()
  const merged = again.page.getByRole('region', { name: 'What came of this client' })
  await expect(merged).toContainText(money(ana.gross + bo.gross))
  await again.page.getByRole('button', { name: 'Take Etsy: sun.child7 out of this client' }).click()
  await expect(merged).toContainText(money(ana.gross))
  await fromMenu(again, 'undo')
  await expect(merged).toContainText(money(ana.gross + bo.gross))
  await fromMenu(again, 'undo')
  await expect(merged).toContainText(money(ana.gross))
  await fromMenu(again, 'undo')
  await expect(again.page.getByRole('heading', { name: 'This client is not here' })).toBeVisible()
  expect(again.problems).toEqual([])
  await again.close()
})
