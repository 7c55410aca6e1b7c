import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from 'playwright/test'
import { project } from './launch.ts'

export const fixture = (name: string): string => join(project, 'tests', 'fixtures', 'commerce', name)

/** What was computed apart from the app, as decimal text by currency and figure. */
export type Expected = {
  readonly counts: Readonly<Record<string, number>>
  readonly totals: Readonly<Record<string, Readonly<Record<string, string>>>>
}
export const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(fixture(name.replace(/\.csv$/, '.expected.json')), 'utf8')) as Expected

/** Decimal text as whole cents: figures are added and compared without a float. */
export function cents(decimal: string | undefined): number {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(decimal ?? '0') ?? []
  if (whole === undefined) throw new Error(`not an amount: ${decimal}`)
  return Number(`${sign}${whole}${fraction.padEnd(2, '0')}`)
}

const minus = (text: string) => text.replace('-', '\u2212')
/** How a person in the US reads an amount of cents; by this test's own call, not by the app's. */
export const money = (amount: number, currency = 'USD'): string =>
  minus(new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount / 100))
export const plain = (amount: number): string =>
  minus(
    new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
      amount / 100,
    ),
  )

/** The figures of one currency, in cents; what goes out is positive here as in the expected files. */
export type Figures = {
  readonly gross: number
  readonly discounts?: number
  readonly shipping?: number
  readonly tips?: number
  readonly other?: number
  readonly refunds?: number
  readonly fees?: number
  readonly kept: number
}

/** The figures a file of Etsy orders must give by itself: see the words of its expected file. */
export function etsyOrderFigures(expected: Expected, currency: string): Figures {
  const of = (name: string) => cents(expected.totals[currency]?.[name])
  const fees = of('processingFees') - of('feesCredited')
  const other = of('orderNet') + of('processingFees') - (of('itemsGross') - of('discounts') + of('shipping'))
  const kept =
    expected.totals[currency]?.['netAfterRefunds'] === undefined ? of('orderNet') : of('netAfterRefunds')
  return {
    gross: of('itemsGross'),
    discounts: of('discounts'),
    shipping: of('shipping'),
    other,
    refunds: of('refundsGross'),
    fees,
    kept,
  }
}

const steps = [
  ['Prices', 'gross', 1],
  ['Discounts', 'discounts', -1],
  ['Shipping', 'shipping', 1],
  ['Tips', 'tips', 1],
  ['Other', 'other', 1],
  ['Refunds', 'refunds', -1],
  ['Fees', 'fees', -1],
  ['Kept', 'kept', 1],
] as const

const waterfall = 'From prices to what you keep'

/** Home must show exactly these figures of all time in this currency: at its top, and step by step in the table of its waterfall. */
export async function expectOnHome(
  page: Page,
  figures: Figures,
  currency = 'USD',
  { shown = currency, timeout = 10_000 } = {},
) {
  await page.getByRole('link', { name: 'Home' }).click()
  await choose(page, 'Period', 'All')
  const choices = page.getByRole('radiogroup', { name: 'Currency' })
  if (await choices.isVisible()) await choose(page, 'Currency', shown)
  const asTable = page.getByRole('button', { name: `Show “${waterfall}” as a table` })
  const table = page.getByRole('table', { name: waterfall })
  await expect(asTable.or(table).first()).toBeVisible({ timeout })
  if (await asTable.isVisible()) await asTable.click()
  for (const [name, figure, sign] of steps) {
    const amount = figures[figure] ?? 0
    const row = table.getByRole('row').filter({ has: page.getByRole('cell', { name, exact: true }) })
    if (amount === 0 && figure !== 'gross' && figure !== 'kept') await expect(row).toHaveCount(0, { timeout })
    else await expect(row.getByRole('cell').nth(1)).toHaveText(plain(amount * sign), { timeout })
  }
  const top = page.getByRole('region', { name: 'What came in and what stayed' })
  const said = [
    ['Refunded', figures.refunds ?? 0],
    ['Platforms charged', figures.fees ?? 0],
    ['You kept', figures.kept],
  ] as const
  for (const [name, amount] of said) {
    const figure = top.getByRole('button', { name: `${name}: ${money(amount, currency)}.` })
    await expect(figure).toBeVisible({ timeout })
  }
}

/** One of a row of choices. */
export async function choose(page: Page, group: string, option: string): Promise<void> {
  const choices = page.getByRole('radiogroup', { name: group, exact: true })
  await choices.getByText(option, { exact: true }).click()
  await expect(choices.getByRole('radio', { name: option, exact: true })).toBeChecked()
}
