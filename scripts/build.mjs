import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { project } from './setup/folders.mjs'
import { say, SetupProblem } from './setup/say.mjs'

const sources = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'scripts/licences.mjs',
  'package.json',
  'package-lock.json',
]
const out = join(project, 'out')
const stamp = join(out, '.built-from')

/**
 * Builds the app into `out/`, unless what is there was made from the same sources. The new build takes the old one's
 * place in one go, so that a build that fails or is stopped leaves a whole app.
 */
export function buildApp() {
  const wanted = digest(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Building the app …')
  const next = join(out, `.next-${process.pid}`)
  try {
    runElectronVite(next)
    rmSync(stamp, { force: true })
    for (const part of ['main', 'preload', 'renderer']) {
      rmSync(join(out, part), { recursive: true, force: true })
      renameSync(join(next, part), join(out, part))
    }
    writeFileSync(stamp, wanted)
  } finally {
    rmSync(next, { recursive: true, force: true })
  }
}

function runElectronVite(outDir) {
  const program = join(project, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build', '--outDir', outDir], {
    env: { ...process.env, NO_COLOR: '1' },
    cwd: project,
    encoding: 'utf8',
  })
  if (status !== 0) throw new SetupProblem(`The app does not build:\n${stdout}${stderr}`)
}

/** One hash of all the files named, tests left out. */
export function digest(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesIn)) {
    hash.update(`${path}\0`).update(readFileSync(join(project, path)))
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(join(project, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
    .toSorted()
}
