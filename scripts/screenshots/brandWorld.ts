import type { Page } from 'playwright'
import { fixture, nameBrand, openApp, willChoose } from './openApp.ts'
import { closeMessages, press, visit, whole } from './acts.ts'
import type { World } from './scene.ts'

const switcher = (page: Page) => page.getByRole('combobox', { name: /^Brand: / })
const chooseInSwitcher = async (page: Page, option: RegExp) => {
  await switcher(page).click()
  await page.getByRole('option', { name: option }).click()
}

export const severalBrands: World = {
  name: 'several brands',
  open: async () => {
    const opened = await openApp(undefined, '2024-04-15')
    const { page } = opened
    await nameBrand(page, 'Tide & Fern')
    await willChoose(opened, [fixture('etsy-sold-orders-2024')])
    await press(page, 'Choose files…')
    await press(page, /^Import .* into /)
    await press(page, 'Go to Home')
    await closeMessages(page)
    for (const name of ['Juniper & Clay', 'Everything Handmade Since 2004 — Ceramics, Prints & Paper']) {
      await chooseInSwitcher(page, /^New brand/)
      await nameBrand(page, name)
      await press(page, 'Start empty')
    }
    return opened
  },
  scenes: [
    {
      name: 'brands-switcher',
      shows: 'The list of brands',
      go: ({ page }) => switcher(page).click(),
      figure: 'New brand…',
    },
    {
      name: 'brands-new',
      shows: 'Another brand is named',
      go: ({ page }) => page.getByRole('option', { name: /^New brand/ }).click(),
      figure: 'Back to Everything',
    },
    {
      name: 'import-other-brand',
      shows: 'An import of a file that another brand has',
      go: async ({ page }) => {
        await press(page, /^Back to /)
        await press(page, 'Import')
      },
      figure: 'already has this file',
    },
    {
      name: 'settings-brands',
      shows: 'Settings: the brands, and one that was deleted',
      go: async (opened) => {
        const { page } = opened
        await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
        await visit('Settings')(opened)
        await press(page, 'Delete Juniper & Clay')
        await closeMessages(page)
      },
      figure: '30 days left',
      height: whole,
    },
  ],
}
