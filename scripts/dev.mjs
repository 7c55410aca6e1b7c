import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { buildApp, digest } from './build.mjs'
import { appSwitches, prepareElectron } from './electron.mjs'
import { run, setUp, stackOf } from './setup.mjs'
import { project } from './setup/folders.mjs'
import { say } from './setup/say.mjs'

async function launch() {
  const { _electron } = await import('playwright')
  const app = await _electron.launch({ args: appSwitches(...process.argv.slice(2)), cwd: project })
  app.process().stdout?.pipe(process.stdout)
  app.process().stderr?.pipe(process.stderr)
  app.process().once('exit', quit)
  return app
}

/** Who closes the window has finished working on it. */
const quit = () => process.exit()

async function restart(app) {
  app.process().off('exit', quit)
  await app.close()
  return launch()
}

const reload = (app) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().forEach((window) => window.webContents.reloadIgnoringCache()),
  )

function isBuilt() {
  try {
    buildApp()
    return true
  } catch (problem) {
    say(stackOf(problem))
    return false
  }
}

/** One turn per burst of saved files. */
async function* changes(folders) {
  const watchers = folders.map((folder) => watch(join(project, folder), { recursive: true }))
  for (;;) {
    await Promise.race(watchers.map((watcher) => once(watcher, 'change')))
    await new Promise((rested) => setTimeout(rested, 150))
    yield
  }
}

// npm run dev: builds on change; a changed page is loaded again, a changed main process starts again.
// There is no dev server: another origin would be another database.
await run(async () => {
  await setUp()
  buildApp()
  await prepareElectron()
  let app = await launch()
  for await (const _ of changes(['electron', 'renderer', 'shared', 'resources'])) {
    const before = digest(['out/main', 'out/preload'])
    if (!isBuilt()) continue
    if (digest(['out/main', 'out/preload']) === before) await reload(app)
    else app = await restart(app)
  }
})
