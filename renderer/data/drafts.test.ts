import { expect, test } from 'vitest'
import { createDrafts } from './drafts.ts'

function storeOf(mostBytes = Number.POSITIVE_INFINITY) {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    removeItem: (key: string) => void held.delete(key),
    setItem: (key: string, text: string) => {
      if (text.length > mostBytes) throw new DOMException('full', 'QuotaExceededError')
      held.set(key, text)
    },
  }
}

test('what was typed is there at the next start, for its brand alone', () => {
  const store = storeOf()
  createDrafts(store, 'a').keep('client new', '{"name":"Ana"}')
  expect(createDrafts(store, 'a').read('client new')).toBe('{"name":"Ana"}')
  expect(createDrafts(store, 'b').read('client new')).toBeNull()
  createDrafts(store, 'a').keep('client new', null)
  expect(createDrafts(store, 'a').read('client new')).toBeNull()
})

test('a full store keeps no older draft in place of the one that was typed last', () => {
  const store = storeOf(5)
  const drafts = createDrafts(store, 'a')
  drafts.keep('note', 'short')
  drafts.keep('note', 'longer than that')
  expect(drafts.read('note')).toBe('longer than that')
  expect(createDrafts(store, 'a').read('note')).toBeNull()
})
