/** Where a key stands in the sheet. */
export const shortcutGroups = [
  'go',
  'find',
  'palette',
  'edit',
  'list',
  'lines',
  'field',
  'view',
  'app',
] as const
export type ShortcutGroup = (typeof shortcutGroups)[number]

type Row = {
  readonly id: string
  readonly group: ShortcutGroup
  /** As Electron's menu writes them: `CmdOrCtrl+O`. The menu shows the first, the sheet shows all. */
  readonly keys: readonly string[]
  /** Where a Mac has keys of its own; none: it has no such key. */
  readonly mac?: readonly string[]
  /** Other keys that type the same sign: they work, and are not worth telling. */
  readonly silent?: readonly string[]
  readonly macSilent?: readonly string[]
  /** The native menu hears it, whatever has the focus; else the screen that says so. */
  readonly by: 'menu' | 'screen'
}

/** Not Ctrl+Alt: on Windows that is AltGr, which types brackets on many keyboards. */
const brandKeys = (held: string) =>
  ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key) => `${held}+${key}`)
const [firstBrand, ...otherBrands] = brandKeys('Alt')
const [firstMacBrand, ...otherMacBrands] = brandKeys('Alt+Cmd')

const zoomInToo = ['CmdOrCtrl+=', 'CmdOrCtrl+numadd']

/** Every key of the app, in one place: the native menu takes its keys from here, and so does the sheet. */
export const shortcuts = [
  { id: 'home', group: 'go', by: 'menu', keys: ['CmdOrCtrl+1'] },
  { id: 'sales', group: 'go', by: 'menu', keys: ['CmdOrCtrl+2'] },
  { id: 'products', group: 'go', by: 'menu', keys: ['CmdOrCtrl+3'] },
  { id: 'clients', group: 'go', by: 'menu', keys: ['CmdOrCtrl+4'] },
  { id: 'invoices', group: 'go', by: 'menu', keys: ['CmdOrCtrl+5'] },
  { id: 'imports', group: 'go', by: 'menu', keys: ['CmdOrCtrl+6'] },
  { id: 'rules', group: 'go', by: 'menu', keys: ['CmdOrCtrl+7'] },
  { id: 'settings', group: 'go', by: 'menu', keys: ['CmdOrCtrl+,'] },
  { id: 'brands', group: 'go', by: 'menu', keys: ['CmdOrCtrl+Shift+B'] },
  {
    id: 'brand-1',
    group: 'go',
    by: 'menu',
    keys: [firstBrand ?? ''],
    mac: [firstMacBrand ?? ''],
    silent: otherBrands,
    macSilent: otherMacBrands,
  },
  { id: 'back', group: 'go', by: 'menu', keys: ['Alt+Left'], mac: ['Cmd+['] },
  { id: 'forward', group: 'go', by: 'menu', keys: ['Alt+Right'], mac: ['Cmd+]'] },

  { id: 'palette', group: 'find', by: 'menu', keys: ['CmdOrCtrl+K'] },
  { id: 'find', group: 'find', by: 'menu', keys: ['CmdOrCtrl+F'] },
  { id: 'find-next', group: 'find', by: 'menu', keys: ['F3'], mac: ['Cmd+G'] },
  { id: 'find-previous', group: 'find', by: 'menu', keys: ['Shift+F3'], mac: ['Shift+Cmd+G'] },
  { id: 'bar', group: 'find', by: 'screen', keys: ['Enter', 'Shift+Enter'] },
  { id: 'to-list', group: 'find', by: 'screen', keys: ['Down'] },

  { id: 'found', group: 'palette', by: 'screen', keys: ['Up', 'Down'] },
  { id: 'do', group: 'palette', by: 'screen', keys: ['Enter'] },
  { id: 'its-sales', group: 'palette', by: 'screen', keys: ['CmdOrCtrl+Enter'] },

  { id: 'undo', group: 'edit', by: 'menu', keys: ['CmdOrCtrl+Z'] },
  { id: 'redo', group: 'edit', by: 'menu', keys: ['Ctrl+Y'], mac: ['Shift+Cmd+Z'], silent: ['Ctrl+Shift+Z'] },
  { id: 'cut', group: 'edit', by: 'menu', keys: ['CmdOrCtrl+X'] },
  { id: 'copy', group: 'edit', by: 'menu', keys: ['CmdOrCtrl+C'] },
  { id: 'paste', group: 'edit', by: 'menu', keys: ['CmdOrCtrl+V'] },
  { id: 'selectAll', group: 'edit', by: 'menu', keys: ['CmdOrCtrl+A'] },

  { id: 'rows', group: 'list', by: 'screen', keys: ['Up', 'Down'] },
  { id: 'pages', group: 'list', by: 'screen', keys: ['PageUp', 'PageDown'] },
  { id: 'ends', group: 'list', by: 'screen', keys: ['Home', 'End'] },
  { id: 'open', group: 'list', by: 'screen', keys: ['Enter'] },
  { id: 'select', group: 'list', by: 'screen', keys: ['Space'] },
  { id: 'select-to', group: 'list', by: 'screen', keys: ['Shift+Up', 'Shift+Down'] },
  { id: 'row-menu', group: 'list', by: 'screen', keys: ['Shift+F10', 'Menu'], mac: ['Shift+F10'] },
  { id: 'heads', group: 'list', by: 'screen', keys: ['Left', 'Right'] },
  { id: 'widen', group: 'list', by: 'screen', keys: ['Shift+Left', 'Shift+Right'] },
  { id: 'leave', group: 'list', by: 'screen', keys: ['Escape'] },

  { id: 'add-line', group: 'lines', by: 'screen', keys: ['Enter'] },
  { id: 'lines', group: 'lines', by: 'screen', keys: ['Up', 'Down'] },
  { id: 'move-line', group: 'lines', by: 'screen', keys: ['Alt+Up', 'Alt+Down'] },
  { id: 'drop-line', group: 'lines', by: 'screen', keys: ['Backspace'] },

  { id: 'take', group: 'field', by: 'screen', keys: ['Enter'] },
  { id: 'day', group: 'field', by: 'screen', keys: ['Up', 'Down'] },
  { id: 'month', group: 'field', by: 'screen', keys: ['PageUp', 'PageDown'] },
  { id: 'note', group: 'field', by: 'screen', keys: ['CmdOrCtrl+Enter'] },
  { id: 'give-up', group: 'field', by: 'screen', keys: ['Escape'] },

  { id: 'zoom-in', group: 'view', by: 'menu', keys: ['CmdOrCtrl+Plus'], silent: zoomInToo },
  { id: 'zoom-out', group: 'view', by: 'menu', keys: ['CmdOrCtrl+-'], silent: ['CmdOrCtrl+numsub'] },
  { id: 'zoom-reset', group: 'view', by: 'menu', keys: ['CmdOrCtrl+0'], silent: ['CmdOrCtrl+num0'] },
  { id: 'toggle-theme', group: 'view', by: 'menu', keys: ['CmdOrCtrl+Shift+L'] },
  { id: 'fullScreen', group: 'view', by: 'menu', keys: ['F11'], mac: ['Ctrl+Cmd+F'] },

  { id: 'import', group: 'app', by: 'menu', keys: ['CmdOrCtrl+O'] },
  { id: 'shortcuts', group: 'app', by: 'menu', keys: ['CmdOrCtrl+/', '?'] },
  { id: 'close', group: 'app', by: 'menu', keys: [], mac: ['Cmd+W'] },
  { id: 'quit', group: 'app', by: 'menu', keys: ['CmdOrCtrl+Q'] },
] as const satisfies readonly Row[]

export type ShortcutId = (typeof shortcuts)[number]['id']

/** The keys of one row on this kind of machine; none where it has no such key. */
export function keysOf(id: ShortcutId, mac: boolean): readonly string[] {
  const row: Row | undefined = shortcuts.find((each) => each.id === id)
  return (mac ? row?.mac : undefined) ?? row?.keys ?? []
}

export const silentKeysOf = (id: ShortcutId, mac: boolean): readonly string[] => {
  const row: Row | undefined = shortcuts.find((each) => each.id === id)
  return (mac ? row?.macSilent : undefined) ?? row?.silent ?? []
}

/** The keys that open the brand at this place of the list, from 0; none after the ninth. */
export const brandKeysAt = (place: number, mac: boolean): string | undefined =>
  [...keysOf('brand-1', mac), ...silentKeysOf('brand-1', mac)][place]

/** What a native menu shows beside an item, if anything. */
export const acceleratorOf = (id: ShortcutId, mac: boolean): string | undefined => keysOf(id, mac)[0]

/** The caps to press together, in the order each system writes them: on a Mac ⌃⌥⇧⌘, elsewhere Ctrl Shift Alt. */
export function capsOf(keys: string, mac: boolean): readonly string[] {
  const order = mac ? ['Ctrl', 'Alt', 'Shift', 'Cmd'] : ['Ctrl', 'Shift', 'Alt']
  const parts = keys.split('+').map((part) => (part === 'CmdOrCtrl' ? (mac ? 'Cmd' : 'Ctrl') : part))
  const held = order.filter((cap) => parts.includes(cap))
  return [...held, ...parts.filter((part) => !order.includes(part))]
}
