import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import sentences from '#resources/locales/en/main.json'
import { brandCommands, command } from '#shared/ipc/windowMessages.ts'
import { acceleratorOf, shortcuts, silentKeysOf } from '#shared/shortcuts/shortcuts.ts'
import { menuTemplate } from './menu.ts'

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
}
const sent: string[] = []
const zooms: string[] = []
const opened: string[] = []
const brands = brandCommands.map((_, at) => `Tide & Fern ${at + 1}`)
const items = (mac: boolean, developer = false) =>
  flat(
    menuTemplate({
      words: sentences.menu,
      mac,
      developer,
      send: (name) => sent.push(name),
      showDataFolder: () => sent.push('data-folder'),
      zoom: (change) => zooms.push(change),
      findNext: (name) => sent.push(name),
      recent: {
        list: ['/home/jane/orders.csv'],
        open: (path) => opened.push(path),
        clear: () => opened.push('cleared'),
      },
      brands: { names: brands, open: 1 },
    }),
  )

test.each([true, false])('every command a person gives is in the menu (mac: %s)', (mac) => {
  sent.length = 0
  for (const { click, visible } of items(mac))
    if (click && visible !== false) Reflect.apply(click, undefined, [])
  const news = ['opened-files', 'backups-changed', 'closing'] // nobody gives these
  const given = command.options.filter((name) => !news.includes(name))
  expect(sent.toSorted()).toEqual([...given, 'data-folder'].toSorted())
})

test.each([true, false])('no two items share a shortcut (mac: %s)', (mac) => {
  const found = items(mac).flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(found).size).toBe(found.length)
  expect(found).toContain('CmdOrCtrl+O')
})

test.each([true, false])('the menu has the keys of the sheet, and no other (mac: %s)', (mac) => {
  const found = items(mac).flatMap(({ accelerator }) => accelerator ?? [])
  const told = shortcuts
    .filter(({ by }) => by === 'menu')
    .flatMap(({ id }) => [acceleratorOf(id, mac) ?? [], silentKeysOf(id, mac)].flat())
  expect(found.toSorted()).toEqual(told.toSorted())
})

test('the files opened last can be opened again, and forgotten', () => {
  opened.length = 0
  for (const name of ['orders.csv', sentences.menu.clearRecent]) {
    const { click } = items(false).find(({ label }) => label === name) ?? {}
    if (click) Reflect.apply(click, undefined, [])
  }
  expect(opened).toEqual(['/home/jane/orders.csv', 'cleared'])
})

test('the brands stand by their names, and the open one is marked', () => {
  const radios = items(false).filter(({ type }) => type === 'radio')
  expect(radios.map(({ label }) => label).slice(0, 2)).toEqual(['Tide && Fern 1', 'Tide && Fern 2'])
  expect(radios.map(({ checked }) => checked).slice(0, 3)).toEqual([false, true, false])
})

test('the developer tools are for builds from source', () => {
  const roles = (developer: boolean) => items(false, developer).map(({ role }) => role)
  expect(roles(false)).not.toContain('toggleDevTools')
  expect(roles(false)).not.toContain('reload')
  expect(roles(true)).toContain('toggleDevTools')
})

test('every item has a name of the catalogue', () => {
  const words: string[] = Object.values(sentences.menu)
  for (const { type, label } of [...items(true, true), ...items(false, true)]) {
    if (type === 'separator' || label === undefined || label === 'orders.csv' || label.startsWith('Tide'))
      continue
    expect(words).toContain(label)
  }
})
