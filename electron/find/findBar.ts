import { type BrowserWindow, WebContentsView } from 'electron'
import type { Command, Input, Output } from '#shared/ipc/contract.ts'
import { createFinder } from './findInPage.ts'

export type FindBar = {
  readonly open: () => void
  readonly close: () => void
  readonly find: (request: Input<'findInPage'>) => Promise<Output<'findInPage'>>
  /** Goes on to another match; without an open bar it opens with the text looked for last. */
  readonly step: (command: 'find-next' | 'find-previous') => void
  /** Undo and redo mean the text in its field while that is typed in; true if they did. */
  readonly takes: (command: Command) => boolean
  /** Puts it where it belongs, after the window or the size of everything has changed. */
  readonly place: () => void
}

type Parts = {
  readonly window: BrowserWindow
  readonly address: string
  readonly webPreferences: Electron.WebPreferences
  /** How large everything is drawn. */
  readonly zoom: () => number
}

const size = { width: 400, height: 46 }
const margin = { top: 10, right: 26 }

/**
 * The bar is a page of its own over the window. Inside the window the engine would find the text in the bar's own
 * field, and take the focus from it with every letter. It is made when it is first asked for, and then kept.
 */
export function createFindBar({ window, address, webPreferences, zoom }: Parts): FindBar {
  const finder = createFinder(window.webContents)
  let view: WebContentsView | null = null
  let isOpen = false
  const tell = (command: Command) => view?.webContents.send('command', command)
  const place = () => {
    const [width = 0] = window.getContentSize()
    const [wide, high] = [Math.round(size.width * zoom()), Math.round(size.height * zoom())]
    const x = Math.max(0, width - wide - margin.right)
    view?.setBounds({ x, y: margin.top, width: Math.min(wide, width), height: high })
  }
  const hide = () => {
    isOpen = false
    if (view !== null) window.contentView.removeChildView(view)
  }
  const close = () => {
    if (!isOpen) return
    hide()
    finder.stop()
    window.webContents.focus()
  }
  const make = () => {
    const made = new WebContentsView({ webPreferences })
    made.setBackgroundColor('#00000000')
    made.setBorderRadius(10)
    made.webContents.once('render-process-gone', () => {
      close()
      view = null
    })
    void made.webContents.loadURL(address)
    return made
  }
  window.on('resize', place)
  window.webContents.on('did-navigate-in-page', (_event, url) => {
    if (pageOf(url) !== page) close() // what is marked belongs to the page before
    page = pageOf(url)
  })
  let page = pageOf(window.webContents.getURL())
  const open = () => {
    view ??= make()
    window.contentView.addChildView(view)
    isOpen = true
    place()
    view.webContents.focus()
    tell('find')
  }
  const takes = (command: Command) => {
    if ((command !== 'undo' && command !== 'redo') || !isOpen || !view?.webContents.isFocused()) return false
    view.webContents[command]()
    return true
  }
  return {
    open,
    close,
    find: finder.find,
    takes,
    place,
    step: (command) => (isOpen ? tell(command) : open()),
  }
}

/** The part of an address that names a page; the rest is its filter. */
const pageOf = (address: string) => address.replace(/\?.*$/, '')
