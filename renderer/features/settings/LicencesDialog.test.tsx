// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import settings from '#resources/locales/en/settings.json'
import { draw } from '#ui/table/inTests.tsx'
import { AboutSection } from './AboutSection.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const info = {
  version: '1.2.3',
  electron: '45',
  chromium: '156',
  platform: 'linux',
  packaged: true,
  userData: '/home/ana/.config/Microbrand',
  locale: 'en',
  timeZone: 'UTC',
  country: 'CA',
  fixedToday: null,
} as const

test('the licence of each part can be read where the app tells about itself', async () => {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (address: unknown) => {
    asked.push(address)
    return Response.json([
      { name: 'a-table', version: '1.0.0', licence: 'MIT', text: 'Permission is hereby granted' },
      { name: 'b-chart', version: '2.0.0', licence: 'ISC', text: 'Permission to use, copy' },
    ])
  })
  draw(<AboutSection info={info} />, { settings })
  expect(asked).toEqual([]) // nobody has asked for them yet
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Licences of its parts' }))
  await user.click(await screen.findByText('b-chart'))
  expect(screen.getByText('Permission to use, copy').closest('details')?.open).toBe(true)
  expect(screen.getByText('Permission is hereby granted').closest('details')?.open).toBe(false)
  expect(asked).toEqual(['/licences.json'])
})
