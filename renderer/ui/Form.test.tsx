// @vitest-environment happy-dom
import { useState } from 'react'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import ui from '#resources/locales/en/ui.json'
import { DayInput } from './DayInput.tsx'
import { Form } from './Form.tsx'
import { createFormat } from './format/format.ts'
import { FormatContext } from './format/FormatContext.tsx'
import { MoneyInput } from './MoneyInput.tsx'
import { draw } from './table/inTests.tsx'

afterEach(cleanup)

function open() {
  const saved: (readonly [number | null, string | null])[] = []
  function Fields() {
    const [fee, setFee] = useState<number | null>(null)
    const [day, setDay] = useState<string | null>(null)
    return (
      <FormatContext value={createFormat('en-US')}>
        <Form onSubmit={() => saved.push([fee, day])}>
          <MoneyInput label="Fee" currency="EUR" value={fee} onChange={setFee} />
          <DayInput label="Day" value={day} today="2026-03-31" max="2026-03-31" onChange={setDay} />
          <button type="submit">Save</button>
        </Form>
      </FormatContext>
    )
  }
  draw(<Fields />, { ui })
  const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
  return { saved, field, user: userEvent.setup(), save: screen.getByRole('button', { name: 'Save' }) }
}

test('an amount that cannot be read is not saved as none: its field takes the focus and says why', async () => {
  const { saved, field, save, user } = open()
  await user.type(field('Fee'), '12,,5')
  await user.click(save)
  expect(saved).toEqual([])
  expect(document.activeElement).toBe(field('Fee'))
  expect(field('Fee').getAttribute('aria-invalid')).toBe('true')
  await user.clear(field('Fee'))
  await user.type(field('Fee'), '12,5{Enter}')
  expect(saved).toEqual([[1250, null]])
})

test('neither is a day that is none, or one that is not allowed', async () => {
  const { saved, field, save, user } = open()
  await user.type(field('Day'), 'the day after{Enter}')
  await user.clear(field('Day'))
  await user.type(field('Day'), '4/1/2026')
  await user.click(save)
  expect(saved).toEqual([])
  expect(document.activeElement).toBe(field('Day'))
  await user.clear(field('Day'))
  await user.click(save)
  expect(saved).toEqual([[null, null]])
})
