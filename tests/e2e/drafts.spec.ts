import { expect, type Page, test } from 'playwright/test'
import { expectAccessible } from './accessible.ts'
import { fixture } from './figures.ts'
import { removeFolders } from './launch.ts'
import { closeMessages, openApp, openBrandWith } from './person.ts'
import { blockFile, limitStorage } from './storage.ts'

test.afterAll(removeFolders)

const goToClients = (page: Page) =>
  page.getByRole('navigation').getByRole('link', { name: 'Clients' }).click()
const kept = 'This was typed before and not saved yet.'

test('a client is completed by a list of customers, noted on, and what is typed outlives Escape and a restart', async () => {
  test.setTimeout(90_000)
  const launched = await openBrandWith([
    fixture('shopify-orders-2024.csv'),
    fixture('shopify-customers-2023.csv'),
  ])
  const { page, userData } = launched
  await closeMessages(page)
  await goToClients(page)
  await page.getByRole('gridcell', { name: 'Lee Repeat' }).click()
  const shops = page.getByRole('region', { name: 'What your shops know' })
  await expect(shops).toContainText('9 Made-up St')
  await expect(shops).toContainText('15555550109')
  await shops.getByRole('button', { name: 'Keep as a client with this' }).click()
  await expect(page.getByRole('region', { name: 'Written down' })).toContainText('15555550109')
  await expect(shops).toContainText('Your record says all of it.')

  const note = page.getByRole('textbox', { name: 'What happened?' })
  const happened = page.getByRole('region', { name: 'What happened' })
  await note.fill('wants <i>20 mugs</i> by May')
  await goToClients(page)
  await page.getByRole('gridcell', { name: 'Lee Repeat' }).click()
  await expect(note).toHaveValue('wants <i>20 mugs</i> by May')
  await page.getByRole('button', { name: 'Note it' }).click()
  await expect(
    happened.getByRole('listitem').filter({ hasText: 'wants <i>20 mugs</i> by May' }),
  ).toBeVisible()
  await expect(note).toHaveValue('')

  // a full disk: one sentence, and what was typed is still there
  const limit = await limitStorage(page)
  await note.fill('asked for blue ones')
  await page.getByRole('button', { name: 'Note it' }).click()
  const said = page.getByRole('alert').filter({ hasText: 'The disk is full, so this was not saved.' })
  await expect(said).toBeVisible()
  await expect(note).toHaveValue('asked for blue ones')
  await expectAccessible(page, 'a note that could not be saved')
  await limit.lift()
  // the note of what must be there cannot be written: the note is saved once, and that is said
  const witness = await blockFile(userData, 'witness.json')
  await page.getByRole('button', { name: 'Note it' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /^It is saved. But the note/ })).toBeVisible()
  await expect(happened.getByRole('listitem').filter({ hasText: 'asked for blue ones' })).toHaveCount(1)
  await expect(note).toHaveValue('')
  await witness.free()
  await closeMessages(page)

  await page.getByRole('button', { name: 'Edit' }).click()
  const form = page.getByRole('dialog', { name: 'Client' })
  await form.getByRole('textbox', { name: 'Phone' }).fill('555 1234')
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  expect(launched.problems).toEqual([])
  await launched.close()

  const again = await openApp(userData)
  await goToClients(again.page)
  await again.page.getByRole('gridcell', { name: 'Lee Repeat' }).click()
  await again.page.getByRole('button', { name: 'Edit' }).click()
  const reopened = again.page.getByRole('dialog', { name: 'Client' })
  await expect(reopened.getByText(kept)).toBeVisible()
  await expect(reopened.getByRole('textbox', { name: 'Phone' })).toHaveValue('555 1234')
  await expectAccessible(again.page, 'a draft that was kept')
  await reopened.getByRole('button', { name: 'Save' }).click()
  await expect(again.page.getByRole('region', { name: 'Written down' })).toContainText('555 1234')
  await again.page.getByRole('button', { name: 'Edit' }).click()
  await expect(reopened.getByText(kept)).toBeHidden()
  expect(again.problems).toEqual([])
  await again.close()
})
