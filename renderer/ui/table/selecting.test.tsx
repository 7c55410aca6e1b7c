// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import lists from '#resources/locales/en/lists.json'
import { nothing, selectedFilter, type Selection } from '#shared/list/selection.ts'
import type { TableColumn } from './columns.ts'
import { DataTable, type DataTableProps } from './DataTable.tsx'
import { draw } from './inTests.tsx'

afterEach(cleanup)

type Person = { readonly name: string }
const columns: readonly TableColumn<Person>[] = [
  { id: 'name', header: 'Name', width: '1fr', cell: ({ name }) => name, value: ({ name }) => name },
]
const people = (total: number) =>
  vi.fn((from: number, count: number) =>
    Promise.resolve({
      total,
      rows: Array.from({ length: Math.max(Math.min(count, total - from), 0) }, (_, at) => ({
        name: `P${from + at}`,
      })),
    }),
  )

async function drawPeople(props: Partial<DataTableProps<Person>> & { readonly total?: number } = {}) {
  const source = people(props.total ?? 1_000_000)
  const onSelection = vi.fn((_what: { keys?: readonly string[]; exceptKeys?: readonly string[] }) => {})
  function List() {
    const [selection, setSelection] = useState<Selection>(nothing)
    return (
      <DataTable
        label="People"
        columns={columns}
        rowId={({ name }) => name}
        source={source}
        question=""
        empty="Nobody"
        selection={selection}
        onSelection={(next) => {
          onSelection(selectedFilter(next))
          setSelection(next)
        }}
        {...props}
      />
    )
  }
  draw(<List />, { lists })
  await screen.findByRole('gridcell', { name: 'P0' })
  screen.getByRole('grid').focus()
  return { user: userEvent.setup(), onSelection, source }
}
const row = (name: string) => screen.getByRole('gridcell', { name })
const selected = () =>
  screen
    .queryAllByRole('row', { selected: true })
    .map((line) => within(line).getAllByRole('gridcell')[1]?.textContent)
const said = () => screen.getByRole('status').textContent

test('Space selects the active row and lets it go again', async () => {
  const { user } = await drawPeople()
  await user.keyboard('{ArrowDown} ')
  expect(selected()).toEqual(['P1'])
  expect(said()).toBe('1 of 1,000,000 selected')
  await user.keyboard(' ')
  expect(selected()).toEqual([])
  expect(said()).toBe('')
})

test('Shift and an arrow key make a range, which shrinks on the way back', async () => {
  const { user } = await drawPeople()
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}')
  expect(selected()).toEqual(['P0', 'P1', 'P2', 'P3'])
  await user.keyboard('{Shift>}{ArrowUp}{/Shift}')
  expect(selected()).toEqual(['P0', 'P1', 'P2'])
})

test('a second range keeps the first', async () => {
  const { user } = await drawPeople()
  await user.keyboard(' {ArrowDown}{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}')
  expect(selected()).toEqual(['P0', 'P3', 'P4'])
})

test('the command key adds a row, Shift all between, and a plain click opens one and lets the selection be', async () => {
  const onOpen = vi.fn()
  const { user } = await drawPeople({ onOpen })
  await user.keyboard('{Control>}')
  await user.click(row('P2'))
  await user.keyboard('{/Control}{Shift>}')
  await user.click(row('P4'))
  await user.keyboard('{/Shift}')
  expect(selected()).toEqual(['P2', 'P3', 'P4'])
  expect(onOpen).not.toHaveBeenCalled()
  await user.click(row('P1'))
  expect(onOpen).toHaveBeenCalledExactlyOnceWith({ name: 'P1' })
  expect(selected()).toEqual(['P2', 'P3', 'P4'])
})

test('a range reaches over rows that were never on the screen', async () => {
  const { user, onSelection } = await drawPeople()
  await user.keyboard('{ArrowDown}{Shift>}{End}{/Shift}')
  await waitFor(() => expect(onSelection).toHaveBeenCalled(), { timeout: 20_000 })
  const keys = onSelection.mock.lastCall?.[0].keys
  expect([keys?.length, keys?.[0], keys?.at(-1)]).toEqual([999_999, 'P1', 'P999999'])
}, 30_000)

test('everything that matches is selected without being loaded, and one row is left out again', async () => {
  const { user, onSelection, source } = await drawPeople()
  const asked = source.mock.calls.length
  await user.keyboard('{Control>}a{/Control}')
  expect(onSelection).toHaveBeenLastCalledWith({ exceptKeys: [] })
  expect(said()).toBe('1,000,000 of 1,000,000 selected')
  await user.keyboard(' ')
  expect(onSelection).toHaveBeenLastCalledWith({ exceptKeys: ['P0'] })
  expect(said()).toBe('999,999 of 1,000,000 selected')
  expect(source.mock.calls.length).toBe(asked)
})

test('Escape lets the selection go first, and only then leaves the list', async () => {
  const outside = vi.fn((_event: KeyboardEvent) => {})
  const { user } = await drawPeople()
  document.addEventListener('keydown', outside)
  await user.keyboard(' {Escape}')
  expect(selected()).toEqual([])
  expect(outside.mock.calls.map(([{ key }]) => key)).toEqual([' '])
  await user.keyboard('{Escape}')
  expect(outside).toHaveBeenCalledTimes(2)
  document.removeEventListener('keydown', outside)
})

test('the box of a row selects it, the box of the head selects all', async () => {
  const { user, onSelection } = await drawPeople({ onOpen: vi.fn(), total: 3 })
  const box = within(row('P2').parentElement as HTMLElement).getAllByRole('gridcell')[0] as HTMLElement
  await user.click(box)
  expect(selected()).toEqual(['P2'])
  const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select all' })
  expect(all.indeterminate).toBe(true)
  await user.click(all)
  expect(onSelection).toHaveBeenLastCalledWith({ exceptKeys: [] })
  await user.click(all)
  expect(onSelection).toHaveBeenLastCalledWith({ keys: [] })
})

test('a list without a selection has no boxes', async () => {
  draw(
    <DataTable
      label="People"
      columns={columns}
      rowId={({ name }) => name}
      source={people(2)}
      question=""
      empty=""
    />,
    { lists },
  )
  await screen.findByRole('gridcell', { name: 'P1' })
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(screen.getByRole('grid').getAttribute('aria-multiselectable')).toBeNull()
})
