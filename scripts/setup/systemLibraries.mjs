import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { say, SetupProblem } from './say.mjs'

/** The Debian package of each library an Electron binary links to, where the name does not follow from the file's. */
const packageOf = {
  'libX11-xcb.so.1': 'libx11-xcb1',
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnotify.so.4': 'libnotify4',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
}

/** Makes sure that Electron can load and has a screen to draw on: installs what is missing as root, else says how. */
export function provideSystemLibraries(dist, { display }) {
  if (process.platform !== 'linux') return
  const libraries = missingLibraries(dist)
  const programs = display || onPath('Xvfb') ? [] : ['xvfb']
  if (libraries.length + programs.length === 0) return
  if (libraries.length > 0)
    say(`Electron needs libraries that are not on this machine: ${libraries.join(', ')}.`)
  if (programs.length > 0) say('There is no display here, and no virtual one (Xvfb) either.')
  const wanted = [...new Set(libraries.map((name) => packageOf[name] ?? name)), ...programs]
  if (!onPath('apt-get'))
    throw new SetupProblem(
      `Install them with your system's package manager (Debian names: ${wanted.join(' ')}), then run the command again.`,
    )
  if (process.getuid?.() !== 0) {
    const [how, sudo] = onPath('sudo') ? ['Install them with:', 'sudo '] : ['Install them as root with:', '']
    throw new SetupProblem(
      `${how}\n\n  ${sudo}apt-get update && ${sudo}apt-get install -y ${named(wanted).join(' ')}\n\nthen run the command again.`,
    )
  }
  say(`Installing them with apt-get: ${wanted.join(' ')} …`)
  apt(['update', '-qq'])
  apt(['install', '-y', '-qq', '--no-install-recommends', ...named(wanted)])
  const still = missingLibraries(dist)
  if (still.length > 0) throw new SetupProblem(`Still missing after the installation: ${still.join(', ')}.`)
}

/** What the loader does not find. */
function missingLibraries(dist) {
  const { stdout } = spawnSync('ldd', [join(dist, 'electron')], { encoding: 'utf8' })
  return [...new Set([...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name))]
}

/** Since their 64-bit time, newer Debian and Ubuntu call some packages `…t64`; the old name may be there in name only. */
function named(packages) {
  const { stdout } = spawnSync('apt-cache', ['policy', ...packages.map((name) => `${name}t64`)], {
    encoding: 'utf8',
  })
  const newer = new Set(
    [...(stdout ?? '').matchAll(/^(\S+):\n.*\n\s+Candidate: (?!\(none\))/gm)].map(([, name]) => name),
  )
  return packages.map((name) => (newer.has(`${name}t64`) ? `${name}t64` : name))
}

function apt(words) {
  const { status } = spawnSync('apt-get', words, {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) throw new SetupProblem(`apt-get ${words[0]} failed, see above.`)
}

const onPath = (program) =>
  (process.env.PATH ?? '').split(':').some((folder) => folder !== '' && existsSync(join(folder, program)))
