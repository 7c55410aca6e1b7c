import { expect, type Page, test } from 'playwright/test'
import { expectAccessible } from './accessible.ts'
import { type Launched, removeFolders } from './launch.ts'
import { openApp, pick } from './person.ts'

test.afterAll(removeFolders)

const today = '2026-03-02'
const euro = (minor: number) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR' }).format(minor / 100)
const fromMenu = ({ app }: Launched, id: string) =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const dialog = (page: Page) => page.getByRole('dialog')
/** The card with what a document comes to. */
const total = (page: Page) => page.getByRole('region', { name: 'Total', exact: true })
/** What of an issued invoice is still to be paid. */
const stillOpen = (page: Page) => page.getByRole('paragraph').filter({ hasText: 'Still to be paid' })

async function startGerman(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Name of the brand' }).fill('Tide & Fern')
  await pick(page, 'Country', 'Germany')
  await pick(page, 'Time zone', 'Europe/Berlin')
  await press(page, 'Continue')
  await press(page, 'Start empty')
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

async function describeBusiness(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
  await press(page, 'Edit your documents…')
  await page.getByRole('textbox', { name: 'VAT or tax id' }).fill('DE136695976')
  await page.getByRole('textbox', { name: 'Street and number' }).fill('Hafenstraße 4')
  await page.getByRole('textbox', { name: 'Postcode' }).fill('24103')
  await page.getByRole('textbox', { name: 'City' }).fill('Kiel')
  await press(page, 'Add a way to be paid')
  await page.getByRole('menuitem', { name: 'Bank transfer (IBAN)' }).click()
  await page.getByRole('textbox', { name: 'IBAN' }).fill('DE02120300000000202052')
  await expect(page.getByText('The check digits of this IBAN do not match.')).toBeVisible()
  await page.getByRole('textbox', { name: 'IBAN' }).fill('DE02120300000000202051')
  await expectAccessible(page, 'what stands on documents')
  await press(page, 'Save')
  await expect(page.getByText('It is saved.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Pattern of numbers: Invoice' }).fill('R{YY}-{001}')
  await press(page, 'Save the numbering')
  await expect(page.getByText('R26-001, R26-002, R26-003, …, R27-001')).toBeVisible()
}

/** Types a line with the keyboard alone; the title has the focus. */
async function typeLine(page: Page, title: string, quantity: string, price: string): Promise<void> {
  await page.keyboard.type(title)
  await page.keyboard.press('Tab')
  await page.keyboard.type(quantity)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type(price)
}

async function issue(page: Page, kind: 'quote' | 'invoice' | 'credit note', number: string): Promise<void> {
  await press(page, `Issue ${kind}…`)
  await press(page, `Issue ${number}`)
  await expect(heading(page, number)).toBeVisible()
}

test('a quote is accepted, invoiced in two parts, paid in part and corrected, to the cent', async () => {
  test.setTimeout(180_000)
  const launched = await openApp(undefined, today)
  const { page, userData } = launched
  await startGerman(page)
  await describeBusiness(page)

  await fromMenu(launched, 'new-quote')
  await expect(heading(page, 'New quote')).toBeVisible()
  await page.getByRole('combobox', { name: 'Client', exact: true }).fill('Nordlicht GmbH')
  await page.getByRole('option', { name: 'New client “Nordlicht GmbH”' }).click()
  await dialog(page).getByRole('textbox', { name: 'City' }).fill('Hamburg')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await press(page, 'Add a line')
  await typeLine(page, 'Logo design', '3', '241,67')
  await page.keyboard.press('Enter')
  await typeLine(page, 'Brand book', '10', '80')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('combobox', { name: 'Product or service, line 1' })).toHaveValue('Brand book')
  await page.keyboard.press('Alt+ArrowDown')
  await total(page).getByRole('button', { name: 'Add a discount' }).click()
  await page.getByRole('textbox', { name: 'Discount on everything, 1: How much' }).fill('10')
  // 3 × 241.67 + 800.00 = 1,525.01; less 152.50; 19 % of 1,372.51 is 260.7769
  await expect(total(page)).toContainText(euro(137_251))
  await expect(total(page)).toContainText(euro(26_078))
  await expect(total(page)).toContainText(euro(163_329))
  await heading(page, 'Quote, a draft').click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expectAccessible(page, 'a quote being written')
  expect(launched.problems).toEqual([])
  await launched.close()

  const again = await openApp(userData, today)
  const { page: next } = again
  await expect(next.getByRole('combobox', { name: 'Product or service, line 2' })).toHaveValue('Brand book')
  await issue(next, 'quote', 'Q-2026-0001')
  await press(next, 'Mark as accepted')
  await expect(next.getByText('Accepted', { exact: true })).toBeVisible()

  await press(next, 'Make an invoice…')
  await next.getByRole('radio', { name: 'A deposit' }).check()
  await press(next, 'Make a draft')
  // 30 % of 1,372.51 is 411.753; 19 % of 411.75 is 78.2325
  await expect(total(next)).toContainText(euro(48_998))
  await issue(next, 'invoice', 'R26-001')
  await expect(stillOpen(next)).toContainText(euro(48_998))

  await press(next, 'From quote Q-2026-0001')
  await expect(heading(next, 'Q-2026-0001')).toBeVisible()
  await press(next, 'Make an invoice…')
  await expect(dialog(next)).toContainText(euro(48_998))
  await press(next, 'Make a draft')
  await expect(total(next)).toContainText(euro(114_331)) // 1,633.29 − 489.98
  await issue(next, 'invoice', 'R26-002')
  await expectAccessible(next, 'an issued invoice')

  await press(next, 'Record payment…')
  await dialog(next).getByRole('textbox', { name: 'Amount' }).fill('500')
  await expect(dialog(next)).toContainText(`${euro(114_331)} is open; ${euro(64_331)} after this.`)
  await expectAccessible(next, 'a payment')
  await press(next, 'Record it')
  await expect(stillOpen(next)).toContainText(euro(64_331))
  await expect(next.getByText('Partly paid', { exact: true })).toBeVisible()

  await press(next, 'More')
  await next.getByRole('menuitem', { name: 'Make a credit note' }).click()
  await expect(heading(next, 'Credit note, a draft')).toBeVisible()
  await press(next, 'Do not take R26-001 off')
  await next.getByRole('textbox', { name: 'Quantity, line 1' }).fill('0')
  await next.getByRole('textbox', { name: 'Quantity, line 2' }).fill('2')
  await expect(total(next)).toContainText(euro(17_136)) // 160.00 − 16.00, and 27.36
  await issue(next, 'credit note', 'CN-2026-0001')
  await press(next, 'Takes back invoice R26-002')
  await expect(stillOpen(next)).toContainText(euro(47_195))
  await expect(next.getByRole('region', { name: 'What happened' })).toContainText('Credit note CN-2026-0001')
  expect(again.problems).toEqual([])
  await again.close()
})
