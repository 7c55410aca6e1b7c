import { expect, test } from 'vitest'
import {
  acceleratorOf,
  brandKeysAt,
  capsOf,
  keysOf,
  shortcutGroups,
  shortcuts,
  silentKeysOf,
} from './shortcuts.ts'

const places = shortcutGroups.flatMap((group) => [[group, true] as const, [group, false] as const])
test.each(places)('no key does two things at once where one is at “%s” (mac: %s)', (group, mac) => {
  const heard = shortcuts.filter((row) => row.by === 'menu' || row.group === group)
  const all = heard.flatMap(({ id }) => [...keysOf(id, mac), ...silentKeysOf(id, mac)])
  const keys = all.map((key) => capsOf(key, mac).join('+'))
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted())
})

test.each([
  ['CmdOrCtrl+O', false, ['Ctrl', 'O']],
  ['CmdOrCtrl+O', true, ['Cmd', 'O']],
  ['Shift+Cmd+Z', true, ['Shift', 'Cmd', 'Z']],
  ['Ctrl+Cmd+F', true, ['Ctrl', 'Cmd', 'F']],
  ['CmdOrCtrl+Shift+L', false, ['Ctrl', 'Shift', 'L']],
  ['Alt+Left', false, ['Alt', 'Left']],
  ['?', true, ['?']],
] as const)('%s is written as its system writes it (mac: %s)', (keys, mac, caps) => {
  expect(capsOf(keys, mac)).toEqual(caps)
})

test('a Mac goes back as Macs do, and closes a window by itself', () => {
  expect(keysOf('back', true)).toEqual(['Cmd+['])
  expect(keysOf('back', false)).toEqual(['Alt+Left'])
  expect(acceleratorOf('close', true)).toBe('Cmd+W')
  expect(acceleratorOf('close', false)).toBeUndefined()
})

test('the first nine brands have keys, and the tenth has none', () => {
  expect(brandKeysAt(0, false)).toBe('Alt+1')
  expect(brandKeysAt(8, false)).toBe('Alt+9')
  expect(brandKeysAt(8, true)).toBe('Alt+Cmd+9')
  expect(brandKeysAt(9, false)).toBeUndefined()
})
