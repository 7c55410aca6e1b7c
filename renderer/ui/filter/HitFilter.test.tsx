// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import lists from '#resources/locales/en/lists.json'
import type { Hit } from '#shared/book/questions.ts'
import { draw } from '#ui/table/inTests.tsx'
import { HitFilter } from './HitFilter.tsx'

afterEach(cleanup)

const marked = (text: string) => ({ text, marks: [] })
const mug = (id: string, sku: string): Hit => ({
  sort: 'product',
  id,
  name: marked('Blue Mug'),
  about: [marked(sku)],
  channel: 'etsy',
  account: '',
  day: '',
  sales: 12,
})

async function openProducts(hits: readonly Hit[]) {
  const onChange = vi.fn()
  const find = vi.fn(() => Promise.resolve([{ sort: 'product' as const, rank: 6, total: hits.length, hits }]))
  const book = { find, subscribe: () => () => {} }
  const shop = (channel: string) => channel
  draw(<HitFilter book={book} sort="product" shop={shop} chosen={['soap']} onChange={onChange} />, { lists })
  screen.getByRole('button', { name: 'Product' }).focus()
  await userEvent.keyboard('{Enter}')
  const field = await screen.findByRole('combobox', { name: 'Find a product' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  return { onChange, find, field }
}

/** The option that Enter would take, as those hear it who do not see it. */
const spoken = (field: HTMLElement) =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent

test('arrows go through what was found, Enter takes it, and the field keeps the focus meanwhile', async () => {
  const { onChange, field } = await openProducts([mug('m1', 'MUG-1'), mug('m2', 'MUG-2'), mug('m3', 'MUG-3')])
  expect(field.getAttribute('aria-expanded')).toBe('false')
  await userEvent.keyboard('mug')
  expect(await screen.findAllByRole('option')).toHaveLength(3)
  expect(field.getAttribute('aria-expanded')).toBe('true')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(spoken(field)).toContain('MUG-3')
  await userEvent.keyboard('{ArrowUp}')
  expect(spoken(field)).toContain('MUG-2')
  expect(document.activeElement).toBe(field)
  await userEvent.keyboard('{Enter}')
  expect(onChange).toHaveBeenCalledExactlyOnceWith(['soap', 'm2'])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('Enter takes the first that was found, and takes nothing before anything is', async () => {
  const { onChange } = await openProducts([mug('m1', 'MUG-1'), mug('m2', 'MUG-2')])
  await userEvent.keyboard('{Enter}')
  expect(onChange).not.toHaveBeenCalled()
  await userEvent.keyboard('m')
  await screen.findAllByRole('option')
  await userEvent.keyboard('{Enter}')
  expect(onChange).toHaveBeenCalledExactlyOnceWith(['soap', 'm1'])
})

test('Escape leaves everything as it is and goes back to the button', async () => {
  const { onChange } = await openProducts([mug('m1', 'MUG-1')])
  await userEvent.keyboard('mug')
  await screen.findAllByRole('option')
  await userEvent.keyboard('{ArrowDown}{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(onChange).not.toHaveBeenCalled()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Product' })))
})

test('where nothing is found that is said, and there is no list', async () => {
  await openProducts([])
  await userEvent.keyboard('zzz')
  expect((await screen.findByText('No product of that name')).getAttribute('role')).toBe('status')
  expect(screen.queryByRole('option')).toBeNull()
})
