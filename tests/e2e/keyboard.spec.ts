import { expect, type Locator, test } from 'playwright/test'
import { fixture } from './figures.ts'
import { removeFolders, stubOpenDialog } from './launch.ts'
import { closeMessages, openApp, openBrandWith, preview, tabTo } from './person.ts'

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

/** The one obvious next step has the focus already. */
async function enterOn(button: Locator): Promise<void> {
  await expect(button).toBeFocused({ timeout: 20_000 })
  await button.press('Enter')
}

test('what has the focus is never lost: a dialog closes, a rule is removed, an import is undone, a page opens', async () => {
  test.setTimeout(90_000)
  const { app, page, problems, close } = await openBrandWith([fixture('etsy-sold-orders-2024.csv')])
  await closeMessages(page)
  const give = (command: string) =>
    app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command)
  const list = (name: string) => page.getByRole('grid', { name })
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 })

  await give('sales')
  await expect(heading('Sales')).toBeFocused()
  await list('List of sales').focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Stream and tags…' }).press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+/') // nothing opens over a dialog
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(list('List of sales')).toBeFocused()

  await give('clients')
  await expect(heading('Clients')).toBeFocused()
  const name = await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).innerText()
  await list('List of clients').press('Enter')
  await expect(heading(name)).toBeFocused()

  await give('rules')
  const another = page.getByRole('button', { name: 'New rule' })
  await another.press('Enter')
  await page.getByRole('textbox', { name: 'Title contains' }).fill('mug')
  await page.getByRole('combobox', { name: 'Stream' }).press('ArrowDown')
  await page.getByRole('option', { name: 'Courses', exact: true }).click()
  await page.getByRole('button', { name: 'Save the rule' }).press('Enter')
  await expect(another).toBeFocused()
  await page.getByRole('button', { name: /^Remove / }).press('Enter')
  await expect(page.getByText('No rules yet')).toBeVisible()
  await expect(page.locator(':focus')).toHaveCount(1)

  await give('imports')
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Undo the import/ })
    .press('Enter')
  await expect(page.getByRole('button', { name: /^Redo the import/ })).toBeFocused()
  await give('home')
  await page.waitForTimeout(300)
  await expect(page.locator(':focus')).toHaveCount(1)
  expect(problems).toEqual([])
  await close()
})
