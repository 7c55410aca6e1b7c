import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortedBy } from './radixSort.ts'

const largest = fc.constantFrom(1, 3000, 2 ** 31, 2 ** 32 - 1, 2 ** 40)

test('sorts as comparing does, and keeps the order of equals', () => {
  fc.assert(
    fc.property(
      largest,
      fc.array(fc.double({ min: -1, max: 1, noNaN: true })),
      fc.boolean(),
      (most, parts, descending) => {
        const keys = Float64Array.from(parts, (part) => Math.round(part * most))
        const ids = Uint32Array.from(keys.keys()).reverse()
        const sign = descending ? -1 : 1
        const compared = [...ids].toSorted((a, b) => ((keys[a] ?? 0) - (keys[b] ?? 0)) * sign)
        expect([...sortedBy(ids, keys, descending)]).toEqual(compared)
      },
    ),
  )
})

test('leaves the ids it was given as they were', () => {
  const ids = Uint32Array.of(2, 0, 1)
  sortedBy(ids, [5, 4, 3], false)
  expect([...ids]).toEqual([2, 0, 1])
})
