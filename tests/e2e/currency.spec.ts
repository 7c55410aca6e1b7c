import { expect, test } from 'playwright/test'
import {
  choose,
  etsyOrderFigures,
  expectOnHome,
  expectedOf,
  type Figures,
  fixture,
  money,
} from './figures.ts'
import { removeFolders } from './launch.ts'
import { goTo, openApp, openBrandWith, pick } from './person.ts'

test.afterAll(removeFolders)

const expected = expectedOf('etsy-sold-orders-2024.csv')
const usd = etsyOrderFigures(expected, 'USD')
const eur = etsyOrderFigures(expected, 'EUR')
/** With this rate no converted figure has to be rounded. */
const converted = (cents: number) => (cents * 12) / 10

test('all currencies in one count only what has a rate; a typed rate brings the rest in', async () => {
  const launched = await openBrandWith([fixture('etsy-sold-orders-2024.csv')])
  const { page } = launched
  await expectOnHome(page, usd, 'USD', { shown: 'All in USD' })
  const outside = page.getByRole('list', { name: 'Not in these figures' })
  await expect(outside).toContainText('Without a rate to USD')
  await expect(outside).toContainText(money(4990, 'EUR'))
  await outside.getByRole('button', { name: 'Type a rate' }).click()

  await pick(page, 'One', 'EUR – Euro')
  await page.getByRole('textbox', { name: 'costs' }).fill('1.2')
  await page.getByRole('textbox', { name: 'on', exact: true }).fill('2024-01-05')
  await page.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByRole('cell', { name: '1 EUR = 1.2 USD', exact: true })).toBeVisible()

  const names = ['gross', 'discounts', 'shipping', 'other', 'refunds', 'fees', 'kept'] as const
  const both = Object.fromEntries(names.map((name) => [name, (usd[name] ?? 0) + converted(eur[name] ?? 0)]))
  await expectOnHome(page, both as Figures, 'USD', { shown: 'All in USD' })
  await expectOnHome(page, eur, 'EUR')
  expect(launched.problems).toEqual([])
  await launched.close()
})

test('the dark theme is kept over a restart', async () => {
  const launched = await openBrandWith([fixture('etsy-sold-orders-2024.csv')])
  await goTo(launched.page, 'Settings')
  await choose(launched.page, 'Appearance', 'Dark')
  await launched.close()
  const again = await openApp(launched.userData)
  await expect(again.page.getByRole('navigation')).toBeVisible()
  await expect(again.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  const brightness = await again.page.evaluate(() => {
    const [red = 255] = getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? []
    return red
  })
  expect(brightness).toBeLessThan(80)
  expect(again.problems).toEqual([])
  await again.close()
})
