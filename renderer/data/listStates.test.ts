import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asDesigned } from '#shared/list/listState.ts'
import { nothing } from '#shared/list/selection.ts'
import { createListStates } from './listStates.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function memory(entries: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(entries))
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: vi.fn((key: string, value: string) => void kept.set(key, value)),
    removeItem: (key: string) => void kept.delete(key),
  }
  return { kept, store }
}
const place = { question: 'q', top: 3, active: 5 }

test('a list is remembered for its brand, across restarts', () => {
  const { store } = memory()
  const states = createListStates(store, 'a')
  states.keep('sales', { columns: { ...asDesigned, widths: { buyer: 180 } } })
  states.keep('sales', { place })
  vi.runAllTimers()
  const later = createListStates(store, 'a')
  expect(later.read('sales')).toMatchObject({ columns: { widths: { buyer: 180 } }, place })
  expect(later.read('products')).toEqual({})
  expect(createListStates(store, 'b').read('sales')).toEqual({})
})

test('scrolling writes once it rests, not with every row', () => {
  const { store } = memory()
  const states = createListStates(store, 'a')
  for (let top = 0; top < 100; top++) states.keep('sales', { place: { ...place, top } })
  expect(store.setItem).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(store.setItem).toHaveBeenCalledOnce()
  expect(states.read('sales').place?.top).toBe(99)
})

test('what was selected and searched for lasts as long as the app runs', () => {
  const { kept, store } = memory()
  const states = createListStates(store, 'a')
  states.keep('sales', { selection: { scope: '', selection: nothing }, search: { text: 'Ana Quint' }, place })
  vi.runAllTimers()
  expect(states.read('sales').search).toEqual({ text: 'Ana Quint' })
  expect([...kept.values()].join()).not.toContain('Ana')
  expect(createListStates(store, 'a').read('sales').search).toBeUndefined()
})

test.each([
  ['no JSON', '{'],
  ['something else', '[1]'],
  ['a wrong part', JSON.stringify({ columns: { order: 5 }, place })],
])('a list whose memory is %s looks as designed', (_what, text) => {
  const { store } = memory({ 'list:a:sales': text })
  expect(createListStates(store, 'a').read('sales').columns).toBeUndefined()
})
