// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, useSyncExternalStore } from 'react'
import { afterEach, expect, test } from 'vitest'
import documents from '#resources/locales/en/documents.json'
import paper from '#resources/locales/en/paper.json'
import treatments from '#resources/locales/en/treatments.json'
import ui from '#resources/locales/en/ui.json'
import type { ProductRow } from '#shared/book/partyQuestions.ts'
import type { Draft } from '#shared/document/derive.ts'
import { draft, item } from '#shared/document/inTests.ts'
import { totalsOf } from '#shared/document/totalsOf.ts'
import { createFormat } from '#ui/format/format.ts'
import { FormatContext } from '#ui/format/FormatContext.tsx'
import { draw } from '#ui/table/inTests.tsx'
import type { DocumentServices } from './documentServices.ts'
import type { Edit } from './keepDraft.ts'
import { lineActs } from './lineActs.ts'
import { LinesCard } from './LinesCard.tsx'

afterEach(cleanup)

const mug = {
  key: 'p1',
  isRecord: true,
  name: 'Stall mug',
  sku: 'MUG-L',
  stream: 'physical',
  price: { currency: 'EUR', amount: 2_450 },
} as ProductRow
const nobody = async () => []
const book: DocumentServices['book'] = {
  subscribe: () => () => {},
  clients: async () => ({ total: 0, rows: [], sums: [] }),
  contactsOf: nobody,
  products: async ({ text }: { readonly text?: string }) => ({
    total: 1,
    rows: 'stall mug'.includes((text ?? '').toLowerCase()) ? [mug] : [],
    sums: [],
  }),
} as unknown as DocumentServices['book']

function createKept(first: Draft) {
  const listeners = new Set<() => void>()
  let last = first
  return {
    read: () => last,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change: (edit: Edit) => {
      last = edit(last)
      for (const listener of listeners) listener()
    },
  }
}

/** The editor over a draft that lives in memory. */
function open(first: Draft = draft({ lines: [] }), locale = 'de-DE') {
  const kept = createKept(first)
  function Editor() {
    const shown = useSyncExternalStore(kept.subscribe, kept.read)
    const [acts] = useState(() =>
      lineActs({ read: () => ({ document: kept.read() }), change: kept.change }, () => ['vat']),
    )
    const totals = totalsOf(shown.content)
    return (
      <LinesCard
        book={book}
        draft={shown}
        totals={totals.ok ? totals.value : null}
        country="DE"
        errors={new Map()}
        acts={acts}
      />
    )
  }
  draw(
    <FormatContext value={createFormat(locale)}>
      <Editor />
    </FormatContext>,
    { documents, paper, treatments, ui },
  )
  return { user: userEvent.setup(), now: () => kept.read().content.lines, links: () => kept.read().links }
}
const titles = () => screen.queryAllByRole<HTMLInputElement>('combobox', { name: /^Product or service/ })
const amountOf = (line: number) =>
  within(screen.getAllByRole('group', { name: /, line \d+$/ })[line - 1] ?? document.body).getByRole(
    'status',
    {
      name: /^Amount/,
    },
  ).textContent

test('lines are written with the keyboard alone, in the person’s own way of writing numbers', async () => {
  const { user, now } = open()
  await user.click(screen.getByRole('button', { name: 'Add a line' }))
  await user.keyboard('Logo{Tab}3{Tab}{Tab}241,67{Enter}Brand book{Tab}1,5{Tab}{Tab}1.200')
  expect(now().map((line) => line.kind === 'item' && [line.title, line.quantity, line.unitPrice])).toEqual([
    ['Logo', '3', '241.67'],
    ['Brand book', '1.5', '1200'],
  ])
  expect([amountOf(1), amountOf(2)]).toEqual(['725,01', '1.800,00'])
  expect(now().every((line) => line.kind === 'item' && line.taxes.join() === 'vat')).toBe(true)
})

test('Enter on a line nobody wrote in makes no other, and Backspace takes it away', async () => {
  const { user, now } = open(draft({ lines: [item('a', '1', '10')] }))
  await user.click(titles()[0] ?? document.body)
  await user.keyboard('{Enter}{Enter}{Enter}')
  expect(now().length).toBe(2)
  await user.keyboard('{Backspace}')
  expect(now().length).toBe(1)
  expect(document.activeElement).toBe(titles()[0])
})

test('the arrows go from line to line in the same column, and move a line with Alt', async () => {
  const lines = ['a', 'b', 'c'].map((id) => item(id, '1', '10'))
  const { user, now } = open(draft({ lines }))
  await user.click(screen.getByRole('textbox', { name: 'Price, line 1' }))
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Price, line 2' }))
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(now().map(({ id }) => id)).toEqual(['a', 'c', 'b'])
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Price, line 3' }))
})

test('a product that is chosen brings its name, number and price, and the line belongs to it', async () => {
  const { user, now, links } = open()
  await user.click(screen.getByRole('button', { name: 'Add a line' }))
  await user.keyboard('mug')
  const found = await screen.findByRole('option', { name: /Stall mug/ })
  await user.keyboard('{ArrowDown}{Enter}')
  expect(found.isConnected).toBe(false)
  const [line] = now()
  expect(line).toMatchObject({ title: 'Stall mug', sku: 'MUG-L', unitPrice: '24.5' })
  expect(links().lines[line?.id ?? '']).toEqual({ product: 'p1', stream: 'physical' })
  expect(now().length).toBe(1)
})

test('what is no number stays as it was typed, is marked, and leaves the sums unsaid', async () => {
  const { user, now } = open(draft({ lines: [item('a', '1', '10')] }))
  const price = screen.getByRole('textbox', { name: 'Price, line 1' })
  await user.clear(price)
  await user.type(price, 'zehn')
  expect(now()[0]).toMatchObject({ unitPrice: 'zehn' })
  expect(price.getAttribute('aria-invalid')).toBe('true')
  expect(amountOf(1)).toBe('')
})

test('a line that was removed comes back with what it was linked to', async () => {
  const first = draft({ lines: [item('a', '1', '10'), item('b', '1', '20')] })
  const link = { product: 'p1', stream: 'physical' } as const
  const { user, now, links } = open({ ...first, links: { client: null, lines: { a: link } } })
  await user.hover(titles()[0] ?? document.body)
  await user.click(await screen.findByRole('button', { name: 'Actions of line 1' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remove line' }))
  expect(now().map(({ id }) => id)).toEqual(['b'])
  expect(links().lines).toEqual({})
})
