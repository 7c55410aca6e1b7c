import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs'
import { expect, test, vi } from 'vitest'
import { createRecentlyOpened } from '#data/recent.ts'
import type { BookClient } from '#data/services.ts'
import type { Hit } from '#shared/book/questions.ts'
import { plain } from '#shared/search/marked.ts'
import type { Entry } from './entry.ts'
import { rankEntries } from './rankEntries.ts'
import { createLatest } from './useFindings.ts'
import { calledNow } from './useRecent.ts'

const hit: Hit = {
  ...{ sort: 'client', id: 'ana', name: plain('Ana'), about: [] },
  ...{ channel: '', account: '', day: '', sales: 0 },
}
const entry = (name: string, words = ''): Entry => ({
  id: name,
  sort: 'action',
  name,
  words,
  icon: IconHome,
  run: () => {},
})
const entries = [
  entry('Import files', 'upload csv'),
  entry('Imports'),
  entry('Light or dark', 'theme night'),
  entry('Undo'),
]
const named = (...words: string[]) => rankEntries(entries, words).map((one) => one.entry.name)

test('an entry is found by its name before other words for it, and by all words', () => {
  expect(named('imp')).toEqual(['Import files', 'Imports'])
  expect(named('night')).toEqual(['Light or dark'])
  expect(named('files', 'imp')).toEqual(['Import files'])
  expect(named('files', 'night')).toEqual([])
})

test('a slip is forgiven where nothing is found as it stands', () => {
  expect(named('improt')).toEqual(['Import files', 'Imports'])
  expect(named('udno')).toEqual(['Undo'])
})

test('of questions that come while one is answered only the last is asked', async () => {
  const asked: string[] = []
  const answers: ((answer: string) => void)[] = []
  const ask = createLatest((question: string) => {
    asked.push(question)
    return new Promise<string>((resolve) => answers.push(resolve))
  })
  const all = Promise.all([ask('a'), ask('ab'), ask('abc')])
  answers[0]?.('first')
  await new Promise((resolve) => setTimeout(resolve, 0))
  answers[1]?.('last')
  expect(await all).toEqual(['first', null, 'last'])
  expect(asked).toEqual(['a', 'abc'])
})

test('what was opened last is told by its name of today, and no more once it is gone', async () => {
  const opened = (sort: 'client' | 'product' | 'screen', key: string) => ({
    sort,
    key,
    name: 'then',
    about: 'old',
  })
  const recalled = vi.fn<BookClient['recalled']>(() =>
    Promise.resolve([{ ...hit, name: plain('Ana Silva') }, null]),
  )
  expect(
    await calledNow([opened('client', 'ana'), opened('screen', '/sales'), opened('product', 'mug')], {
      recalled,
    }),
  ).toEqual([{ sort: 'client', key: 'ana', name: 'Ana Silva', about: '' }, opened('screen', '/sales')])
  expect(recalled).toHaveBeenCalledExactlyOnceWith([
    { sort: 'client', id: 'ana' },
    { sort: 'product', id: 'mug' },
  ])
})

test('what was opened last is first, once, and of each brand by itself', () => {
  const kept = new Map<string, string>()
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  const recent = createRecentlyOpened('one', store)
  const ana = { sort: 'client', key: 'ana', name: 'Ana', about: '' } as const
  const sale = { sort: 'sale', key: 's1', name: '#1', about: 'Ana' } as const
  for (const one of [ana, sale, ana]) recent.add(one)
  expect(recent.read()).toEqual([ana, sale])
  expect(createRecentlyOpened('one', store).read()).toEqual([ana, sale])
  expect(createRecentlyOpened('two', store).read()).toEqual([])
  kept.set([...kept.keys()][0] ?? '', '{"not":"it"}')
  expect(recent.read()).toEqual([])
})
