import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paginate } from './paginate.ts'
import type { Measured } from './paginate.ts'

const block = (height: number): Measured => ({ height, isRow: false, keepsWithNext: false })
const row = (height: number, keepsWithNext = false): Measured => ({ height, isRow: true, keepsWithNext })
const room = { first: 50, later: 80, tableHead: 10, slip: 0 }

test('what fits stands on one page', () => {
  expect(paginate([block(20), block(30)], room)).toEqual({ pages: [[0, 1]], slipAlone: false })
  expect(paginate([], room)).toEqual({ pages: [[]], slipAlone: false })
})

test('rows stand under the table’s head on each page', () => {
  // 50: head 10 + 4 × 10; 80: head 10 + 7 × 10; then the last
  const rows = Array.from({ length: 12 }, () => row(10))
  expect(paginate(rows, room).pages).toEqual([[0, 1, 2, 3], [4, 5, 6, 7, 8, 9, 10], [11]])
})

test('the last row goes over with the totals, so that they never stand alone', () => {
  const rows = [row(10), row(10), row(10, true), block(30)]
  expect(paginate(rows, room).pages).toEqual([
    [0, 1],
    [2, 3],
  ])
})

test('what is larger than a page stands by itself, and the next goes on behind it', () => {
  expect(paginate([block(20), block(200), block(10)], room).pages).toEqual([[0], [1], [2]])
})

test('a slip stands at the foot of the last page, or alone on one more', () => {
  expect(paginate([block(20)], { ...room, slip: 30 })).toEqual({ pages: [[0]], slipAlone: false })
  expect(paginate([block(21)], { ...room, slip: 30 })).toEqual({ pages: [[0], []], slipAlone: true })
})

test('whatever the heights, every block stands once, in order, and no page is fuller than it may be', () => {
  const blocks = fc.array(
    fc.record({ height: fc.integer({ min: 1, max: 60 }), isRow: fc.boolean(), keepsWithNext: fc.boolean() }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(blocks, (all) => {
      const { pages } = paginate(all, room)
      expect(pages.flat()).toEqual([...all.keys()])
      for (const [place, page] of pages.entries()) {
        const height = page.reduce((sum, at, on) => {
          const head = all[at]?.isRow && !(on > 0 && all[page[on - 1] ?? -1]?.isRow) ? room.tableHead : 0
          return sum + (all[at]?.height ?? 0) + head
        }, 0)
        if (page.length > 1) expect(height).toBeLessThanOrEqual(place === 0 ? room.first : room.later)
      }
    }),
  )
})
