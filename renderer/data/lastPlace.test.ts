import { expect, test } from 'vitest'
import { keepLastPlace, placeKeyOf, readLastPlace } from './lastPlace.ts'

function memory(entries: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(entries))
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('each brand is left at its own screen, and Home with its own period', () => {
  const store = memory()
  keepLastPlace(store, 'a', { at: '/?period=year', home: '/?period=year' })
  keepLastPlace(store, 'a', { at: '/sales?text=mug' })
  keepLastPlace(store, 'b', { at: '/clients' })
  expect(readLastPlace(store, 'a')).toEqual({ at: '/sales?text=mug', home: '/?period=year' })
  expect(readLastPlace(store, 'b')).toEqual({ at: '/clients', home: '/' })
})

test.each(['', 'no JSON', '[]', '{"at":7,"home":null}', '{"at":"https://elsewhere.example"}'])(
  'what is no place of the app (%j) is Home',
  (stored) => {
    const store = memory({ [placeKeyOf('a')]: stored })
    expect(readLastPlace(store, 'a')).toEqual({ at: '/', home: '/' })
  },
)

test('an address longer than any that is typed is Home', () => {
  const store = memory()
  keepLastPlace(store, 'a', { at: `/sales?products=${'x'.repeat(30_000)}` })
  expect(readLastPlace(store, 'a').at).toBe('/')
})

test('without a store nothing is kept and nothing breaks', () => {
  keepLastPlace(null, 'a', { at: '/sales' })
  expect(readLastPlace(null, 'a')).toEqual({ at: '/', home: '/' })
})

test('a store that is full keeps nobody from going on', () => {
  const store = memory({ 'place:a': '{"at":"/sales"}' })
  const full = {
    ...store,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  keepLastPlace(full, 'a', { at: '/products' })
  expect(readLastPlace(full, 'a').at).toBe('/') // an older place would be wrong
})
