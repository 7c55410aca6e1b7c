import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { guardClosing } from './closeGuard.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function open() {
  const told: string[] = []
  let close: (event: { preventDefault: () => void }) => void = () => {}
  let gone = false
  const window = {
    on: (_event: 'close', listener: typeof close) => (close = listener),
    hide: () => told.push('hidden'),
    show: () => told.push('shown'),
    destroy: () => {
      gone = true
      told.push('gone')
    },
    isDestroyed: () => gone,
  }
  const guard = guardClosing({
    window,
    send: (command) => told.push(command),
    log: (code) => told.push(code),
    patience: 1000,
  })
  /** Whether the window may go as the person wants it to. */
  const tryToClose = () => {
    let prevented = false
    close({ preventDefault: () => (prevented = true) })
    return !prevented
  }
  return { told, guard, tryToClose }
}

test('a window that minds nothing closes', () => {
  const { told, tryToClose } = open()
  expect(tryToClose()).toBe(true)
  expect(told).toEqual([])
})

test('one that has something to finish is out of sight at once, and goes when it is done', () => {
  const { told, guard, tryToClose } = open()
  guard.mind(true)
  expect(tryToClose()).toBe(false)
  expect(told).toEqual(['hidden', 'closing'])
  expect(tryToClose()).toBe(false) // told once, however often it is asked
  guard.closed()
  expect(told).toEqual(['hidden', 'closing', 'gone'])
})

test('one that never finishes goes after a while', () => {
  const { told, guard, tryToClose } = open()
  guard.mind(true)
  tryToClose()
  vi.advanceTimersByTime(1000)
  expect(told).toEqual(['hidden', 'closing', 'window-closed-unfinished', 'gone'])
})

test('started again meanwhile, it comes back and stays', () => {
  const { told, guard, tryToClose } = open()
  guard.mind(true)
  tryToClose()
  guard.comeBack()
  guard.closed()
  vi.advanceTimersByTime(5000)
  expect(told).toEqual(['hidden', 'closing', 'shown'])
  expect(tryToClose()).toBe(false)
})
