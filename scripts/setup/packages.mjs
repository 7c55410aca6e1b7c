import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { project } from './folders.mjs'
import { say, SetupProblem } from './say.mjs'

const lockFile = join(project, 'package-lock.json')
const installed = join(project, 'node_modules', '.package-lock.json')
const stamp = join(project, 'node_modules', '.microbrand-lock')

/** Installs exactly what the lock file says, and only when it says something new. */
export function installPackages() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  if (!isInstalled()) install()
  writeFileSync(stamp, lock)
}

/** npm's own note of what it put into node_modules: someone may just have run `npm install`. */
function isInstalled() {
  if (!existsSync(installed)) return false
  const there = JSON.parse(readFileSync(installed, 'utf8')).packages
  const wanted = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages)
  return wanted.every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  )
}

function install() {
  say('Installing the packages the lock file names (npm ci); the first time this takes about a minute.')
  // first with what npm has kept, which goes without a connection; what it kept may be behind, so then anew
  if (npmCi(['--prefer-offline', '--fetch-retries=0'], 'ignore') || npmCi(['--fetch-retries=1'], 2)) return
  throw new SetupProblem(
    'npm ci failed, see above. Check the connection to the npm registry and run the command again.',
  )
}

function npmCi(words, output) {
  const { status } = spawnSync('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund', ...words], {
    cwd: project,
    stdio: ['ignore', output, output],
    shell: process.platform === 'win32', // there npm is a script that needs a shell
  })
  return status === 0
}
