import { _electron } from 'playwright'
import type { ElectronApplication, Page } from 'playwright'
import { lastYearFrom } from './expected.ts'
import type { Expected } from './expected.ts'
import type { ExportFile } from './generate.ts'
import { untilPainted } from './painted.ts'

/** A process of root, as in a container, has no sandbox. */
export const switches: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []
/** The last day of every generated export. */
const today = '2025-06-30'

export type OpenApp = { readonly app: ElectronApplication; readonly page: Page }

export const appWords = (userData: string): string[] => [
  ...switches,
  process.cwd(),
  `--user-data=${userData}`,
  `--today=${today}`,
]

export async function openApp(userData: string): Promise<OpenApp> {
  const app = await _electron.launch({
    args: appWords(userData),
    env: { ...process.env, LANG: 'en_US.UTF-8' },
  })
  const page = await app.firstWindow()
  await page.setViewportSize({ width: 1280, height: 820 })
  return { app, page }
}

/** As a person does at the first start. */
export async function makeBrand({ page }: OpenApp): Promise<void> {
  await page.getByLabel('Name of the brand').fill('Bench')
  await page.getByLabel('Country').first().fill('United States')
  await page.getByRole('option', { name: 'United States', exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Choose files…' }).waitFor()
}

export type ImportTimes = {
  readonly toPreview: number
  readonly toPainted: number
  readonly longestTask: number
}

/** Chooses the file, looks at the preview, imports it; each is timed until its figures, the right ones, are on the screen. */
export async function importFile(
  { app, page }: OpenApp,
  { path, expected }: ExportFile,
): Promise<ImportTimes> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
    },
    [path],
  )
  await watchTasks(page)
  const button = `Import ${whole(expected.sales)} sales into Bench`
  const kept = expected.counted.kept
  const toPreview = await untilPainted(page, [button, amount(kept)], () =>
    page.getByRole('button', { name: 'Choose files…' }).click(),
  )
  await page.waitForTimeout(500) // the person looks
  const toPainted = await untilPainted(page, ['Go to Home', money(since(expected).kept)], () =>
    page.getByRole('button', { name: button }).click(),
  )
  return { toPreview, toPainted, longestTask: await longestTask(page) }
}

/** Counted from a month on, by default over the year Home shows first. Nothing is charged in these exports: what came in is kept. */
export function since(
  { months }: Expected,
  month = lastYearFrom.slice(0, 7),
): { readonly sales: number; readonly kept: number } {
  const shown = Object.entries(months).filter(([one]) => one >= month)
  return shown.reduce((sum, [, { sales, kept }]) => ({ sales: sum.sales + sales, kept: sum.kept + kept }), {
    sales: 0,
    kept: 0,
  })
}

const locale = 'en-US'
export const whole = (count: number): string => new Intl.NumberFormat(locale).format(count)
export const money = (cents: number): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' }).format(cents / 100)
export const amount = (cents: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(cents / 100)

/** Chromium reports the tasks that kept the page busy for more than 50 ms. */
const watchTasks = (page: Page) =>
  page.evaluate(() => {
    performance.clearMarks('long')
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        performance.mark('long', { startTime, detail: duration })
    }).observe({ type: 'longtask' })
  })

const longestTask = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByName('long')
      .reduce(
        (longest, entry) => Math.max(longest, entry instanceof PerformanceMark ? Number(entry.detail) : 0),
        0,
      ),
  )
