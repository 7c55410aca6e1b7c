import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemDisk } from './disk.ts'
import { watchEnd } from './watchEnd.ts'

let folder = ''
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'microbrand-end-'))))
afterEach(() => rm(folder, { recursive: true }))

test('an app that finished was not cut off, and is not running any more', async () => {
  const first = await watchEnd(systemDisk, folder, () => {})
  expect(first.wasCutOff).toBe(false)
  await first.settled()
  expect(await readdir(folder)).toEqual(['ended.json'])
  expect((await watchEnd(systemDisk, folder, () => {})).wasCutOff).toBe(false)
})

test('an app that could not finish was cut off, and the one after it was not', async () => {
  await watchEnd(systemDisk, folder, () => {})
  const again = await watchEnd(systemDisk, folder, () => {})
  expect(again.wasCutOff).toBe(true)
  await again.settled()
  expect((await watchEnd(systemDisk, folder, () => {})).wasCutOff).toBe(false)
})

test('a log of the storage engine that is shorter than the app left it was cut off; a longer or a newer one was not', async () => {
  const database = join(folder, 'IndexedDB', 'app_microbrand_0.indexeddb.leveldb')
  await mkdir(database, { recursive: true })
  const engineLog = join(database, '000003.log')
  await writeFile(engineLog, 'x'.repeat(1000))
  const first = await watchEnd(systemDisk, folder, () => {})
  expect(first.wasCutOff).toBe(false)
  await first.settled()
  await writeFile(engineLog, 'x'.repeat(1200))
  const longer = await watchEnd(systemDisk, folder, () => {})
  expect(longer.wasCutOff).toBe(false)
  await longer.settled()
  await truncate(engineLog, 1199)
  const shorter = await watchEnd(systemDisk, folder, () => {})
  expect(shorter.wasCutOff).toBe(true)
  await shorter.settled()
  await rm(engineLog)
  await writeFile(join(database, '000005.log'), '')
  expect((await watchEnd(systemDisk, folder, () => {})).wasCutOff).toBe(false)
})

test('a note of the end that was damaged says nothing', async () => {
  await writeFile(join(folder, 'ended.json'), '{"IndexedDB')
  expect((await watchEnd(systemDisk, folder, () => {})).wasCutOff).toBe(false)
})

test('a disk that takes nothing more does not keep the app from running', async () => {
  const full = async () => {
    throw Object.assign(new Error(), { code: 'ENOSPC' })
  }
  const logged: string[] = []
  const end = await watchEnd({ ...systemDisk, open: full }, folder, (code) => logged.push(code))
  expect(end.wasCutOff).toBe(false)
  await end.settled()
  expect(logged).toEqual(['end-not-watched'])
})
