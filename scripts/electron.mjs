import { project } from './setup/folders.mjs'
import { provideDisplay } from './setup/display.mjs'
import { provideElectron } from './setup/electronBinary.mjs'

/** Points Playwright, `require('electron')` and electron-vite at the Electron of this machine, with a screen to draw on. */
export async function prepareElectron() {
  const dist = await provideElectron()
  process.env.ELECTRON_OVERRIDE_DIST_PATH = dist
  process.env.ELECTRON_EXEC_PATH ??= `${dist}/electron`
  await provideDisplay()
  return dist
}

/** The switches to open the app with. Root, as in a container, has no sandbox; nobody else is without. */
export const appSwitches = (...more) => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  project,
  ...more,
]
