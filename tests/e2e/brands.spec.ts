import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from 'playwright/test'
import { expectedOf, fixture } from './figures.ts'
import { dropFiles, freshFolder, removeFolders } from './launch.ts'
import {
  acceptPreview,
  addBrand,
  closeMessages,
  goTo,
  openApp,
  preview,
  startEmpty,
  switcher,
  switchTo,
} from './person.ts'

test.afterAll(removeFolders)
test.setTimeout(120_000)

const etsy = 'etsy-sold-orders-2024.csv'
const shopify = 'shopify-orders-2024.csv'

/** The number of sales, as the page says it. */
const sales = (page: Page, count: number) => page.getByRole('main').getByText(new RegExp(`^${count} sales`))
/** Sales that count, by the expected files: of 18 orders of the store one is authorised, one pending and one voided. */
const counted = { etsy: expectedOf(etsy).counts['orders'] ?? Number.NaN, shopify: 18 - 3 }
async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
    expect(found, `${screen}, ${colorScheme}`).toEqual([])
  }
}

test('two brands stay apart, and one that was deleted comes back whole after a restart', async () => {
  const first = await openApp()
  const { page, userData } = first
  await startEmpty(page, 'Tide & Fern')
  await dropFiles(page, [fixture(etsy)])
  await acceptPreview(page)
  await addBrand(page, 'Tide & Fern', 'Juniper')
  await dropFiles(page, [fixture(shopify)])
  await acceptPreview(page)
  await goTo(page, 'Sales')
  await expect(sales(page, counted.shopify)).toBeVisible()

  // the first brand's file is noticed in the second, and looked at in the first
  await dropFiles(page, [fixture(etsy)])
  await expect(preview(page).getByText(/^The brand Tide & Fern already has this file/)).toBeVisible()
  await expectAccessible(page, 'a file of another brand')
  await preview(page).getByRole('button', { name: 'Switch to Tide & Fern' }).click()
  await expect(page.getByRole('dialog', { name: 'Import into Tide & Fern' })).toContainText('Nothing new')
  await preview(page).getByRole('button', { name: 'Close' }).last().click()
  await expect(page).toHaveTitle('Sales – Tide & Fern – Microbrand')
  await expect(sales(page, counted.etsy)).toBeVisible()

  // Back does not lead into the pages of the other brand
  await goTo(page, 'Imports')
  for (let times = 0; times < 4; times++) await page.evaluate(() => window.history.back())
  await expect(page).toHaveTitle('Sales – Tide & Fern – Microbrand')

  await switchTo(page, 'Tide & Fern', 'Juniper')
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Delete Juniper' }).click()
  await expect(switcher(page, 'Tide & Fern')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(switcher(page, 'Juniper')).toBeVisible()
  await goTo(page, 'Sales')
  await expect(sales(page, counted.shopify)).toBeVisible()
  expect(first.problems).toEqual([])
  await first.close()

  const second = await openApp(userData)
  await expect(switcher(second.page, 'Juniper')).toBeVisible() // the one that was open last
  await goTo(second.page, 'Settings')
  await second.page.getByRole('button', { name: 'Delete Juniper' }).click()
  await expect(switcher(second.page, 'Tide & Fern')).toBeVisible()
  await closeMessages(second.page)
  await expectAccessible(second.page, 'Settings with a deleted brand')
  await second.close()

  const third = await openApp(userData)
  await expect(switcher(third.page, 'Tide & Fern')).toBeVisible() // no loss is reported
  await goTo(third.page, 'Settings')
  await third.page.getByRole('button', { name: 'Restore Juniper' }).click()
  await switchTo(third.page, 'Tide & Fern', 'Juniper')
  await goTo(third.page, 'Sales')
  await expect(sales(third.page, counted.shopify)).toBeVisible()
  expect([...second.problems, ...third.problems]).toEqual([])
  await third.close()
})

test('a logo is kept as points of a small picture, and nothing in it runs', async () => {
  const { page, userData, problems, close } = await openApp()
  await startEmpty(page, 'Tide & Fern')
  await goTo(page, 'Settings')
  const folder = await freshFolder()
  const file = async (name: string, content: string) => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }
  const choose = page.locator('input[type=file]')
  await choose.setInputFiles(await file('logo.png', 'Order ID,Total\n1,2\n'))
  await expect(page.getByRole('alert')).toHaveText('This file is no PNG, JPEG, WebP or SVG picture.')
  const script = '<script>document.title="ran"</script><image href="https://microbrand.example/a.png"/>'
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">${script}<rect width="20" height="10" fill="#c026d3"/></svg>`
  await choose.setInputFiles(await file('logo.svg', drawing))
  const shown = page.getByRole('group', { name: 'Logo' }).locator('img')
  await expect(shown).toHaveAttribute('src', /^data:image\/png;base64,/)
  expect(
    await shown.evaluate(
      (image) => image instanceof HTMLImageElement && [image.naturalWidth, image.naturalHeight],
    ),
  ).toEqual([512, 256])
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(switcher(page, 'Tide & Fern').locator('img')).toBeVisible()
  await closeMessages(page)
  await expect(page).toHaveTitle('Settings – Tide & Fern – Microbrand')
  await switcher(page, 'Tide & Fern').click()
  await expectAccessible(page, 'the list of brands')
  expect(problems).toEqual([])
  await close()

  const again = await openApp(userData)
  await expect(switcher(again.page, 'Tide & Fern').locator('img')).toHaveAttribute(
    'src',
    /^data:image\/png;base64,/,
  )
  await again.close()
})
