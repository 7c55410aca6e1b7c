import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Input } from '#shared/ipc/contract.ts'
import { type Disk, systemDisk } from '#electron/files/disk.ts'
import { faultyDisk } from '#electron/files/faultyDisk.ts'
import { sealedFile } from '#electron/files/sealedFile.ts'
import { type Backups, createBackups } from './backups.ts'
import { openCatalogue } from './catalogue.ts'
import { about, content, entryOf, manifestOf, sha256, writeZip, zipped } from './inTests.ts'
import { createProver } from './prover.ts'

let userData = ''
let now = new Date('2026-06-17T09:00:00.000Z')
beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'microbrand-'))
  now = new Date('2026-06-17T09:00:00.000Z')
})
afterEach(() => rm(userData, { recursive: true, force: true }))

/** The service as a start of the app opens it. */
async function start({
  disk = systemDisk,
  patience,
}: { disk?: Disk; patience?: number } = {}): Promise<Backups> {
  const prover = createProver(systemDisk)
  const file = sealedFile(systemDisk, userData, 'backups.json')
  const defaultFolder = join(userData, 'backups')
  const catalogue = await openCatalogue({ disk, file, defaultFolder, prover })
  return createBackups({
    disk,
    catalogue,
    prover,
    keptFolder: join(userData, 'kept'),
    appVersion: '0.1.0',
    now: () => now,
    changed: () => {},
    log: () => {},
    ...(patience === undefined ? {} : { patience }),
  })
}

const input = (seq = 3): Input<'beginBackup'> => {
  const { app: _app, createdAt: _createdAt, ...rest } = about()
  return { ...rest, lastChange: { seq, id: `c${seq}` } }
}
const tables = Object.entries(content).flatMap(([name, bytes]) => {
  const { rows, ...entry } = entryOf(name, bytes)
  return rows === undefined ? [] : [{ ...entry, rows }]
})

async function make(backups: Backups, seq = 3) {
  const begun = await backups.begin(input(seq))
  if (!begun.ok) return begun
  for (const [entry, bytes] of Object.entries(content)) {
    const reply = await backups.add(begun.handle, { entry, bytes, last: true })
    if (!reply.ok) {
      await backups.abandon({ handle: begun.handle, code: reply.code })
      return { ok: false, error: { code: reply.code } } as const
    }
  }
  return backups.finish({ handle: begun.handle, tables, files: [] })
}
const names = () => readdir(join(userData, 'backups')).catch(() => [] as string[])

test('a backup is listed as proven, and still is at the next start without being read again', async () => {
  const made = await make(await start())
  expect(made).toMatchObject({ ok: true, backup: { proof: 'proven', provenAt: now.toISOString() } })
  const { backups, trouble, isDefault } = await (await start()).list()
  expect(backups).toMatchObject([{ proof: 'proven', about: { rows: { rates: 2 }, reason: 'by-hand' } }])
  expect([trouble, isDefault]).toEqual([null, true])
})

test('nothing is written while the newest proven backup holds the same', async () => {
  const backups = await start()
  await make(backups)
  expect(await make(backups)).toEqual({ ok: false, error: { code: 'unchanged' } })
  expect(await names()).toHaveLength(1)
  expect(await make(backups, 4)).toMatchObject({ ok: true })
})

test('one that was changed after it was proven counts as unproven, and is found out when it is proven again', async () => {
  const backups = await start()
  await make(backups)
  const [name = ''] = await names()
  const path = join(userData, 'backups', name)
  const bytes = await readFile(path)
  bytes[104] = (bytes[104] ?? 0) ^ 1 // behind the header of the first entry and its name
  await writeFile(path, bytes)
  await utimes(path, 1, 1)
  expect((await backups.list()).backups).toMatchObject([{ proof: 'unproven' }])
  expect(await backups.prove(name)).toMatchObject({
    ok: true,
    backup: { proof: 'failed', problem: 'wrong-hash' },
  })
  expect(await make(backups)).toMatchObject({ ok: true }) // it does not stand in for a proven one
  expect(await backups.prove('none.microbrand.zip')).toEqual({ ok: false, error: { code: 'gone' } })
})

test('a second backup waits for the first', async () => {
  const backups = await start()
  const [first, second] = await Promise.all([make(backups), make(backups, 4)])
  expect([first.ok, second.ok]).toEqual([true, true])
  expect(new Set(await names()).size).toBe(2)
})

test('who falls silent is given up, and the next one begins', async () => {
  const backups = await start({ patience: 20 })
  await backups.begin(input())
  expect(await make(backups, 4)).toMatchObject({ ok: true })
  expect(await names()).toHaveLength(1)
})

test('an app that ends before its backup is done says so at the next start, until one is proven', async () => {
  const backups = await start()
  await backups.begin({ ...input(), reason: 'quit' })
  expect((await backups.list()).trouble).toBeNull() // it is under way
  const next = await start()
  expect((await next.list()).trouble).toEqual({ at: now.toISOString(), reason: 'quit', code: 'interrupted' })
  await make(next)
  expect((await next.list()).trouble).toBeNull()
  await backups.letGo()
})

test.each([
  ['ENOSPC', 'disk-full'],
  ['EROFS', 'not-allowed'],
  ['EIO', 'failed'],
])(
  'a disk that says %s is told of as %s, wherever it happens, and nothing half done stays',
  async (code, told) => {
    let failures = 0
    for (let at = 1; at < 200; at++) {
      await rm(join(userData, 'backups'), { recursive: true, force: true })
      const faulty = faultyDisk({ at, code })
      const backups = await start({ disk: faulty.disk })
      const made = await make(backups).catch((error: unknown) => error)
      const left = await names()
      if (!faulty.reached()) break
      failures++
      expect(left.filter((name) => !name.endsWith('.microbrand.zip'))).toEqual([])
      for (const name of left)
        expect((await createProver(systemDisk).prove(join(userData, 'backups', name))).ok).toBe(true)
      if (!(typeof made === 'object' && made !== null && 'ok' in made && made.ok))
        expect(made, `touch ${at}`).toEqual({ ok: false, error: { code: told } })
    }
    expect(failures).toBeGreaterThan(5)
  },
)

test('a chosen folder that is gone is told of, not made; the old one can be used again', async () => {
  const folder = join(userData, 'stick')
  await mkdir(folder)
  const backups = await start()
  expect(await backups.useFolder(folder)).toEqual({ ok: true })
  expect(await make(backups)).toMatchObject({ ok: true })
  expect(await readdir(folder)).toHaveLength(1)
  await rm(folder, { recursive: true })
  const next = await start()
  expect(await make(next, 4)).toEqual({ ok: false, error: { code: 'no-folder' } })
  expect(await next.list()).toMatchObject({ isThere: false, backups: [], trouble: { code: 'no-folder' } })
  expect(await next.useFolder(join(userData, 'nowhere'))).toMatchObject({ ok: false })
  await next.useFolder(null)
  expect(await make(next, 4)).toMatchObject({ ok: true })
})

test('old ones go by the rotation, and nothing else in the folder is touched', async () => {
  const folder = join(userData, 'backups')
  await mkdir(folder)
  for (const [name, time] of [
    ['old 1.microbrand.zip', '2026-06-10T08:00:00.000Z'],
    ['old 2.microbrand.zip', '2026-06-10T09:00:00.000Z'],
    ['holiday.zip', '2026-06-10T07:00:00.000Z'],
  ] as const)
    await writeZip(join(folder, name), zipped(content), { ...manifestOf(content), createdAt: time })
  await writeFile(join(folder, 'broken.microbrand.zip'), 'not a zip')
  await make(await start())
  const left = (await names()).filter((name) => !name.startsWith('Tide & Fern'))
  expect(left.toSorted()).toEqual(['broken.microbrand.zip', 'holiday.zip', 'old 2.microbrand.zip'].toSorted())
})

test('a look inside proves first, gives every entry, and the imported files come back to the kept ones', async () => {
  const kept = gzipSync('Order ID\n1\n')
  const whole = { ...content, [`files/${sha256('Order ID\n1\n')}.gz`]: kept }
  const path = join(userData, 'from elsewhere.zip')
  await writeZip(path, zipped(whole), manifestOf(whole))
  const backups = await start()
  const opened = await backups.openFile(path, 2)
  if (!opened.ok) throw new Error(opened.error.code)
  expect(opened.manifest).toEqual(manifestOf(whole))
  const chunks: Buffer[] = []
  for await (const chunk of (await backups.read(opened.handle, 'tables/rates.ndjson')) ?? [])
    chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).toString()).toBe(content['tables/rates.ndjson']?.toString())
  expect(backups.read(opened.handle, 'tables/none.ndjson')).toBeNull()
  expect(await backups.keepFiles(opened.handle)).toEqual({ ok: true, files: 1 })
  expect(await readdir(join(userData, 'kept'))).toEqual([`${sha256('Order ID\n1\n')}.gz`])
  backups.close(opened.handle)
  expect(backups.read(opened.handle, 'tables/rates.ndjson')).toBeNull()
  expect(await backups.openFile(path, 1)).toEqual({ ok: false, error: { code: 'newer-schema' } })
  expect(await backups.open({ name: '../from elsewhere.zip', schema: 2 })).toEqual({
    ok: false,
    error: { code: 'unreadable' },
  })
})
