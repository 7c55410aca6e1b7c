import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemDisk } from './disk.ts'
import { faultyDisk } from './faultyDisk.ts'
import { saveFile } from './saveFile.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microbrand-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('saves where the person said', async () => {
  expect(await saveFile(systemDisk, join(folder, 'a.csv'), 'ä;1')).toEqual({ ok: true, name: 'a.csv' })
  expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('ä;1')
  await saveFile(systemDisk, join(folder, 'a.png'), new Uint8Array([137, 80]))
  expect([...(await readFile(join(folder, 'a.png')))]).toEqual([137, 80])
})

test('a cancelled dialog writes nothing', async () => {
  expect(await saveFile(systemDisk, null, 'x')).toEqual({ ok: false, error: { code: 'cancelled' } })
})

test.each([
  ['ENOSPC', 'disk-full'],
  ['EACCES', 'not-allowed'],
  ['EROFS', 'not-allowed'],
  ['EIO', 'failed'],
] as const)('%s is said as %s, and the file that was there stays whole', async (code, said) => {
  const path = join(folder, 'a.csv')
  for (let at = 1; ; at += 1) {
    await writeFile(path, 'old')
    const { disk, reached } = faultyDisk({ at, code })
    const outcome = await saveFile(disk, path, 'new')
    if (!reached()) break
    expect(outcome).toEqual({ ok: false, error: { code: said } })
    expect(['old', 'new']).toContain(await readFile(path, 'utf8'))
  }
  expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual(['a.csv'])
})
