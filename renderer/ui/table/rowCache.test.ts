import { expect, test, vi } from 'vitest'
import { createRowCache } from './rowCache.ts'

const numbers = (total: number) =>
  vi.fn((from: number, count: number) =>
    Promise.resolve({
      total,
      rows: Array.from({ length: Math.max(Math.min(count, total - from), 0) }, (_, index) => from + index),
    }),
  )

test('rows are there once they were wanted', async () => {
  const cache = createRowCache(numbers(1_000_000))
  expect(cache.total()).toBeNull()
  cache.want(500_000, 500_040)
  await vi.waitFor(() => expect(cache.row(500_040)).toBe(500_040))
  expect(cache.total()).toBe(1_000_000)
  expect(cache.row(3)).toBeUndefined()
})

test('rows that are there are not asked for again', async () => {
  const source = numbers(1000)
  const cache = createRowCache(source)
  cache.want(0, 40)
  await vi.waitFor(() => expect(cache.row(40)).toBe(40))
  const asked = source.mock.calls.length
  cache.want(10, 50)
  expect(source).toHaveBeenCalledTimes(asked)
})

test('scrolling past many rows asks only for those where it stops', async () => {
  const source = numbers(1_000_000)
  const cache = createRowCache(source)
  cache.want(0, 40)
  for (let first = 0; first < 900_000; first += 1000) cache.want(first, first + 40)
  await vi.waitFor(() => expect(cache.row(899_000)).toBe(899_000))
  expect(source.mock.calls.length).toBeLessThan(4)
})

test('an empty list is asked for once', async () => {
  const source = numbers(0)
  const cache = createRowCache(source)
  cache.want(0, 40)
  await vi.waitFor(() => expect(cache.total()).toBe(0))
  cache.want(0, 40)
  expect(source).toHaveBeenCalledTimes(1)
})

test('a source that fails is not hidden', async () => {
  const cache = createRowCache(() => Promise.reject(new Error('book page damaged')))
  cache.want(0, 10)
  await vi.waitFor(() => expect(() => cache.version()).toThrow('book page damaged'))
})
