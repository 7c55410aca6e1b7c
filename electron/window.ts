import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { webPreferences } from './security.ts'
import { openingPlace, smallest, type WindowState } from './windowPlace.ts'

/** The colours of an empty page in `renderer/ui/theme`: the window must not flash while it loads. */
const background = { light: '#fdfdfd', dark: '#191a1e' }
export const backgroundColour = () => (nativeTheme.shouldUseDarkColors ? background.dark : background.light)

/** The settings of every page of the app. */
export const ownPreferences = () => ({
  ...webPreferences,
  preload: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
  devTools: !app.isPackaged,
})

export function openWindow(state: WindowState): BrowserWindow {
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea)
  const window = new BrowserWindow({
    ...openingPlace(state.place, displays),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    // an app unpacked from an archive has no entry in the menus from which Linux would take its picture
    ...(process.platform === 'linux'
      ? { icon: join(app.getAppPath(), 'resources', 'icons', '256x256.png') }
      : {}),
    backgroundColor: backgroundColour(),
    webPreferences: { ...ownPreferences(), zoomFactor: state.zoom },
  })
  if (state.maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  return window
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** Tells where the window is after each move, and once more before it closes. */
export function watchPlace(
  window: BrowserWindow,
  tell: (place: Pick<WindowState, 'place' | 'maximised'>) => void,
) {
  const now = () => tell({ place: window.getNormalBounds(), maximised: window.isMaximized() })
  let timer: NodeJS.Timeout | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(now, 500)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', () => {
    clearTimeout(timer)
    now()
  })
}
