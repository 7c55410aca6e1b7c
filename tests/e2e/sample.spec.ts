import Papa from 'papaparse'
import { expect, test } from 'playwright/test'
import { sampleFiles } from '#shared/sample/sampleBrand.ts'
import { cents, choose, money } from './figures.ts'
import { removeFolders } from './launch.ts'
import { goTo, openApp, today } from './person.ts'

test.afterAll(removeFolders)

/** What customers of the sample's own store paid without tax: read from the file the generator writes, not by the app. */
function cameInToStore(): number {
  const text = sampleFiles(today).find(({ name }) => name === 'orders_export_1.csv')?.text ?? ''
  const orders = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
  const heads = orders.filter((row) =>
    ['paid', 'refunded', 'partially_refunded'].includes(row['Financial Status'] ?? ''),
  )
  const paid = heads.reduce((sum, row) => sum + cents(row['Total']) - cents(row['Taxes']), 0)
  const names = new Set(heads.map((row) => row['Name']))
  const giftCards = orders.filter(
    (row) => names.has(row['Name']) && row['Lineitem name']?.startsWith('Gift Card'),
  )
  return (
    paid -
    giftCards.reduce((sum, row) => sum + cents(row['Lineitem price']) * Number(row['Lineitem quantity']), 0)
  )
}

test('a sample brand can be looked around in, and goes away with one click', async () => {
  test.setTimeout(120_000)
  const launched = await openApp()
  const { page, userData } = launched
  await page.getByRole('button', { name: 'Look around with a sample brand' }).click()
  const banner = page.getByRole('complementary', { name: 'Sample brand' })
  await expect(banner).toContainText('This is a sample brand', { timeout: 60_000 })
  await choose(page, 'Period', 'All')
  await choose(page, 'Currency', 'CAD')
  const cameIn = page.getByRole('button', { name: `Came in: ${money(cameInToStore(), 'CAD')}.` })
  await expect(cameIn).toBeVisible()
  await goTo(page, 'Sales')
  await expect(page.getByText(/^[23],\d{3} sales/)).toBeVisible()

  await banner.getByRole('button').click()
  await expect(page.getByRole('textbox', { name: 'Name of the brand' })).toBeVisible()
  expect(launched.problems).toEqual([])
  await launched.close()
  const again = await openApp(userData)
  await expect(again.page.getByRole('textbox', { name: 'Name of the brand' })).toBeVisible()
  await again.close()
})
