import type { Page } from 'playwright'
import { overlays } from './overlays.ts'
import type { World } from './scene.ts'
import { cameInToStore, largeExport, money } from './knownFigures.ts'
import { fixture, nameBrand, type OpenedApp, openApp, willChoose } from './openApp.ts'

const whole = 1240
const wholeHome = 2500
const visit =
  (name: string) =>
  ({ page }: OpenedApp) =>
    page.getByRole('navigation').getByRole('link', { name }).click()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const choose = (page: Page, group: string, option: string) =>
  page.getByRole('radiogroup', { name: group, exact: true }).getByText(option, { exact: true }).click()

const firstStart: World = {
  name: 'first start',
  open: () => openApp(),
  scenes: [
    {
      name: 'first-start',
      shows: 'The first start: the brand is named',
      go: () => Promise.resolve(),
      figure: 'Your brand',
    },
    {
      name: 'first-start-ways-on',
      shows: 'The first start: two ways on',
      go: ({ page }) => nameBrand(page, 'Tide & Fern'),
      figure: 'Bring in your first sales',
    },
  ],
}

const empty: World = {
  name: 'an empty brand',
  open: async () => {
    const opened = await openApp()
    await nameBrand(opened.page, 'Tide & Fern')
    await press(opened.page, 'Start empty')
    return opened
  },
  scenes: [
    {
      name: 'home-empty',
      shows: 'Home before the first import',
      go: visit('Home'),
      figure: 'Drop order exports',
    },
    {
      name: 'sales-empty',
      shows: 'Sales before the first import',
      go: visit('Sales'),
      figure: 'No sales yet',
    },
    {
      name: 'imports-empty',
      shows: 'Imports before the first import',
      go: visit('Imports'),
      figure: 'No imports yet',
    },
    {
      name: 'backups-empty',
      shows: 'Backups before there is anything to keep',
      go: visit('Backups'),
      figure: 'No proven backup yet',
    },
    {
      name: 'settings-empty',
      shows: 'Settings',
      go: visit('Settings'),
      figure: 'Exchange rates',
      height: whole,
    },
  ],
}

/** Closes the message of the import, which would lie over the corner of every picture. */
async function closeMessages(page: Page): Promise<void> {
  for (const message of await page.getByRole('alert').all()) await message.getByRole('button').last().click()
}

async function sampleWorld(): Promise<World> {
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

const files = [
  'etsy-sold-order-items-2024',
  'etsy-sold-orders-2024',
  'etsy_statement_2024_3',
  'shopify-orders-2024',
].map(fixture)

const exports: World = {
  name: 'exports of two shops',
  open: async () => {
    const opened = await openApp(undefined, '2024-04-15')
    await nameBrand(opened.page, 'Tide & Fern')
    await willChoose(opened, [...files, fixture('etsy-sold-orders-2024').replace('.csv', '.expected.json')])
    return opened
  },
  scenes: [
    {
      name: 'import-preview',
      shows: 'What an import would do, before anything of it counts; one of the files is no export',
      go: ({ page }) => press(page, 'Choose files…'),
      figure: 'What this import does',
      height: whole,
    },
    {
      name: 'import-result',
      shows: 'What the import did',
      go: ({ page }) => press(page, /^Import .* into /),
      figure: 'See the sales',
    },
    {
      name: 'sales-tied-to-files',
      shows: 'A sale whose order, items and statement came in three files',
      go: async ({ page }) => {
        await press(page, 'See the sales')
        await closeMessages(page)
        await page.getByRole('gridcell', { name: '3105550105' }).click()
      },
      figure: money(6000, 'USD'),
    },
    {
      name: 'imports-waiting',
      shows: 'Rows that wait for their order',
      go: visit('Imports'),
      figure: '3105550129',
      height: whole,
    },
  ],
}

const switcher = (page: Page) => page.getByRole('combobox', { name: /^Brand: / })
const chooseInSwitcher = async (page: Page, option: RegExp) => {
  await switcher(page).click()
  await page.getByRole('option', { name: option }).click()
}

const severalBrands: World = {
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

async function largeWorld(): Promise<World> {
  const { path, kept } = await largeExport()
  return {
    name: 'a million lines',
    open: async () => {
      const opened = await openApp()
      await nameBrand(opened.page, 'Everything Handmade Since 2004 — Ceramics, Prints & Paper')
      await willChoose(opened, [path])
      await press(opened.page, 'Choose files…')
      await opened.page.getByRole('button', { name: /^Import .* into / }).click({ timeout: 300_000 })
      await opened.page.getByRole('button', { name: 'Go to Home' }).click({ timeout: 300_000 })
      await closeMessages(opened.page)
      return opened
    },
    scenes: [
      {
        name: 'home-million',
        shows: 'Home with a million sale lines',
        go: ({ page }) => choose(page, 'Period', 'All'),
        figure: kept,
        height: wholeHome,
        charts: 4,
      },
      {
        name: 'sales-million',
        shows: 'Sales with a million sale lines',
        go: visit('Sales'),
        figure: kept.replace('$', ''),
      },
    ],
  }
}

export const worlds = async (withMillion: boolean): Promise<readonly World[]> => [
  firstStart,
  empty,
  await sampleWorld(),
  exports,
  severalBrands,
  overlays,
  ...(withMillion ? [await largeWorld()] : []),
]
