import { readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, type Page, test } from 'playwright/test'
import { fixture } from './figures.ts'
import { dropFiles, freshFolder, killAll, type Launched, removeFolders } from './launch.ts'
import { goTo, openApp, openBrandWith, ownFile, preview } from './person.ts'
import { claimImport, readStore } from './storage.ts'

test.afterAll(removeFolders)
test.describe.configure({ mode: 'serial' })

const orders = fixture('etsy-sold-orders-2024.csv')
const before = 14
const added = 30_000
let base = ''
let large = ''

test.beforeAll(async () => {
  const [header = '', ...lines] = readFileSync(orders, 'utf8').trimEnd().split('\n')
  const rows = lines.filter((line) => /^\d.*\d$|^\d.*,[\w-]*$/.test(line) && line.split('"').length % 2 === 1)
  const many = Array.from({ length: added }, (_, at) =>
    (rows[at % rows.length] ?? '').replace(/3105550\d{3}/, String(4_000_000_000 + at)),
  )
  large = await ownFile('large.csv', [header, ...many].join('\n'))
  const launched = await openBrandWith([orders])
  base = launched.userData
  await launched.close()
})

/** The brand with its first import, in a folder of its own. */
async function openCopy(): Promise<Launched> {
  const copy = await freshFolder()
  await cp(base, copy, { recursive: true })
  const launched = await openApp(copy)
  await expectSales(launched.page, before)
  return launched
}

async function expectSales(page: Page, count: number): Promise<void> {
  await goTo(page, 'Sales')
  await expect(page.getByText(new RegExp(`^${count.toLocaleString('en-US')} sales`))).toBeVisible({
    timeout: 30_000,
  })
}

const orphans = async (page: Page): Promise<number> => {
  const known = new Set((await readStore(page, 'imports')).map(({ id }) => id))
  const pages = await readStore(page, 'pages')
  return pages.filter(({ importId }) => !known.has(importId)).length
}

async function openPreview({ page }: Launched): Promise<void> {
  await dropFiles(page, [large])
  await expect(preview(page).getByText(`${added.toLocaleString('en-US')} new sales`)).toBeVisible({
    timeout: 60_000,
  })
}

/** The same sequence on every run. */
function* seeded(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    yield state / 4_294_967_296
  }
}

test('killed at any moment of an import, the app is as before or has all of it, and sweeps what was half done', async () => {
  test.setTimeout(240_000)
  const random = seeded(20_240_415)
  const tally = { rounds: 0, acknowledged: 0, present: 0, lost: 0, halfImports: 0 }
  for (const moment of ['reading', 'reading', 'saving', 'saving', 'acknowledged']) {
    const launched = await openCopy()
    const { page } = launched
    if (moment === 'reading') await dropFiles(page, [large])
    else {
      await openPreview(launched)
      await preview(page)
        .getByRole('button', { name: /^Import / })
        .click()
    }
    const done = page.getByRole('dialog', { name: /^Imported into / })
    if (moment === 'acknowledged') await done.waitFor({ timeout: 60_000 })
    else await wait(random.next().value * (moment === 'reading' ? 1500 : 250))
    const acknowledged = await done.isVisible()
    await killAll(launched)

    const again = await openApp(launched.userData)
    const present = await presentAfter(again.page)
    tally.rounds++
    tally.acknowledged += Number(acknowledged)
    tally.present += Number(present === before + added)
    tally.lost += Number(acknowledged && present !== before + added)
    tally.halfImports += Number(present !== before && present !== before + added)
    await expect.poll(() => orphans(again.page)).toBe(0)
    expect(again.problems).toEqual([])
    await again.close()
  }
  test.info().annotations.push({ type: 'kill -9', description: JSON.stringify(tally) })
  expect(tally).toMatchObject({ rounds: 5, lost: 0, halfImports: 0 })
  expect(tally.present).toBeGreaterThanOrEqual(tally.acknowledged)
})

async function presentAfter(page: Page): Promise<number> {
  await goTo(page, 'Sales')
  const count = page.getByText(/^[\d,]+ sales/)
  await count.waitFor({ timeout: 30_000 })
  return Number((await count.textContent())?.split(' ')[0]?.replaceAll(',', ''))
}

test('what was only looked at is on the disk, counts for nothing and is swept; a record alone makes it count', async () => {
  test.setTimeout(120_000)
  const looked = await openCopy()
  await openPreview(looked)
  const pending = (await readStore(looked.page, 'pages')).filter(({ entries }) => Number(entries) > 1000)
  expect(pending.length).toBeGreaterThan(0)
  await killAll(looked)
  const swept = await openApp(looked.userData)
  await expectSales(swept.page, before)
  await expect.poll(() => orphans(swept.page)).toBe(0)
  await swept.close()

  const claimed = await openCopy()
  await openPreview(claimed)
  const pages = await readStore(claimed.page, 'pages')
  const importId = String(pages.find(({ entries }) => Number(entries) > 1000)?.['importId'])
  const own = pages.filter((page) => page['importId'] === importId)
  const entries = own.reduce((sum, page) => sum + Number(page['entries']), 0)
  await claimImport(claimed.page, importId, { pages: own.length, entries })
  await killAll(claimed)
  const counted = await openApp(claimed.userData)
  await expectSales(counted.page, before + added)
  await counted.close()
})
