// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import record from '#resources/locales/en/record.json'
import sales from '#resources/locales/en/sales.json'
import ui from '#resources/locales/en/ui.json'
import type { HandSale } from '#shared/handSale/handSale.ts'
import { DraftsContext, memoryDrafts, type Drafts } from '#ui/draft/drafts.ts'
import { createFormat } from '#ui/format/format.ts'
import { FormatContext } from '#ui/format/FormatContext.tsx'
import { draw } from '#ui/table/inTests.tsx'
import { GridForm } from './GridForm.tsx'
import type { RecordServices } from './RecordScreen.tsx'

afterEach(cleanup)

const nothing = async () => null
const services: RecordServices = {
  db: new BrandDatabase(crypto.randomUUID()),
  book: {
    clients: async () => ({ total: 0, rows: [], sums: [] }),
    tags: async () => [],
    subscribe: () => () => {},
  },
  today: () => '2024-04-15',
  history: {
    undo: nothing,
    redo: nothing,
    undoStep: nothing,
    state: () => ({ undo: null, redo: null }),
    subscribe: () => () => {},
  },
}

function open(drafts: Drafts) {
  const onSave = vi.fn(async (_sales: readonly HandSale[]) => {})
  draw(
    <FormatContext value={createFormat('en-US')}>
      <DraftsContext value={drafts}>
        <GridForm services={services} currency="USD" onCancel={() => {}} onSave={onSave} />
      </DraftsContext>
    </FormatContext>,
    { record, sales, ui },
  )
  return { onSave, user: userEvent.setup() }
}
const item = (row: number) =>
  screen.getByRole<HTMLInputElement>('combobox', { name: new RegExp(`${record.item}.*${row}`) })

test('a day at the market that was left half typed is there again, and is saved once', async () => {
  const drafts = memoryDrafts()
  const first = open(drafts)
  await first.user.type(item(1), 'Stall mug')
  cleanup()
  const second = open(drafts)
  expect(item(1).value).toBe('Stall mug')
  expect(screen.getByText(ui.draft.kept)).toBeDefined()
  const price = screen.getByRole('textbox', { name: new RegExp(`${record.price}.*1`) })
  await second.user.type(price, '12')
  await second.user.tab()
  await second.user.click(screen.getByRole('button', { name: /Save 1/ }))
  expect(second.onSave.mock.calls.map(([all]) => all.map(({ lines }) => lines[0]?.title))).toEqual([
    ['Stall mug'],
  ])
  cleanup()
  open(drafts)
  expect(item(1).value).toBe('')
})
