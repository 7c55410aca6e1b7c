import type { Page } from 'playwright'
import type { OpenedApp } from './openApp.ts'

/** Heights that show all of a page, in pixels. */
export const whole = 1240
export const wholeHome = 2500
export const visit =
  (name: string) =>
  ({ page }: OpenedApp) =>
    page.getByRole('navigation').getByRole('link', { name }).click()
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
export const choose = (page: Page, group: string, option: string) =>
  page.getByRole('radiogroup', { name: group, exact: true }).getByText(option, { exact: true }).click()

/** Closes the message of the import, which would lie over the corner of every picture. */
export async function closeMessages(page: Page): Promise<void> {
  for (const message of await page.getByRole('alert').all()) await message.getByRole('button').last().click()
}
