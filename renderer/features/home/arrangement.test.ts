import { expect, test } from 'vitest'
import { designed, homeCards, moved, movedTo, orderOf, rowsOf, withShown } from './arrangement.ts'

const idsOf = (arrangement: typeof designed) => rowsOf(arrangement).map((row) => row.map(({ id }) => id))

test('as designed, what fills no row stands beside its neighbour', () => {
  expect(idsOf(designed)).toEqual([
    ['mix'],
    ['waterfall', 'fees'],
    ['products', 'clients'],
    ['returning', 'bestDays'],
    ['refunds'],
  ])
})

test('a hidden card leaves its row to the next one', () => {
  expect(idsOf(withShown(designed, 'fees', false))).toEqual([
    ['mix'],
    ['waterfall', 'products'],
    ['clients', 'returning'],
    ['bestDays'],
    ['refunds'],
  ])
  expect(withShown(withShown(designed, 'fees', false), 'fees', true)).toMatchObject({
    visible: { fees: true },
  })
})

test('a card moves one place up or down, and not past the end', () => {
  expect(orderOf(moved(designed, 'fees', -1)).slice(0, 3)).toEqual(['mix', 'fees', 'waterfall'])
  expect(moved(designed, 'mix', -1)).toBe(designed)
  expect(moved(designed, 'refunds', 1)).toBe(designed)
  expect(orderOf(moved(moved(designed, 'mix', 1), 'mix', -1))).toEqual(homeCards.map(({ id }) => id))
})

test('names that are no card are passed over, and a card that is not named keeps to its neighbour', () => {
  const order = ['refunds', 'gone', 'fees', 'mix']
  expect(orderOf({ order, visible: {} })).toEqual([
    'refunds',
    'fees',
    'products',
    'clients',
    'returning',
    'bestDays',
    'mix',
    'waterfall',
  ])
})

test('with every card hidden there is no row', () => {
  const none = homeCards.reduce((sofar, { id }) => withShown(sofar, id, false), designed)
  expect(rowsOf(none)).toEqual([])
})

test('a card that is dragged takes the place of another, which makes room', () => {
  const up = movedTo(designed, 'refunds', 'fees')
  expect(orderOf(up).slice(0, 4)).toEqual(['mix', 'waterfall', 'refunds', 'fees'])
  expect(orderOf(up)).toHaveLength(8)
  expect(orderOf(movedTo(designed, 'mix', 'fees')).slice(0, 3)).toEqual(['waterfall', 'fees', 'mix'])
})
