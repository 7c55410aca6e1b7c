import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import Papa from 'papaparse'
import { expect, type Page, test } from 'playwright/test'
import { cents, fixture, money } from './figures.ts'
import { type Launched, removeFolders } from './launch.ts'
import { closeMessages, openApp, openBrandWith } from './person.ts'

test.afterAll(removeFolders)

const items = fixture('etsy-sold-order-items-2024.csv')

/** Lines whose title holds a word, and what they cost: read from the file, not by the app. */
function linesWith(word: string): {
  readonly lines: number
  readonly gross: Readonly<Record<string, number>>
} {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(items, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  const rows = data.filter((row) => row['Item Name']?.toLowerCase().includes(word))
  const gross: Record<string, number> = {}
  for (const row of rows) {
    const currency = row['Currency'] ?? ''
    gross[currency] = (gross[currency] ?? 0) + cents(row['Price']) * Number(row['Quantity'])
  }
  return { lines: rows.length, gross }
}

/** The newest sale of the file is a mug. */
async function openNewest(page: Page) {
  await page.getByRole('navigation').getByRole('link', { name: 'Sales' }).click()
  const list = page.getByRole('grid', { name: 'List of sales' })
  await list.getByRole('gridcell', { name: 'Ana Quill' }).first().click()
  return page.getByRole('complementary', { name: /^Sale / })
}

/** As if the person took it from the menu or pressed its keys: those belong to the system, not to the page. */
const fromMenu = ({ app }: Launched, id: string) =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)

test('a rule says what it will change, changes it, and is taken back over a restart', async () => {
  test.setTimeout(120_000)
  const launched = await openBrandWith([items])
  const { page, userData } = launched
  await closeMessages(page)
  const { lines, gross } = linesWith('mug')
  expect(lines).toBeGreaterThan(1)
  await page.getByRole('navigation').getByRole('link', { name: 'Rules' }).click()
  await page.getByRole('button', { name: 'New rule' }).click()
  const dialog = page.getByRole('dialog', { name: 'New rule' })
  await dialog.getByRole('textbox', { name: 'Title contains' }).fill('MUG')
  await dialog.getByRole('combobox', { name: 'Stream' }).click()
  await page.getByRole('option', { name: 'Courses', exact: true }).click()
  const sums = Object.entries(gross).map(([currency, amount]) => money(amount, currency))
  await expect(dialog.getByRole('status')).toHaveText(
    `Changes 1 listing and ${lines} lines of sales (${sums.join(' + ')}).`,
  )
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([])
  await dialog.getByRole('button', { name: 'Save the rule' }).click()
  await expect(page.getByRole('list', { name: /^Rules/ })).toContainText('If title contains “MUG”')
  const sale = await openNewest(page)
  await expect(sale).toContainText('Courses')
  await fromMenu(launched, 'undo')
  await expect(sale).toContainText('Physical products')
  await expect(page.getByText('Taken back: a rule.')).toBeVisible()
  expect(launched.problems).toEqual([])
  await launched.close()

  const again = await openApp(userData)
  const same = await openNewest(again.page)
  await expect(same).toContainText('Physical products')
  await fromMenu(again, 'redo')
  await expect(same).toContainText('Courses')
  await again.page.getByRole('navigation').getByRole('link', { name: 'Rules' }).click()
  await expect(again.page.getByRole('list', { name: /^Rules/ })).toContainText('then stream Courses')
  expect(again.problems).toEqual([])
  await again.close()
})
