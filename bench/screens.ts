import type { Page } from 'playwright'
import { amount, money, since, whole } from './app.ts'
import type { OpenApp } from './app.ts'
import { muchBought, searchedName } from './expected.ts'
import type { Expected } from './expected.ts'
import { rareWord } from './orders.ts'
import type { ExportFile } from './generate.ts'
import { untilPainted } from './painted.ts'
import { median } from './results.ts'

/** One thing a person does, and what must then stand where. */
type Step = {
  /** Not given: a way to the next step, not measured. */
  readonly name?: string
  /** What comes before it and is not measured. */
  readonly prepare?: (page: Page) => Promise<unknown>
  readonly act: (page: Page) => Promise<unknown>
  readonly texts: readonly string[]
  readonly within?: string
  readonly starts?: 'click' | 'input'
}

const option = (name: string) => (page: Page) => page.getByText(name, { exact: true }).first().click()
const go = (name: string) => (page: Page) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
const button = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click()
const type = (field: string, text: string) => (page: Page) =>
  page.getByLabel(field, { exact: true }).fill(text)
const hit = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('option').filter({ hasText: name }).first()
const checkbox = (name: string) => (page: Page) => page.getByRole('checkbox', { name, exact: true }).click()
const sort = (name: string) => (page: Page) =>
  page.getByRole('columnheader', { name, exact: true }).getByRole('button').click()
const list = '[role=grid][aria-busy="false"]'
const sorted = (direction: 'ascending' | 'descending') =>
  `${list} [role=columnheader][aria-sort="${direction}"]`
const firstRow = `${list} [role=row][aria-rowindex="2"]`
const shares = 'ul[aria-label="Parts of the mix"]'

/** By that column, and what then stands in the first row; without that, the arrow beside its title once the rows are there. */
const by = (list: string, title: string, direction: 'ascending' | 'descending', first?: string): Step => ({
  name: `${list}: by ${title.toLowerCase()}`,
  act: sort(title),
  texts: [first ?? title],
  within: first === undefined ? sorted(direction) : firstRow,
})
const cleared = (all: string): Step => ({ act: option('Clear filters'), texts: [all] })
const thisYear = (name: string, texts: readonly string[]): readonly Step[] => [
  { act: button('Period'), texts: ['This year'] },
  { name, act: option('This year'), texts },
]

/** The cards below fill in once nobody waits for the figures. */
const topProducts = 'ul[aria-label="Top products"]'

function homeSteps({ counted, bestSeller, months, ...expected }: Expected): readonly Step[] {
  const month = months['2025-06']
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
    {
      name: 'Home: twelve months',
      act: option('12 months'),
      texts: [money(since({ ...expected, counted, bestSeller, months }).kept)],
    },
    { name: 'Home: by product', act: option('Product'), texts: [bestSeller], within: shares },
    {
      name: 'Home: all time, until the top products stand',
      act: option('All'),
      texts: [amount(expected.bestEverGross)],
      within: topProducts,
    },
    { act: option('12 months'), texts: [money(since({ ...expected, counted, bestSeller, months }).kept)] },
  ]
}

function salesSteps(expected: Expected): readonly Step[] {
  const { counted, sales, largest, bestEver, bestEverSales } = expected
  const all = `${whole(sales)} sales`
  const year = since(expected, '2025-01')
  return [
    { name: 'Sales: open', act: go('Sales'), texts: [all, amount(counted.kept)] },
    by('Sales', 'Order', 'ascending', String(3_200_000_001 - sales)),
    by('Sales', 'Buyer', 'ascending'),
    by('Sales', 'Shop', 'ascending'),
    by('Sales', 'Gross', 'descending', amount(largest.gross)),
    by('Sales', 'Refunds', 'descending'),
    by('Sales', 'Fees', 'descending'),
    by('Sales', 'Kept', 'descending', amount(largest.kept)),
    by('Sales', 'Date', 'descending', date(expected.to)),
    ...thisYear('Sales: this year', [`${whole(year.sales)} sales`, amount(year.kept)]),
    cleared(all),
    {
      name: 'Sales: by a word of the product',
      act: type('Search order, buyer or product', rareWord),
      texts: [`${whole(expected.withRareWord)} sales`],
      starts: 'input',
    },
    cleared(all),
    { name: 'Sales: refunded', act: button('Refunded'), texts: ['No sale matches these filters'] },
    cleared(all),
    {
      name: 'Sales: by a product',
      prepare: async (page) => {
        await button('Product')(page)
        await type('Find a product', bestEver)(page)
        await hit(page, bestEver).waitFor()
      },
      act: (page) => hit(page, bestEver).click(),
      texts: [`${whole(bestEverSales)} sales, amounts in`],
    },
    cleared(all),
    {
      name: 'Sales: by a status',
      prepare: button('Status'),
      act: (page) => page.getByRole('checkbox', { name: 'Hidden', exact: true }).click(),
      texts: ['No sale matches these filters'],
    },
    cleared(all),
    {
      name: 'Sales: by an amount',
      prepare: async (page) => {
        await button('Amount')(page)
        await type('At least', amount(largest.gross))(page)
      },
      act: button('Apply'),
      texts: [amount(largest.gross)],
      within: firstRow,
    },
    cleared(all),
    {
      name: 'Sales: one sale',
      act: (page) => page.locator(firstRow).click(),
      texts: ['Came in'],
      within: 'aside',
    },
  ]
}

function productSteps({ listings, bestEver, rareProducts }: Expected): readonly Step[] {
  const all = `${whole(listings)} products`
  return [
    { name: 'Products: open', act: go('Products'), texts: [all] },
    by('Products', 'Product', 'ascending'),
    by('Products', 'SKU', 'ascending'),
    by('Products', 'Pieces', 'descending'),
    by('Products', 'Last sold', 'descending'),
    by('Products', 'Gross', 'descending', bestEver),
    by('Products', 'Kept', 'descending'),
    {
      name: 'Products: by a word',
      act: type('Search product or SKU', rareWord),
      texts: [`${whole(rareProducts)} products`],
      starts: 'input',
    },
    cleared(all),
    {
      name: 'Products: never sold',
      prepare: button('Status'),
      act: checkbox('Never sold'),
      texts: ['No product matches these filters'],
    },
    cleared(all),
    {
      name: 'Products: one product',
      act: (page) => page.locator(firstRow).click(),
      texts: [bestEver],
      within: 'h1',
    },
  ]
}

function clientSteps(expected: Expected): readonly Step[] {
  const { buyers, returning, namesakes, ofThisYear, newThisYear, boughtMuch, mostSales } = expected
  const all = `${whole(buyers)} clients`
  return [
    { name: 'Clients: open', act: go('Clients'), texts: [all] },
    by('Clients', 'Name', 'ascending'),
    by('Clients', 'Last sale', 'descending'),
    by('Clients', 'Gross', 'descending'),
    by('Clients', 'Kept', 'descending'),
    by('Clients', 'Sales', 'descending', String(mostSales)),
    {
      name: 'Clients: bought again',
      prepare: button('Buyers'),
      act: checkbox('Bought again'),
      texts: [`${whole(returning)} clients`],
    },
    cleared(all),
    ...thisYear('Clients: this year', [`${whole(ofThisYear)} clients`]),
    {
      name: 'Clients: new this year',
      prepare: button('Buyers'),
      act: checkbox('New in the period'),
      texts: [`${whole(newThisYear)} clients`],
    },
    cleared(all),
    {
      name: 'Clients: by what they bought for',
      prepare: async (page) => {
        await button('Bought for')(page)
        await type('At least', amount(muchBought))(page)
      },
      act: button('Apply'),
      texts: [`${whole(boughtMuch)} clients`],
    },
    cleared(all),
    {
      name: 'Clients: by a name',
      act: type('Name, e-mail or user name', searchedName),
      texts: [`${whole(namesakes)} clients`],
      starts: 'input',
    },
    cleared(all),
    {
      name: 'Clients: one client',
      act: (page) => page.locator(firstRow).click(),
      texts: ['What happened'],
    },
  ]
}

const steps = ({ expected, path }: ExportFile): readonly Step[] => [
  ...homeSteps(expected),
  ...salesSteps(expected),
  ...productSteps(expected),
  ...clientSteps(expected),
  { name: 'Imports: open', act: go('Imports'), texts: [path.split('/').at(-1) ?? ''] },
  { name: 'Backups: open', act: go('Backups'), texts: ['Backups'], within: 'h1' },
  { name: 'Settings: open', act: go('Settings'), texts: ['Settings'], within: 'h1' },
  { name: 'Home: open', act: go('Home'), texts: [money(since(expected).kept)] },
]

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
    for (const { name, prepare, act, texts, ...how } of steps(file)) {
      await prepare?.(page)
      await page.waitForTimeout(200) // what came before has come to rest
      const ms = await untilPainted(page, texts, () => act(page), { ...how, patience: 30_000 })
      if (name !== undefined) times.set(name, [...(times.get(name) ?? []), ms])
    }
  }
  return [...times].map(([name, found]) => ({ name, ms: median(found) }))
}

const date = (day: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
