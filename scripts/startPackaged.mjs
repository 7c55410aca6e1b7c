import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './setup.mjs'
import { provideDisplay } from './setup/display.mjs'
import { say, SetupProblem } from './setup/say.mjs'

const patience = 60_000

/** A Mac's app is a folder with the program in it. */
function programOf(app) {
  const inside = join(app, 'Contents', 'MacOS')
  return existsSync(inside) ? join(inside, readdirSync(inside)[0] ?? '') : app
}

/** A packaged app cannot be looked into, so its log has to tell. */
const hasPainted = (log) => existsSync(log) && readFileSync(log, 'utf8').includes('"code":"painted"')

// node scripts/startPackaged.mjs APP: starts a packaged app once, with data of its own, until its first screen is drawn.
await run(async () => {
  await provideDisplay()
  const data = mkdtempSync(join(tmpdir(), 'microbrand-packaged-'))
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const program = programOf(process.argv[2] ?? '')
  const app = spawn(program, [...switches, `--user-data=${data}`], { stdio: 'inherit' })
  const ended = new Promise((done) => app.once('exit', done).once('error', done))
  const began = Date.now()
  const log = join(data, 'logs', 'main.log')
  while (!hasPainted(log) && Date.now() - began < patience && app.exitCode === null) {
    await new Promise((rested) => setTimeout(rested, 200))
  }
  const painted = hasPainted(log)
  app.kill()
  await ended
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  if (!painted) throw new SetupProblem(`${program} did not draw its first screen.`)
  say(`${program} drew its first screen after ${Date.now() - began} ms.`)
})
