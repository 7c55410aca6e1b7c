import { readdirSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from 'playwright/test'
import { etsyOrderFigures, expectOnHome, expectedOf, fixture } from './figures.ts'
import { expectAccessible } from './accessible.ts'
import { dropFiles, type Launched, removeFolders, stubOpenDialog } from './launch.ts'
import { acceptPreview, closeMessages, goTo, nameBrand, openApp, openBrandWith, tabTo } from './person.ts'
import { deleteDatabases, leaveDatabase } from './storage.ts'

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

const keys = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** The look inside a backup, opened and confirmed with keys alone. */
async function restoreOldest(page: Page): Promise<void> {
  const button = table(page)
    .getByRole('button', { name: /^Restore the backup/ })
    .last()
  await keys(page, button)
  const look = page.getByRole('dialog', { name: 'Restore a backup' })
  await expect(look.getByRole('table', { name: /What is in it/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(look).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await keys(page, look.getByRole('button', { name: 'Restore Tide & Fern' }))
  await expect(page.getByText(/is as it was on/)).toBeVisible({ timeout: 20_000 })
}

/** What the system's file manager was asked to show. */
async function shownFiles(app: Launched['app'], act: () => Promise<void>): Promise<readonly string[]> {
  const shown = await app.evaluateHandle(({ shell }) => {
    const paths: string[] = []
    shell.showItemInFolder = (path) => void paths.push(path)
    return paths
  })
  await act()
  await expect.poll(() => shown.evaluate((paths) => paths.length)).toBe(1)
  return shown.evaluate((paths) => paths)
}

test('by keys alone: backed up, shown in its folder, looked into, restored, and there after a restart', async () => {
  const launched = await openBrandWith([fixture(orders)])
  const { app, page, userData } = launched
  await expectOnHome(page, usd)
  await closeMessages(page)
  await keys(page, page.getByRole('navigation').getByRole('link', { name: 'Backups' }))
  await expect(page.getByRole('heading', { name: 'No proven backup yet' })).toBeVisible()
  await keys(page, page.getByRole('button', { name: 'Back up now' }))
  await expect(page.getByText(/^Backed up and proven: 14 sales/)).toBeVisible()
  await expect(newest(page)).toContainText('by hand')
  await expect(newest(page)).toContainText('14 sales')
  await expect(table(page).getByText('Proven', { exact: true })).toBeVisible()
  const [name = ''] = backupsIn(userData)
  expect(name).toMatch(/^Tide & Fern \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.microbrand\.zip$/)
  const shown = await shownFiles(app, async () => {
    await keys(page, page.getByRole('button', { name: `More about the backup ${name}` }))
    await expect(page.getByRole('menu')).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem', { name: 'Prove again' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem', { name: 'Show in folder' })).toBeFocused()
    await page.keyboard.press('Enter')
  })
  expect(shown).toEqual([join(userData, 'backups', name)])

  await keys(page, page.getByRole('button', { name: 'Back up now' }))
  await expect(page.getByText(/^Nothing changed since/)).toBeVisible()
  await closeMessages(page)
  await goTo(page, 'Imports')
  await page.getByRole('button', { name: /^Undo the import/ }).click()
  await goTo(page, 'Home')
  await expect(page.getByText(/Drop order exports|Nothing/).first()).toBeVisible()

  await goTo(page, 'Backups')
  await restoreOldest(page)
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

test('once a day what changed is backed up; a folder that is gone is told, until a backup is made again', async () => {
  const launched = await openApp()
  const { app, page, userData } = launched
  await page.clock.install()
  await nameBrand(page)
  await dropFiles(page, [fixture(orders)])
  await acceptPreview(page)
  await expectOnHome(page, usd)
  await page.clock.fastForward(10_000) // a start is over
  await expect.poll(() => backupsIn(userData)).toHaveLength(1)
  await goTo(page, 'Backups')
  await expect(newest(page)).toContainText('once a day')
  await expect(table(page).getByText('Proven', { exact: true })).toBeVisible()

  const folder = join(userData, 'on another disk')
  await mkdir(folder)
  await stubOpenDialog(app, [folder])
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(page.getByText(folder)).toBeVisible()
  await rm(folder, { recursive: true })
  await goTo(page, 'Imports')
  await closeMessages(page)
  await page.getByRole('button', { name: /^Undo the import/ }).click()
  await page.clock.fastForward('25:00:00')
  const said = page.getByRole('alert').filter({ hasText: 'A backup was not made (Daily).' })
  await expect(said).toContainText('Plug in its disk, or choose another folder.')
  await said.getByRole('button', { name: 'See backups' }).click()
  await expect(page.getByText('The last backup was not made')).toBeVisible()
  await expect(page.getByText('This folder is not there.')).toBeVisible()
  await expectAccessible(page, 'a backup that was not made')

  await mkdir(folder)
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText(/^Backed up and proven/)).toBeVisible()
  await expect(page.getByText('The last backup was not made')).toBeHidden()
  expect(readdirSync(folder)).toHaveLength(1)
  expect(launched.problems).toEqual([])
  await launched.close()
})

test('a brand of an earlier schema is backed up before it is touched, or the person decides', async () => {
  const first = await openApp()
  await expect(first.page.getByRole('textbox', { name: 'Name of the brand' })).toBeVisible()
  await leaveDatabase(first.page, 'v1.json')
  await first.close()
  const { userData } = first
  await writeFile(join(userData, 'backups'), 'a file is in the way')

  const { page, problems, close } = await openApp(userData)
  await expect(page.getByRole('alert')).toContainText('The backup before the update was not made')
  await expectAccessible(page, 'an update that waits for its backup')
  const versions = () => page.evaluate(async () => (await indexedDB.databases()).map((one) => one.version))
  expect(await versions()).toEqual([10, 10])
  await rm(join(userData, 'backups'))
  await page.getByRole('button', { name: 'Try again' }).click()
  await goTo(page, 'Backups')
  await expect(newest(page)).toContainText('before an update')
  await expect(newest(page)).toContainText('2 imports')
  expect(Math.max(...(await versions()).map(Number))).toBeGreaterThan(10)
  await table(page)
    .getByRole('button', { name: /^Restore the backup/ })
    .click()
  await expect(page.getByText('An older version of Microbrand wrote it.')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(problems).toEqual([])
  await close()
})
