import { largeExport, money } from './knownFigures.ts'
import { fixture, nameBrand, openApp, willChoose } from './openApp.ts'
import { choose, closeMessages, press, visit, whole, wholeHome } from './acts.ts'
import type { World } from './scene.ts'

const files = [
  'etsy-sold-order-items-2024',
  'etsy-sold-orders-2024',
  'etsy_statement_2024_3',
  'shopify-orders-2024',
].map(fixture)

export const exports: World = {
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

export async function largeWorld(): Promise<World> {
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
