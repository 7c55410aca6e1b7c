import { expect, type Page, test } from 'playwright/test'
import { etsyOrderFigures, expectOnHome, expectedOf, fixture } from './figures.ts'
import { dropFiles, killAll, type Launched, removeFolders } from './launch.ts'
import {
  acceptPreview,
  addBrand,
  closeMessages,
  goTo,
  openApp,
  openBrandWith,
  pick,
  switchTo,
} from './person.ts'
import {
  ageDatabase,
  cutLog,
  damagePage,
  deleteDatabases,
  forgetWitness,
  leaveHalfRecord,
  logSize,
  overwriteDatabase,
  readStore,
  truncateDatabase,
} from './storage.ts'

test.afterAll(removeFolders)

const orders = 'etsy-sold-orders-2024.csv'
const usd = etsyOrderFigures(expectedOf(orders), 'USD')

async function brandThenClosed(before: (page: Page) => Promise<void> = async () => {}): Promise<string> {
  const { page, userData, close } = await openBrandWith([fixture(orders)])
  await expectOnHome(page, usd)
  await before(page)
  await close()
  return userData
}

const losses = [
  { what: 'an emptied database', lose: deleteDatabases },
  { what: 'a database file cut short', lose: (userData: string) => truncateDatabase(userData, 8) },
  { what: 'a database file full of noise', lose: overwriteDatabase },
  { what: 'a damaged book page', lose: async () => {}, before: damagePage },
]

for (const { what, lose, before } of losses) {
  test(`${what} is noticed before anything is drawn, and the kept files bring every total back`, async () => {
    const userData = await brandThenClosed(before)
    await lose(userData)
    const launched = await openApp(userData)
    await expectRecovered(launched)
    await launched.close()
    const again = await openApp(userData)
    await expectOnHome(again.page, usd)
    await again.close()
  })
}

test('wherever a database file is cut, what is missing is said and brought back, or nothing is missing', async () => {
  const userData = await brandThenClosed()
  await truncateDatabase(userData, 2) // behind it may stand only what was stored for speed
  const launched = await openApp(userData)
  const { page, close } = launched
  const told = page.getByRole('heading', { name: 'Some of your data is missing' })
  // what is missing of a book shows only when all of it is read
  const isTold = await told.waitFor({ timeout: 8000 }).then(
    () => true,
    () => false,
  )
  if (isTold) await expectRecovered(launched)
  else await expectOnHome(page, usd)
  await close()
  const again = await openApp(userData)
  await expectOnHome(again.page, usd)
  await again.close()
})

async function openBrand(page: Page): Promise<string> {
  const name = await page.getByRole('combobox', { name: /^Brand: / }).getAttribute('aria-label')
  return name?.replace('Brand: ', '') ?? ''
}

async function expectRecovered({ page }: Launched): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Some of your data is missing')
  await expect(page.getByRole('textbox', { name: 'Name of the brand' })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Tide & Fern' })).toBeVisible()
  await expect(page.getByText('1 import file kept safely apart')).toBeVisible()
  await page.getByRole('button', { name: 'Read the kept files again' }).click()
  await expect(page.getByRole('status')).toContainText('It is back')
  await page.getByRole('button', { name: 'Open Microbrand' }).click()
  await expectOnHome(page, usd)
}

test('a log that was cut off costs only the brand behind the cut, once, and what is typed afterwards stays', async () => {
  test.setTimeout(60_000)
  const first = await openBrandWith([fixture(orders)])
  await expectOnHome(first.page, usd)
  const { userData } = first
  const whole = await logSize(userData)
  await closeMessages(first.page)
  await addBrand(first.page, 'Tide & Fern', 'Juniper')
  await dropFiles(first.page, [fixture('shopify-orders-2024.csv')])
  await acceptPreview(first.page)
  await first.close()
  await cutLog(userData, whole + Math.floor(((await logSize(userData)) - whole) / 2))

  const lost = await openApp(userData)
  await expect(lost.page.getByRole('heading', { level: 2 })).toHaveText(['Juniper'])
  await lost.page.getByRole('button', { name: 'Read the kept files again' }).click()
  await expect(lost.page.getByRole('status')).toContainText('It is back')
  await lost.page.getByRole('button', { name: 'Open Microbrand' }).click()
  await goTo(lost.page, 'Settings')
  await pick(lost.page, 'One', 'GBP – British Pound')
  await lost.page.getByRole('textbox', { name: 'costs' }).fill('1.25')
  await lost.page.getByRole('textbox', { name: 'on', exact: true }).fill('2024-01-05')
  await lost.page.getByRole('button', { name: 'Add' }).click()
  const rate = (page: Page) => page.getByRole('cell', { name: '1 GBP = 1.25 USD', exact: true })
  await expect(rate(lost.page)).toBeVisible()
  const open = await openBrand(lost.page)
  await lost.close()

  const again = await openApp(userData)
  expect(await openBrand(again.page)).toBe(open)
  await goTo(again.page, 'Settings')
  await expect(rate(again.page)).toBeVisible()
  await switchTo(again.page, open, open === 'Juniper' ? 'Tide & Fern' : 'Juniper')
  await expect(rate(again.page)).toHaveCount(0)
  if ((await openBrand(again.page)) === 'Juniper') await switchTo(again.page, 'Juniper', 'Tide & Fern')
  await expectOnHome(again.page, usd)
  expect(again.problems).toEqual([])
  await again.close()
})

test('a power cut in the middle of a record costs nothing, neither now nor at the start after', async () => {
  const launched = await openBrandWith([fixture(orders)])
  await expectOnHome(launched.page, usd)
  await killAll(launched)
  await leaveHalfRecord(launched.userData)
  for (let start = 1; start <= 2; start++) {
    const again = await openApp(launched.userData)
    await expectOnHome(again.page, usd)
    expect(again.problems).toEqual([])
    await again.close()
  }
})

test('without what main remembers, an emptied database would look like a first start', async () => {
  const userData = await brandThenClosed()
  await deleteDatabases(userData)
  await forgetWitness(userData)
  const { page, close } = await openApp(userData)
  await expect(page.getByRole('textbox', { name: 'Name of the brand' })).toBeVisible()
  await close()
})

test('a database of a newer app is refused and stays as it is', async () => {
  const { page, userData, close } = await openBrandWith([fixture(orders)])
  await expectOnHome(page, usd)
  const before = await readStore(page, 'imports')
  const version = await ageDatabase(page)
  await close()

  const later = await openApp(userData)
  await expect(later.page.getByRole('heading', { level: 1 })).toHaveText(/newer Microbrand/)
  await expect(later.page.getByRole('button', { name: /again|without/ })).toHaveCount(0)
  const databases = await later.page.evaluate(() => indexedDB.databases())
  expect(databases.find(({ name }) => name?.startsWith('brand:'))?.version).toBe(version)
  expect(await readStore(later.page, 'imports')).toEqual(before)
  await later.close()
})
