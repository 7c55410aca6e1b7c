import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { chromium, expect, test } from 'playwright/test'
import { project, sandboxSwitches } from './launch.ts'
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

test('the packaged app opens its first screen', async () => {
  const data = join(folder, 'data')
  const running = spawn(app, [...sandboxSwitches, `--user-data=${data}`, '--remote-debugging-port=0'], {
    stdio: 'pipe',
  })
  try {
    const address = await new Promise<string>((found) => {
      running.stderr.on('data', (text) => {
        const [, url] = /DevTools listening on (ws:\S+)/.exec(String(text)) ?? []
        if (url) found(url)
      })
    })
    const browser = await chromium.connectOverCDP(address)
    await expect.poll(() => browser.contexts()[0]?.pages()[0]?.url()).toContain('app://microbrand/')
    await expect(browser.contexts()[0]?.pages()[0]?.getByRole('heading').first() ?? fail()).toBeVisible()
    await browser.close()
  } finally {
    running.kill('SIGKILL')
  }
})

function fail(): never {
  throw new Error('no window was opened')
}
