// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { notifications } from '@mantine/notifications'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBrand, openBrandServices } from '#data/brands.ts'
import { deleteBrand } from '#data/deletedBrands.ts'
import { startApp } from '#data/start.ts'
import type { Api, Command, Input } from '#shared/ipc/contract.ts'
import { sampleProfile } from '#shared/sample/sampleBrand.ts'
import { bring, createTestWorld, emptyStorage, servicesOf, valueOf } from '#workers/testWorld.ts'
import { createCatalogue } from './i18n.ts'
import { Root } from './Root.tsx'
import { begin } from './stage.ts'

const orders = readFileSync('tests/fixtures/commerce/etsy-sold-orders-2024.csv')

beforeEach(async () => {
  await emptyStorage()
  window.location.hash = ''
  Object.defineProperty(navigator, 'storage', { configurable: true, value: { persist: async () => true } })
})
afterEach(() => {
  cleanup()
  notifications.clean()
})

const unanswered: Pick<Api, 'openedFiles' | 'painted' | 'setTheme' | 'logError'> = {
  openedFiles: async () => ({ ok: false, error: { code: 'cancelled' } }),
  painted: async () => ({ ok: true }),
  setTheme: async () => ({ ok: true }),
  logError: async () => ({ ok: true }),
}

/** A window over brands of these names; the first is open and holds an export, which the person chooses when asked. */
async function openWindow(...names: readonly string[]) {
  const world = createTestWorld()
  const services = servicesOf(await startApp(world.api))
  for (const name of names) {
    const brand = valueOf(await createBrand(services, { ...sampleProfile, name }))
    if (name !== names[0]) continue
    const open = valueOf(await openBrandServices(services, world.workers, brand))
    await bring(world, open, { 'orders.csv': orders })
    await open.close()
  }
  const listeners = new Set<(command: Command) => void>()
  const shown: Input<'showBrands'>[] = []
  const api: Api = {
    ...world.api,
    ...unanswered,
    chooseFiles: async () => ({ ok: true, files: [...world.choose({ 'orders.csv': orders })], refused: [] }),
    showBrands: async (brands) => {
      shown.push(brands)
      return { ok: true }
    },
    onCommand: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const [info, beginning] = [await api.appInfo({}), await begin(api, world.workers)]
  const parts = { api, info, beginning, workers: world.workers, catalogue: createCatalogue(), nonce: '' }
  render(<Root {...parts} />)
  const command = (name: Command) => act(() => listeners.forEach((listener) => listener(name)))
  await screen.findByRole('navigation')
  await waitFor(() => expect(shown.at(-1)?.names).toEqual(names))
  return { services, shown, command, user: userEvent.setup() }
}

const switcher = (name: string) => screen.findByRole('combobox', { name: `Brand: ${name}` })
const listed = async () =>
  (await screen.findAllByRole('option')).slice(0, -2).map(({ textContent }) => textContent)

test('the switcher lists the brands, marks the open one and goes to another, which stays the last', async () => {
  const { user, shown, services } = await openWindow('Tide', 'Fern')
  await user.click(await switcher('Tide'))
  expect(await listed()).toEqual(['TTideAlt+1', 'FFernAlt+2'])
  expect(screen.getByRole('option', { name: /Tide/ }).getAttribute('aria-selected')).toBe('true')
  await user.click(screen.getByRole('option', { name: /Fern/ }))
  await switcher('Fern')
  await waitFor(() => expect(document.title).toBe('Home – Fern – Microbrand'))
  expect((await services.registry.preferences.get('lastBrand'))?.value).toBe(
    (await services.registry.brands.toArray()).find(({ name }) => name === 'Fern')?.id,
  )
  await waitFor(() => expect(shown.at(-1)).toEqual({ names: ['Tide', 'Fern'], open: 1 }))
})

test('the keys of the menu open a brand by its place, and the switcher', async () => {
  const { command } = await openWindow('Tide', 'Fern')
  command('brand-2')
  await switcher('Fern')
  command('brand-9')
  command('brands')
  expect(await listed()).toHaveLength(2)
})

test('only a long list can be searched, without minding accents', async () => {
  const names = ['Tide', 'Fern', 'Zoë', 'D', 'E', 'F', 'G', 'H']
  const { user } = await openWindow(...names)
  await user.click(await switcher('Tide'))
  await user.type(await screen.findByRole('textbox', { name: 'Find a brand' }), 'zoe')
  await waitFor(async () => expect(await listed()).toEqual(['ZZoëAlt+3']))
  await user.keyboard('{Enter}')
  await switcher('Zoë')
})

test('another brand begins on the same page without the filters of the last', async () => {
  const { user, command } = await openWindow('Tide', 'Fern')
  command('sales')
  await user.type(await screen.findByRole('textbox', { name: /^Search/ }), 'mug')
  await waitFor(() => expect(window.location.hash).toContain('mug'))
  command('brand-2')
  await switcher('Fern')
  await waitFor(() => expect(document.title).toBe('Sales – Fern – Microbrand'))
  expect(screen.queryByDisplayValue('mug')).toBeNull()
  expect(window.location.hash).not.toContain('mug')
})

test('an open import holds the brand', async () => {
  const { command } = await openWindow('Fern', 'Tide')
  command('import')
  await screen.findByRole('dialog', { name: 'Import into Fern' })
  command('brand-2')
  expect(await screen.findByText('An import is open. Finish or cancel it first.')).toBeDefined()
  expect(document.title).toBe('Home – Fern – Microbrand')
})

test('what is typed and not saved is there again when its brand is opened anew, and can be thrown away', async () => {
  const { user, command } = await openWindow('Tide', 'Fern')
  command('settings')
  await user.type(await screen.findByRole('textbox', { name: /Name of the brand/ }), '!')
  command('brand-2')
  await switcher('Fern')
  command('settings')
  const name = async () =>
    (await screen.findByRole<HTMLInputElement>('textbox', { name: /Name of the brand/ })).value
  expect(await name()).toBe('Fern')
  command('brand-1')
  await switcher('Tide')
  command('settings')
  expect(await name()).toBe('Tide!')
  await user.click(screen.getByRole('button', { name: 'Start over' }))
  expect(await name()).toBe('Tide')
})

test('a new brand is named beside the open one, with a way back', async () => {
  const { user, command } = await openWindow('Tide')
  command('new-brand')
  await user.click(await screen.findByRole('button', { name: 'Back to Tide' }))
  await user.click(await switcher('Tide'))
  await user.click(await screen.findByRole('option', { name: 'New brand…' }))
  await user.type(await screen.findByRole('textbox', { name: /Name of the brand/ }), 'Fern')
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await user.click(screen.getByRole('button', { name: 'Start empty' }))
  await user.click(await switcher('Fern'))
  expect(await listed()).toEqual(['TTideAlt+1', 'FFernAlt+2'])
})

test('the open brand is deleted in favour of the next, and the toast opens it again', async () => {
  const { user, command } = await openWindow('Tide', 'Fern')
  command('settings')
  await user.click(await screen.findByRole('button', { name: 'Delete Tide' }))
  await switcher('Fern')
  const deleted = await screen.findByRole('region', { name: 'Recently deleted' })
  expect(within(deleted).getByText(/30 days left$/)).toBeDefined()
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await switcher('Tide')
  expect(screen.queryByRole('region', { name: 'Recently deleted' })).toBeNull()
})

test('who deleted the only brand finds it again where a brand is named', async () => {
  const { user, command } = await openWindow('Tide')
  command('settings')
  await user.click(await screen.findByRole('button', { name: 'Delete Tide' }))
  await user.click(await screen.findByRole('button', { name: 'Restore Tide' }))
  await switcher('Tide')
})

test('a brand is moved up and down in Settings, and the focus stays on it', async () => {
  const { user, command } = await openWindow('Tide', 'Fern', 'Moss')
  command('settings')
  const list = await screen.findByRole('list', { name: 'Your brands' })
  const names = () =>
    within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
  await user.click(await within(list).findByRole('button', { name: 'Move Moss up' }))
  await waitFor(() => expect(names()).toEqual(['TTideOpen', 'MMossSwitch', 'FFernSwitch']))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(names()).toEqual(['MMossSwitch', 'TTideOpen', 'FFernSwitch']))
  await user.keyboard('{Enter}') // it is on top already
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Moss up')
})

test('a file of another brand is looked at there, where nothing of it is new', async () => {
  const { user, command } = await openWindow('Tide', 'Fern')
  command('brand-2')
  await switcher('Fern')
  command('import')
  await user.click(await screen.findByRole('button', { name: 'Switch to Tide' }))
  expect(await screen.findByRole('dialog', { name: 'Import into Tide' })).toBeDefined()
  expect(await screen.findByText('Nothing new')).toBeDefined()
  expect(document.title).toBe('Home – Tide – Microbrand')
})

test('a brand that was deleted elsewhere is no more in the list', async () => {
  const { user, services } = await openWindow('Tide', 'Fern')
  const fern = (await services.registry.brands.toArray()).find(({ name }) => name === 'Fern')
  await act(() => deleteBrand(services.registry, fern?.id ?? '', 0))
  await user.click(await switcher('Tide'))
  await waitFor(async () => expect(await listed()).toEqual(['TTideAlt+1']))
})
