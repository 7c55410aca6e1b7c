// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import shortcuts from '#resources/locales/en/shortcuts.json'
import { draw } from '#ui/table/inTests.tsx'
import { ShortcutSheet } from './ShortcutSheet.tsx'

afterEach(cleanup)
const open = (mac: boolean) => draw(<ShortcutSheet opened mac={mac} onClose={() => {}} />, { shortcuts })
const capsBeside = (name: string) => {
  const row = screen.getByText(name, { selector: 'dt' }).parentElement
  return [...(row?.querySelectorAll('kbd') ?? [])].map(
    (cap) => cap.querySelector('[aria-hidden]')?.textContent ?? cap.textContent,
  )
}

test('the sheet shows each machine the keys it has', () => {
  open(false)
  const places = within(screen.getByRole('region', { name: 'Go to' }))
  expect(places.getByText('Back')).toBeDefined()
  expect(capsBeside('Back')).toEqual(['Alt', '←'])
  expect(capsBeside('Light or dark')).toEqual(['Ctrl', 'Shift', 'L'])
  expect(screen.queryByText('Close the window')).toBeNull()
  cleanup()
  open(true)
  expect(capsBeside('Back')).toEqual(['⌘', '['])
  expect(capsBeside('Light or dark')).toEqual(['⇧', '⌘', 'L'])
  expect(capsBeside('Close the window')).toEqual(['⌘', 'W'])
})

test('a sign on a cap is spoken as a word', () => {
  open(true)
  expect(screen.getByText('Import files').nextElementSibling?.textContent).toBe('⌘CommandO')
})
