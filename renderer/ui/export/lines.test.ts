import { expect, test, vi } from 'vitest'
import { linesOf, withCurrency, type FileColumn } from './lines.ts'

type Item = { readonly name: string; readonly price: number; readonly currency: string }
const columns: readonly FileColumn<Item>[] = [
  { id: 'name', header: 'Name', value: ({ name }) => name },
  { id: 'price', header: 'Price', value: ({ price, currency }) => ({ minor: price, currency }) },
]
const item = (name: string, currency = 'USD'): Item => ({ name, price: 100, currency })
const listOf = (total: number) => (from: number, count: number) =>
  Promise.resolve({
    total,
    rows: Array.from({ length: Math.max(Math.min(count, total - from), 0) }, (_, at) => item(`${from + at}`)),
  })
const parts = { columns, expand: (row: Item) => [row], onProgress: () => {}, onChanged: () => {} }

test('every row is a line, in the order of the list, and progress is told', async () => {
  const onProgress = vi.fn()
  const next = linesOf({ ...parts, source: listOf(2500), onProgress })
  const lines = []
  for (let page = await next(); page !== null; page = await next()) lines.push(...page)
  expect([lines.length, lines[0]?.[0], lines.at(-1)?.[0]]).toEqual([2500, '0', '2499'])
  expect(onProgress.mock.calls.at(-1)).toEqual([2500, 2500])
})

test('a list that changes on the way ends the export, so that no file mixes two states', async () => {
  let total = 2500
  const onChanged = vi.fn()
  const next = linesOf({ ...parts, source: (from, count) => listOf(total)(from, count), onChanged })
  await next()
  total = 2499
  expect(await next()).toBeNull()
  expect(onChanged).toHaveBeenCalledOnce()
})

test('the currency of amounts stands before the first of them, row by row', () => {
  const shown = withCurrency(columns, 'Currency', item('a'))
  expect(shown.map(({ header }) => header)).toEqual(['Name', 'Currency', 'Price'])
  expect(shown[1]?.value(item('b', 'EUR'))).toBe('EUR')
})

test('a list that has a column of currencies keeps its own, and one without amounts needs none', () => {
  const own = [...columns, { id: 'currency', header: 'Money', value: ({ currency }: Item) => currency }]
  expect(withCurrency(own, 'Currency', item('a'))).toBe(own)
  const names = columns.slice(0, 1)
  expect(withCurrency(names, 'Currency', item('a'))).toBe(names)
})
