import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type ElectronApplication, type Page } from 'playwright/test'
import { expectAccessible } from './accessible.ts'
import { fixture } from './figures.ts'
import { removeFolders } from './launch.ts'
import {
  acceptPreview,
  chooseFiles,
  closeMessages,
  goTo,
  openApp,
  openBrandWith,
  ownFile,
  preview,
  startEmpty,
} from './person.ts'

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

const give = (app: ElectronApplication, command: string) =>
  app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command)

/** The buttons at the side of a mouse. */
async function clickSide(page: Page, button: 'back' | 'forward'): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const at = { x: 400, y: 20, button, buttons: button === 'back' ? 8 : 16, clickCount: 1 } as const
  await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at })
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at })
  await session.detach()
}

/** The bars that lie over the window. */
const barsOver = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.contentView.children.length ?? 0)

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

test('a text is found on the page, with its count, the way there and the way back', async () => {
  const { app, page, problems, close } = await openApp()
  await startEmpty(page)
  await goTo(page, 'Settings')
  const opening = app.waitForEvent('window')
  await give(app, 'find')
  const bar = await opening
  const field = bar.getByRole('textbox', { name: 'Find on this page' })
  await expect(field).toBeFocused()
  const count = bar.getByRole('status')
  await bar.keyboard.type('about microbrand')
  await expect(count).toHaveText('1 of 1') // not the bar's own field too
  await expect(field).toBeFocused()
  await bar.keyboard.press('ControlOrMeta+A')
  await bar.keyboard.type('Time zone')
  const said = (await page.getByRole('main').innerText()).match(/time zone/gi) ?? []
  expect(said.length).toBeGreaterThan(0)
  await expect(count).toHaveText(`1 of ${said.length}`)
  await bar.keyboard.press('ControlOrMeta+A')
  await bar.keyboard.type('chrom')
  await expect(count).toHaveText('1 of 1')
  await bar.keyboard.type('xyz')
  await expect(count).toHaveText('Nothing found')
  const { violations } = await new AxeBuilder({ page: bar }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await bar.keyboard.press('Escape')
  await expect.poll(() => barsOver(app)).toBe(0)
  // the same bar comes back; another page takes it away
  await give(app, 'find-next')
  await expect.poll(() => barsOver(app)).toBe(1)
  await goTo(page, 'Imports')
  await expect.poll(() => barsOver(app)).toBe(0)
  expect(problems).toEqual([])
  await close()
})

test('in a long list, finding means its own search', async () => {
  const { app, page, close } = await openApp()
  await page.getByRole('button', { name: 'Look around with a sample brand' }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 60_000 })
  await goTo(page, 'Sales')
  const search = page.getByRole('textbox', { name: 'Search order, buyer or product' })
  await search.waitFor()
  await give(app, 'find')
  await expect(search).toBeFocused()
  expect(app.windows()).toHaveLength(1)
  await close()
})

test('everything is as large as it was left, and every key is on one sheet', async () => {
  const first = await openApp()
  const scale = (page: typeof first.page) => page.evaluate(() => window.devicePixelRatio)
  const name = first.page.getByRole('textbox', { name: 'Name of the brand' })
  await name.waitFor()
  const usual = await scale(first.page)
  await give(first.app, 'zoom-in')
  await give(first.app, 'zoom-in')
  await expect.poll(() => scale(first.page)).toBeCloseTo(usual * 1.25, 2)
  await first.page.keyboard.press('ControlOrMeta+/') // also in the field that has the focus
  const sheet = first.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByRole('region', { name: 'Find', exact: true })).toContainText(
    'Find in the list or on the page',
  )
  await expectAccessible(first.page, 'the sheet of shortcuts')
  await first.page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await name.press('?')
  await expect(name).toHaveValue('?')
  await expect(sheet).toBeHidden()
  await first.close()

  const second = await openApp(first.userData)
  await expect.poll(() => scale(second.page)).toBeCloseTo(usual * 1.25, 2)
  await give(second.app, 'zoom-reset')
  await expect.poll(() => scale(second.page)).toBeCloseTo(usual, 2)
  await second.close()
})

test('the app opens where it was left, goes back with the mouse, and Escape does one thing at a time', async () => {
  const first = await openBrandWith([fixture('etsy-sold-orders-2024.csv')])
  const { page } = first
  await closeMessages(page)
  await goTo(page, 'Sales')
  const grid = page.getByRole('grid')
  const rows = grid.getByRole('row')
  const search = page.getByRole('textbox', { name: 'Search order, buyer or product' })
  await search.fill('a')
  await rows.nth(2).getByRole('gridcell').nth(2).click()
  const pane = page.getByRole('complementary')
  await expect(pane).toBeVisible()
  await grid.press('Space')
  await expect(page.getByText(/^1 of \d+ selected/)).toBeVisible()
  await grid.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()

  for (const step of [0, 1, 2, 3]) {
    await expect(page.getByRole('menu')).toHaveCount(step < 1 ? 1 : 0)
    await expect(pane).toHaveCount(step < 2 ? 1 : 0)
    await expect(page.getByText(/^1 of \d+ selected/)).toHaveCount(step < 3 ? 1 : 0)
    await expect(search).toHaveValue('a')
    await page.keyboard.press('Escape')
  }
  await search.press('Escape')
  await expect(search).toHaveValue('')

  await search.fill('a')
  await rows.nth(2).getByRole('gridcell').nth(2).click()
  await expect(pane).toBeVisible()
  const shown = await pane.getByRole('heading').first().innerText()
  await first.close()

  const second = await openApp(first.userData)
  await expect(second.page.getByRole('complementary').getByRole('heading').first()).toHaveText(shown)
  await expect(second.page.getByRole('textbox', { name: 'Search order, buyer or product' })).toHaveValue('a')
  await goTo(second.page, 'Imports')
  await expect(second.page).toHaveTitle(/^Imports/)
  await clickSide(second.page, 'back')
  await expect(second.page).toHaveTitle(/^Sales/)
  await clickSide(second.page, 'forward')
  await expect(second.page).toHaveTitle(/^Imports/)
  await second.page.evaluate(() => {
    window.location.hash = '#/clients/nobody'
  })
  await expect(second.page.getByText('This client is not here')).toBeVisible()
  await second.close()

  const third = await openApp(first.userData)
  await expect(third.page.getByRole('heading', { name: 'Clients', level: 1 })).toBeVisible()
  expect([...first.problems, ...second.problems, ...third.problems]).toEqual([])
  await third.close()
})

test('the licences of all its parts can be read in the app', async () => {
  const { page, problems, close } = await openApp()
  await startEmpty(page)
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Licences of its parts' }).click()
  const licences = page.getByRole('list', { name: 'Licences' })
  const part = licences.getByRole('listitem').filter({ hasText: 'flatbuffers' })
  await part.locator('summary').press('Enter')
  await expect(part).toContainText('Apache License')
  await expectAccessible(page, 'licences')
  expect(problems).toEqual([])
  await close()
})
