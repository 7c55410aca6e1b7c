import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { createFinder } from './findInPage.ts'

function open() {
  const events = new EventEmitter()
  const asked: unknown[][] = []
  const contents = Object.assign(events, {
    findInPage: (...question: unknown[]) => asked.push(question),
    stopFindInPage: (action: string) => void asked.push([action]),
  })
  const finder = createFinder(contents as unknown as Parameters<typeof createFinder>[0])
  const found = (requestId: number, matches: number, activeMatchOrdinal: number, finalUpdate = true) =>
    events.emit('found-in-page', {}, { requestId, matches, activeMatchOrdinal, finalUpdate })
  return { finder, asked, found }
}

test('a new text begins at its first match, the next and the one before go on from there', () => {
  const { finder, asked } = open()
  for (const step of ['first', 'next', 'previous'] as const) void finder.find({ text: 'kept', step })
  expect(asked).toEqual([
    ['kept', { forward: true, findNext: true }],
    ['kept', { forward: true, findNext: false }],
    ['kept', { forward: false, findNext: false }],
  ])
})

test('the answer is the final one, not one on the way', async () => {
  const { finder, found } = open()
  const answer = finder.find({ text: 'kept', step: 'first' })
  found(1, 1, 0, false)
  found(1, 7, 1)
  expect(await answer).toEqual({ matches: 7, active: 1 })
})

test('a question that was overtaken is answered with what the later one found', async () => {
  const { finder, found } = open()
  const [first, second] = [
    finder.find({ text: 'k', step: 'first' }),
    finder.find({ text: 'ke', step: 'first' }),
  ]
  found(1, 90, 1) // of the first
  found(2, 7, 1)
  expect(await Promise.all([first, second])).toEqual([
    { matches: 7, active: 1 },
    { matches: 7, active: 1 },
  ])
})

test('nothing to look for finds nothing, and takes the marks away', async () => {
  const { finder, asked } = open()
  const waiting = finder.find({ text: 'kept', step: 'first' })
  expect(await finder.find({ text: '', step: 'first' })).toEqual({ matches: 0, active: 0 })
  expect(await waiting).toEqual({ matches: 0, active: 0 })
  expect(asked.at(-1)).toEqual(['keepSelection'])
})
