// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { notifications } from '@mantine/notifications'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBrand } from '#data/brands.ts'
import { listBrands } from '#data/registry.ts'
import { startApp } from '#data/start.ts'
import { sampleProfile } from '#shared/sample/sampleBrand.ts'
import type { Api, ChosenFile, Command } from '#shared/ipc/contract.ts'
import { createTestWorld, emptyStorage } from '#workers/testWorld.ts'
import { createCatalogue } from './i18n.ts'
import { Root } from './Root.tsx'
import { begin } from './stage.ts'

const fixture = (name: string) => readFileSync(`tests/fixtures/commerce/${name}`)
const expected = JSON.parse(fixture('shopify-orders-2024.expected.json').toString('utf8')) as {
  readonly totalsPaid: Readonly<Record<string, Readonly<Record<string, string>>>>
}
/** Whole cents of the fixture's own figures. */
const cents = (currency: string, name: string) =>
  Number((expected.totalsPaid[currency]?.[name] ?? '').replace('.', ''))
const written = (minor: number, currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(`${minor}e-2` as `${number}`)

beforeEach(async () => {
  await emptyStorage()
  window.location.hash = ''
  Object.defineProperty(navigator, 'storage', { configurable: true, value: { persist: async () => true } })
})
afterEach(() => {
  cleanup()
  notifications.clean()
  vi.restoreAllMocks()
})

/** The window of a new machine, whose person chooses `files` when asked. */
async function openWindow(files: Readonly<Record<string, Uint8Array>> = {}, world = createTestWorld()) {
  const listeners = new Set<(command: Command) => void>()
  const errors: string[] = []
  const chosen: readonly ChosenFile[] = world.choose(files)
  const api: Api = {
    ...world.api,
    chooseFiles: async () => ({ ok: true, files: [...chosen], refused: [] }),
    openedFiles: async () => ({ ok: false, error: { code: 'cancelled' } }),
    painted: async () => ({ ok: true }),
    showBrands: async () => ({ ok: true }),
    setTheme: async () => ({ ok: true }),
    logError: async ({ code }) => {
      errors.push(code)
      return { ok: true }
    },
    onCommand: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const [info, beginning] = [await api.appInfo({}), await begin(api, world.workers)]
  const parts = { api, info, beginning, workers: world.workers, catalogue: createCatalogue(), nonce: '' }
  const drawn = render(<Root {...parts} />)
  const command = (name: Command) => act(() => listeners.forEach((listener) => listener(name)))
  return { ...drawn, api, world, errors, command, user: userEvent.setup() }
}

async function nameBrand(user: ReturnType<typeof userEvent.setup>, name: string) {
  await user.click(await screen.findByRole('textbox', { name: /Name of the brand/ }))
  await user.paste(name)
  await user.click(screen.getByRole('button', { name: 'Continue' }))
}

test('a new person names a brand, brings an export and sees what came in, to the cent', async () => {
  const { user, errors } = await openWindow({ 'orders.csv': fixture('shopify-orders-2024.csv') })
  await nameBrand(user, 'Juniper & Clay')
  await user.click(screen.getByRole('button', { name: 'Choose files…' }))
  const dialog = await screen.findByRole('dialog', {}, { timeout: 20_000 })
  await user.click(await within(dialog).findByRole('button', { name: /Juniper & Clay/ }, { timeout: 20_000 }))
  await user.click(await within(dialog).findByRole('button', { name: /Home/ }, { timeout: 20_000 }))

  const cameIn =
    cents('USD', 'itemsGross') -
    cents('USD', 'giftCardsSold') -
    cents('USD', 'discounts') +
    cents('USD', 'shipping') +
    cents('USD', 'tips')
  expect(
    await screen.findByRole('button', { name: new RegExp(`^Came in: \\${written(cameIn, 'USD')}`) }),
  ).toBeDefined()
  await user.click(screen.getByRole('radio', { name: 'EUR' }))
  const euros = cents('EUR', 'itemsGross') + cents('EUR', 'shipping')
  expect(
    await screen.findByRole('button', { name: new RegExp(`^Came in: ${written(euros, 'EUR')}`) }),
  ).toBeDefined()
  expect(errors).toEqual([])
})

test('a name that is missing is asked for, and nothing is made', async () => {
  const { user } = await openWindow()
  await user.click(await screen.findByRole('button', { name: 'Continue' }))
  expect(screen.getByText('Give the brand a name of at most 200 characters.')).toBeDefined()
})

test('each page is named in the title and has the focus on its heading', async () => {
  const { user, command } = await openWindow()
  await nameBrand(user, 'Juniper & Clay')
  await user.click(screen.getByRole('button', { name: 'Start empty' }))
  await user.click(await screen.findByRole('link', { name: 'Sales' }))
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Sales' })),
  )
  expect(document.title).toBe('Sales – Juniper & Clay – Microbrand')
  command('settings')
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Settings' })),
  )
  expect(document.title).toBe('Settings – Juniper & Clay – Microbrand')
})

test('a sample brand says that it is one, and one click removes it', async () => {
  const world = createTestWorld()
  const start = await startApp(world.api)
  if (start.state !== 'ready') throw new Error(start.state)
  await createBrand(start.services, sampleProfile, true)
  const { user } = await openWindow({}, world)
  expect(await screen.findByText(/This is a sample brand/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: /Remove it/ }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Your brand' })).toBeDefined()
  await waitFor(async () => expect(await listBrands(start.services.registry)).toEqual([]))
})

test('a bug in one page leaves the navigation, and the log gets no word of a file', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const world = createTestWorld()
  const broken = {
    ...world.workers,
    startBook: () => ({
      ...world.workers.startBook(),
      summary: () => Promise.reject(new TypeError('row 7: Ana')),
    }),
  }
  const { user, errors } = await openWindow({}, { ...world, workers: broken })
  await nameBrand(user, 'Juniper & Clay')
  await user.click(screen.getByRole('button', { name: 'Start empty' }))
  expect(await screen.findByRole('button', { name: 'Load the window again' })).toBeDefined()
  await waitFor(() => expect(errors).toEqual(['TypeError']))
  await user.click(screen.getByRole('link', { name: 'Settings' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeDefined()
})

test('a person whose data vanished sees what is missing, never the welcome', async () => {
  const world = createTestWorld()
  const brand = {
    id: '00000000-0000-7000-8000-000000000001',
    name: 'Juniper & Clay',
    schema: 1,
    pages: 3,
    lastSeq: 4,
    imports: 1,
    kept: [],
  }
  world.losses = [{ brand, code: 'missing' }]
  await openWindow({}, world)
  expect(await screen.findByText(/Juniper & Clay/)).toBeDefined()
  expect(screen.queryByRole('heading', { name: 'Your brand' })).toBeNull()
})
