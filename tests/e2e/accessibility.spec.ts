import { expect, test } from 'playwright/test'
import { expectAccessible } from './accessible.ts'
import { fixture } from './figures.ts'
import { dropFiles, removeFolders } from './launch.ts'
import {
  closeMessages,
  goTo,
  nameBrand,
  openApp,
  openBrandWith,
  ownFile,
  preview,
  startEmpty,
} from './person.ts'
import { deleteDatabases } from './storage.ts'

test.afterAll(removeFolders)
test.setTimeout(120_000)

test('axe finds nothing on the first start and on the screens of an empty brand', async () => {
  const { page, close } = await openApp()
  await expect(page.getByRole('textbox', { name: 'Name of the brand' })).toBeVisible()
  await expectAccessible(page, 'first start')
  await nameBrand(page)
  await expectAccessible(page, 'two ways on')
  await page.getByRole('button', { name: 'Start empty' }).click()
  for (const screen of ['Home', 'Sales', 'Imports', 'Settings'] as const) {
    await goTo(page, screen)
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, `empty ${screen}`)
  }
  await close()
})

test('axe finds nothing on an import, from its preview to its result', async () => {
  const { page, close } = await openApp()
  await startEmpty(page)
  const broken = await ownFile('broken.csv', 'Day,Steps\n1,2\n')
  await dropFiles(page, [fixture('etsy-sold-orders-2024.csv'), fixture('etsy_statement_2024_3.csv'), broken])
  await preview(page)
    .getByRole('button', { name: /^Import / })
    .waitFor()
  await expectAccessible(page, 'preview')
  await preview(page)
    .getByRole('button', { name: /^Import / })
    .click()
  await page.getByRole('dialog', { name: /^Imported into / }).waitFor()
  await expectAccessible(page, 'result')
  await close()
})

test('axe finds nothing on the screens of a brand full of sales', async () => {
  const { page, close } = await openApp()
  await page.getByRole('button', { name: 'Look around with a sample brand' }).click()
  await page.getByRole('list', { name: 'Parts of the mix' }).waitFor({ timeout: 60_000 })
  await expectAccessible(page, 'Home')
  for (const title of [
    'Where the money comes from',
    'From prices to what you keep',
    'What platforms charged',
  ]) {
    await page.getByRole('button', { name: `Show “${title}” as a table` }).click()
  }
  await expectAccessible(page, 'Home as tables')
  await goTo(page, 'Sales')
  await page.getByRole('row').nth(2).click()
  await page
    .getByRole('complementary', { name: /^Sale / })
    .getByText('Kept')
    .first()
    .waitFor()
  await expectAccessible(page, 'Sales with an opened sale')
  await page.getByRole('button', { name: 'Stream', exact: true }).click()
  await expectAccessible(page, 'Sales with an opened filter')
  await page.keyboard.press('Escape')
  for (const screen of ['Imports', 'Settings'] as const) {
    await goTo(page, screen)
    await expect(page.getByRole('main').getByRole('heading', { level: 1, name: screen })).toBeVisible()
    await expectAccessible(page, screen)
  }
  await close()
})

test('axe finds nothing on the recovery screen', async () => {
  const launched = await openBrandWith([fixture('etsy-sold-orders-2024.csv')])
  await closeMessages(launched.page)
  await launched.close()
  await deleteDatabases(launched.userData)
  const { page, close } = await openApp(launched.userData)
  await page.getByRole('button', { name: 'Show the kept files' }).click()
  await expectAccessible(page, 'recovery')
  await close()
})
