import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'playwright/test'
import { cents, choose, etsyOrderFigures, expectedOf, fixture } from './figures.ts'
import { freshFolder, removeFolders, stubSaveDialog } from './launch.ts'
import { closeMessages, goTo, openBrandWith, ownFile } from './person.ts'

test.afterAll(removeFolders)

const orders = 'etsy-sold-orders-2024.csv'
const items = 'etsy-sold-order-items-2024.csv'
const usd = etsyOrderFigures(expectedOf(orders), 'USD')
const evil = { buyer: '=HYPERLINK(""http://x.example"",""Bo"")', title: "@SUM(1+1)*cmd|' /C calc'!A0" }

const isFormula = (cell: string) => /^\s*[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)
const recordsOf = (path: string) =>
  Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data

test('what is exported is what the list and the chart say, and no cell of it is a formula', async () => {
  const launched = await openBrandWith([
    await ownFile(orders, readFileSync(fixture(orders), 'utf8').replaceAll('"Bo Ng"', `"${evil.buyer}"`)),
    await ownFile(
      items,
      readFileSync(fixture(items), 'utf8').replaceAll('Ring Dish, Hand&#39;s Width', evil.title),
    ),
  ])
  const { app, page } = launched
  const folder = await freshFolder()

  const list = join(folder, 'list.csv')
  await stubSaveDialog(app, list)
  await goTo(page, 'Sales')
  await closeMessages(page)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const choices = page.getByRole('dialog', { name: 'Export as a table' })
  await choices.getByText('All there are').click()
  await choices.getByText('CSV').click()
  await choices.getByRole('button', { name: 'Save as…' }).click()
  await expect(page.getByText('Saved as list.csv')).toBeVisible()
  const [header = [], ...sales] = recordsOf(list)
  const sum = (column: string) =>
    sales
      .filter((sale) => sale[header.indexOf('Currency')] === 'USD')
      .reduce((all, sale) => all + cents(sale[header.indexOf(column)]), 0)
  expect(sum('Gross')).toBe(usd.gross)
  expect(sum('Kept')).toBe(usd.kept)
  expect(sales.flat().some((cell) => cell.includes('HYPERLINK'))).toBe(true)
  expect(sales.flat().some((cell) => cell.includes('@SUM'))).toBe(true)
  expect(sales.flat().filter(isFormula)).toEqual([])

  const chart = join(folder, 'chart.csv')
  await stubSaveDialog(app, chart)
  await goTo(page, 'Home')
  await choose(page, 'Show by', 'Product')
  await expect(page.getByRole('list', { name: 'Parts of the mix' })).toContainText('@SUM')
  await page.getByRole('button', { name: 'Save “Where the money comes from” as CSV' }).click()
  await expect(page.getByText('Saved as chart.csv')).toBeVisible()
  const cells = recordsOf(chart).flat()
  expect(cells.some((cell) => cell.includes('@SUM'))).toBe(true)
  expect(cells.filter(isFormula)).toEqual([])
  expect(launched.problems).toEqual([])
  await launched.close()
})
