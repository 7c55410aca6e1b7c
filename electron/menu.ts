import type { MenuItemConstructorOptions } from 'electron'
import type { Command, Input } from '#shared/ipc/contract.ts'
import { brandCommands } from '#shared/ipc/windowMessages.ts'
import type sentences from '#resources/locales/en/main.json'
import { acceleratorOf, brandKeysAt, type ShortcutId, silentKeysOf } from '#shared/shortcuts/shortcuts.ts'
import { asMenuText, shortened } from './menuText.ts'
import { menuNames } from './recentFiles.ts'
import type { ZoomChange } from './zoom.ts'

type Words = typeof sentences.menu
type Parts = {
  readonly words: Words
  readonly mac: boolean
  /** A build from source can reload and open the developer tools. */
  readonly developer: boolean
  readonly send: (command: Command) => void
  readonly showDataFolder: () => void
  readonly zoom: (change: ZoomChange) => void
  readonly findNext: (command: 'find-next' | 'find-previous') => void
  readonly recent: {
    readonly list: readonly string[]
    readonly open: (path: string) => void
    readonly clear: () => void
  }
  readonly brands: Input<'showBrands'>
}
type Item = MenuItemConstructorOptions

/** The native menu: what the window does is sent to it as a command, the rest is the system's own. */
export function menuTemplate(parts: Parts): Item[] {
  const { words, mac } = parts
  return [
    ...(mac ? [appMenu(parts)] : []),
    fileMenu(parts),
    editMenu(parts),
    viewMenu(parts),
    brandMenu(parts),
    ...(mac ? [windowMenu(words)] : []),
    helpMenu(parts),
    ...(parts.developer ? [developerMenu(words)] : []),
  ]
}

const line: Item = { type: 'separator' }
const keys = (id: ShortcutId, mac: boolean): Item => {
  const accelerator = acceleratorOf(id, mac)
  return accelerator === undefined ? {} : { accelerator }
}
const sends = (parts: Parts, command: Command & ShortcutId, label: string): Item => ({
  id: command,
  label,
  ...keys(command, parts.mac),
  click: () => parts.send(command),
})
/** A command without keys of its own. */
const plain = (parts: Parts, command: Command, label: string): Item => ({
  id: command,
  label,
  click: () => parts.send(command),
})
const about = (parts: Parts): Item => plain(parts, 'about', parts.words.about)

/** One item to see, and one more for each other key that types the same sign. */
function zooms({ mac, zoom }: Parts, id: ShortcutId, change: ZoomChange, label: string): Item[] {
  const click = () => zoom(change)
  const others = silentKeysOf(id, mac).map((accelerator) => ({ label, accelerator, click, visible: false }))
  return [{ id, label, ...keys(id, mac), click }, ...others]
}

function appMenu(parts: Parts): Item {
  const { words, mac } = parts
  return {
    role: 'appMenu',
    submenu: [
      about(parts),
      line,
      sends(parts, 'settings', words.settings),
      line,
      { role: 'services', label: words.services },
      line,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      line,
      { role: 'quit', label: words.quit, ...keys('quit', mac) },
    ],
  }
}

function fileMenu(parts: Parts): Item {
  const { words, mac } = parts
  const ending: Item[] = mac
    ? [{ role: 'close', label: words.close, ...keys('close', mac) }]
    : [
        sends(parts, 'settings', words.settings),
        line,
        { role: 'quit', label: words.quit, ...keys('quit', mac) },
      ]
  return {
    label: words.file,
    submenu: [
      plain(parts, 'new-invoice', words.newInvoice),
      plain(parts, 'new-quote', words.newQuote),
      line,
      sends(parts, 'import', words.import),
      recentMenu(parts),
      line,
      plain(parts, 'back-up', words.backUp),
      line,
      ...ending,
    ],
  }
}

function recentMenu({ words, recent }: Parts): Item {
  const names = menuNames(recent.list)
  const files = recent.list.map((path, at): Item => ({
    label: names[at] ?? '',
    click: () => recent.open(path),
  }))
  const clear = { id: 'clear-recent', label: words.clearRecent, click: recent.clear }
  return {
    id: 'recent',
    label: words.openRecent,
    enabled: files.length > 0,
    submenu: [...files, line, clear],
  }
}

const findItems = (parts: Parts): Item[] => [
  sends(parts, 'palette', parts.words.palette),
  sends(parts, 'find', parts.words.find),
  ...(['find-next', 'find-previous'] as const).map((id) => ({
    id,
    label: parts.words[id],
    ...keys(id, parts.mac),
    click: () => parts.findNext(id),
  })),
]

function editMenu(parts: Parts): Item {
  const { words, mac } = parts
  return {
    label: words.edit,
    submenu: [
      sends(parts, 'undo', words.undo),
      sends(parts, 'redo', words.redo),
      ...silentKeysOf('redo', mac).map((accelerator): Item => ({
        label: words.redo,
        accelerator,
        click: () => parts.send('redo'),
        visible: false,
      })),
      line,
      { role: 'cut', label: words.cut, ...keys('cut', mac) },
      { role: 'copy', label: words.copy, ...keys('copy', mac) },
      { role: 'paste', label: words.paste, ...keys('paste', mac) },
      { role: 'selectAll', label: words.selectAll, ...keys('selectAll', mac) },
      line,
      ...findItems(parts),
    ],
  }
}

function viewMenu(parts: Parts): Item {
  const { words, mac } = parts
  return {
    label: words.view,
    submenu: [
      sends(parts, 'home', words.home),
      sends(parts, 'sales', words.sales),
      sends(parts, 'products', words.products),
      sends(parts, 'clients', words.clients),
      sends(parts, 'invoices', words.invoices),
      sends(parts, 'imports', words.imports),
      sends(parts, 'rules', words.rules),
      plain(parts, 'backups', words.backups),
      line,
      sends(parts, 'back', words.back),
      sends(parts, 'forward', words.forward),
      line,
      sends(parts, 'toggle-theme', words.theme),
      line,
      ...zooms(parts, 'zoom-reset', 'reset', words.actualSize),
      ...zooms(parts, 'zoom-in', 'in', words.zoomIn),
      ...zooms(parts, 'zoom-out', 'out', words.zoomOut),
      line,
      { role: 'togglefullscreen', label: words.fullScreen, ...keys('fullScreen', mac) },
    ],
  }
}

function brandMenu(parts: Parts): Item {
  const { words, mac, brands, send } = parts
  const first = brandCommands.slice(0, brands.names.length).map((command, at): Item => {
    const accelerator = brandKeysAt(at, mac)
    return {
      id: command,
      type: 'radio',
      checked: at === brands.open,
      label: asMenuText(shortened(brands.names[at] ?? '')),
      ...(accelerator === undefined ? {} : { accelerator }),
      click: () => send(command),
    }
  })
  return {
    id: 'brand',
    label: words.brand,
    submenu: [
      ...(first.length > 0 ? [...first, line] : []),
      sends(parts, 'brands', words.brands),
      { id: 'new-brand', label: words.newBrand, click: () => send('new-brand') },
    ],
  }
}

const windowMenu = (words: Words): Item => ({
  role: 'windowMenu',
  label: words.window,
  submenu: [
    { role: 'minimize', label: words.minimise },
    { role: 'zoom', label: words.zoom },
    line,
    { role: 'front', label: words.front },
  ],
})

const helpMenu = (parts: Parts): Item => ({
  role: 'help',
  label: parts.words.help,
  submenu: [
    sends(parts, 'shortcuts', parts.words.shortcuts),
    line,
    { id: 'data-folder', label: parts.words.dataFolder, click: parts.showDataFolder },
    ...(parts.mac ? [] : [line, about(parts)]),
  ],
})

const developerMenu = (words: Words): Item => ({
  label: words.developer,
  submenu: [
    { role: 'reload', label: words.reload },
    { role: 'toggleDevTools', label: words.developerTools },
  ],
})
