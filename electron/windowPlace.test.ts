import { expect, test } from 'vitest'
import { openingPlace, type Rectangle, windowState } from './windowPlace.ts'

const laptop: Rectangle = { x: 0, y: 25, width: 1440, height: 875 }
const screen: Rectangle = { x: 1440, y: -200, width: 2560, height: 1440 }
const place: Rectangle = { x: 100, y: 80, width: 1200, height: 800 }

test('opens where it was', () => {
  expect(openingPlace(place, [laptop])).toEqual(place)
  const onScreen = { ...place, x: 1800, y: -100 }
  expect(openingPlace(onScreen, [laptop, screen])).toEqual(onScreen)
})

test.each<[string, Rectangle | null]>([
  ['never was anywhere', null],
  ['was on a screen that is gone', { ...place, x: 1800 }],
  ['has its title bar above the screen', { ...place, y: -100 }],
  ['has its title bar below the screen', { ...place, y: 880 }],
  ['shows a sliver at the right', { ...place, x: 1400 }],
  ['shows a sliver at the left', { ...place, x: -1150 }],
])('opens in the middle if it %s', (_, was) => {
  expect(openingPlace(was, [laptop])).toEqual({ width: 1280, height: 860 })
})

test('fits a smaller screen', () => {
  expect(openingPlace({ ...place, width: 2400, height: 1400 }, [laptop])).toEqual({
    ...place,
    width: 1440,
    height: 875,
  })
})

test.each([{ x: 1e9 }, { width: 0 }, { x: 0.5 }, { x: null }])(
  'a place that cannot be is forgotten: %o',
  (wrong) => {
    const state = { place: { ...place, ...wrong }, maximised: false, theme: 'dark' }
    expect(windowState.safeParse(state).success).toBe(false)
  },
)
