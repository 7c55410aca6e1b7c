import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page } from 'playwright/test'
import { dropFiles, freshFolder, launchApp, type Launched, stubOpenDialog } from './launch.ts'

/** After the days of all fixtures of 2024, so that the last twelve months hold them. */
export const today = '2024-04-15'

/** Opens the app as someone whose computer speaks American English. */
export const openApp = (userData?: string, day = today): Promise<Launched> =>
  launchApp({
    today: day,
    args: ['--lang=en-US'],
    env: { LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en_US' },
    ...(userData === undefined ? {} : { userData }),
  })

export async function pick(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).fill(option)
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** The first start, up to its two ways on. */
export async function nameBrand(page: Page, name = 'Tide & Fern'): Promise<void> {
  await page.getByRole('textbox', { name: 'Name of the brand' }).fill(name)
  await pick(page, 'Country', 'United States')
  await pick(page, 'Time zone', 'America/New York')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Bring in your first sales' })).toBeVisible()
}

/** A brand with nothing in it. */
export async function startEmpty(page: Page, name?: string): Promise<void> {
  await nameBrand(page, name)
  await page.getByRole('button', { name: 'Start empty' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

export const preview = (page: Page) => page.getByRole('dialog', { name: /^Import into / })
const confirm = (page: Page) => preview(page).getByRole('button', { name: /^(Import|Update) .* (in|into) / })

/** Says yes to the preview that is open, and goes on to Home. */
export async function acceptPreview(page: Page): Promise<void> {
  await confirm(page).click()
  const done = page.getByRole('dialog', { name: /^Imported into / })
  await expect(done).toBeVisible({ timeout: 30_000 })
  await done.getByRole('button', { name: 'Go to Home' }).click()
  await expect(done).toBeHidden()
}

async function dropAndImport(page: Page, paths: readonly string[]): Promise<void> {
  await dropFiles(page, paths)
  await acceptPreview(page)
}

/** Opens the system's dialog from the button that is always there. */
export async function chooseFiles({ app, page }: Launched, paths: readonly string[]): Promise<void> {
  await stubOpenDialog(app, paths)
  await page.getByRole('navigation').getByRole('button', { name: 'Import' }).click()
}

export async function chooseAndImport(launched: Launched, paths: readonly string[]): Promise<void> {
  await chooseFiles(launched, paths)
  await acceptPreview(launched.page)
}

/** A new app and a brand that already holds these files. */
export async function openBrandWith(paths: readonly string[]): Promise<Launched> {
  const launched = await openApp()
  await nameBrand(launched.page)
  await dropAndImport(launched.page, paths)
  return launched
}

export async function goTo(
  page: Page,
  name: 'Home' | 'Sales' | 'Imports' | 'Backups' | 'Settings',
): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click()
}

export const switcher = (page: Page, name: string) => page.getByRole('combobox', { name: `Brand: ${name}` })

export async function switchTo(page: Page, from: string, to: string): Promise<void> {
  await switcher(page, from).click()
  await page.getByRole('option', { name: new RegExp(`^${to}`) }).click()
  await expect(switcher(page, to)).toBeVisible()
}

export async function addBrand(page: Page, from: string, name: string): Promise<void> {
  await switcher(page, from).click()
  await page.getByRole('option', { name: 'New brand…' }).click()
  await page.getByRole('textbox', { name: 'Name of the brand' }).fill(name)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Start empty' }).click()
  await expect(switcher(page, name)).toBeVisible()
}

/** The version that Settings names. */
export async function versionOf(page: Page): Promise<string> {
  await goTo(page, 'Settings')
  return (await page.locator('dt', { hasText: 'Version' }).locator('+ dd').textContent()) ?? ''
}

/** The message of an import lies over the corner of the window; a person closes it or waits. */
export async function closeMessages(page: Page): Promise<void> {
  for (const message of await page.getByRole('alert').all()) {
    if (await message.isVisible()) await message.getByRole('button').last().click()
  }
}

/** A file of the test's own making. */
export async function ownFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await freshFolder(), name)
  await writeFile(path, content)
  return path
}

/** Presses until the focus is there, as a person would; never more often than there can be controls. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}
