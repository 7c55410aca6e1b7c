import { expect, test } from 'vitest'
import { filterOf, salesSearch, sortOf } from './search.ts'

test('a link carries the filter, and what is wrong in it is left out', () => {
  const search = salesSearch.parse({
    from: '2024-03-01',
    to: 'soon',
    channels: ['etsy'],
    streams: ['digital', 'nonsense'],
    text: 'mug',
    sale: 'ab12',
  })
  expect(filterOf(search)).toEqual({ from: '2024-03-01', channels: ['etsy'], text: 'mug' })
})

test('an empty link asks for everything that counts, newest first', () => {
  const search = salesSearch.parse({})
  expect(filterOf(search)).toEqual({})
  expect(sortOf(search)).toEqual({ by: 'day', descending: true })
})

test('another sort begins at its lowest unless the link says otherwise', () => {
  expect(sortOf(salesSearch.parse({ sort: 'buyer' }))).toEqual({ by: 'buyer', descending: false })
  expect(sortOf(salesSearch.parse({ sort: 'kept', descending: true }))).toEqual({
    by: 'kept',
    descending: true,
  })
})
