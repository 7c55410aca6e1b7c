import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { project } from './setup/folders.mjs'
import { say, SetupProblem } from './setup/say.mjs'

const sources = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const stamp = join(project, 'out', '.built-from')

/** Builds the app into `out/`, unless what is there was made from the same sources. */
export function buildApp() {
  const wanted = digest(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Building the app …')
  const program = join(project, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build'], {
    cwd: project,
    encoding: 'utf8',
  })
  if (status !== 0) throw new SetupProblem(`The app does not build:\n${stdout}${stderr}`)
  mkdirSync(join(project, 'out'), { recursive: true })
  writeFileSync(stamp, wanted)
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
