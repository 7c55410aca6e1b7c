import { expect, test } from 'vitest'
import { asDesigned } from '#shared/list/listState.ts'
import { inOrder, moved, shownColumns, tracks, withShown, withWidths, type TableColumn } from './columns.ts'

const column = (id: string, over: Partial<TableColumn<null>> = {}): TableColumn<null> => ({
  id,
  header: id,
  width: '1fr',
  cell: () => null,
  ...over,
})
const columns = [
  column('day', { fixed: true }),
  column('buyer'),
  column('note', { optional: true }),
  column('kept'),
]
const ids = (all: readonly TableColumn<null>[]) => all.map(({ id }) => id)

test('a list looks as designed until a person changes it', () => {
  expect(ids(shownColumns(columns, asDesigned))).toEqual(['day', 'buyer', 'kept'])
})

test('a column is moved, hidden and shown', () => {
  const layout = withShown(withShown(moved(columns, asDesigned, 'kept', -1), 'buyer', false), 'note', true)
  expect(ids(shownColumns(columns, layout))).toEqual(['day', 'kept', 'note'])
  expect(ids(inOrder(columns, layout))).toEqual(['day', 'buyer', 'kept', 'note'])
})

test('a column a row is found again by cannot be hidden', () => {
  expect(ids(shownColumns(columns, withShown(asDesigned, 'day', false)))[0]).toBe('day')
})

test('at the ends a column stays where it is', () => {
  expect(moved(columns, asDesigned, 'day', -1)).toBe(asDesigned)
  expect(moved(columns, asDesigned, 'kept', 1)).toBe(asDesigned)
})

test('a column that is new to an order made before stands behind its designed neighbour', () => {
  const layout = { ...asDesigned, order: ['kept', 'gone', 'buyer', 'day'] }
  expect(ids(inOrder(columns, layout))).toEqual(['kept', 'buyer', 'note', 'day'])
  expect(ids(inOrder([column('first'), ...columns], layout))).toEqual([
    'first',
    'kept',
    'buyer',
    'note',
    'day',
  ])
})

test('a chosen width stands for the designed one, within reason', () => {
  const layout = withWidths(asDesigned, { day: 3, buyer: 180.4 })
  expect(tracks(columns, layout)).toBe('44px 180px 1fr 1fr')
})
