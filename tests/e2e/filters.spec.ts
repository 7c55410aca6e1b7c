import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, type Page, test } from 'playwright/test'
import { sampleFiles } from '#shared/sample/sampleBrand.ts'
import { expectAccessible } from './accessible.ts'
import { cents } from './figures.ts'
import { freshFolder, removeFolders, stubSaveDialog } from './launch.ts'
import { closeMessages, openApp, today } from './person.ts'

test.afterAll(removeFolders)
test.setTimeout(150_000)

type Row = Readonly<Record<string, string>>
const rowsOf = (name: RegExp): readonly Row[] =>
  sampleFiles(today)
    .filter((file) => name.test(file.name))
    .flatMap(({ text }) => Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data)

/** What each buyer of the sample's own store bought for, and in how many orders: read from its file, not by the app. */
function storeBuyers() {
  const rows = rowsOf(/^orders_export/)
  const paid = ['paid', 'refunded', 'partially_refunded']
  const buyers = new Map<string, { orders: number; gross: number }>()
  const mailOf = new Map<string, string>()
  for (const row of rows.filter((one) => paid.includes(one['Financial Status'] ?? ''))) {
    const mail = (row['Email'] ?? '').toLowerCase()
    mailOf.set(row['Name'] ?? '', mail)
    const buyer = buyers.get(mail) ?? { orders: 0, gross: 0 }
    buyers.set(mail, { ...buyer, orders: buyer.orders + 1 })
  }
  for (const row of rows) {
    const buyer = buyers.get(mailOf.get(row['Name'] ?? '') ?? '-')
    // a gift card is a debt until it is spent, and a tip is no item
    if (buyer && !/^(Gift Card|Tip$)/.test(row['Lineitem name'] ?? ''))
      buyer.gross += cents(row['Lineitem price']) * Number(row['Lineitem quantity'])
  }
  buyers.delete('') // nobody knows who bought these
  return [...buyers.values()]
}

const soldSkus = () =>
  new Set([
    ...rowsOf(/^EtsySoldOrderItems/).map((row) => row['SKU']),
    ...rowsOf(/^orders_export/).map((row) => row['Lineitem sku']),
  ])

/** The SKUs of listings, as the list writes them, of which no order has one. */
function neverSoldOnEtsy(): readonly string[] {
  const sold = soldSkus()
  return rowsOf(/^EtsyListings/)
    .map((row) => (row['SKU'] ?? '').split(','))
    .filter((own) => own.every((sku) => !sold.has(sku)))
    .map((own) => own.join(', '))
}

const inOrder = (amounts: readonly number[]) => amounts.toSorted((one, other) => one - other)
const grid = (page: Page, name: string) => page.getByRole('grid', { name: `List of ${name}` })
const goTo = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).press('Enter')
const shows = (page: Page, name: string, rows: number) =>
  expect(grid(page, name)).toHaveAttribute('aria-rowcount', String(rows + 2))

/** By keyboard alone, as every filter with a few choices can be set. */
async function choose(page: Page, filter: string, choice: string): Promise<void> {
  await page.getByRole('search').getByRole('button', { name: filter, exact: true }).press('Enter')
  const box = page.getByRole('dialog', { name: filter })
  await box.getByRole('checkbox', { name: choice, exact: true }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()
}

test('clients and products are filtered by keyboard, exported so, and are so again after a restart', async () => {
  const buyers = storeBuyers()
  const again = buyers.filter(({ orders }) => orders > 1)
  const large = again.filter(({ gross }) => gross >= 10_000)
  expect(large.length).toBeGreaterThan(2)
  const first = await openApp()
  const { page } = first
  await page.getByRole('button', { name: 'Look around with a sample brand' }).click()
  await page.getByRole('list', { name: 'Parts of the mix' }).waitFor({ timeout: 60_000 })
  await closeMessages(page)

  await goTo(page, 'Products')
  await choose(page, 'Status', 'Never sold')
  const skus = grid(page, 'products').getByRole('gridcell', { name: /^[A-Z]+-/ })
  const never = neverSoldOnEtsy()
  expect(never.length).toBeGreaterThan(0)
  await expect.poll(() => skus.allInnerTexts()).toEqual(expect.arrayContaining([...never]))
  const sold = soldSkus()
  const listed = (await skus.allInnerTexts()).flatMap((text) => text.split(', '))
  expect(listed.filter((sku) => sold.has(sku))).toEqual([])
  await expectAccessible(page, 'products that never sold')

  await goTo(page, 'Clients')
  await choose(page, 'Channel', 'Shopify')
  await choose(page, 'Buyers', 'Bought again')
  await shows(page, 'clients', again.length)
  await page.getByRole('button', { name: 'Bought for', exact: true }).press('Enter')
  const least = page.getByRole('textbox', { name: 'At least' })
  await expect(least).toBeFocused()
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  await shows(page, 'clients', large.length)
  await expect(page.getByRole('button', { name: 'Remove the filter Buyers: Bought again' })).toBeVisible()
  await expect(
    page.getByRole('button', { name: 'Remove the filter Bought for: at least CA$100.00' }),
  ).toBeVisible()

  const file = join(await freshFolder(), 'clients.csv')
  await stubSaveDialog(first.app, file)
  await page.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Export as a table' })
  await dialog.getByText('All there are', { exact: true }).click()
  await dialog.getByText('CSV', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Save as…' }).press('Enter')
  await expect(page.getByText(/^Saved as /)).toBeVisible()
  await closeMessages(page)
  const exported = Papa.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data
  expect(inOrder(exported.map((line) => cents(line['Gross'])))).toEqual(
    inOrder(large.map(({ gross }) => gross)),
  )

  await page.getByRole('button', { name: 'Product', exact: true }).press('Enter')
  const field = page.getByRole('combobox', { name: 'Find a product' })
  await expect(field).toBeFocused()
  await page.keyboard.type('mug')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectAccessible(page, 'what a filter found')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Product' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Product', exact: true })).toBeFocused()
  await shows(page, 'clients', large.length)

  await goTo(page, 'Products') // a list comes back as it was left
  await expect(page.getByRole('button', { name: 'Remove the filter Status: Never sold' })).toBeVisible()
  await goTo(page, 'Clients')
  await shows(page, 'clients', large.length)
  await page.waitForTimeout(600) // what was changed last is on its way to the disk
  await first.close()

  const last = await openApp(first.userData)
  await shows(last.page, 'clients', large.length)
  await last.page.getByRole('button', { name: 'Clear filters' }).first().press('Enter')
  await expect(last.page.getByRole('button', { name: /^Remove the filter/ })).toHaveCount(0)
  expect([...first.problems, ...last.problems]).toEqual([])
  await last.close()
})
