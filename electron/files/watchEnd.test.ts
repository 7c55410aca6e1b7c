import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemDisk } from './disk.ts'
import { watchEnd } from './watchEnd.ts'

let folder = ''
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'microbrand-end-'))))
afterEach(() => rm(folder, { recursive: true }))

test('an app that finished was not cut off, and leaves nothing behind', async () => {
  const first = await watchEnd(systemDisk, folder, () => {})
  expect(first.wasCutOff).toBe(false)
  await first.settled()
  expect(await readdir(folder)).toEqual([])
  expect((await watchEnd(systemDisk, folder, () => {})).wasCutOff).toBe(false)
})

test('an app that could not finish was cut off, and the one after it was not', async () => {
  await watchEnd(systemDisk, folder, () => {})
  const again = await watchEnd(systemDisk, folder, () => {})
  expect(again.wasCutOff).toBe(true)
  await again.settled()
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
