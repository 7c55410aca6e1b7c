// @vitest-environment happy-dom
import { useState } from 'react'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import ui from '#resources/locales/en/ui.json'
import { createFormat } from './format/format.ts'
import { FormatContext } from './format/FormatContext.tsx'
import { MoneyInput } from './MoneyInput.tsx'
import { draw } from './table/inTests.tsx'

afterEach(cleanup)

function open(currency = 'EUR', first: number | null = null, locale = 'en-US') {
  const changes: (readonly [number | null, string])[] = []
  function Form() {
    const [value, setValue] = useState(first)
    return (
      <FormatContext value={createFormat(locale)}>
        <MoneyInput
          label="Price"
          currency={currency}
          value={value}
          onChange={(next, as) => {
            changes.push([next, as])
            setValue(next)
          }}
        />
        <button onClick={() => setValue(999)}>Set</button>
      </FormatContext>
    )
  }
  draw(<Form />, { ui })
  return {
    changes,
    field: screen.getByRole<HTMLInputElement>('textbox', { name: 'Price' }),
    user: userEvent.setup(),
  }
}

test('an amount is known with each key, said below, and written out once the field is left', async () => {
  const { changes, field, user } = open()
  await user.type(field, '12,5')
  expect(changes).toEqual([
    [100, 'amount'],
    [1200, 'amount'],
    [1200, 'amount'],
    [1250, 'amount'],
  ])
  expect(screen.getByRole('status').textContent).toBe('€12.50')
  await user.tab()
  expect(field.value).toBe('12.50')
  expect(screen.getByRole('status').textContent).toBe('')
})

test('what could be read in two ways says which it is, and which not', async () => {
  const { field, user } = open()
  await user.type(field, '1.200')
  expect(screen.getByRole('status').textContent).toBe('€1,200.00, not €1.20')
  await user.tab()
  expect(field.value).toBe('1,200.00')
})

test('Enter calculates a sum', async () => {
  const { changes, field, user } = open('USD')
  await user.type(field, '3*12,50{Enter}')
  expect(changes.at(-1)).toEqual([3750, 'amount'])
  expect(field.value).toBe('37.50')
})

test.each([
  ['EUR', '12 pieces', 'Type an amount like 12.50, or a sum like 3*12.50.'],
  ['EUR', '$5', 'This amount is in EUR.'],
  ['JPY', '12.5', 'JPY has no decimals.'],
  ['USD', '1234.567', 'USD has 2 decimals.'],
])('a field in %s says what is wrong with %j, and keeps the text', async (currency, text, sentence) => {
  const { changes, field, user } = open(currency)
  await user.type(field, text)
  expect(screen.queryByText(sentence)).toBeNull() // not while it is being typed
  await user.tab()
  expect(screen.getByText(sentence)).toBeDefined()
  expect(changes.at(-1)).toEqual([null, 'unreadable'])
  expect(field.value).toBe(text)
})

test('a value from elsewhere takes the place of what was typed', async () => {
  const { field, user } = open('EUR', 1250, 'de-DE')
  expect(field.value).toBe('12,50')
  await user.clear(field)
  await user.type(field, '7')
  await user.click(screen.getByRole('button', { name: 'Set' }))
  expect(field.value).toBe('9,99')
})
