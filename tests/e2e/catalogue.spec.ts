import { expect, test } from 'playwright/test'
import { expectedOf, fixture } from './figures.ts'
import { dropFiles, removeFolders } from './launch.ts'
import { goTo, nameBrand, openApp, preview } from './person.ts'

test.afterAll(removeFolders)

const files = [
  'EtsyListingsDownload.csv',
  'shopify-products-2025-url-handle.csv',
  'shopify-customers-2024-default-address.csv',
]
const counted = (file: string, name: string) => Number(expectedOf(file).counts[name])

test('catalogues bring listings and customers, lead to both, and go with one undo', async () => {
  const { page, problems, close } = await openApp()
  const [etsy = '', shopify = '', customers = ''] = files
  const listings = counted(etsy, 'products') + counted(shopify, 'products')
  await nameBrand(page)
  await dropFiles(page, files.map(fixture))
  const dialog = preview(page)
  await expect(dialog.getByRole('article', { name: etsy })).toContainText('Etsy listings · As of today')
  await expect(dialog.getByText(`${listings} new listings`)).toBeVisible()
  await expect(dialog.getByText(`${counted(customers, 'clients')} new customers`)).toBeVisible()
  await expect(dialog.getByText('What it adds')).toBeHidden()
  await dialog.getByRole('button', { name: `Import ${listings} listings into Tide & Fern` }).click()
  const done = page.getByRole('dialog', { name: /^Imported into / })
  await expect(done.getByText(`${listings} new listings`)).toBeVisible()
  await done.getByRole('button', { name: 'See the products' }).click()
  await expect(page).toHaveURL(/products.*found/)
  await expect(page.getByText('Lavender Soap Bar (3 pack)').first()).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Clients' }).click()
  await expect(page.getByText('Lee Repeat').first()).toBeVisible()
  await goTo(page, 'Imports')
  await expect(
    page.getByText(`${listings} new listings · ${counted(customers, 'clients')} new customers`),
  ).toBeVisible()
  await page.getByRole('button', { name: /^Undo the import of / }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Clients' }).click()
  await expect(page.getByText('Lee Repeat')).toHaveCount(0)
  expect(problems).toEqual([])
  await close()
})
