import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildApp } from './build.mjs'
import { appSwitches, prepareElectron } from './electron.mjs'
import { run, setUp } from './setup.mjs'
import { hasDisplay } from './setup/display.mjs'
import { project } from './setup/folders.mjs'
import { say } from './setup/say.mjs'

// npm start [-- --once] [-- switches of the app]
await run(async () => {
  const words = process.argv.slice(2)
  const isOnce = words.includes('--once')
  const switches = appSwitches(...words.filter((word) => word !== '--once'))
  const onScreen = hasDisplay() && !isOnce
  await setUp()
  buildApp()
  await prepareElectron()
  return onScreen ? open(switches) : picture(switches, isOnce)
})

/** Opens the app on the person's screen and ends with it. */
async function open(switches) {
  const electron = createRequire(import.meta.url)('electron') // outside Electron: the path of its binary
  const app = spawn(electron, switches, { cwd: project, stdio: 'inherit' })
  const [code] = await once(app, 'exit')
  return code ?? 0
}

/** Opens the app where nobody sees it, and saves what a person would see. */
async function picture(switches, isOnce) {
  const { _electron } = await import('playwright')
  const app = await _electron.launch({ args: switches, cwd: project })
  const page = await app.firstWindow()
  const errors = logErrors(page)
  await painted(page)
  const path = join(project, 'out', 'window.png')
  await page.screenshot({ path })
  say(`The window is painted; its picture: ${path}`)
  if (!isOnce) await stay(app)
  await app.close()
  return errors.length === 0 ? 0 : 1
}

/** What the window complains of, from its first line on. */
function logErrors(page) {
  const errors = []
  const note = (text) => {
    errors.push(text)
    say(`The window logged an error: ${text}`)
  }
  page.on('console', (message) => message.type() === 'error' && note(message.text()))
  page.on('pageerror', (error) => note(error.stack ?? error.message))
  page.on('crash', () => note('the window crashed'))
  return errors
}

/** Something is drawn in the app's own fonts, two frames ago. */
async function painted(page) {
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
}

async function stay(app) {
  say('There is no display, so the app runs on a virtual one. Ctrl-C ends it.')
  const interrupted = new Promise((done) => process.once('SIGINT', done).once('SIGTERM', done))
  await Promise.race([interrupted, once(app, 'close')])
}
