import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Disk, systemDisk } from '#electron/files/disk.ts'
import { faultyDisk } from '#electron/files/faultyDisk.ts'
import { about, content, entryOf, sha256 } from './inTests.ts'
import { openBackup, proveBackup } from './proveBackup.ts'
import { type BackupWriting, type Said, writeBackup } from './writeBackup.ts'

let folder = ''
let backups = ''
let keptFolder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microbrand-'))
  backups = join(folder, 'backups')
  keptFolder = join(folder, 'kept')
  await mkdir(keptFolder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const begin = (disk: Disk = systemDisk) =>
  writeBackup({ disk, folder: backups, keptFolder, name: () => Promise.resolve('a.microbrand.zip') })
const tablesOf = (files: Readonly<Record<string, Uint8Array>>): Said['tables'] =>
  Object.entries(files).flatMap(([name, bytes]) => {
    const { rows, ...entry } = entryOf(name, bytes)
    return rows === undefined ? [] : [{ ...entry, rows }]
  })
async function sendAll(writing: BackupWriting, files: Readonly<Record<string, Uint8Array>> = content) {
  for (const [entry, bytes] of Object.entries(files)) await writing.add({ entry, bytes, last: true })
}

test('what was sent is in the backup, with the kept files, and is proven when it is read again', async () => {
  await writeFile(join(keptFolder, `${sha256('abc')}.gz`), gzipSync('abc'))
  const writing = begin()
  await sendAll(writing)
  const path = await writing.finish(about(), {
    tables: tablesOf(content),
    files: [sha256('abc'), 'f'.repeat(64)],
  })
  expect(await readdir(backups)).toEqual(['a.microbrand.zip'])
  const proof = await proveBackup(systemDisk, path, 2)
  expect(proof).toMatchObject({
    ok: true,
    value: { ...about(), missingFiles: ['f'.repeat(64)], entries: { length: 4 } },
  })
})

test('parts of any size and any number give back the bytes they were cut from', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 5000 }), { minLength: 1, maxLength: 8 }),
      async (parts) => {
        const writing = begin()
        const bytes = Buffer.concat(parts)
        const entry = `bytes/${sha256(bytes)}`
        await Promise.all([
          (async () => {
            for (const [at, part] of parts.entries())
              await writing.add({ entry, bytes: part, last: at === parts.length - 1 })
          })(),
          writing.add({ entry: `bytes/${sha256('beside')}`, bytes: Buffer.from('beside'), last: true }),
        ])
        const path = await writing.finish(about(), { tables: [], files: [] })
        const opened = await openBackup(systemDisk, path, 2)
        if (!opened.ok) throw new Error(opened.error)
        const hash = createHash('sha256')
        for await (const chunk of await opened.value.zip.read(entry)) hash.update(chunk as Buffer)
        opened.value.zip.close()
        expect(`bytes/${hash.digest('hex')}`).toBe(entry)
      },
    ),
    { numRuns: 25 },
  )
})

test('who sends faster than the disk takes it has to wait, and memory does not grow', async () => {
  const writing = begin()
  const bytes = new Uint8Array(4 * 1024 ** 2).fill(7)
  let sent = 0
  let held = 0
  const before = process.memoryUsage().arrayBuffers
  for (; sent < 40; sent++) {
    await writing.add({ entry: `bytes/${sha256('large')}`, bytes, last: sent === 39 })
    held = Math.max(held, process.memoryUsage().arrayBuffers - before)
  }
  await writing.abandon()
  expect(held).toBeLessThan(120 * 1024 ** 2)
  expect(await readdir(backups)).toEqual([])
})

test.each([
  [
    'a table is not what was said of it',
    { tables: [{ ...entryOf('tables/rates.ndjson', Buffer.from('x')), rows: 2 }], files: [] },
  ],
  [
    'a table was not sent',
    { tables: [{ name: 'tables/clients.ndjson', size: 0, sha256: sha256(''), rows: 0 }], files: [] },
  ],
])('%s: nothing is left', async (_, said) => {
  const writing = begin()
  await sendAll(writing)
  await expect(writing.finish(about(), said)).rejects.toThrow('table')
  expect(await readdir(backups)).toEqual([])
})

test('an entry that was not closed, or comes again, is no backup', async () => {
  const writing = begin()
  await sendAll(writing)
  await expect(sendAll(writing)).rejects.toThrow('entry-sent-twice')
  const other = begin()
  void other.add({ entry: 'tables/rates.ndjson', bytes: Buffer.from('{}'), last: false })
  await expect(other.finish(about(), { tables: [], files: [] })).rejects.toThrow('entry-not-closed')
  await writing.abandon()
  expect(await readdir(backups)).toEqual([])
})

test('whichever touch of the disk fails, there is a whole backup or none, and it is told', async () => {
  await writeFile(join(keptFolder, `${sha256('abc')}.gz`), gzipSync('abc'))
  let failures = 0
  for (let at = 1; ; at++) {
    await rm(backups, { recursive: true, force: true })
    const { disk, reached } = faultyDisk({ at, code: 'ENOSPC' })
    const writing = begin(disk)
    const outcome = await sendAll(writing)
      .then(() => writing.finish(about(), { tables: tablesOf(content), files: [sha256('abc')] }))
      .catch((error: NodeJS.ErrnoException) => error)
    await writing.abandon()
    const names = await readdir(backups).catch(() => [])
    if (!reached()) {
      expect(outcome).toBe(join(backups, 'a.microbrand.zip'))
      break
    }
    failures++
    if (typeof outcome !== 'string') expect(outcome.code, `touch ${at}`).toBe('ENOSPC')
    for (const name of names) expect((await proveBackup(systemDisk, join(backups, name), 2)).ok).toBe(true)
  }
  expect(failures).toBeGreaterThan(5)
})
