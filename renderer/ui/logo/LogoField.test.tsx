// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import ui from '#resources/locales/en/ui.json'
import { err, ok } from '#shared/result.ts'
import { draw } from '#ui/table/inTests.tsx'
import type { drawLogo } from './drawLogo.ts'
import { LogoField } from './LogoField.tsx'

afterEach(cleanup)

const logo = 'data:image/png;base64,AA=='
const file = new File(['points'], 'logo.png', { type: 'image/png' })

/** What is dragged with a file. */
const dragged = (one: File) => ({ items: [{ kind: 'file', type: one.type }], files: [one] })

function open(value: string | null, outcome: Awaited<ReturnType<typeof drawLogo>> = ok(logo)) {
  const changes: (string | null)[] = []
  const drawn = vi.fn((_file: Blob) => Promise.resolve(outcome))
  draw(
    <LogoField
      name="Tide & Fern"
      accent="#0f766e"
      value={value}
      onChange={(next) => changes.push(next)}
      draw={drawn}
    />,
    { ui },
  )
  return { changes, drawn, group: screen.getByRole('group', { name: 'Logo' }), user: userEvent.setup() }
}

test('a picture is dropped on the field, and the window does not take it for an export', async () => {
  const { changes, drawn, group } = open(null)
  const heard = vi.fn()
  window.addEventListener('drop', heard)
  const drop = createEvent.drop(group, { dataTransfer: dragged(file) })
  fireEvent(group, drop)
  window.removeEventListener('drop', heard)
  await vi.waitFor(() => expect(changes).toEqual([logo]))
  expect(drawn).toHaveBeenCalledExactlyOnceWith(file)
  expect(drop.defaultPrevented).toBe(true)
  expect(heard).not.toHaveBeenCalled()
})

test('an export that is dropped here is left to the window', () => {
  const { drawn, group } = open(null)
  const heard = vi.fn()
  window.addEventListener('drop', heard)
  fireEvent.drop(group, { dataTransfer: dragged(new File(['a,b'], 'orders.csv', { type: 'text/csv' })) })
  window.removeEventListener('drop', heard)
  expect(heard).toHaveBeenCalledOnce()
  expect(drawn).not.toHaveBeenCalled()
})

test('a logo is shown and can be taken away', async () => {
  const { changes, group, user } = open(logo)
  expect(group.querySelector('img')?.getAttribute('src')).toBe(logo)
  await user.click(screen.getByRole('button', { name: 'Remove' }))
  expect(changes).toEqual([null])
})

test.each([
  ['not-a-picture', 'This file is no PNG, JPEG, WebP or SVG picture.'],
  ['too-large', 'This file is larger than 20 MB. Save the picture smaller first.'],
  ['too-many-points', 'This picture has more than 60 million points. Save it smaller first.'],
  ['unreadable', 'This picture is damaged and could not be read.'],
] as const)('a file that is %s is said to be so, and changes nothing', async (code, sentence) => {
  const { changes, group } = open(logo, err({ code }))
  fireEvent.drop(group, { dataTransfer: dragged(file) })
  expect((await screen.findByRole('alert')).textContent).toBe(sentence)
  expect(changes).toEqual([])
})
