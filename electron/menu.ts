import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '#shared/ipc/contract.ts'
import type sentences from '#resources/locales/en/main.json'

type Words = typeof sentences.menu
type Parts = {
  readonly words: Words
  readonly mac: boolean
  /** A build from source can reload and open the developer tools. */
  readonly developer: boolean
  readonly send: (command: Command) => void
  readonly showDataFolder: () => void
}
type Item = MenuItemConstructorOptions

/** The native menu: what the window does is sent to it as a command, the rest is the system's own. */
export function menuTemplate(parts: Parts): Item[] {
  const { words, mac } = parts
  return [
    ...(mac ? [appMenu(parts)] : []),
    fileMenu(parts),
    editMenu(words),
    viewMenu(parts),
    ...(mac ? [windowMenu(words)] : []),
    helpMenu(parts),
    ...(parts.developer ? [developerMenu(words)] : []),
  ]
}

const line: Item = { type: 'separator' }
const sends = (parts: Parts, command: Command, label: string, accelerator?: string): Item => ({
  id: command,
  label,
  ...(accelerator === undefined ? {} : { accelerator }),
  click: () => parts.send(command),
})

function appMenu(parts: Parts): Item {
  const { words } = parts
  return {
    role: 'appMenu',
    submenu: [
      sends(parts, 'about', words.about),
      line,
      sends(parts, 'settings', words.settings, 'Cmd+,'),
      line,
      { role: 'services', label: words.services },
      line,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      line,
      { role: 'quit', label: words.quit },
    ],
  }
}

function fileMenu(parts: Parts): Item {
  const { words, mac } = parts
  const ending: Item[] = mac
    ? [{ role: 'close', label: words.close }]
    : [sends(parts, 'settings', words.settings, 'Ctrl+,'), line, { role: 'quit', label: words.quit }]
  return {
    label: words.file,
    submenu: [sends(parts, 'import', words.import, 'CmdOrCtrl+O'), line, ...ending],
  }
}

const editMenu = (words: Words): Item => ({
  label: words.edit,
  submenu: [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    line,
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ],
})

function viewMenu(parts: Parts): Item {
  const { words, mac } = parts
  return {
    label: words.view,
    submenu: [
      sends(parts, 'home', words.home, 'CmdOrCtrl+1'),
      sends(parts, 'sales', words.sales, 'CmdOrCtrl+2'),
      sends(parts, 'imports', words.imports, 'CmdOrCtrl+3'),
      line,
      sends(parts, 'back', words.back, mac ? 'Cmd+[' : 'Alt+Left'),
      sends(parts, 'forward', words.forward, mac ? 'Cmd+]' : 'Alt+Right'),
      line,
      sends(parts, 'toggle-theme', words.theme, 'CmdOrCtrl+Shift+L'),
      line,
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      line,
      { role: 'togglefullscreen', label: words.fullScreen },
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
    { id: 'data-folder', label: parts.words.dataFolder, click: parts.showDataFolder },
    ...(parts.mac ? [] : [line, sends(parts, 'about', parts.words.about)]),
  ],
})

const developerMenu = (words: Words): Item => ({
  label: words.developer,
  submenu: [
    { role: 'reload', label: words.reload },
    { role: 'toggleDevTools', label: words.developerTools },
  ],
})
