import { expect, type Locator, type Page, test } from 'playwright/test'
import { fixture } from './figures.ts'
import { removeFolders, stubOpenDialog } from './launch.ts'
import { openApp, preview } from './person.ts'

test.afterAll(removeFolders)

test('from the first start to an opened sale and its row of the file, by keyboard alone', async () => {
  const launched = await openApp()
  const { app, page } = launched
  await stubOpenDialog(app, [fixture('etsy-sold-orders-2024.csv')])
  const name = page.getByRole('textbox', { name: 'Name of the brand' })
  await tabTo(page, name)
  await page.keyboard.type('Tide & Fern')
  await tabTo(page, page.getByRole('combobox', { name: 'Country' }))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('United States')
  await expect(page.getByRole('option', { name: 'United States', exact: true })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Continue' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Choose files…' }))
  await page.keyboard.press('Enter')
  await enterOn(preview(page).getByRole('button', { name: /^Import 14 sales/ }))
  await enterOn(page.getByRole('button', { name: 'See the sales', exact: true }))

  const list = page.getByRole('grid', { name: 'List of sales' })
  await expect(list.getByRole('gridcell').first()).toBeVisible()
  await tabTo(page, list)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const sale = page.getByRole('complementary', { name: 'Sale 3105550128' })
  await expect(sale).toBeVisible()
  await tabTo(page, sale.getByRole('button', { name: /^Show row / }).first())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /^Row 3 of / })).toBeVisible()
  await page.keyboard.press('Escape')
  await tabTo(page, sale.getByRole('button', { name: 'Close the sale' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(sale).toBeHidden()
  await expect(list).toBeFocused()
  expect(launched.problems).toEqual([])
  await launched.close()
})

/** Presses until the focus is there, as a person would; never more often than there can be controls. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

/** The one obvious next step has the focus already. */
async function enterOn(button: Locator): Promise<void> {
  await expect(button).toBeFocused({ timeout: 20_000 })
  await button.press('Enter')
}
