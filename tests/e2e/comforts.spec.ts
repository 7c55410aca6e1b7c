import { rm } from 'node:fs/promises'
import { expect, test, type ElectronApplication } from 'playwright/test'
import { fixture } from './figures.ts'
import { removeFolders } from './launch.ts'
import { acceptPreview, chooseFiles, closeMessages, openApp, ownFile, preview, startEmpty } from './person.ts'
import { readFileSync } from 'node:fs'

// What a person takes for granted in an app of this system.

test.afterAll(removeFolders)

const recentFiles = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items ?? []
    return items
      .filter(({ id, type }) => id !== 'clear-recent' && type === 'normal')
      .map(({ label }) => label)
  })
const openRecent = (app: ElectronApplication, at: number) =>
  app.evaluate(
    ({ Menu }, index) => Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items[index]?.click(),
    at,
  )

test('an export that was opened can be opened again from the menu, also after a restart', async () => {
  const first = await openApp()
  await startEmpty(first.page)
  const march = await ownFile('March.csv', readFileSync(fixture('etsy-sold-orders-2024.csv')))
  const items = await ownFile('Items.csv', readFileSync(fixture('etsy-sold-order-items-2024.csv')))
  await chooseFiles(first, [march])
  await acceptPreview(first.page)
  await chooseFiles(first, [items])
  await preview(first.page).waitFor()
  await openRecent(first.app, 1)
  expect(await recentFiles(first.app)).toEqual(['Items.csv', 'March.csv'])
  // what was opened meanwhile waits until the import on the screen is over
  await expect(preview(first.page).getByText('Items.csv')).toBeVisible()
  await first.page.keyboard.press('Escape')
  await expect(preview(first.page).getByText('March.csv')).toBeVisible()
  await first.close()

  const { app, page, close } = await openApp(first.userData)
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  expect(await recentFiles(app)).toEqual(['March.csv', 'Items.csv'])
  await closeMessages(page)
  await rm(items)
  await openRecent(app, 1)
  await expect(page.getByText('1 item could not be read: Items.csv')).toBeVisible()
  await expect.poll(() => recentFiles(app)).toEqual(['March.csv'])
  await close()
})
