// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import ui from '#resources/locales/en/ui.json'
import { draw as drawNode } from '#ui/table/inTests.tsx'
import { DraftNote } from './DraftNote.tsx'
import { DraftsContext, memoryDrafts, type Drafts } from './drafts.ts'
import { useDraft } from './useDraft.ts'

afterEach(cleanup)

const record = { name: 'Ana', tags: ['fair'] as readonly string[], phone: '' }

function Form({ first }: { readonly first: typeof record }) {
  const draft = useDraft('client 1', first)
  const { name, phone } = draft.value
  return (
    <>
      <DraftNote draft={draft} />
      <input aria-label="Name" value={name} onChange={(e) => draft.set({ name: e.currentTarget.value })} />
      <input aria-label="Phone" value={phone} onChange={(e) => draft.set({ phone: e.currentTarget.value })} />
      <button type="button" onClick={draft.forget}>
        Save
      </button>
      <button
        type="button"
        onClick={() => void draft.saving(() => Promise.reject(new Error('full'))).catch(() => {})}
      >
        Save in vain
      </button>
    </>
  )
}

const draw = (drafts: Drafts, first = record) =>
  drawNode(
    <DraftsContext value={drafts}>
      <Form first={first} />
    </DraftsContext>,
    { ui },
  )
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
const shown = (label: string) => screen.getByRole<HTMLInputElement>('textbox', { name: label }).value

test('what was typed and left is there when the form opens again, and can be thrown away', () => {
  const drafts = memoryDrafts()
  draw(drafts)
  expect(screen.queryByRole('status')).toBeNull()
  type('Name', 'Ana Quill')
  cleanup()
  draw(drafts)
  expect(shown('Name')).toBe('Ana Quill')
  fireEvent.click(screen.getByRole('button', { name: 'Start over' }))
  expect(shown('Name')).toBe('Ana')
  expect(screen.queryByRole('status')).toBeNull()
  cleanup()
  draw(drafts)
  expect(shown('Name')).toBe('Ana')
})

test('a record that was changed meanwhile keeps its new words in fields nobody typed in', () => {
  const drafts = memoryDrafts()
  draw(drafts)
  type('Name', 'Ana Quill')
  cleanup()
  draw(drafts, { ...record, name: 'Anna', phone: '555' })
  expect(shown('Name')).toBe('Ana Quill')
  expect(shown('Phone')).toBe('555')
})

test('nothing is kept of what was saved, typed back, or is of another sort', () => {
  const drafts = memoryDrafts()
  draw(drafts)
  type('Name', 'Ana Quill')
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(drafts.read('client 1')).toBeNull()
  type('Name', 'Ann')
  type('Name', 'Ana')
  expect(drafts.read('client 1')).toBeNull()
  cleanup()
  drafts.keep('client 1', '{"name":7,"phone":["1"],"other":"x"}')
  draw(drafts)
  expect([shown('Name'), shown('Phone')]).toEqual(['Ana', ''])
})

test('what could not be saved is there when the form opens again', async () => {
  const drafts = memoryDrafts()
  const { unmount } = draw(drafts)
  type('Phone', '555')
  fireEvent.click(screen.getByRole('button', { name: 'Save in vain' }))
  await vi.waitFor(() => expect(drafts.read('client 1')).toContain('555'))
  expect(shown('Phone')).toBe('555')
  unmount()
  draw(drafts)
  expect(shown('Phone')).toBe('555')
})
