// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import find from '#resources/locales/en/find.json'
import type { Command, Input } from '#shared/ipc/contract.ts'
import { draw } from '#ui/table/inTests.tsx'
import { FindBar } from './FindBar.tsx'

afterEach(cleanup)

/** A page on which every text stands four times. */
function open() {
  const asked: string[] = []
  const listeners = new Set<(command: Command) => void>()
  let active = 0
  const api = {
    findInPage: async ({ text, step }: Input<'findInPage'>) => {
      asked.push(`${text} ${step}`)
      active = step === 'first' ? 1 : step === 'next' ? (active % 4) + 1 : ((active + 2) % 4) + 1
      return text.includes('none') ? { matches: 0, active: 0 } : { matches: 4, active }
    },
    closeFind: async () => {
      asked.push('close')
      return { ok: true } as const
    },
    onCommand: (listener: (command: Command) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  draw(<FindBar api={api} />, { find })
  const command = (name: Command) => act(() => listeners.forEach((listener) => listener(name)))
  return { asked, command, user: userEvent.setup(), field: screen.getByRole('textbox') }
}
const told = (text: string) => waitFor(() => expect(screen.getByRole('status').textContent).toBe(text))

test('each letter looks again; Enter goes on, with Shift back', async () => {
  const { asked, user, field } = open()
  expect(document.activeElement).toBe(field)
  await user.keyboard('ke')
  await told('1 of 4')
  await user.keyboard('{Enter}')
  await told('2 of 4')
  await user.keyboard('{Shift>}{Enter}{/Shift}')
  await told('1 of 4')
  expect(asked).toEqual(['k first', 'ke first', 'ke next', 'ke previous'])
})

test('the buttons go on too, and nothing found leads nowhere', async () => {
  const { user } = open()
  await user.keyboard('kept')
  await told('1 of 4')
  await user.click(screen.getByRole('button', { name: 'Previous' }))
  await told('4 of 4')
  await user.click(screen.getByRole('textbox'))
  await user.keyboard(' none')
  await told('Nothing found')
  expect(screen.getByRole('button', { name: 'Next' }).matches(':disabled')).toBe(true)
})

test('the menu goes on, opens it again with its text to type over, and Escape closes it', async () => {
  const { asked, command, user, field } = open()
  await user.keyboard('fee')
  command('find-next')
  await told('2 of 4')
  command('find')
  await told('1 of 4')
  await user.keyboard('tax')
  expect((field as HTMLInputElement).value).toBe('tax')
  await user.keyboard('{Escape}')
  expect(asked.at(-1)).toBe('close')
})

test('an empty field says nothing', async () => {
  const { user } = open()
  await user.keyboard('a')
  await told('1 of 4')
  await user.keyboard('{Backspace}')
  await told('')
})
