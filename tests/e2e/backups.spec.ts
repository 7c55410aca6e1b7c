import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { etsyOrderFigures, expectOnHome, expectedOf, fixture } from './figures.ts'
import { expectAccessible } from './accessible.ts'
import { removeFolders, stubOpenDialog } from './launch.ts'
import { closeMessages, goTo, openApp, openBrandWith } from './person.ts'
import { deleteDatabases } from './storage.ts'

test.afterAll(removeFolders)
test.setTimeout(90_000)

const orders = 'etsy-sold-orders-2024.csv'
const usd = etsyOrderFigures(expectedOf(orders), 'USD')
const backupsIn = (userData: string): readonly string[] => {
  try {
    return readdirSync(join(userData, 'backups')).toSorted()
  } catch {
    return [] // none was made yet
  }
}
const table = (page: Page) => page.getByRole('table', { name: 'Backups, newest first' })
const newest = (page: Page) => page.getByRole('region', { name: 'Newest proven backup' })

async function restoreNewest(page: Page): Promise<void> {
  await table(page)
    .getByRole('button', { name: /^Restore the backup/ })
    .last()
    .click()
  const look = page.getByRole('dialog', { name: 'Restore a backup' })
  await expect(look.getByRole('table', { name: /What is in it/ })).toBeVisible()
  await look.getByRole('button', { name: 'Restore Tide & Fern' }).click()
  await expect(page.getByText(/is as it was on/)).toBeVisible({ timeout: 20_000 })
}

test('what was backed up comes back after the brand was changed, and stays over a restart', async () => {
  const launched = await openBrandWith([fixture(orders)])
  const { page, userData } = launched
  await expectOnHome(page, usd)
  await closeMessages(page)
  await goTo(page, 'Backups')
  await expect(page.getByRole('heading', { name: 'No proven backup yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText(/^Backed up and proven: 14 sales/)).toBeVisible()
  await expect(newest(page)).toContainText('by hand')
  await expect(newest(page)).toContainText('14 sales')
  await expect(table(page).getByText('Proven', { exact: true })).toBeVisible()
  expect(backupsIn(userData)).toEqual([
    expect.stringMatching(/^Tide & Fern \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.microbrand\.zip$/),
  ])

  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText(/^Nothing changed since/)).toBeVisible()
  await closeMessages(page)
  await goTo(page, 'Imports')
  await page.getByRole('button', { name: /^Undo the import/ }).click()
  await goTo(page, 'Home')
  await expect(page.getByText(/Drop order exports|Nothing/).first()).toBeVisible()

  await goTo(page, 'Backups')
  await restoreNewest(page)
  await expectOnHome(page, usd)
  await goTo(page, 'Backups')
  await expect(table(page).getByText('Before a restore')).toBeVisible()
  expect(launched.problems).toEqual([])
  await launched.close()

  const again = await openApp(userData)
  await expectOnHome(again.page, usd)
  expect(again.problems).toEqual([])
  await again.close()
})

test('quitting backs up what changed, once, and the window is gone at once', async () => {
  const launched = await openBrandWith([fixture(orders)])
  await expectOnHome(launched.page, usd)
  await launched.close()
  const first = backupsIn(launched.userData)
  expect(first).toHaveLength(1)
  const again = await openApp(launched.userData)
  await expectOnHome(again.page, usd)
  await goTo(again.page, 'Backups')
  await expect(newest(again.page)).toContainText('when you quit')
  await again.close()
  expect(backupsIn(launched.userData)).toEqual(first)
})

/** Two backups of a brand that is lost now: with its sales, by hand, and after their import was undone, on quitting. */
async function lostBrand(): Promise<{ readonly userData: string; readonly byHand: string }> {
  const { page, userData, close } = await openBrandWith([fixture(orders)])
  await expectOnHome(page, usd)
  await closeMessages(page)
  await goTo(page, 'Backups')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText(/^Backed up and proven: 14 sales/)).toBeVisible()
  const [byHand = ''] = backupsIn(userData)
  await closeMessages(page)
  await goTo(page, 'Imports')
  await page.getByRole('button', { name: /^Undo the import/ }).click()
  await expect(page.getByRole('button', { name: /^Redo the import/ })).toBeVisible()
  await close()
  expect(backupsIn(userData)).toHaveLength(2)
  await deleteDatabases(userData)
  return { userData, byHand }
}

test('of a lost brand every backup is offered, and one from elsewhere; a file that is none is refused', async () => {
  const { userData, byHand } = await lostBrand()
  const { page, app, problems, close } = await openApp(userData)
  const choice = page.getByRole('radio')
  await expect(choice).toHaveCount(2)
  await expect(page.getByRole('radio', { name: /when you quit: the newest proven one/ })).toBeChecked()
  await expect(choice.last()).toHaveAccessibleName(/by hand/)
  await expectAccessible(page, 'what a lost brand can come back from')

  await stubOpenDialog(app, [fixture(orders)])
  await page.getByRole('button', { name: 'Restore from another file…' }).click()
  await expect(page.getByRole('alert')).toContainText('is not a backup of Microbrand')
  await stubOpenDialog(app, [join(userData, 'backups', byHand)])
  await page.getByRole('button', { name: 'Restore from another file…' }).click()
  await expect(page.getByText('It is of the brand that is missing.')).toBeVisible()
  await expectAccessible(page, 'a look into a chosen file')
  await page.getByRole('button', { name: 'Not this one' }).click()

  // an older one, by keys alone
  await page.getByRole('radio', { name: /the newest proven one/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(choice.last()).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Restore this backup' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('It is back')
  await page.getByRole('button', { name: 'Open Microbrand' }).click()
  await expectOnHome(page, usd)

  await goTo(page, 'Backups')
  await expectAccessible(page, 'Backups')
  await stubOpenDialog(app, [fixture(orders)])
  await page.getByRole('button', { name: 'Restore from a file…' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('is not a backup of Microbrand')
  await expectAccessible(page, 'a refused file')
  await page.keyboard.press('Escape')
  expect(problems).toEqual([])
  await close()
})
