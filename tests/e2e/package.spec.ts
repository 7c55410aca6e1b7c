import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { expect, test } from 'playwright/test'
import { packageApp } from '#scripts/packageApp.mjs'
import { readFuses, wrongFuses } from '#scripts/readFuses.mjs'
import { etsyOrderFigures, expectedOf, expectOnHome, fixture } from './figures.ts'
import { freshFolder, removeFolders } from './launch.ts'
import { asOrdinaryUser, canBeOrdinary, startProgram, type Started } from './ordinaryUser.ts'
import { acceptPreview, startEmpty, versionOf } from './person.ts'

// The app as people install it: packaged, with its fuses set, in its sandbox, started without a switch of the tests.

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.skip(process.platform !== 'linux', 'the release workflow packs and reads back on the other systems')

const orders = 'etsy-sold-orders-2024.csv'
let home = ''
/** Where the app is installed: the same place for every version. */
const installed = () => join(home, 'app')
const app = () => join(installed(), 'microbrand')
const data = () => join(home, 'data')
/** The person's computer speaks American English. */
const language = { LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en_US' }

/** Puts a version of the app where the one before was, as a person who unpacks the new archive does. */
async function install(version: string): Promise<void> {
  const output = join(home, `dist-${version}`)
  await packageApp({ output, version, quiet: true })
  rmSync(installed(), { recursive: true, force: true })
  renameSync(join(output, 'linux-unpacked'), installed())
  rmSync(output, { recursive: true })
}
const start = (): Promise<Started> =>
  startProgram([app(), `--user-data=${data()}`, '--lang=en-US'], home, language)
const sealed = (file: string): unknown =>
  (JSON.parse(readFileSync(join(data(), file), 'utf8')) as { readonly content: unknown }).content

test.beforeAll(async () => {
  home = await freshFolder()

  mkdirSync(data())
  for (const each of [home, data()]) chmodSync(each, 0o777)
  await install('1.0.0')
})
test.afterAll(removeFolders)

test('the packaged app has its fuses set', async () => {
  expect(wrongFuses(await readFuses(app()))).toEqual([])
})

test('the packaged app holds the built app and nothing else', () => {
  const resources = join(installed(), 'resources')
  expect(readdirSync(resources).toSorted()).toEqual(['LICENSE.txt', 'app.asar'])
  const archive = join(resources, 'app.asar')
  const files = listPackage(archive, { isPack: false }).map((file) => file.slice(1))
  const expected =
    /^(package\.json|resources(\/icons(\/256x256\.png)?)?|out(\/(main|preload|renderer)(\/.*)?)?)$/
  expect(files.filter((file) => !expected.test(file))).toEqual([])
  expect(files.filter((file) => /\.(map|ts|tsx|test\.\w+)$/.test(file))).toEqual([])
  const described: unknown = JSON.parse(extractFile(archive, 'package.json').toString('utf8'))
  expect(described).not.toHaveProperty('devDependencies')
  expect(described).not.toHaveProperty('scripts')
})

test('the licences of everything it is made of come with it', () => {
  expect(readdirSync(installed())).toEqual(
    expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
  )
  const archive = join(installed(), 'resources', 'app.asar')
  const licences = JSON.parse(extractFile(archive, 'out/renderer/licences.json').toString('utf8')) as {
    readonly name: string
    readonly text: string
  }[]
  const named = new Map(licences.map(({ name, text }) => [name, text]))
  // the window's, the workers', the main process's, and a font
  for (const part of ['react-dom', 'flatbuffers', 'dexie', 'papaparse', 'zod']) {
    expect(named.get(part), part).toMatch(/Permission is hereby granted|Apache License/)
  }
  expect(named.get('@fontsource-variable/inter')).toContain('SIL OPEN FONT LICENSE')
  expect(licences.filter(({ text }) => text.length < 200)).toEqual([])
})

test('it imports the file it is opened with, and an update leaves every record where it was', async () => {
  test.skip(
    !canBeOrdinary(),
    'root has no sandbox, and setpriv (util-linux), with which it becomes somebody else, is missing',
  )
  const figures = etsyOrderFigures(expectedOf(orders), 'USD')
  const first = await start()
  await startEmpty(first.page, 'Tide & Fern')
  // a file manager starts the app a second time; that one hands its file over and ends
  const [program, ...words] = [...asOrdinaryUser, app(), `--user-data=${data()}`, `file://${readable()}`]
  const second = spawn(program ?? '', words, { env: { ...process.env, HOME: home }, stdio: 'ignore' })
  expect(await once(second, 'exit')).toEqual([0, null])
  await acceptPreview(first.page)
  await expectOnHome(first.page, figures)
  expect(await versionOf(first.page)).toBe('1.0.0')
  await first.close()
  const [witness, kept] = [sealed('witness.json'), readdirSync(join(data(), 'kept'))]
  expect(witness).toMatchObject({
    brands: [{ state: { name: 'Tide & Fern', imports: 1, kept: [{ name: orders }] } }],
  })

  await install('1.1.0')
  const updated = await start()
  await expectOnHome(updated.page, figures)
  expect(await versionOf(updated.page)).toBe('1.1.0')
  await expect(updated.page.getByText(data(), { exact: true })).toBeVisible()
  await updated.close()
  expect(sealed('witness.json')).toEqual(witness)
  expect(readdirSync(join(data(), 'kept'))).toEqual(kept)
  expect(logged()).not.toContain('main-failed')
})

/** A copy that somebody else may read, too. */
function readable(): string {
  const file = join(home, orders)
  if (!existsSync(file)) writeFileSync(file, readFileSync(fixture(orders)), { mode: 0o644 })
  return file
}

const logged = (): readonly unknown[] =>
  readFileSync(join(data(), 'logs', 'main.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly code: unknown }).code)
