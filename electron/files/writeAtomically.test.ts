import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Disk, systemDisk } from './disk.ts'
import { faultyDisk } from './faultyDisk.ts'
import { sweepTemporaries, writeAtomically } from './writeAtomically.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microbrand-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const write = (disk: Disk, text: string, keepPrevious = false) =>
  writeAtomically(disk, folder, (file) => file.writeFile(text).then(() => 'target'), keepPrevious)
const target = () => readFile(join(folder, 'target'), 'utf8')

test('writes into a folder that is not there yet and leaves nothing else behind', async () => {
  await writeAtomically(systemDisk, join(folder, 'new'), (file) =>
    file.writeFile('whole').then(() => 'target'),
  )
  expect(await readdir(join(folder, 'new'))).toEqual(['target'])
  expect(await readFile(join(folder, 'new', 'target'), 'utf8')).toBe('whole')
})

test('keeps the version before beside the new one', async () => {
  await write(systemDisk, 'one', true)
  await write(systemDisk, 'two', true)
  expect(await target()).toBe('two')
  expect(await readFile(join(folder, 'target.prev'), 'utf8')).toBe('one')
})

test.each(['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE'])(
  'has the old or the new file, and says which, whatever touch of the disk fails with %s',
  async (code) => {
    for (let at = 1; ; at += 1) {
      await write(systemDisk, 'old')
      const { disk, reached } = faultyDisk({ at, code })
      const failed = await write(disk, 'new').then(
        () => false,
        () => true,
      )
      if (!reached()) break
      expect(failed).toBe(true)
      expect(['old', 'new']).toContain(await target())
      await sweepTemporaries(systemDisk, folder)
      expect(await readdir(folder)).toEqual(['target'])
    }
    expect(await target()).toBe('new')
  },
)

test.each([false, true])(
  'survives the end of the process at any touch of the disk (previous kept: %s)',
  async (kept) => {
    let rounds = 0
    for (; ; rounds += 1) {
      await write(systemDisk, 'old', kept)
      const { disk, reached } = faultyDisk({ at: rounds + 1, code: 'EIO', crash: true })
      await write(disk, 'new', kept).catch(() => undefined)
      if (!reached()) break
      const there = await target().catch(() => readFile(join(folder, 'target.prev'), 'utf8'))
      expect(['old', 'new']).toContain(there)
      await sweepTemporaries(systemDisk, folder)
      expect((await readdir(folder)).filter((name) => !name.startsWith('target'))).toEqual([])
    }
    expect(rounds).toBeGreaterThan(6)
  },
)

const holding = (times: number, patience: number) => {
  let left = times
  let waited = 0
  const disk: Disk = {
    ...systemDisk,
    patience,
    wait: async (milliseconds) => (waited += milliseconds),
    rename: async (from, to) => {
      if (left-- > 0) throw Object.assign(new Error('held'), { code: 'EPERM' })
      await systemDisk.rename(from, to)
    },
  }
  return { disk, waited: () => waited }
}

test('waits for a virus scanner that holds the file for a moment', async () => {
  const { disk, waited } = holding(5, 60_000)
  await write(disk, 'new')
  expect(await target()).toBe('new')
  expect(waited()).toBe(10 + 20 + 40 + 80 + 160)
})

test('gives up on a file that is held for a minute, and keeps the old one', async () => {
  await write(systemDisk, 'old')
  const { disk, waited } = holding(Infinity, 60_000)
  await expect(write(disk, 'new')).rejects.toMatchObject({ code: 'EPERM' })
  expect(await target()).toBe('old')
  expect(waited()).toBeGreaterThanOrEqual(60_000)
})

test('sweeps only what its own writes left behind', async () => {
  const own = '.0a1b2c3d-0a1b-4c2d-8e3f-0a1b2c3d4e5f.tmp'
  for (const name of [own, 'target', '.hidden.tmp', 'witness.json.prev'])
    await writeFile(join(folder, name), '')
  await sweepTemporaries(systemDisk, folder)
  expect((await readdir(folder)).toSorted()).toEqual(['.hidden.tmp', 'target', 'witness.json.prev'])
  await sweepTemporaries(systemDisk, join(folder, 'missing'))
})
