import AxeBuilder from '@axe-core/playwright'
import Papa from 'papaparse'
import { expect, test, type Page } from 'playwright/test'
import { sampleFiles } from '#shared/sample/sampleBrand.ts'
import { cents, plain } from './figures.ts'
import { removeFolders, type Launched } from './launch.ts'
import { openApp, today } from './person.ts'

test.afterAll(removeFolders)

const rowsOf = (name: RegExp) =>
  sampleFiles(today)
    .filter((file) => name.test(file.name))
    .flatMap(
      ({ text }) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data,
    )

/** What customers of the sample's own store were asked for a product: read from the files, not by the app. */
function soldInStore(sku: string): number {
  const rows = rowsOf(/^orders_export/)
  const counted = ['paid', 'refunded', 'partially_refunded']
  const heads = rows.filter((row) => counted.includes(row['Financial Status'] ?? ''))
  const names = new Set(heads.map((row) => row['Name']))
  return rows
    .filter((row) => row['Lineitem sku'] === sku && names.has(row['Name']))
    .reduce((sum, row) => sum + cents(row['Lineitem price']) * Number(row['Lineitem quantity']), 0)
}

const list = (page: Page) => page.getByRole('grid', { name: 'List of products' })
const rowOf = (page: Page, name: string | RegExp) =>
  list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name }) })
const search = (page: Page) => page.getByRole('textbox', { name: 'Search product or SKU' })
const goToProducts = (page: Page) =>
  page.getByRole('navigation').getByRole('link', { name: 'Products' }).click()

const fromMenu = ({ app }: Launched, id: string) =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)

async function expectAccessible(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))
  expect(found, where).toEqual([])
}

test('listings become products in bulk, are merged, renamed, taken back over a restart and split', async () => {
  test.setTimeout(120_000)
  const launched = await openApp()
  const { page, userData } = launched
  await page.getByRole('button', { name: 'Look around with a sample brand' }).click()
  await expect(page.getByRole('complementary', { name: 'Sample brand' })).toBeVisible({ timeout: 60_000 })

  await goToProducts(page)
  await page.getByRole('button', { name: 'Look through them' }).click()
  await expect(page.getByText('Same SKU MUG-TIDE on Etsy and Shopify')).toBeVisible()
  await expectAccessible(page, 'proposals')
  await page.getByRole('button', { name: /^Accept all \d+$/ }).click()
  await expect(page.getByRole('heading', { name: 'Nothing left to accept' })).toBeVisible()
  await page.getByRole('button', { name: 'All products' }).first().click()

  const mug = rowOf(page, /^Stoneware Mug/)
  await expect(mug).toHaveCount(1)
  await expect(mug).toContainText(plain(soldInStore('MUG-TIDE')))
  await expectAccessible(page, 'list of products')

  await search(page).fill('plant pot')
  await expect(page.getByText('2 products', { exact: true })).toBeVisible()
  await list(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByText('2 of 2 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Merge 2 into one' }).click()
  await expect(rowOf(page, /^Plant Pot/)).toHaveCount(1)
  const together = soldInStore('POT-S') + soldInStore('POT-L')
  await expect(rowOf(page, /^Plant Pot/)).toContainText(plain(together))

  await list(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Plant Pot/ })).toBeVisible()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Pot with saucer')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Pot with saucer' })).toBeVisible()
  await expectAccessible(page, 'page of a product')
  expect(launched.problems).toEqual([])
  await launched.close()

  const again = await openApp(userData)
  await goToProducts(again.page)
  await search(again.page).fill('pot')
  await expect(rowOf(again.page, 'Pot with saucer')).toHaveCount(1)
  await list(again.page).focus() // in a field it would take back typing
  await fromMenu(again, 'undo')
  await expect(rowOf(again.page, /^Plant Pot/)).toHaveCount(1)
  await fromMenu(again, 'undo')
  await expect(rowOf(again.page, /^Plant Pot/)).toHaveCount(2)

  await rowOf(again.page, /^Plant Pot with Saucer, small/).click()
  const listings = again.page.getByRole('region', { name: 'Listings' }).getByRole('listitem')
  await expect(listings).toHaveCount(2)
  await listings.filter({ hasText: 'Shopify' }).getByRole('button').click()
  await again.page.getByRole('menuitem', { name: 'Split off as a product of its own' }).click()
  await expect(listings).toHaveCount(1)
  await again.page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await expect(listings).toHaveCount(2)
  expect(again.problems).toEqual([])
  await again.close()
})
