import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from 'playwright/test'
import { fixture, money } from './figures.ts'
import { type Launched, removeFolders } from './launch.ts'
import { closeMessages, openApp, openBrandWith } from './person.ts'

test.afterAll(removeFolders)

/** A field that is being typed in says beside the page what it understood: it is left first. */
const axe = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).first().click()
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([])
}
const fromMenu = ({ app }: Launched, id: string) =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
const list = (page: Page) => page.getByRole('grid', { name: 'List of sales' })
const goToSales = (page: Page) => page.getByRole('navigation').getByRole('link', { name: 'Sales' }).click()

test('a sale by hand counts, is edited, and a day at the market is typed as a grid', async () => {
  test.setTimeout(150_000)
  const launched = await openBrandWith([fixture('etsy-sold-orders-2024.csv')])
  const { page, userData } = launched
  await closeMessages(page)
  await goToSales(page)
  await page.getByRole('button', { name: 'New sale' }).click()
  await expect(page.getByRole('heading', { name: 'Record a sale' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Product or words, line 1' }).fill('Stall mug')
  await page.getByRole('textbox', { name: 'Pieces, line 1' }).fill('3')
  await page.getByRole('textbox', { name: 'Price of one' }).fill('12.50')
  await page.getByRole('textbox', { name: 'Fee' }).fill('1.10')
  await page.getByRole('textbox', { name: 'Tip' }).fill('2')
  // 3 × 12.50 + 2.00 − 1.10
  await expect(page.getByRole('status').filter({ hasText: 'Comes to' })).toHaveText(
    `Comes to ${money(3750)} before discounts; you keep ${money(3840)}.`,
  )
  await axe(page)
  await page.getByRole('button', { name: 'Save the sale' }).click()
  await list(page).getByRole('gridcell', { name: 'Stall mug' }).click()
  const sale = page.getByRole('complementary', { name: /^Sale/ })
  await expect(sale).toContainText(money(3840))
  await sale.getByRole('textbox', { name: 'Note' }).fill('it rained')
  await sale.getByLabel('Tags').fill('fair')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The note is saved.')).toBeVisible()
  await axe(page)
  await sale.getByRole('button', { name: 'Edit this sale' }).click()
  await page.getByRole('textbox', { name: 'Price of one' }).fill('10')
  await page.getByRole('button', { name: 'Save the sale' }).click()
  await list(page).getByRole('gridcell', { name: 'Stall mug' }).click()
  await expect(sale).toContainText(money(3000))
  await expect(sale.getByRole('textbox', { name: 'Note' })).toHaveValue('it rained')

  await page.getByRole('button', { name: 'New sale' }).click()
  await page.getByText('Several at once').click()
  for (const [row, item, price] of [
    [1, 'Bowl', '20'],
    [2, 'Cup', '3*2,50'],
  ] as const) {
    await page.getByRole('combobox', { name: `Product or words, row ${row}` }).fill(item)
    await page
      .getByRole('textbox', { name: 'Price of one' })
      .nth(row - 1)
      .fill(price)
  }
  await expect(page.getByText(`2 sales; you keep ${money(2750)}.`)).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'Save 2 sales' }).click()
  await expect(list(page).getByRole('gridcell', { name: 'Bowl' })).toBeVisible()
  expect(launched.problems).toEqual([])
  await launched.close()

  const again = await openApp(userData)
  await goToSales(again.page)
  await expect(list(again.page).getByRole('gridcell', { name: 'Cup' })).toBeVisible()
  await fromMenu(again, 'undo')
  await expect(list(again.page).getByRole('gridcell', { name: 'Cup' })).toHaveCount(0)
  await expect(list(again.page).getByRole('gridcell', { name: 'Stall mug' })).toBeVisible()
  expect(again.problems).toEqual([])
  await again.close()
})

test('sales are hidden and given a stream together, and what would change is told first', async () => {
  test.setTimeout(120_000)
  const launched = await openBrandWith([fixture('etsy-sold-orders-2024.csv')])
  const { page } = launched
  await closeMessages(page)
  await goToSales(page)
  await expect(page.getByText('14 sales', { exact: true })).toBeVisible()
  await list(page).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByRole('button', { name: 'Stream and tags…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Stream and tags of 2 sales' })
  await dialog.getByRole('combobox', { name: 'Stream' }).click()
  await page.getByRole('option', { name: 'Services', exact: true }).click()
  await expect(dialog.getByRole('status')).toContainText('Changes 2 sales')
  await expect(dialog.getByRole('status')).toContainText('2 lines: Physical products → Services')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('2 sales are changed.')).toBeVisible()
  await list(page).focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Hide', exact: true }).click()
  await expect(page.getByText('14 sales are hidden.')).toBeVisible()
  await page.getByRole('button', { name: '14 hidden' }).click()
  await expect(list(page).getByRole('gridcell').first()).toBeVisible()
  await fromMenu(launched, 'undo')
  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await expect(page.getByText('14 sales', { exact: true })).toBeVisible()
  expect(launched.problems).toEqual([])
  await launched.close()
})
