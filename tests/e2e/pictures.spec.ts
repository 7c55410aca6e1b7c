import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from 'playwright/test'
import { dropFiles, freshFolder, type Launched, project, removeFolders } from './launch.ts'
import { openApp, startEmpty } from './person.ts'

test.afterAll(removeFolders)

const icon = (points: number) => join(project, 'resources', 'icons', `${points}x${points}.png`)
const goToProducts = (page: Page) =>
  page.getByRole('navigation').getByRole('link', { name: 'Products' }).click()
const field = (page: Page) => page.getByRole('group', { name: 'Picture' })

async function choose(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await field(page)
    .getByRole('button', { name: /^Choose/ })
    .click()
  await (await chooser).setFiles(path)
}

/** How many points wide the picture is that is shown; 0 where there is none. */
const widthIn = (place: Locator): Promise<number> =>
  place.evaluate((node) => node.querySelector('img')?.naturalWidth ?? 0)

/** Copies the picture that is shown as its menu would. */
async function copyShown({ app, page }: Launched): Promise<void> {
  const box = await field(page).locator('img').boundingBox()
  if (box === null) throw new Error('no picture is shown')
  await app.evaluate(
    ({ BrowserWindow }, { x, y }) => BrowserWindow.getAllWindows()[0]?.webContents.copyImageAt(x, y),
    {
      x: Math.round(box.x + box.width / 2),
      y: Math.round(box.y + box.height / 2),
    },
  )
}
const paste = ({ app }: Launched) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste())

test('a product gets a picture by choosing, pasting and dropping, and each can be taken back', async () => {
  test.setTimeout(90_000)
  const folder = await freshFolder()
  const [text, heavy] = [join(folder, 'notes.png'), join(folder, 'heavy.png')]
  await writeFile(text, 'no picture at all')
  await writeFile(heavy, Buffer.alloc(20_000_001))
  const launched = await openApp()
  const { page } = launched
  await startEmpty(page)
  await goToProducts(page)
  await page.getByRole('button', { name: 'New product' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Tide mug')
  await choose(page, text)
  await expect(field(page).getByRole('alert')).toHaveText('This file is no PNG, JPEG, WebP or SVG picture.')
  await choose(page, heavy)
  await expect(field(page).getByRole('alert')).toHaveText(
    'This file is larger than 20 MB. Save the picture smaller first.',
  )
  await choose(page, icon(256))
  await expect.poll(() => widthIn(field(page))).toBe(256)

  // left without saving: picture and name are there again
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'New product' }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Tide mug')
  await expect.poll(() => widthIn(field(page))).toBe(256)
  await page.getByRole('button', { name: 'Make the product' }).click()
  const head = page.locator('header').filter({ hasText: 'Tide mug' })
  await expect(page.getByRole('heading', { level: 1, name: 'Tide mug' })).toBeVisible()
  await expect.poll(() => widthIn(head)).toBe(256)

  await page.getByRole('button', { name: 'Edit' }).click()
  await expect.poll(() => widthIn(field(page))).toBe(256)
  await copyShown(launched)
  await field(page).getByRole('button', { name: 'Remove' }).click()
  await expect.poll(() => widthIn(field(page))).toBe(0)
  await paste(launched)
  await expect.poll(() => widthIn(field(page))).toBe(256)
  const box = await field(page).boundingBox()
  if (box === null) throw new Error('the field is not there')
  await dropFiles(page, [icon(128)], { x: box.x + box.width / 2, y: box.y + 20 })
  await expect.poll(() => widthIn(field(page))).toBe(128)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => widthIn(head)).toBe(128)
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => widthIn(head)).toBe(256)

  await page.getByRole('button', { name: 'Edit' }).click()
  await field(page).getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => widthIn(head)).toBe(0)
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => widthIn(head)).toBe(256)
  await goToProducts(page)
  await expect.poll(() => widthIn(page.getByRole('gridcell', { name: 'Tide mug' }))).toBe(256)
  expect(launched.problems).toEqual([])
  await launched.close()
})
