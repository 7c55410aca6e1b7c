import { BrowserWindow } from 'electron'
import { origin } from '#shared/identity.ts'
import { ownPreferences } from '#electron/window.ts'
import type { createPress } from './press.ts'

/** The page that draws documents for the printer. It is never shown. */
export function openPaperPage(gone: () => void): ReturnType<Parameters<typeof createPress>[0]['open']> {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: { ...ownPreferences(), backgroundThrottling: false },
  })
  window.webContents.once('render-process-gone', () => {
    gone()
    if (!window.isDestroyed()) window.destroy()
  })
  window.once('closed', gone)
  void window.loadURL(`${origin}/paper.html`).catch(gone)
  return {
    webContents: window.webContents,
    close: () => {
      if (!window.isDestroyed()) window.destroy()
    },
  }
}
