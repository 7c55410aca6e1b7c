// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { TableColumn } from './columns.ts'
import { DataTable, type DataTableProps } from './DataTable.tsx'
import { draw } from './inTests.tsx'

type Person = { readonly name: string; readonly age: number }
const columns: readonly TableColumn<Person>[] = [
  { id: 'name', header: 'Name', width: '1fr', sorts: 'ascending', cell: ({ name }) => name, foot: 'all' },
  {
    id: 'age',
    header: 'Age',
    width: '80px',
    align: 'end',
    sorts: 'descending',
    cell: ({ age }) => age,
    foot: '42',
  },
  { id: 'note', header: 'Note', width: '80px', cell: () => '' },
]
const people = (total: number) => (from: number, count: number) =>
  Promise.resolve({
    total,
    rows: Array.from({ length: Math.max(Math.min(count, total - from), 0) }, (_, at) => ({
      name: `P${from + at}`,
      age: at,
    })),
  })

afterEach(cleanup)
const table = (props: Partial<DataTableProps<Person>> = {}) => (
  <DataTable
    label="People"
    columns={columns}
    rowId={({ name }) => name}
    source={people3}
    question=""
    empty="Nobody"
    {...props}
  />
)
const people3 = people(3)
const million = people(1_000_000)

test('draws a screenful of a million rows and says how many there are', async () => {
  draw(table({ source: million }))
  expect(await screen.findByRole('gridcell', { name: 'P0' })).toBeTruthy()
  expect(screen.getByRole('grid', { name: 'People' }).getAttribute('aria-rowcount')).toBe('1000002')
  expect(screen.getAllByRole('row').length).toBeLessThan(60)
})

test('End goes to the last of a million rows and Enter opens it', async () => {
  const onOpen = vi.fn()
  draw(table({ source: million, onOpen }))
  await screen.findByRole('gridcell', { name: 'P0' })
  const user = userEvent.setup()
  screen.getByRole('grid').focus()
  await user.keyboard('{End}')
  await screen.findByRole('gridcell', { name: 'P999999' })
  await user.keyboard('{Enter}')
  expect(onOpen).toHaveBeenCalledExactlyOnceWith({ name: 'P999999', age: expect.any(Number) })
})

test('the arrow keys move from row to row, and the page keys by what is seen', async () => {
  const onOpen = vi.fn()
  draw(table({ source: million, onOpen }))
  await screen.findByRole('gridcell', { name: 'P0' })
  const user = userEvent.setup()
  screen.getByRole('grid').focus()
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}{PageDown}{Enter}{Home}{ArrowUp}{Enter}')
  // 640 px less the head and the foot (40 each) show 15 rows of 36 px whole; one stays in sight.
  expect(onOpen.mock.calls.map(([{ name }]) => name)).toEqual(['P1', 'P15', 'P0'])
})

test('the active row is named to assistive technology', async () => {
  draw(table())
  const second = await screen.findByRole('gridcell', { name: 'P1' })
  await userEvent.click(second)
  const id = screen.getByRole('grid').getAttribute('aria-activedescendant')
  expect(id).toBe(second.closest('[role=row]')?.id)
})

test('a header sorts its own way first, then turns round, and says so', async () => {
  const onSort = vi.fn()
  const { rerender } = draw(table({ onSort, sort: { by: 'name', descending: false } }))
  expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending')
  await userEvent.click(screen.getByRole('button', { name: 'Age' }))
  expect(onSort).toHaveBeenLastCalledWith({ by: 'age', descending: true })
  rerender(table({ onSort, sort: { by: 'age', descending: true } }))
  await userEvent.click(screen.getByRole('button', { name: 'Age' }))
  expect(onSort).toHaveBeenLastCalledWith({ by: 'age', descending: false })
  expect(screen.queryByRole('button', { name: 'Note' })).toBeNull()
})

test('says so when there is nothing, and draws no sums', async () => {
  draw(table({ source: people(0) }))
  expect(await screen.findByText('Nobody')).toBeTruthy()
  expect(screen.queryByText('42')).toBeNull()
})

test('the rows before stay until the new ones are there', async () => {
  const { rerender } = draw(table())
  await screen.findByText('P2')
  let answer = () => {}
  const slow = () =>
    new Promise<{ total: number; rows: Person[] }>(
      (resolve) => (answer = () => resolve({ total: 1, rows: [{ name: 'New', age: 1 }] })),
    )
  rerender(table({ source: slow, question: 'other' }))
  expect(screen.getByText('P2')).toBeTruthy()
  expect(screen.getByRole('grid').getAttribute('aria-busy')).toBe('true')
  answer()
  await screen.findByText('New')
  expect(screen.queryByText('P2')).toBeNull()
})

test('the row that is open beside the list is marked', async () => {
  draw(table({ opened: 'P1' }))
  await screen.findByText('P1')
  const current = screen.getAllByRole('row', { current: true })
  expect(current.map((row) => within(row).getAllByRole('gridcell')[0]?.textContent)).toEqual(['P1'])
})
