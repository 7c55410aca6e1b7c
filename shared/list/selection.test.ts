import { expect, test } from 'vitest'
import {
  countOf,
  everything,
  including,
  isNothing,
  isSelected,
  nothing,
  only,
  selectedFilter,
  toggled,
} from './selection.ts'

test('a row is taken in and out again', () => {
  const one = toggled(nothing, 'a')
  expect(isSelected(one, 'a')).toBe(true)
  expect(isSelected(one, 'b')).toBe(false)
  expect(isNothing(toggled(one, 'a'))).toBe(true)
})

test('a million rows are selected by naming those that are not', () => {
  const allBut = toggled(toggled(everything, 'a'), 'b')
  expect(isSelected(allBut, 'a')).toBe(false)
  expect(isSelected(allBut, 'never seen')).toBe(true)
  expect(countOf(allBut, 1_000_000)).toBe(999_998)
  expect(selectedFilter(allBut)).toEqual({ exceptKeys: ['a', 'b'] })
  expect(countOf(toggled(allBut, 'a'), 1_000_000)).toBe(999_999)
})

test('a range joins what is selected, and what was left out comes back with it', () => {
  expect(selectedFilter(including(only('a'), ['b', 'a', 'c']))).toEqual({ keys: ['a', 'b', 'c'] })
  expect(selectedFilter(including(toggled(everything, 'a'), ['a', 'b']))).toEqual({ exceptKeys: [] })
})
