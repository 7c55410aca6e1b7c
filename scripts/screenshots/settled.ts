import type { Page } from 'playwright'
import type { OpenedApp } from './openApp.ts'

/** Throws unless the window shows a finished screen: its figure, its fonts, nothing on its way and nothing broken. */
export async function untilSettled(
  { page, errors }: OpenedApp,
  figure: string,
  charts: number,
): Promise<void> {
  await page.getByText(figure, { exact: false }).first().waitFor({ timeout: 60_000 })
  await page.waitForFunction(isQuiet, undefined, { timeout: 30_000 })
  await page.waitForFunction(hasDrawn, charts, { timeout: 30_000 })
  const unloaded = await page.evaluate(unloadedFonts)
  if (unloaded.length > 0) throw new Error(`fonts are not loaded: ${unloaded.join(', ')}`)
  if (await page.getByText('Something in the app broke').isVisible())
    throw new Error('the error screen is shown')
  if (errors.length > 0) throw new Error(`the window logged errors:\n${errors.join('\n')}`)
  await twoFrames(page)
}

/** Nothing turns, nothing is a placeholder, nothing says that it is busy. */
const isQuiet = () =>
  ['.mantine-Loader-root', '.mantine-Skeleton-root', '[aria-busy="true"]', '[data-loading]'].every(
    (selector) => document.querySelector(selector) === null,
  )

/** So many charts have their bars; one that is still loaded is not there at all. */
const hasDrawn = (charts: number) =>
  [...document.querySelectorAll('.recharts-wrapper')].filter((chart) =>
    chart.querySelector('.recharts-rectangle'),
  ).length >= charts

async function unloadedFonts(): Promise<readonly string[]> {
  await document.fonts.ready
  const used = [...document.fonts].filter(({ status }) => status === 'error' || status === 'loading')
  const body = getComputedStyle(document.body).fontFamily
  return document.fonts.check(`14px ${body}`) ? used.map(({ family }) => family) : [body]
}

const twoFrames = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
