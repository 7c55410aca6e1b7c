import { expect, test } from 'vitest'
import { watchSwipe } from './swipe.ts'

test('a swipe to the left goes back, to the right forward, up and down nowhere', () => {
  const sent: string[] = []
  const heard = new Map<string, (event: unknown, direction: string) => void>()
  const window = { on: (name: string, listener: never) => void heard.set(name, listener) }
  watchSwipe(window as never, (command) => sent.push(command))
  for (const direction of ['left', 'right', 'up', 'down']) heard.get('swipe')?.(null, direction)
  expect(sent).toEqual(['back', 'forward'])
})
