// @vitest-environment happy-dom
import { Notifications } from '@mantine/notifications'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import lists from '#resources/locales/en/lists.json'
import { asDesigned } from '#shared/list/listState.ts'
import { nothing, type Selection } from '#shared/list/selection.ts'
import { ColumnMenu } from './ColumnMenu.tsx'
import type { TableColumn } from './columns.ts'
import { DataTable, type DataTableProps } from './DataTable.tsx'
import { draw } from './inTests.tsx'

type Person = { readonly name: string; readonly age: number }
const columns: readonly TableColumn<Person>[] = [
  { id: 'name', header: 'Name', width: '1fr', cell: ({ name }) => name, value: ({ name }) => name },
  {
    id: 'age',
    header: 'Age',
    width: '80px',
    sorts: 'ascending',
    cell: ({ age }) => age,
    value: ({ age }) => age,
  },
]
const people = (total: number) => (from: number, count: number) =>
  Promise.resolve({
    total,
    rows: Array.from({ length: Math.max(Math.min(count, total - from), 0) }, (_, at) => ({
      name: `P${from + at}`,
      age: from + at,
    })),
  })

let copied: Readonly<Record<string, string>> = {}

/** A clipboard that takes what it is given; `user` brings one of its own, which cannot wait for promised parts. */
function giveClipboard() {
  copied = {}
  const kept = new WeakMap<object, Readonly<Record<string, Promise<Blob>>>>()
  vi.stubGlobal('ClipboardItem', function Item(this: object, parts: Readonly<Record<string, Promise<Blob>>>) {
    kept.set(this, parts)
  })
  const write = async ([item]: readonly object[]) => {
    const parts = Object.entries(kept.get(item ?? {}) ?? {})
    const texts = await Promise.all(parts.map(async ([type, part]) => [type, await (await part).text()]))
    copied = Object.fromEntries(texts) as Readonly<Record<string, string>>
  }
  const writeText = (text: string) => Promise.resolve(void (copied = { 'text/plain': text }))
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { write, writeText } })
}
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function drawPeople({
  total = 1000,
  ...props
}: Partial<DataTableProps<Person>> & { readonly total?: number } = {}) {
  const source = people(total)
  function List() {
    const [selection, setSelection] = useState<Selection>(nothing)
    const [layout, setLayout] = useState(asDesigned)
    return (
      <main>
        <Notifications />
        <ColumnMenu columns={columns} layout={layout} onLayout={setLayout} />
        <DataTable
          label="People"
          columns={columns}
          rowId={({ name }) => name}
          source={source}
          question="all"
          empty="Nobody"
          selection={selection}
          onSelection={setSelection}
          layout={layout}
          onLayout={setLayout}
          onSort={() => {}}
          {...props}
        />
      </main>
    )
  }
  const user = userEvent.setup()
  giveClipboard()
  draw(<List />, { lists })
  await screen.findAllByRole('gridcell', { name: /^P\d+$/ })
  screen.getByRole('grid').focus()
  return { user }
}
const heads = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
const grid = () => screen.getByRole('grid')

test('the command key and C copy the active row, or what is selected', async () => {
  const { user } = await drawPeople()
  await user.keyboard('{ArrowDown}{Control>}c{/Control}')
  await waitFor(() => expect(copied['text/plain']).toBe('Name\tAge\r\nP1\t1'))
  await user.keyboard(' {Shift>}{ArrowDown}{/Shift}{Control>}c{/Control}')
  await waitFor(() => expect(copied['text/plain']).toBe('Name\tAge\r\nP1\t1\r\nP2\t2'))
  expect(copied['text/html']).toContain('<td>P2</td>')
  expect(await screen.findByText('2 rows copied.')).toBeTruthy()
})

test('only the columns that are shown are copied, in their order', async () => {
  const { user } = await drawPeople()
  await user.click(screen.getByRole('button', { name: 'Columns' }))
  await user.click(await screen.findByRole('button', { name: 'Move “Age” to the left' }))
  expect(heads()).toEqual(['', 'Age', 'Name'])
  await user.click(screen.getByRole('checkbox', { name: 'Name' }))
  expect(heads()).toEqual(['', 'Age'])
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Age' }).disabled).toBe(true)
  await user.keyboard('{Escape}')
  grid().focus()
  await user.keyboard('{Control>}c{/Control}')
  await waitFor(() => expect(copied['text/plain']).toBe('Age\r\n0'))
  await user.click(screen.getByRole('button', { name: 'Columns' }))
  await user.click(await screen.findByRole('button', { name: 'Reset' }))
  expect(heads()).toEqual(['', 'Name', 'Age'])
})

test('too much for a clipboard is said to be a matter for a file', async () => {
  const { user } = await drawPeople({ total: 100_001 })
  await user.keyboard('{Control>}a{/Control}{Control>}c{/Control}')
  expect(await screen.findByText(/^More than 100,000 rows are too much for the clipboard/)).toBeTruthy()
  expect(copied).toEqual({})
})

test('a list that cannot be asked for its selection is walked for it', async () => {
  const { user } = await drawPeople({ total: 5000 })
  await user.keyboard(' {End} {Control>}c{/Control}')
  await waitFor(() => expect(copied['text/plain']).toBe('Name\tAge\r\nP0\t0\r\nP4999\t4999'))
})

test('the menu of a row acts on that row, and on the selection where the row is part of it', async () => {
  const run = vi.fn()
  const actions = vi.fn(({ count }: { readonly count: number }) => [
    { id: 'hide', label: `Hide ${count}`, run: () => run(count) },
  ])
  const { user } = await drawPeople({ actions })
  await user.keyboard(' {ArrowDown} ')
  const right = { keys: '[MouseRight]' } as const
  await user.pointer({ ...right, target: screen.getByRole('gridcell', { name: 'P1' }) })
  expect(await screen.findByRole('menuitem', { name: 'Copy 2 rows' })).toBeTruthy()
  await user.click(screen.getByRole('menuitem', { name: 'Hide 2' }))
  await user.pointer({ ...right, target: screen.getByRole('gridcell', { name: 'P5' }) })
  await user.click(await screen.findByRole('menuitem', { name: 'Hide 1' }))
  expect(run.mock.calls).toEqual([[2], [1]])
})

test('a cell is copied by itself', async () => {
  const { user } = await drawPeople()
  await user.pointer({ keys: '[MouseRight]', target: screen.getByRole('gridcell', { name: 'P3' }) })
  await user.click(await screen.findByRole('menuitem', { name: 'Copy “Name”' }))
  await waitFor(() => expect(copied['text/plain']).toBe('P3'))
})

test('keys open the menu of the active row', async () => {
  const { user } = await drawPeople({
    actions: ({ row }) => [{ id: 'x', label: `Hide ${row?.name}`, run: () => {} }],
  })
  await user.keyboard('{ArrowDown}{ArrowDown}{Shift>}{F10}{/Shift}')
  expect(await screen.findByRole('menuitem', { name: 'Hide P2' })).toBeTruthy()
})

test('the headings are one stop of the Tab key, and Shift with an arrow makes a column wider', async () => {
  const onLayout = vi.fn()
  const { user } = await drawPeople({ layout: { ...asDesigned, widths: { name: 200 } }, onLayout })
  const [, name, age] = screen.getAllByRole('columnheader')
  name?.focus()
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Age' }))
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  // happy-dom lays out every element 640 px wide
  expect(onLayout.mock.lastCall?.[0].widths).toEqual({ name: 640, age: 650 })
  const stops = [name, age?.querySelector('button')].map((stop) => stop?.tabIndex)
  expect(stops).toEqual([-1, 0])
})

test('a list begins where it was left, and says where it is', async () => {
  const onPlace = vi.fn()
  const { user } = await drawPeople({ total: 1_000_000, startAt: { top: 500_000, active: 500_003 }, onPlace })
  expect(await screen.findByRole('gridcell', { name: 'P500003' })).toBeTruthy()
  const active = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')
  await waitFor(() => expect(active()?.dataset['index']).toBe('500003'))
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(onPlace.mock.lastCall?.[0]).toMatchObject({ active: 500_004 }))
})
