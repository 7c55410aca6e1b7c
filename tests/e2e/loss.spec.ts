import { expect, type Page, test } from 'playwright/test'
import { etsyOrderFigures, expectOnHome, expectedOf, fixture } from './figures.ts'
import { type Launched, removeFolders } from './launch.ts'
import { openApp, openBrandWith } from './person.ts'
import {
  ageDatabase,
  damagePage,
  deleteDatabases,
  forgetWitness,
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

// The engine goes on writing behind a record that was cut off, and wipes all of it at the next start: noticed again.
const losses = [
  { what: 'an emptied database', lose: deleteDatabases, rounds: 1 },
  { what: 'a database file cut in half', lose: truncateDatabase, rounds: 2 },
  { what: 'a database file full of noise', lose: overwriteDatabase, rounds: 1 },
  { what: 'a damaged book page', lose: async () => {}, before: damagePage, rounds: 1 },
]

for (const { what, lose, before, rounds } of losses) {
  test(`${what} is noticed before anything is drawn, and the kept files bring every total back`, async () => {
    const userData = await brandThenClosed(before)
    await lose(userData)
    for (let round = 1; round <= rounds; round++) {
      const launched = await openApp(userData)
      await expectRecovered(launched)
      await launched.close()
    }
    const again = await openApp(userData)
    await expectOnHome(again.page, usd)
    await again.close()
  })
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
