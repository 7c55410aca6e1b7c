import type { Page } from 'playwright'
import { nameBrand, openApp, type OpenedApp } from './openApp.ts'
import { closeMessages, press, visit, whole } from './acts.ts'
import type { World } from './scene.ts'

const fromMenu = ({ app }: OpenedApp, id: string) =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

async function describeBusiness(opened: OpenedApp): Promise<void> {
  const { page } = opened
  await visit('Settings')(opened)
  await press(page, 'Edit your documents…')
  await field(page, 'Street and number').fill('4 Harbour Street')
  await field(page, 'City').fill('Portland')
  await field(page, 'State or province').fill('ME')
  await field(page, 'Postcode').fill('04101')
  await press(page, 'Add a way to be paid')
  await page.getByRole('menuitem', { name: 'A page to pay on' }).click()
  await field(page, 'Link').fill('https://pay.example/tide-and-fern?invoice={number}')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('It is saved.').waitFor()
  await closeMessages(page)
}

async function writeInvoice(opened: OpenedApp): Promise<void> {
  const { page } = opened
  await fromMenu(opened, 'new-invoice')
  await page.getByRole('combobox', { name: 'Client', exact: true }).fill('Nordlicht Studios')
  await page.getByRole('option', { name: /^New client/ }).click()
  await field(page, 'Street and number').fill('12 Kai Street, Suite 300')
  await field(page, 'City').fill('Seattle')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await field(page, 'Subject').fill('Identity for the spring collection')
  await press(page, 'Add a line')
  const lines = [
    ['Logo design, three directions', '3', '241.67'],
    ['Brand book', '10', '80'],
    ['Art direction of the photographs for the shop and the lookbook', '1.5', '950'],
  ] as const
  for (const [at, [title, quantity, price]] of lines.entries()) {
    if (at > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(title)
    await page.keyboard.press('Tab')
    await page.keyboard.type(quantity)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type(price)
  }
  await page.getByRole('heading', { level: 1 }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
}

/** Quotes and invoices: what stands on them, one that is written, one that is issued and paid in part. */
export const documentWorld: World = {
  name: 'documents',
  open: async () => {
    const opened = await openApp(undefined, '2026-03-02')
    await nameBrand(opened.page, 'Tide & Fern')
    await press(opened.page, 'Start empty')
    await opened.page.getByRole('navigation', { name: 'Main' }).waitFor()
    return opened
  },
  scenes: [
    {
      name: 'invoices-empty',
      shows: 'Invoices before there are any',
      go: visit('Invoices'),
      figure: 'New invoice',
    },
    {
      name: 'documents-settings',
      shows: 'What stands on documents, how they are paid and numbered',
      go: describeBusiness,
      figure: 'How you are paid',
      height: whole,
    },
    {
      name: 'document-draft',
      shows: 'An invoice is written, with its page beside it',
      go: writeInvoice,
      figure: '$2,950.01',
      height: whole,
    },
    {
      name: 'document-issue',
      shows: 'The last look before a number is given',
      go: ({ page }) => press(page, 'Issue invoice…'),
      figure: '2026-0001',
    },
    {
      name: 'document-issued',
      shows: 'An issued invoice that is paid in part',
      go: async ({ page }) => {
        await press(page, 'Issue 2026-0001')
        await press(page, 'Record payment…')
        await page.getByRole('dialog').getByRole('textbox', { name: 'Amount' }).fill('1000')
        await press(page, 'Record it')
      },
      figure: 'Partly paid',
      height: whole,
    },
    {
      name: 'invoices',
      shows: 'Quotes, invoices and credit notes, and what is still to be paid',
      go: async (opened) => {
        await press(opened.page, 'More')
        await opened.page.getByRole('menuitem', { name: 'Duplicate' }).click()
        await press(opened.page, 'Issue invoice…')
        await press(opened.page, 'Issue 2026-0002')
        await visit('Invoices')(opened)
      },
      figure: '2026-0002',
    },
    {
      name: 'documents-journal',
      shows: 'The journal of documents is checked',
      go: async (opened) => {
        await visit('Settings')(opened)
        await press(opened.page, 'Edit your documents…')
        await press(opened.page, 'Verify')
      },
      figure: 'nothing was changed',
      height: whole,
    },
  ],
}
