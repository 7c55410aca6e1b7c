import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { etsyOrderFigures, expectOnHome, expectedOf, fixture } from './figures.ts'
import { dropFiles, freshFolder, removeFolders, stubSaveDialog } from './launch.ts'
import { acceptPreview, chooseAndImport, nameBrand, openApp, ownFile, preview } from './person.ts'

test.afterAll(removeFolders)

const orders = 'etsy-sold-orders-2024.csv'
const usd = etsyOrderFigures(expectedOf(orders), 'USD')
/** Two orders, each with a cell nobody can read. */
const faults = [
  { right: ',USD,48.50,', wrong: ',USD,4x.50,', sentence: '“4x.50” in “Order Value” is not an amount.' },
  {
    right: '03/25/24,3105550121',
    wrong: '03/45/24,3105550121',
    sentence: '“03/45/24” in “Sale Date” is not a date.',
  },
] as const
const swap = (text: string, from: 'right' | 'wrong', to: 'right' | 'wrong') =>
  faults.reduce((all, fault) => all.replace(fault[from], fault[to]), text)

test('rows that cannot be read are told, saved, corrected and imported by themselves', async () => {
  const launched = await openApp()
  const { app, page } = launched
  await nameBrand(page)
  await dropFiles(page, [
    await ownFile(orders, swap(readFileSync(fixture(orders), 'utf8'), 'right', 'wrong')),
  ])
  const dialog = preview(page)
  await expect(dialog.getByText('2 rows cannot be read')).toBeVisible()
  await dialog.getByRole('button', { name: 'Show them' }).click()
  const refused = dialog.getByRole('grid', { name: `Rows of ${orders} that cannot be read` })
  for (const { sentence } of faults)
    await expect(refused.getByRole('gridcell', { name: sentence })).toBeVisible()

  const saved = join(await freshFolder(), 'refused.csv')
  await stubSaveDialog(app, saved)
  await dialog.getByRole('button', { name: 'Save them as CSV' }).click()
  await expect(page.getByText('Saved as refused.csv')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Import the good rows: 12 sales/ })).toBeVisible()
  await acceptPreview(page)
  const text = readFileSync(saved, 'utf8')
  expect(text.trimEnd().split('\n')).toHaveLength(3)

  await chooseAndImport(launched, [await ownFile('corrected.csv', swap(text, 'wrong', 'right'))])
  await expectOnHome(page, usd)
  expect(launched.problems).toEqual([])
  await launched.close()
})

test('of several files, one that cannot be read stays out and the others come in', async () => {
  const launched = await openApp()
  const { page } = launched
  await nameBrand(page)
  await dropFiles(page, [
    await ownFile('photo.csv', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 1])),
    fixture(orders),
  ])
  await expect(preview(page).getByRole('article', { name: 'photo.csv' })).toContainText(
    'This is not a text file',
  )
  await acceptPreview(page)
  await expectOnHome(page, usd)
  expect(launched.problems).toEqual([])
  await launched.close()
})
