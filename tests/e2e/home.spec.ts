import { readFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import Papa from 'papaparse'
import { expect, type Page, test } from 'playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { cents, choose, fixture, money, plain } from './figures.ts'
import { freshFolder, removeFolders, stubSaveDialog } from './launch.ts'
import { closeMessages, openApp, openBrandWith } from './person.ts'

test.afterAll(removeFolders)

const items = fixture('etsy-sold-order-items-2024.csv')
type Item = Readonly<Record<string, string>>
const { data: rows } = Papa.parse<Item>(readFileSync(items, 'utf8'), { header: true, skipEmptyLines: true })

/** Prices of what was sold by a column of the file, the largest first; read by this test, not by the app. */
function grossBy(column: string): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>()
  for (const row of rows.filter(({ Currency }) => Currency === 'USD')) {
    const key = row[column] ?? ''
    sums.set(key, (sums.get(key) ?? 0) + cents(row['Price']) * Number(row['Quantity']))
  }
  return [...sums].toSorted((one, other) => other[1] - one[1])
}

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const axe = async (page: Page) =>
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([])
const goHome = (page: Page) => page.getByRole('navigation').getByRole('link', { name: 'Home' }).click()

test('Home names what sells best, is arranged by the person, and becomes a page', async () => {
  test.setTimeout(150_000)
  const launched = await openBrandWith([items])
  const { page, userData } = launched
  await closeMessages(page)
  await goHome(page)
  await choose(page, 'Period', 'All')
  const [best] = grossBy('Item Name')
  if (best === undefined) throw new Error('the fixture sells nothing')
  const product = card(page, 'Top products').getByRole('listitem').filter({ hasText: best[0] }).first()
  await expect(product).toContainText(`${plain(best[1])} gross`)
  await product.getByRole('button').click()
  await expect(page.getByRole('heading', { name: best[0] })).toBeVisible()
  await goHome(page)
  await expect(card(page, 'New and returning buyers')).toBeVisible()
  await axe(page)

  await page.getByRole('button', { name: 'Arrange' }).click()
  const menu = page.getByRole('dialog', { name: 'Cards on Home' })
  await menu.getByRole('switch', { name: 'What platforms charged' }).click({ force: true })
  await menu.getByRole('button', { name: 'Move “Refunds” up' }).focus()
  for (let steps = 0; steps < 7; steps++) await page.keyboard.press('Enter')
  await axe(page)
  await page.keyboard.press('Escape')
  await expect(card(page, 'What platforms charged')).toHaveCount(0)
  // four figures stand above the cards
  const first = (of: Page) => of.getByRole('main').getByRole('heading', { level: 2 }).nth(4)
  await expect(first(page)).toHaveText('Refunds')
  await launched.close()

  const again = await openApp(userData)
  await goHome(again.page)
  await expect(first(again.page)).toHaveText('Refunds')
  await expect(card(again.page, 'What platforms charged')).toHaveCount(0)
  await again.page.getByRole('button', { name: 'Arrange' }).click()
  const cards = again.page.getByRole('list', { name: 'Cards in their order' }).getByRole('listitem')
  await cards.filter({ hasText: 'Best days' }).dragTo(cards.first())
  await expect(cards.first()).toContainText('Best days')
  await again.page.getByRole('button', { name: 'As designed' }).click()
  await again.page.getByText('Home is arranged as designed.').waitFor()
  await again.page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await expect(first(again.page)).toHaveText('Best days')
  await again.page.getByRole('button', { name: 'Arrange' }).click()
  await again.page.getByRole('button', { name: 'As designed' }).click()
  await again.page.keyboard.press('Escape')
  await expect(first(again.page)).toHaveText('Where the money comes from')
  expect(again.problems).toEqual([])
  await again.close()
})

const orders = fixture('etsy-sold-orders-2024.csv')

/** What Etsy says it paid out for the orders of March in dollars: after its fees and, where there was one, the refund. */
function keptInMarch(): number {
  const { data } = Papa.parse<Item>(readFileSync(orders, 'utf8'), { header: true, skipEmptyLines: true })
  return data
    .filter((row) => row['Currency'] === 'USD' && row['Sale Date']?.startsWith('03/'))
    .map((row) => cents(row['Adjusted Net Order Amount']) || cents(row['Order Net']))
    .reduce((sum, net) => sum + net, 0)
}

test('the report of a month is one page with that month’s figures', async () => {
  test.setTimeout(120_000)
  const launched = await openBrandWith([orders])
  const { page, app } = launched
  await closeMessages(page)
  await goHome(page)
  await page.getByRole('button', { name: 'Report' }).click()
  const dialog = page.getByRole('dialog', { name: 'Monthly report' })
  const kept = keptInMarch()
  await expect(dialog.getByText(money(kept)).first()).toBeVisible()
  await axe(page)
  const path = join(await freshFolder(), 'march.pdf')
  await stubSaveDialog(app, path)
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click()
  await expect(page.getByText('Saved as march.pdf.')).toBeVisible()
  const bytes = await readFile(path)
  expect(bytes.toString('latin1')).toContain('+Inter-Regular') // a font, and not drawings of its letters
  expect(bytes.toString('latin1')).not.toContain('/Type3')
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  expect(pdf.numPages).toBe(1)
  const { text } = await extractText(pdf, { mergePages: true })
  expect(text).toContain(money(kept))
  expect(text).toContain('Tide & Fern')
  expect(text).toContain('March 2024')
  expect(launched.problems).toEqual([])
  await launched.close()
})
