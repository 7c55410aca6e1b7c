import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemDisk } from './disk.ts'
import { faultyDisk } from './faultyDisk.ts'
import { createSaves, type Saves } from './saves.ts'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microbrand-'))
  path = join(folder, 'a.csv')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
async function begin(saves: Saves): Promise<string> {
  const begun = await saves.begin(path)
  return begun.ok ? begun.save : ''
}

test('a file that comes in parts is there, whole, once it has ended', async () => {
  const saves = createSaves(systemDisk)
  await writeFile(path, 'old')
  const save = await begin(saves)
  expect(await saves.write(save, bytes('one '))).toEqual({ ok: true })
  expect(await saves.write(save, bytes('two'))).toEqual({ ok: true })
  expect(await readFile(path, 'utf8')).toBe('old')
  expect(await saves.end(save, true)).toEqual({ ok: true, name: 'a.csv' })
  expect(await readFile(path, 'utf8')).toBe('one two')
  expect(await readdir(folder)).toEqual(['a.csv'])
})

test('a save that is dropped, or whose window is gone, leaves what was there and nothing else', async () => {
  const saves = createSaves(systemDisk)
  await writeFile(path, 'old')
  const dropped = await begin(saves)
  const forgotten = await begin(saves)
  await saves.write(dropped, bytes('new'))
  await saves.write(forgotten, bytes('new'))
  await saves.end(dropped, false)
  await saves.dropAll()
  expect(await readdir(folder)).toEqual(['a.csv'])
  expect(await readFile(path, 'utf8')).toBe('old')
  const gone = { ok: false, error: { code: 'unknown-save' } }
  expect(await saves.write(forgotten, bytes('x'))).toEqual(gone)
  expect(await saves.end(dropped, true)).toEqual(gone)
})

test('a cancelled dialog begins nothing', async () => {
  expect(await createSaves(systemDisk).begin(null)).toEqual({ ok: false, error: { code: 'cancelled' } })
})

test.each([
  ['ENOSPC', 'disk-full'],
  ['EACCES', 'not-allowed'],
  ['EIO', 'failed'],
] as const)('%s at any step is said as %s, and the file that was there stays whole', async (code, said) => {
  for (let at = 1; ; at += 1) {
    await writeFile(path, 'old')
    const { disk, reached } = faultyDisk({ at, code })
    const saves = createSaves(disk)
    const begun = await saves.begin(path)
    const wrote = begun.ok ? await saves.write(begun.save, bytes('new')) : begun
    const ended = begun.ok && wrote.ok ? await saves.end(begun.save, true) : wrote
    if (!reached()) break
    expect(ended).toEqual({ ok: false, error: { code: said } })
    expect(['old', 'new']).toContain(await readFile(path, 'utf8'))
  }
  expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual(['a.csv'])
})
