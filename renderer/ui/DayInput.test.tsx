// @vitest-environment happy-dom
import { useState, type ComponentProps } from 'react'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import ui from '#resources/locales/en/ui.json'
import { DayInput } from './DayInput.tsx'
import { draw } from './table/inTests.tsx'

afterEach(cleanup)

// a Thursday
const today = '2024-03-28'

function open(props: Partial<ComponentProps<typeof DayInput>> = {}) {
  const changes: (readonly [string | null, string])[] = []
  function Form() {
    const [value, setValue] = useState(props.value ?? null)
    return (
      <DayInput
        label="Day"
        today={today}
        {...props}
        value={value}
        onChange={(next, as) => {
          changes.push([next, as])
          setValue(next)
        }}
      />
    )
  }
  draw(<Form />, { ui })
  return {
    changes,
    field: screen.getByRole<HTMLInputElement>('textbox', { name: 'Day' }),
    user: userEvent.setup(),
  }
}

test('a day in words is said in full below, and written out once the field is left', async () => {
  const { changes, field, user } = open()
  await user.type(field, 'last friday')
  expect(screen.getByRole('status').textContent).toBe('Friday, March 22, 2024')
  expect(changes.at(-1)).toEqual(['2024-03-22', 'day'])
  await user.tab()
  expect(field.value).toBe('Mar 22, 2024')
})

test('what could be read in two ways says which it is, and which not', async () => {
  const { field, user } = open()
  await user.type(field, '4.3.')
  expect(screen.getByRole('status').textContent).toBe('Monday, March 4, 2024, not Apr 3, 2023')
})

test('a filter hears of a day only when it is finished', async () => {
  const { changes, field, user } = open({ changes: 'done' })
  await user.type(field, '3/12')
  expect(changes).toEqual([])
  await user.keyboard('{Enter}')
  expect(changes).toEqual([['2024-03-12', 'day']])
  await user.clear(field)
  await user.tab()
  expect(changes.at(-1)).toEqual([null, 'empty'])
})

test('the arrow keys step through days, Page Up and Down through months', async () => {
  const { changes, field, user } = open({ value: '2024-03-01' })
  await user.click(field)
  await user.keyboard('{ArrowDown}')
  expect(field.value).toBe('Feb 29, 2024')
  await user.keyboard('{ArrowUp}{PageUp}')
  expect(changes.map(([day]) => day)).toEqual(['2024-02-29', '2024-03-01', '2024-04-01'])
  expect(screen.getByRole('status').textContent).toBe('Monday, April 1, 2024')
})

test('an empty field steps to today first', async () => {
  const { field, user } = open()
  await user.click(field)
  await user.keyboard('{ArrowUp}')
  expect(field.value).toBe('Mar 28, 2024')
})

test('what is no day keeps its text and says how a day is typed', async () => {
  const { changes, field, user } = open()
  await user.type(field, 'someday')
  await user.tab()
  expect(field.value).toBe('someday')
  expect(changes.at(-1)).toEqual([null, 'unreadable'])
  expect(screen.getByText('Type a day like Mar 28, 2024, “yesterday” or “last friday”.')).toBeDefined()
})

test('a day outside of the bounds is not taken', async () => {
  const { changes, field, user } = open({ min: '2024-03-01', changes: 'done' })
  await user.type(field, '2/29/2024')
  await user.tab()
  expect(screen.getByText('Choose Mar 1, 2024 or a later day.')).toBeDefined()
  expect(changes).toEqual([])
})

test('a day is chosen in the calendar', async () => {
  const { changes, field, user } = open({ value: '2024-02-10' })
  await user.click(screen.getByRole('button', { name: 'Choose Day in a calendar' }))
  await user.click(await screen.findByRole('button', { name: '14 February 2024' }))
  expect(changes).toEqual([['2024-02-14', 'day']])
  expect(field.value).toBe('Feb 14, 2024')
})
