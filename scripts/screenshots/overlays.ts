import { type OpenedApp, openApp } from './openApp.ts'
import type { World } from './scene.ts'

/** What a person gives from the native menu, which no key of the page reaches. */
const give = ({ app }: OpenedApp, command: string) =>
  app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command)
const escape = ({ page }: OpenedApp) => page.keyboard.press('Escape')
const visit = ({ page }: OpenedApp, name: string) =>
  page.getByRole('navigation').getByRole('link', { name }).click()
const cell = ({ page }: OpenedApp, row: number) =>
  page.getByRole('grid').getByRole('row').nth(row).getByRole('gridcell').nth(2)

/** What lies over a screen for a moment: found, said, asked. */
export const overlays: World = {
  name: 'what lies over the screens',
  open: async () => {
    const opened = await openApp()
    await opened.page
      .getByRole('button', { name: /sample brand/ })
      .first()
      .click()
    await opened.page.getByRole('list', { name: 'Parts of the mix' }).waitFor({ timeout: 120_000 })
    return opened
  },
  scenes: [
    {
      name: 'palette-actions',
      shows: 'All that can be done, before anything is typed',
      go: ({ page }) => page.keyboard.press('Control+k'),
      figure: 'Keyboard shortcuts',
    },
    {
      name: 'palette-nothing',
      shows: 'Nothing is called what was typed',
      go: ({ page }) => page.keyboard.type('zzqqxx'),
      figure: 'Nothing is called',
    },
    {
      name: 'shortcuts',
      shows: 'Every key there is',
      go: async (opened) => {
        await escape(opened)
        await opened.page.keyboard.press('Control+/')
      },
      figure: 'Close what is open',
    },
    {
      name: 'home-arrange',
      shows: 'Cards of Home are moved and hidden',
      go: async (opened) => {
        await escape(opened)
        await opened.page.getByRole('button', { name: 'Arrange' }).click()
      },
      figure: 'As designed',
    },
    {
      name: 'home-report',
      shows: 'A month as one page, as it is printed',
      go: async (opened) => {
        await escape(opened)
        await opened.page.getByRole('button', { name: 'Report' }).click()
      },
      figure: 'Twelve months',
      height: 1240,
    },
    {
      name: 'sales-context-menu',
      shows: 'What can be done with a sale',
      go: async (opened) => {
        await escape(opened)
        await visit(opened, 'Sales')
        await opened.page.getByText('Total', { exact: true }).waitFor()
        await opened.page.getByText(/^[\d,]+ sales/).waitFor()
        await cell(opened, 4).click({ button: 'right' })
      },
      figure: 'Copy row',
    },
    {
      name: 'undo-toast',
      shows: 'A sale was hidden, and is brought back with one click',
      go: async (opened) => {
        await escape(opened)
        await cell(opened, 4).click()
        await opened.page
          .getByRole('complementary')
          .getByRole('button', { name: 'Hide', exact: true })
          .click()
      },
      figure: 'Undo',
    },
    {
      name: 'find-bar',
      shows: 'The bar that finds a text on the page',
      go: async (opened) => {
        await visit(opened, 'Settings')
        const opening = opened.app.waitForEvent('window')
        await give(opened, 'find')
        const bar = await opening
        await bar.getByRole('textbox').waitFor()
        await bar.keyboard.type('rate')
      },
      figure: '1 of',
      page: ({ app }) => Promise.resolve(app.windows().at(-1) ?? app.firstWindow()),
    },
    {
      name: 'restore-look',
      shows: 'A backup is looked into before it is restored',
      go: async (opened) => {
        const bar = opened.app.windows().at(-1)
        await bar?.keyboard.press('Escape')
        await visit(opened, 'Backups')
        await opened.page.getByRole('button', { name: 'Back up now' }).click()
        await opened.page.getByRole('table').getByText('Restore…', { exact: true }).first().click()
        await opened.page.getByRole('dialog').getByText('sales', { exact: false }).first().waitFor()
      },
      figure: 'sales',
    },
  ],
}
