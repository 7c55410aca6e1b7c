import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { watchZoom, type ZoomChange, zoomed } from './zoom.ts'

test.each([
  [1, 'in', 1.1],
  [1, 'out', 0.9],
  [0.67, 'in', 0.75],
  [3, 'in', 3],
  [0.5, 'out', 0.5],
  [2.5, 'reset', 1],
  [1.2, 'in', 1.25],
  [1.2, 'out', 1.1],
] as const)('from %d one step %s is %d', (factor, change, next) => {
  expect(zoomed(factor, change)).toBe(next)
})

test('in and out again is the size before, from every step but the last', () => {
  for (let factor = zoomed(0, 'in'); factor < 3; factor = zoomed(factor, 'in')) {
    expect(zoomed(zoomed(factor, 'in'), 'out')).toBe(factor)
  }
})

test('the window has the size it was left with, and each change is kept', () => {
  const set: number[] = []
  const kept: number[] = []
  const contents = Object.assign(new EventEmitter(), { setZoomFactor: (factor: number) => set.push(factor) })
  const change: (to: ZoomChange) => void = watchZoom({
    contents: contents as unknown as Parameters<typeof watchZoom>[0]['contents'],
    factor: 1.25,
    remember: (factor) => kept.push(factor),
  })
  contents.emit('dom-ready')
  expect(set).toEqual([1.25])
  change('in')
  contents.emit('zoom-changed', {}, 'out')
  contents.emit('zoom-changed', {}, 'out')
  expect(kept).toEqual([1.5, 1.25, 1.1])
  contents.emit('dom-ready') // the page was loaded again
  expect(set).toEqual([1.25, 1.5, 1.25, 1.1, 1.1])
})
