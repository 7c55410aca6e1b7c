import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from 'playwright/test'
import { removeFolders } from './launch.ts'
import { openApp } from './person.ts'

test.afterAll(removeFolders)

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find anything, do anything' })
const field = (page: Page) => palette(page).getByRole('combobox', { name: 'Find anything, do anything' })
const selected = (page: Page) => palette(page).getByRole('option', { selected: true })

async function open(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(text)
}

test('anything is found and done from the keyboard alone', async () => {
  test.setTimeout(120_000)
  const launched = await openApp()
  const { page } = launched
  await page.getByRole('button', { name: 'Look around with a sample brand' }).click()
  const home = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' })
  await expect(page.getByRole('complementary', { name: 'Sample brand' })).toBeVisible({ timeout: 60_000 })

  // an order number leads to its sale, whatever page is shown
  await page.keyboard.press('ControlOrMeta+2')
  const number = await firstNumber(page)
  await open(page, number)
  await expect(selected(page)).toContainText(number)
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeHidden()
  await expect(
    page.getByRole('complementary', { name: new RegExp(`Sale .*${number.replace('#', '')}`) }),
  ).toBeVisible()

  // what was opened is the first that is offered
  await open(page, '')
  await expect(palette(page).getByRole('group', { name: 'Recent' })).toContainText(number)
  const axe = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(axe.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])

  // a screen by a beginning, an action by another word for it
  await page.keyboard.type('sett')
  await expect(selected(page)).toContainText('Settings')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeFocused()
  const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme')
  const before = await scheme()
  await open(page, 'night')
  await expect(selected(page)).toContainText('Light or dark')
  await page.keyboard.press('Enter')
  await expect.poll(scheme).not.toBe(before)

  // Escape leaves the focus where it was
  await home.focus()
  await open(page, 'zzzz')
  await expect(palette(page)).toContainText('Nothing is called “zzzz”')
  await page.keyboard.press('Escape')
  await expect(home).toBeFocused()
  expect(launched.problems).toEqual([])
  await launched.close()
})

/** As the list of sales writes it. */
async function firstNumber(page: Page): Promise<string> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sales' }).click()
  const cell = page.getByRole('grid', { name: 'List of sales' }).getByRole('gridcell', { name: /^#?\d{4,}$/ })
  await expect(cell.first()).toBeVisible()
  return (await cell.first().textContent()) ?? ''
}
