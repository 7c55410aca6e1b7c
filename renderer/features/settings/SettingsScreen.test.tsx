// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { Notifications, notifications } from '@mantine/notifications'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import { listRates, saveRate } from '#data/rates.ts'
import { listBrands, Registry } from '#data/registry.ts'
import settings from '#resources/locales/en/settings.json'
import ui from '#resources/locales/en/ui.json'
import type { Brand } from '#shared/brand/brand.ts'
import { sampleProfile } from '#shared/sample/sampleBrand.ts'
import { draw } from '#ui/table/inTests.tsx'
import { SettingsScreen } from './SettingsScreen.tsx'

afterEach(() => {
  cleanup()
  act(() => notifications.clean())
})

const info = {
  version: '0.1.0',
  electron: '45',
  chromium: '156',
  platform: 'linux',
  packaged: false,
  userData: '/home/ana/Microbrand',
  locale: 'en',
  timeZone: 'UTC',
  country: 'CA',
  fixedToday: null,
} as const

function open(sample = false) {
  const brand: Brand = {
    ...sampleProfile,
    id: crypto.randomUUID(),
    createdAt: '2024-03-01T00:00:00Z',
    sample,
    order: 0,
  }
  const changed: Brand[] = []
  const accents: (string | null)[] = []
  const asked: string[] = []
  const db = new BrandDatabase(brand.id)
  const registry = new Registry()
  const showDataFolder = async () => {
    asked.push('folder')
    return { ok: true } as const
  }
  draw(
    <>
      <SettingsScreen
        services={{ db, registry, today: () => '2024-03-28', api: { showDataFolder } }}
        brand={brand}
        info={info}
        onBrand={(next) => changed.push(next)}
        onAccent={(accent) => accents.push(accent)}
        onDocuments={() => {}}
        brands={{
          open: async (id) => void asked.push(`open ${id}`),
          add: () => asked.push('add'),
          remove: async (id) => void asked.push(`remove ${id}`),
          restore: async (id) => void asked.push(`restore ${id}`),
        }}
      />
      <Notifications />
    </>,
    { settings, ui },
  )
  return { brand, changed, accents, asked, db, registry, user: userEvent.setup() }
}

test('a brand is renamed, in its database and in the list, and the toast takes it back', async () => {
  const { brand, changed, registry, db, user } = open()
  const name = screen.getByRole('textbox', { name: /Name of the brand/ })
  await user.clear(name)
  await user.click(name)
  await user.paste('Juniper & Clay')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(changed.at(-1)?.name).toBe('Juniper & Clay'))
  expect((await listBrands(registry)).find(({ id }) => id === brand.id)?.name).toBe('Juniper & Clay')
  expect((await db.settings.get('profile'))?.value.name).toBe('Juniper & Clay')
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(changed.at(-1)?.name).toBe(brand.name))
})

test('a colour shows before it is kept', async () => {
  const { accents, user } = open()
  await user.click(screen.getByRole('radio', { name: 'Colour #7c3aed' }))
  expect(accents.at(-1)).toBe('#7c3aed')
  await user.click(screen.getByRole('button', { name: 'Discard changes' }))
  expect(accents.at(-1)).toBe(sampleProfile.accent)
})

test('a rate is typed with a comma and kept as a number', async () => {
  const { db, user } = open()
  await user.click(screen.getByRole('combobox', { name: 'One' }))
  await user.click(await screen.findByRole('option', { name: /^USD/ }))
  await user.type(screen.getByRole('textbox', { name: 'costs' }), '1,3519')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(await screen.findByText('1 USD = 1.3519 CAD')).toBeDefined()
  expect(await listRates(db)).toEqual([
    { id: 'USD/CAD/2024-03-28', from: 'USD', to: 'CAD', day: '2024-03-28', rate: '1.3519' },
  ])
})

test('what is no rate is not kept', async () => {
  const { db, user } = open()
  fireEvent.change(screen.getByRole('textbox', { name: 'costs' }), { target: { value: 'abc' } })
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(screen.getByText('Choose a currency.')).toBeDefined()
  expect(await listRates(db)).toEqual([])
})

test('a rate that was removed comes back from the toast', async () => {
  const { db, user } = open()
  await saveRate(db, { from: 'USD', to: 'CAD', day: '2024-03-01', rate: '1.35' })
  await user.click(await screen.findByRole('button', { name: /^Remove 1 USD = 1\.35 CAD/ }))
  await waitFor(async () => expect(await listRates(db)).toEqual([]))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByText('1 USD = 1.35 CAD')).toBeDefined()
})

test('it says where the data lies and opens the folder', async () => {
  const { asked, user } = open()
  expect(screen.getByText('/home/ana/Microbrand')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Show the folder' }))
  expect(asked).toEqual(['folder'])
})

test('only a sample brand can be removed here', () => {
  open()
  expect(screen.queryByRole('button', { name: 'Remove the sample brand' })).toBeNull()
})
