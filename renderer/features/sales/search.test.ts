import { expect, test } from 'vitest'
import { askedOf, salesSearch } from './search.ts'

test('a link carries the filter, and what is wrong in it is left out', () => {
  const search = salesSearch.parse({
    from: '2024-03-01',
    to: 'soon',
    channels: ['etsy'],
    streams: ['digital', 'nonsense'],
    text: 'mug',
    sale: 'ab12',
  })
  expect(askedOf(search, undefined).filter).toEqual({ from: '2024-03-01', channels: ['etsy'], text: 'mug' })
})

test('an empty link asks for everything that counts, newest first', () => {
  const search = salesSearch.parse({})
  expect(askedOf(search, undefined)).toEqual({ filter: {}, sort: { by: 'day', descending: true } })
})

test('another sort begins with A or with the largest unless the link says otherwise', () => {
  const sortOf = (link: object) => askedOf(salesSearch.parse(link), undefined).sort
  expect(sortOf({ sort: 'buyer' })).toEqual({ by: 'buyer', descending: false })
  expect(sortOf({ sort: 'kept' })).toEqual({ by: 'kept', descending: true })
  expect(sortOf({ sort: 'kept', descending: false })).toEqual({ by: 'kept', descending: false })
})

test('an order that was left stays until a link asks for another', () => {
  const left = { by: 'kept', descending: false }
  expect(askedOf({}, left).sort).toEqual(left)
  expect(askedOf({ sort: 'day' }, left).sort).toEqual({ by: 'day', descending: true })
  expect(askedOf({}, { by: 'a column that is gone', descending: false }).sort).toEqual({
    by: 'day',
    descending: true,
  })
})
