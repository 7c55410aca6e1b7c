import type { Page } from 'playwright'
import { amount, money, since, whole } from './app.ts'
import type { OpenApp } from './app.ts'
import { rareWord } from './orders.ts'
import type { ExportFile } from './generate.ts'
import { untilPainted } from './painted.ts'
import { median } from './results.ts'

/** One thing a person does, and what must then stand where. */
type Step = {
  /** Not given: a way to the next step, not measured. */
  readonly name?: string
  readonly act: (page: Page) => Promise<unknown>
  readonly texts: readonly string[]
  readonly within?: string
  readonly starts?: 'click' | 'input'
}

const option = (name: string) => (page: Page) => page.getByText(name, { exact: true }).first().click()
const go = (name: string) => (page: Page) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
const sort = (name: string) => (page: Page) =>
  page.getByRole('columnheader', { name }).getByRole('button').click()
const sorted = (direction: 'ascending' | 'descending') =>
  `[role=grid][aria-busy="false"] [role=columnheader][aria-sort="${direction}"]`
const firstRow = '[role=grid][aria-busy="false"] [role=row][aria-rowindex="2"]'
const shares = 'ul[aria-label="Parts of the mix"]'

function steps({ expected, path }: ExportFile): readonly Step[] {
  const { counted, sales, largest, bestSeller, months } = expected
  const all = `${whole(sales)} sales`
  const [month, year] = [months['2025-06'], since(expected, '2025-01')]
  return [
    { name: 'Home: all time', act: option('All'), texts: [money(counted.kept)] },
    { name: 'Home: by shop', act: option('Shop'), texts: ['Etsy', amount(counted.kept)], within: shares },
    {
      name: 'Home: by stream',
      act: option('Stream'),
      texts: ['Physical products', amount(counted.kept)],
      within: shares,
    },
    { name: 'Home: this month', act: option('This month'), texts: [money(month?.kept ?? 0)] },
    { name: 'Home: twelve months', act: option('12 months'), texts: [money(since(expected).kept)] },
    { name: 'Home: by product', act: option('Product'), texts: [bestSeller], within: shares },
    { name: 'Sales: open', act: go('Sales'), texts: [all, amount(counted.kept), '3200000000'] },
    { name: 'Sales: by order', act: sort('Order'), texts: [String(3_200_000_001 - sales)], within: firstRow },
    { name: 'Sales: by date', act: sort('Date'), texts: [date(expected.to)], within: firstRow },
    { name: 'Sales: by buyer', act: sort('Buyer'), texts: ['Buyer'], within: sorted('ascending') },
    { name: 'Sales: by shop', act: sort('Shop'), texts: ['Shop'], within: sorted('ascending') },
    { name: 'Sales: by gross', act: sort('Gross'), texts: [amount(largest.gross)], within: firstRow },
    { name: 'Sales: by refunds', act: sort('Refunds'), texts: ['Refunds'], within: sorted('descending') },
    { name: 'Sales: by fees', act: sort('Fees'), texts: ['Fees'], within: sorted('descending') },
    { name: 'Sales: by kept', act: sort('Kept'), texts: [amount(largest.kept)], within: firstRow },
    { act: (page) => page.getByRole('button', { name: 'Period' }).click(), texts: ['This year'] },
    {
      name: 'Sales: this year',
      act: option('This year'),
      texts: [`${whole(year.sales)} sales`, amount(year.kept)],
    },
    { act: option('Clear filters'), texts: [all] },
    {
      name: 'Sales: by a word of the product',
      act: (page) => page.getByRole('textbox', { name: 'Search order, buyer or product' }).fill(rareWord),
      texts: [`${whole(expected.withRareWord)} sales`],
      starts: 'input',
    },
    { act: option('Clear filters'), texts: [all] },
    // a list is come back to as it was left
    { act: sort('Date'), texts: [date(expected.to)], within: firstRow },
    {
      name: 'Sales: one sale',
      act: (page) => page.locator(firstRow).click(),
      texts: ['Came in'],
      within: 'aside',
    },
    { name: 'Imports: open', act: go('Imports'), texts: [path.split('/').at(-1) ?? ''] },
    { name: 'Settings: open', act: go('Settings'), texts: ['Settings'], within: 'h1' },
    { name: 'Home: open', act: go('Home'), texts: [money(since(expected).kept)] },
  ]
}

export type Timing = { readonly name: string; readonly ms: number }

/** Goes through the screens as a person does, several times, and says how long each took to be painted. */
export async function timeScreens(
  { page }: OpenApp,
  file: ExportFile,
  rounds: number,
): Promise<readonly Timing[]> {
  const times = new Map<string, number[]>()
  const leaveDialog = page.getByRole('button', { name: 'Go to Home' })
  if (await leaveDialog.isVisible()) await leaveDialog.click()
  for (let round = 0; round < rounds; round++) {
    for (const { name, act, texts, ...how } of steps(file)) {
      await page.waitForTimeout(200) // what came before has come to rest
      const ms = await untilPainted(page, texts, () => act(page), how)
      if (name !== undefined) times.set(name, [...(times.get(name) ?? []), ms])
    }
  }
  return [...times].map(([name, found]) => ({ name, ms: median(found) }))
}

const date = (day: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
