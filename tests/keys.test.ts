import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keysOf, shortcuts, type ShortcutId } from '#shared/shortcuts/shortcuts.ts'

// Whoever hears a key says here which line of the sheet tells of it.

/** What hears keys in the window, and the lines of the sheet they stand in. */
const hearers: Readonly<Record<string, readonly ShortcutId[]>> = {
  'app/AppPalette.tsx': ['palette'],
  'app/WindowTools.tsx': ['shortcuts'],
  'features/clients/NoteForm.tsx': ['note'],
  'features/documents/ProductSuggestions.tsx': ['found', 'do', 'give-up'],
  'features/documents/useLineKeys.ts': ['add-line', 'lines', 'move-line', 'drop-line'],
  'features/find/FindBar.tsx': ['bar', 'leave'],
  'features/imports/FileCard.tsx': ['take', 'give-up'],
  'features/palette/PaletteBody.tsx': ['found', 'do', 'its-sales'],
  'features/sales/SalesScreen.tsx': ['leave'],
  'ui/DayInput.tsx': ['day', 'month'],
  'ui/TypedField.tsx': ['take'],
  'ui/filter/SearchField.tsx': ['give-up', 'to-list'],
  'ui/list/ListScreen.tsx': ['leave'],
  'ui/table/HeadRow.tsx': ['heads', 'widen'],
  'ui/table/resize.ts': ['leave'],
  'ui/table/useGridKeys.ts': [
    'rows',
    'pages',
    'ends',
    'open',
    'select',
    'select-to',
    'row-menu',
    'selectAll',
    'copy',
    'leave',
  ],
  'ui/views/NameForm.tsx': ['give-up'],
}

/** A handler compares a key, looks one up in a table, or names it to the hotkeys. */
const hears = /\bonKeyDown(?:Capture)?\b|'keydown'|useHotkeys\(/

const renderer = join(import.meta.dirname, '..', 'renderer')
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|inTests/.test(file))

test('every handler of keys is told of in the sheet', () => {
  const found = files.filter((file) => hears.test(readFileSync(join(renderer, file), 'utf8')))
  expect(found.toSorted()).toEqual(Object.keys(hearers).toSorted())
})

test('every key that a screen hears is heard by somebody', () => {
  const told = new Set(Object.values(hearers).flat())
  const ofScreens = shortcuts.filter(({ by }) => by === 'screen').map(({ id }) => id)
  expect(ofScreens.filter((id) => !told.has(id))).toEqual([])
})

/** Names of keys as the engine gives them, and as the sheet does. */
const caps: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ContextMenu: 'Menu',
  ' ': 'Space',
}
const keyNames = 'Arrow(?:Up|Down|Left|Right)|Page(?:Up|Down)|Enter|Escape|F10|ContextMenu|Home|End|Delete'
/** In quotes where it is compared, before a colon in a table. */
const named = new RegExp(`'(${keyNames})'|\\b(${keyNames}):|case '( )'`, 'g')

test.each(Object.entries(hearers))('each key that %s looks for is in its lines', (file, ids) => {
  const text = readFileSync(join(renderer, file), 'utf8')
  const looked = [...text.matchAll(named)].map(([, quoted, listed, space]) => {
    const key = quoted ?? listed ?? space ?? ''
    return caps[key] ?? key
  })
  const shown = ids.flatMap((id) => keysOf(id, false)).flatMap((keys) => keys.split('+'))
  expect(looked.filter((key) => !shown.includes(key))).toEqual([])
})
