import { expect, test } from 'vitest'
import { maxSlots, reveal, scrolled, settle, shiftAt } from './longScroll.ts'

const million = { total: 1_000_000, seen: 20 }

test('a list that fits the scroll bar is never shifted', () => {
  expect(shiftAt({ total: 100_000, seen: 20, top: 5_000 })).toBe(0)
  expect(scrolled({ total: 300, seen: 20, top: 0, shift: 0 }, 250)).toEqual({ top: 250, shift: 0 })
})

test('the scroll bar reaches the first and the last of a million rows', () => {
  expect(shiftAt({ ...million, top: 0 })).toBe(0)
  expect(shiftAt({ ...million, top: maxSlots - 20 }) + maxSlots).toBe(1_000_000)
})

test('dragging the scroll bar to its middle shows the middle of the list', () => {
  const { top, shift } = scrolled({ ...million, top: 0, shift: 0 }, 49_990)
  expect(top + shift).toBe(499_990)
})

test('a turn of the wheel moves by the rows it asked for, not by a share of the list', () => {
  expect(scrolled({ ...million, top: 49_990, shift: 450_000 }, 49_993)).toEqual({
    top: 49_993,
    shift: 450_000,
  })
})

test('coming to rest moves the scroll bar and not the rows', () => {
  const rested = settle({ ...million, top: 60_000.5, shift: 450_000 })
  expect(rested.top + rested.shift).toBe(510_000.5)
  const truth = shiftAt({ ...million, top: rested.top })
  expect(Math.abs(rested.shift - truth)).toBeLessThan(10) // ten rows of the list are one of the scroll bar
})

test('turning the wheel for ever ends at the last row, and back at the first', () => {
  let place = { top: 0, shift: 0 }
  for (let turn = 0; turn < 40_000; turn++) {
    place = scrolled({ ...million, ...place }, Math.min(place.top + 30, maxSlots - 20))
  }
  expect(place).toEqual({ top: maxSlots - 20, shift: 900_000 })
  for (let turn = 0; turn < 40_000; turn++)
    place = scrolled({ ...million, ...place }, Math.max(place.top - 30, 0))
  expect(place).toEqual({ top: 0, shift: 0 })
})

test.each([
  [0, 0],
  [999_999, 999_980],
  [500_000, 499_981],
])('row %i of a million can be shown', (row, first) => {
  const { top, shift } = reveal({ ...million, top: 0, shift: 0 }, row)
  expect(top + shift).toBe(first)
  expect(top).toBeGreaterThanOrEqual(0)
  expect(top).toBeLessThanOrEqual(maxSlots - 20)
})

test('the next row down scrolls by one row', () => {
  expect(reveal({ ...million, top: 100, shift: 7 }, 127)).toEqual({ top: 101, shift: 7 })
})
