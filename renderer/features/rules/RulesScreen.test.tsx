// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { useState } from 'react'
import { Notifications, notifications } from '@mantine/notifications'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { listRules, newRule, saveRule } from '#data/assignments.ts'
import { BrandDatabase } from '#data/database.ts'
import type { RecordsEffect } from '#shared/book/previewRecords.ts'
import rules from '#resources/locales/en/rules.json'
import sales from '#resources/locales/en/sales.json'
import ui from '#resources/locales/en/ui.json'
import { draw } from '#ui/table/inTests.tsx'
import { RulesScreen } from './RulesScreen.tsx'
import type { RulesServices } from './RulesScreen.tsx'
import type { RulesSearch } from './search.ts'

afterEach(() => {
  cleanup()
  act(() => notifications.clean())
})

const effect: RecordsEffect = {
  ...{ listings: 2, sales: 9, lines: 14, hidden: 0, shown: 0 },
  money: [{ currency: 'USD', gross: 50_000 }],
  moved: [{ from: 'physical', to: 'digital', lines: 14 }],
  examples: [
    {
      ...{ title: 'Fern pattern', sku: 'PAT-1', channel: 'etsy', lines: 14 },
      ...{ from: 'physical', to: 'digital', productFrom: '', productTo: '' },
    },
  ],
}

function open(search: RulesSearch = {}) {
  const db = new BrandDatabase(crypto.randomUUID())
  const undoStep = vi.fn(async () => null)
  const preview = vi.fn(async () => effect)
  const services: RulesServices = {
    db,
    history: {
      undoStep,
      undo: undoStep,
      redo: undoStep,
      state: () => ({ undo: null, redo: null }),
      subscribe: () => () => {},
    },
    book: { preview, totals: async () => [], subscribe: () => () => {} },
  }
  function Screen() {
    const [own, setOwn] = useState(search)
    return (
      <>
        <RulesScreen services={services} search={own} onSearch={setOwn} />
        <Notifications />
      </>
    )
  }
  draw(<Screen />, { rules, sales, ui })
  return { db, preview, undoStep, user: userEvent.setup() }
}

test('a rule that comes from a sale begins with its title, and shows what it would change before it is saved', async () => {
  const { db, user, preview } = open({ new: true, title: 'Fern pattern' })
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('combobox', { name: 'Stream' }))
  await user.click(await screen.findByRole('option', { name: 'Digital products' }))
  expect(await within(dialog).findByText('Changes 2 listings and 14 lines of sales ($500.00).')).toBeTruthy()
  expect(within(dialog).getByText('Physical products → Digital products')).toBeTruthy()
  const gives = { stream: 'digital' }
  expect(preview).toHaveBeenLastCalledWith([
    {
      table: 'rules',
      id: 'new',
      record: expect.objectContaining({ when: { title: 'Fern pattern' }, gives }),
    },
  ])
  await user.click(within(dialog).getByRole('button', { name: 'Save the rule' }))
  await waitFor(async () =>
    expect(await listRules(db)).toMatchObject([
      { order: 1, enabled: true, when: { title: 'Fern pattern' }, gives },
    ]),
  )
})

test('a rule that asks or gives nothing is not saved, and says what is missing', async () => {
  const { db, user } = open({ new: true })
  const dialog = await screen.findByRole('dialog')
  const save = within(dialog).getByRole('button', { name: 'Save the rule' })
  await user.click(save)
  expect(within(dialog).getByText('Say which listings the rule is about.')).toBeTruthy()
  await user.type(within(dialog).getByRole('textbox', { name: 'SKU is' }), 'PAT-*')
  expect(within(dialog).getByText('Choose a product, a stream or a tag.')).toBeTruthy()
  await user.click(save)
  expect(await listRules(db)).toEqual([])
})

test('rules can be moved, switched off and removed, and the toast takes it back', async () => {
  const { db, user, undoStep } = open()
  for (const title of ['mug', 'bowl'])
    await saveRule(db, await newRule(db, { name: '', when: { title }, gives: { tags: ['clay'] } }))
  await user.click(await screen.findByRole('button', { name: 'Let “title contains “bowl”” count earlier' }))
  await waitFor(async () =>
    expect((await listRules(db)).map(({ when }) => when.title)).toEqual(['bowl', 'mug']),
  )
  await user.click(screen.getByRole('switch', { name: '“title contains “mug”” is in effect' }))
  await waitFor(async () =>
    expect((await listRules(db)).map(({ enabled }) => enabled)).toEqual([true, false]),
  )
  await user.click(screen.getByRole('button', { name: 'Remove “title contains “bowl””' }))
  await waitFor(async () => expect(await listRules(db)).toHaveLength(1))
  const last = await db.changes.orderBy('seq').last()
  await user.click(
    within(
      await screen.findByText('The rule is removed.').then((text) => text.parentElement ?? text),
    ).getByRole('button', { name: 'Undo' }),
  )
  expect(undoStep).toHaveBeenCalledWith(last?.seq)
})

test('a rule that was left with Escape is there again, with a way to start over; a saved one is not', async () => {
  const { db, user } = open({ new: true })
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByRole('textbox', { name: 'Title contains' }), 'fern')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const again = async () => {
    await user.click(screen.getAllByRole('button', { name: 'New rule' })[0] ?? document.body)
    return within(await screen.findByRole('dialog'))
  }
  const title = (form: Awaited<ReturnType<typeof again>>) =>
    form.getByRole<HTMLInputElement>('textbox', { name: 'Title contains' })
  const kept = await again()
  expect(title(kept).value).toBe('fern')
  await user.click(kept.getByRole('button', { name: 'Start over' }))
  expect(title(kept).value).toBe('')
  await user.type(title(kept), 'soap')
  await user.type(kept.getByRole('combobox', { name: 'Tags' }), 'care{Enter}')
  await user.click(kept.getByRole('button', { name: 'Save the rule' }))
  await waitFor(async () => expect(await listRules(db)).toHaveLength(1))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(title(await again()).value).toBe('')
})
