import { cameInToStore } from './knownFigures.ts'
import { openApp } from './openApp.ts'
import { choose, press, visit, whole, wholeHome } from './acts.ts'
import type { World } from './scene.ts'

export async function sampleWorld(): Promise<World> {
  const cameIn = cameInToStore()
  return {
    name: 'the sample brand',
    open: async () => {
      const opened = await openApp()
      await press(opened.page, /sample brand/)
      await opened.page.getByRole('list', { name: 'Parts of the mix' }).waitFor({ timeout: 120_000 })
      return opened
    },
    scenes: [
      {
        name: 'home-sample',
        shows: 'Home with two years of sales of a made-up studio',
        go: visit('Home'),
        figure: cameIn,
        height: wholeHome,
        charts: 5,
      },
      {
        name: 'home-sample-products',
        shows: 'Home: the mix by product, in both currencies together',
        go: async ({ page }) => {
          await choose(page, 'Show by', 'Product')
          await choose(page, 'Currency', 'All in CAD')
        },
        figure: 'other products',
        height: wholeHome,
        charts: 5,
      },
      {
        name: 'home-sample-tables',
        shows: 'Home: each chart as its table',
        go: async (opened) => {
          await visit('Home')(opened)
          const twins = opened.page.getByRole('button', { name: /^Show .* as a table$/ })
          for (let left = await twins.count(); left > 0; left--) await twins.first().click()
        },
        figure: 'Left after it',
        height: wholeHome,
      },
      { name: 'sales-sample', shows: 'Sales of the made-up studio', go: visit('Sales'), figure: 'Total' },
      {
        name: 'sale-sample',
        shows: 'A sale opened beside the list',
        go: ({ page }) => page.getByRole('row').nth(4).click(),
        figure: 'Charged by',
      },
      {
        name: 'record-sample',
        shows: 'A sale by hand is typed',
        go: async (opened) => {
          await visit('Sales')(opened)
          await press(opened.page, 'New sale')
          await opened.page.getByRole('combobox', { name: 'Product or words, line 1' }).fill('Stall mug')
          await opened.page.getByRole('textbox', { name: 'Price of one' }).fill('24')
        },
        figure: 'you keep',
      },
      {
        name: 'products-sample',
        shows: 'Products, and listings that belong to none yet',
        go: visit('Products'),
        figure: 'Total',
      },
      {
        name: 'product-sample',
        shows: 'What one product earned, where, and who buys it',
        go: ({ page }) => page.getByRole('gridcell', { name: 'Serving Bowl' }).first().click(),
        figure: 'Refund',
        height: whole,
        charts: 1,
      },
      {
        name: 'proposals-sample',
        shows: 'Listings proposed as products',
        go: async (opened) => {
          await visit('Products')(opened)
          await opened.page.evaluate(() => {
            window.location.hash = '#/products/proposals'
          })
        },
        figure: 'Accept',
      },
      {
        name: 'clients-sample',
        shows: 'Everybody who bought',
        go: visit('Clients'),
        figure: 'Total',
      },
      {
        name: 'clients-likely-the-same',
        shows: 'Who is likely one and the same',
        go: ({ page }) => press(page, /^Likely the same/),
        figure: 'Keep apart',
      },
      {
        name: 'client-sample',
        shows: 'One client: what came of it and what happened',
        go: async ({ page }) => {
          await page.keyboard.press('Escape')
          await page.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
        },
        figure: 'Kept after fees',
        height: whole,
        charts: 1,
      },
      {
        name: 'rules-empty',
        shows: 'Rules, before there is one',
        go: visit('Rules'),
        figure: 'No rules yet',
      },
      {
        name: 'rule-sample',
        shows: 'A rule says what it would change before it does',
        go: async ({ page }) => {
          await press(page, 'New rule')
          await page.getByRole('textbox', { name: 'Title contains' }).fill('bowl')
          await page.getByRole('combobox', { name: 'Stream' }).click()
          await page.getByRole('option', { name: 'Courses', exact: true }).click()
        },
        figure: 'Changes',
      },
      {
        name: 'palette-sample',
        shows: 'Anything is found from the keyboard',
        go: async ({ page }) => {
          await page.keyboard.press('Escape')
          await page.keyboard.press('Control+k')
          await page.keyboard.type('bowl')
        },
        figure: 'Bowl',
      },
      {
        name: 'imports-sample',
        shows: 'The history of imports',
        go: async (opened) => {
          await opened.page.keyboard.press('Escape')
          await visit('Imports')(opened)
        },
        figure: 'History',
      },
      {
        name: 'backups-sample',
        shows: 'A proven backup of the made-up studio',
        go: async (opened) => {
          await visit('Backups')(opened)
          await press(opened.page, 'Back up now')
        },
        figure: 'read again from its first byte to its last',
      },
      {
        name: 'settings-sample',
        shows: 'Settings of the made-up studio',
        go: visit('Settings'),
        figure: 'USD = ',
        height: whole,
      },
      {
        name: 'sales-period-typed',
        shows: 'A day of the period is typed, and how it is understood',
        go: async (opened) => {
          await visit('Sales')(opened)
          await press(opened.page, 'Period')
          await opened.page.getByRole('textbox', { name: 'From' }).fill('4.3.')
        },
        figure: 'not Apr 3, 2025',
      },
    ],
  }
}
