import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { expect, test } from 'playwright/test'
import { project } from './launch.ts'
import { asOrdinaryUser, canBeOrdinary } from './ordinaryUser.ts'
import { readFuses, wrongFuses } from '#scripts/readFuses.mjs'

const folder = mkdtempSync(join(tmpdir(), 'microbrand-package-'))
const app = join(folder, 'dist', 'linux-unpacked', 'microbrand')

test.describe.configure({ mode: 'serial' })
test.skip(process.platform !== 'linux', 'the release workflow packs and reads back on the other systems')

test.beforeAll(() => {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(project, 'node_modules/electron/dist')
  const words = [
    '--linux',
    'dir',
    '--publish',
    'never',
    `-c.electronDist=${dist}`,
    `-c.directories.output=${folder}/dist`,
  ]
  const version = execFileSync(join(dist, 'electron'), ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  })
  const program = join(project, 'node_modules/electron-builder/cli.js')
  execFileSync(process.execPath, [program, ...words, `-c.electronVersion=${version.trim()}`], {
    cwd: project,
    stdio: 'pipe',
  })
})

test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the packaged app has its fuses set', async () => {
  expect(wrongFuses(await readFuses(app))).toEqual([])
})

test('the packaged app holds the built app and nothing else', () => {
  const resources = join(app, '..', 'resources')
  expect(readdirSync(resources)).toEqual(['app.asar'])
  const files = listPackage(join(resources, 'app.asar'), { isPack: false })
  expect(
    files.filter((file) => !/^\/(package\.json|out(\/(main|preload|renderer)(\/.*)?)?)$/.test(file)),
  ).toEqual([])
  expect(files.filter((file) => /\.(map|ts|tsx)$/.test(file))).toEqual([])
})

test('the packaged app paints its first screen, in its sandbox', async () => {
  test.skip(
    !canBeOrdinary(),
    'root has no sandbox, and setpriv (util-linux), with which it becomes somebody else, is missing',
  )
  const data = join(folder, 'data')
  mkdirSync(data)
  for (const each of [folder, data]) chmodSync(each, 0o777)
  const [program, ...words] = [...asOrdinaryUser, app, `--user-data=${join(data, 'own')}`]
  const running = spawn(program, words, { env: { ...process.env, HOME: data }, stdio: 'ignore' })
  try {
    await expect
      .poll(() => logged(join(data, 'own', 'logs', 'main.log')), { timeout: 30_000 })
      .toEqual(['painted'])
  } finally {
    running.kill()
    await once(running, 'exit')
  }
})

/** A packaged app cannot be looked into, so its log has to tell: nothing but that it is painted. */
function logged(file: string): readonly unknown[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { readonly code: unknown }).code)
}
